// Numbers in the words of figures are written as people write them.
#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <string_view>

#include "laws/all.h"

namespace {

bool digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// What is wrong with the numbers in `text`, or nothing: a hyphen for a minus, an exponent of a
// program, more digits than anybody reads, and what is no number where one is counted.
std::string fault(std::string_view text) {
  constexpr int most_digits = 9;
  for (const char* const none : {" inf", " nan", "∞ nats", "undefined of"})
    if (text.find(none) != text.npos) return "no number where one is counted";
  int run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool opens = before == ' ' || before == '(' || before == '=';
    if (text[i] == '-' && opens && digit(after)) return "a hyphen for a minus";
    if (text[i] == 'e' && digit(before) && (digit(after) || after == '-' || after == '+'))
      return "the exponent of a program";
    run = digit(text[i]) ? run + 1 : 0;
    if (run > most_digits) return "too many digits";
  }
  return "";
}

}  // namespace

TEST_CASE("a number that only a program would write is found in words") {
  CHECK(fault("a gap of −0.25, 1.2×10⁻⁵ of it, at 49\u202f152") == "");
  CHECK(fault("a well-known float32 of 2-3 layers") == "");
  CHECK(fault("a gap of -0.25") == "a hyphen for a minus");
  CHECK(fault("at 1.2e-05") == "the exponent of a program");
  CHECK(fault("undefined of the ill") == "no number where one is counted");
  CHECK(fault("read as 5.521460917862246") == "too many digits");
}

TEST_CASE("titles and texts of all figures write numbers as people do") {
  for (const std::string& id : tests::ids()) {
    exam::Session session(tests::product());
    session.open(id);
    tests::shorten(session);
    while (!session.advance(50)) {
    }
    for (const lab::Figure& figure : session.report().figures) {
      CAPTURE(id);
      CAPTURE(figure.title);
      CAPTURE(figure.alt);
      CHECK(fault(figure.title) == "");
      CHECK(fault(figure.alt) == "");
    }
  }
}

TEST_CASE("where a number does not exist, the texts of figures say so in words") {
  for (const char* const link :
       {"1g-ii#p=1,0,0&label=3", "1e#tp=0&fp=0&fn=0&tn=0", "1e#tp=0&fp=0&fn=5&tn=100",
        "metrics#prevalence=0", "metrics#prevalence=1"}) {
    exam::Session session(tests::product());
    REQUIRE(session.open(link));
    while (!session.advance(50)) {
    }
    for (const lab::Figure& figure : session.report().figures) {
      CAPTURE(link);
      CAPTURE(figure.alt);
      CHECK(fault(figure.alt) == "");
    }
  }
}
