#include <doctest/doctest.h>

#include <cmath>

#include "labs/all.h"
#include "labs/cross_entropy/study.h"
#include "labs/opened.h"

namespace {

lab::Report loss_at(const std::string& pairs) {
  return tests::report_at(laboratory::cross_entropy::lab_row, pairs);
}

}  // namespace

TEST_CASE("the paper's example costs -log 0.3 although home goods are called") {
  const lab::Report r = loss_at("");
  CHECK(tests::real(r, "loss.nats") == doctest::Approx(1.2039728043259361).epsilon(1e-15));
  CHECK(tests::real(r, "loss.bits") == doctest::Approx(1.7369655941662063).epsilon(1e-15));
  CHECK(!tests::value<bool>(r, "argmax_correct"));
  CHECK(tests::real(r, "argmax") == 3);
  CHECK(tests::value<std::string>(r, "label.name") == "electronics");
}

TEST_CASE("the loss at a margin is log(1 + (K - 1) exp(-m)), and float32 prints 0 at 20") {
  // To six digits from the series of log(1 + x), with 50 digits.
  const double expected[][2] = {{1, 0.743668}, {5, 0.0200123}, {10, 1.36191e-4}, {20, 6.18346e-9}};
  for (const auto& row : expected) {
    const double margin = row[0], loss = row[1];
    CAPTURE(margin);
    const lab::Report r = loss_at("classes=4&margin=" + std::to_string(margin));
    CHECK(tests::real(r, "loss") == doctest::Approx(loss).epsilon(1e-6));
    CHECK((tests::real(r, "loss.naive_float32") == 0) == (margin == 20));
  }
  // exp(-90) alone: 3 x 8.19401262399051e-40.
  CHECK(tests::real(loss_at("classes=4&margin=90"), "loss") ==
        doctest::Approx(2.458203787197153e-39).epsilon(1e-12));
}

TEST_CASE("float32 gives up where it is said to, for every number of classes") {
  for (const int classes : {2, 4, 10, 1000}) {
    CAPTURE(classes);
    const double end = laboratory::cross_entropy::vanishing_margin(classes);
    CHECK(laboratory::cross_entropy::naive_margin_loss(classes, end + 0.01) == 0);
    CHECK(laboratory::cross_entropy::naive_margin_loss(classes, end - 0.01) > 0);
    CHECK(laboratory::cross_entropy::margin_loss(classes, end + 20) > 0);
  }
}

TEST_CASE("logits and their softmax cost the same, whatever is added to all logits") {
  const lab::Report logits = loss_at("logits=1,2,3,4&label=2");
  // log(e + e^2 + e^3 + e^4) - 2 = 2.4401896985611957.
  CHECK(tests::real(logits, "loss") == doctest::Approx(2.4401896985611957).epsilon(1e-14));
  CHECK(tests::real(loss_at("logits=51,52,53,54&label=2"), "loss") ==
        doctest::Approx(2.4401896985611957).epsilon(1e-14));
  const auto p = tests::value<std::vector<double>>(logits, "p");
  CHECK(p[1] == doctest::Approx(0.08714431874203257).epsilon(1e-14));
}

TEST_CASE("a moved share keeps the others in proportion and the sum at 1") {
  const auto p = tests::value<std::vector<double>>(loss_at("share=0.65"), "p");
  CHECK(p[1] == 0.65);
  CHECK(p[0] == doctest::Approx(0.025));
  CHECK(p[2] == doctest::Approx(0.225));
  CHECK(p[3] == doctest::Approx(0.1));
}

TEST_CASE("a certain wrong prediction costs infinitely much, and that is said") {
  const lab::Report r = loss_at("share=0");
  CHECK(std::holds_alternative<lab::Undefined>(r.find("loss")->value));
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "share");
  CHECK(tests::real(loss_at("share=1"), "loss") == 0);
}

TEST_CASE("what is no prediction is refused in words") {
  CHECK(loss_at("p=0.5,0.6").problems.at(0).message.find("1.1") != std::string::npos);
  CHECK(loss_at("p=1").problems.at(0).key == "p");
}

TEST_CASE("a label beyond the classes is said, and the last class stands for it") {
  for (const char* link : {"label=9", "label=9&logits=1,2,3,4", "label=9&classes=4&margin=2"}) {
    CAPTURE(link);
    const lab::Report r = loss_at(link);
    REQUIRE(r.problems.size() == 1);
    CHECK(r.problems[0].key == "label");
    CHECK(r.problems[0].message.find("the last one, 4") != std::string::npos);
    CHECK(tests::value<std::string>(r, "label.name") == "outdoor");
  }
}

TEST_CASE("classes that share the largest entry are named, and the first is taken") {
  using Numbers = std::vector<double>;
  const lab::Report r = loss_at("p=0.4,0.4,0.2&label=2");
  CHECK(tests::value<Numbers>(r, "argmax.tied") == Numbers{1, 2});
  CHECK(tests::real(r, "argmax") == 1);
  for (const char* key : {"prediction", "arithmetic"})
    CHECK(tests::figure(r, key)->alt.find("clothing and electronics") != std::string::npos);
  CHECK(tests::value<Numbers>(loss_at(""), "argmax.tied").empty());
  // A moved share leaves equal entries equal but for rounding.
  const lab::Report moved = loss_at("p=0.1,0.3,0.3,0.3&label=1&share=0.13");
  CHECK(tests::value<Numbers>(moved, "argmax.tied") == Numbers{2, 3, 4});
}

TEST_CASE("the point lies on the curve, and dragging it moves the true class") {
  const lab::Lines lines = tests::shape<lab::Lines>(loss_at(""), "curve");
  CHECK(lines.handle.drag == "share");
  CHECK(lines.handle.at == 0.3);
  REQUIRE(lines.curves.size() == 2);
  CHECK(lines.curves[1].y[0] == doctest::Approx(1.2039728).epsilon(1e-6));
  CHECK(tests::shape<lab::Lines>(loss_at("margin=20"), "margin").handle.at == 20);
}

TEST_CASE("the story of the loss and at most three more figures are in view") {
  CHECK(tests::most_in_view(tests::report_at(laboratory::cross_entropy::lab_row, "")) <= 4);
  CHECK(tests::most_in_view(tests::report_at(laboratory::cross_entropy::lab_row, "margin=5")) <= 4);
}

TEST_CASE("a margin beyond the axis is told as it is") {
  for (const double margin : {-22.5, 44.5}) {
    const lab::Lines lines =
        tests::shape<lab::Lines>(loss_at("margin=" + std::to_string(margin)), "margin");
    CHECK(lines.handle.at == margin);
    CHECK(static_cast<double>(lines.curves.back().x[0]) == margin);
    CHECK(lines.curves.back().y[0] > 0);
  }
}
