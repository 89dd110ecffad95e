#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"
#include "thinning.h"

using tests::marked;
using tests::opened;

TEST_CASE(
    "1b: augmentation and dropout reduce overfitting, Adam does not, batch norm costs nobody") {
  const char* const key = R"({"i": true, "ii": true, "iii": true, "iv": false})";
  CHECK(marked("1b", "measures", key).share == 1);
  CHECK(marked("1b", "measures", R"({"i":true,"ii":true,"iii":false,"iv":false})").share == 1);
  const exam::FieldMark wrong = marked("1b", "measures", R"(["i","ii","iii","iv"])");
  CHECK(wrong.share == 0.75);
  CHECK(wrong.parts[3].message.find("how the minimum is searched") != std::string::npos);
  CHECK(wrong.parts[2].contested);
}

TEST_CASE("1b: variants ask about four different measures with at least one of either kind") {
  std::set<std::string> texts;
  for (int n = 1; n <= 60; ++n) {
    const exam::Form form = opened("1b#variant=" + std::to_string(n)).form();
    const auto& options = std::get<exam::ManyOf>(form.at(0).kind).options;
    CHECK(options.size() == 4);
    std::set<std::string> mine;
    int yes = 0, no = 0;
    for (const exam::Option& o : options) {
      mine.insert(o.text);
      yes += o.key == exam::Key::yes, no += o.key == exam::Key::no;
    }
    CHECK(mine.size() == 4);
    CHECK(yes > 0);
    CHECK(no > 0);
    texts.insert(mine.begin(), mine.end());
  }
  CHECK(texts.size() == 12);
}

TEST_CASE("1b: every case that is shown is a link that the lab takes as it is") {
  for (int n = 0; n < 20; ++n) {
    const exam::Form form = opened("1b#variant=" + std::to_string(n)).form();
    for (const exam::Option& o : std::get<exam::ManyOf>(form[0].kind).options) {
      CAPTURE(o.show);
      CHECK(opened("regularise#" + o.show).notices().empty());
      CHECK(opened("1b#/" + o.show).pinned());
    }
  }
}

TEST_CASE("1g-iii: underfitting, or asking for the other errors, earns the marks") {
  CHECK(marked("1g-iii", "issue", "\"underfitting\"").share == 1);
  CHECK(marked("1g-iii", "issue", "\"unknown\"").share == 1);
  const exam::FieldMark wrong = marked("1g-iii", "issue", "\"overfitting\"");
  CHECK(wrong.share == 0);
  CHECK(wrong.message.find("training score alone") != std::string::npos);
  CHECK(marked("1g-iii", "remedies", R"(["i","ii"])").share == 1);
  CHECK(marked("1g-iii", "remedies", R"(["iii","iv"])").share == 0);
}

TEST_CASE("1g-iii: in a variant with a wide gap the remedies turn round") {
  const std::string link = "1g-iii#human=1&train=3&val=15";
  CHECK(marked(link, "bias", "2").share == 1);
  CHECK(marked(link, "variance", "12").share == 1);
  CHECK(marked(link, "variance", "2").message.find("That is the bias") != std::string::npos);
  CHECK(marked(link, "issue", "\"overfitting\"").share == 1);
  CHECK(marked(link, "remedies", R"(["iii","iv"])").share == 1);
}

TEST_CASE("1g-iii: what is said of a diagnosis speaks of the errors that are given") {
  // The validation error is known here: nobody says that it is not.
  const exam::FieldMark wrong =
      marked("1g-iii#human=1&train=10&val=12", "issue", "\"overfitting\"");
  CHECK(wrong.share == 0);
  CHECK(wrong.message.find("alone") == std::string::npos);
  CHECK(wrong.message == "9 points of bias, 2 of variance: the larger is the bias.");
  // No sentence says that ten per cent wrong are few, or that the network has its examples right.
  const std::string wide = "1g-iii#human=1&train=10&val=50";
  const std::string by_numbers = "9 points of bias, 40 of variance: the larger is the variance.";
  CHECK(marked(wide, "issue", "\"overfitting\"").message.find(by_numbers) == 0);
  CHECK(marked(wide, "issue", "\"underfitting\"").message == by_numbers);
  CHECK(marked("1g-iii#human=1&train=2&val=9", "issue", "\"overfitting\"")
            .message.find("1 point of bias, 7 of variance") == 0);
}

TEST_CASE("1g-iii: each case that is shown keeps the networks in question, or overfits" *
          tests::thorough_only) {
  for (const char* link : {"1g-iii", "1g-iii#human=1&train=3&val=15", "1g-iii#variant=3"}) {
    CAPTURE(link);
    const exam::Form form = opened(link).form();
    for (const exam::AnswerField& field : form) {
      const auto* many = std::get_if<exam::ManyOf>(&field.kind);
      const auto* one = std::get_if<exam::OneOf>(&field.kind);
      if (!many && !one) continue;
      for (const exam::Option& o : many ? many->options : one->options) {
        CAPTURE(o.show);
        if (o.show.find("figure=") == 0) continue;
        CHECK(opened("bias-variance#" + o.show).notices().empty());
        CHECK((!many || o.show.find("remedy=") != std::string::npos));
        if (o.show.find("val=") == std::string::npos) continue;
        // What is given beside networks that overfit is what they reach.
        exam::Session lab = opened("bias-variance#" + o.show);
        while (!lab.advance(1000)) {
        }
        const auto error = [&](const char* key) {
          return 100 * std::get<double>(lab.report().find(key)->value);
        };
        CHECK(error("error.train") == 0);
        if (!many) CHECK(error("error.val") == doctest::Approx(9.1).epsilon(1e-3));
      }
    }
  }
}
