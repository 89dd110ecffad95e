#include "exam/verdict_text.h"

#include <doctest/doctest.h>

#include <string>

namespace {

const std::vector<exam::Option> four = {{"i", "", exam::Key::yes, "", ""},
                                        {"ii", "", exam::Key::no, "", ""},
                                        {"iii", "", exam::Key::no, "", ""},
                                        {"iv", "", exam::Key::yes, "", ""}};

// The verdicts as letters, "-" for one that was not given; "none" where nothing was read.
std::string shown(const std::optional<exam::Verdicts>& verdicts) {
  if (!verdicts) return "none";
  std::string all;
  for (const auto& verdict : *verdicts) all += !verdict ? '-' : *verdict ? 'T' : 'F';
  return all;
}

std::string words(const char* text) { return shown(exam::verdicts_in_words(four, text)); }

std::string row(const char* items) {
  return shown(exam::verdicts_in_row(four, *lab::parse_json(items).value->array()));
}

}  // namespace

TEST_CASE("a row of verdicts has one for each option, in words, letters, digits or ticks") {
  for (const char* text :
       {"T F F T", "TFFT", "tfft", "T, F, F, T", "true, false, false, true", "yes no no yes",
        "Y/N/N/Y", "1 0 0 1", "1001", "[true, false, false, true]", "wahr, falsch, falsch, wahr",
        "vrai faux faux vrai", "✓ ✗ ✗ ✓", "✓✗✗✓", "Ｔ　Ｆ　Ｆ　Ｔ", "T F F T."}) {
    CAPTURE(text);
    CHECK(words(text) == "TFFT");
  }
  for (const char* text : {"T F F", "T F F T T", "TFF", "T F maybe T", "0 1 2 3", "", "T"}) {
    CAPTURE(text);
    CHECK(words(text) == "none");
  }
}

TEST_CASE("options stand with their verdicts, before them or behind") {
  for (const char* text :
       {"i T, ii F, iii F, iv T", "i: true; ii: false; iii: false; iv: true",
        "(i) true (ii) false (iii) false (iv) true", "i. true ii. false iii. false iv. true",
        "iT iiF iiiF ivT", "i and iv are true, ii and iii are false", "i, iv T; ii, iii F",
        "true: i, iv; false: ii, iii", "True: i, iv. False: ii, iii.",
        "ii = F, iii = F, i = T, iv=T", "1 T 2 F 3 F 4 T"}) {
    CAPTURE(text);
    CHECK(words(text) == "TFFT");
  }
  // What is called true leaves the others false; what is called false leaves them open.
  CHECK(words("i and iv are true") == "TFFT");
  CHECK(words("ii F") == "-F--");
  CHECK(words("i T, ii F") == "TF--");
  // A list of options is no such text, and what contradicts itself or says more is none either.
  for (const char* text : {"i, iv", "i", "i T, i F", "v F", "i T, ii", "ii is not true"}) {
    CAPTURE(text);
    CHECK(words(text) == "none");
  }
}

TEST_CASE("a list with a verdict for each option is a row, and a list of options is none") {
  CHECK(row("[true, false, false, true]") == "TFFT");
  CHECK(row(R"(["T", "F", "F", "T"])") == "TFFT");
  CHECK(row("[1, 0, 0, 1]") == "TFFT");
  CHECK(row("[1, 4]") == "none");
  CHECK(row("[true]") == "none");
  CHECK(row(R"(["i", "iv"])") == "none");
  CHECK(row("[1, 1, 1, 1]") == "none");  // no option is ruled out
}
