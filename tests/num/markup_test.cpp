#include "num/markup.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::string unmarked(const char* typed) {
  num::PlainText text(typed);
  num::read_markup(text);
  return text.text;
}

}  // namespace

TEST_CASE("what Markdown, quotation marks and HTML put round a formula is gone") {
  for (const char* typed : {"a + b", "`a + b`", "```a + b```", "```python\na + b\n```", "**a + b**",
                            "*a + b*", "_a + b_", "\"a + b\"", "“a + b”", "«a + b»", "'a + b'",
                            "* a + b", "• a + b", "> a + b", "<b>a + b</b>", "<code>a + b</code>",
                            "a + b  # the sum", "a + b // the sum", "a + b % of the two"})
    CHECK_MESSAGE(unmarked(typed) == "a + b", typed);
  CHECK(unmarked("*δ1* = a") == "δ1 = a");
  CHECK(unmarked("δ1 = **a + b**") == "δ1 = a + b");
  CHECK(unmarked("W<sub>2</sub><sup>T</sup>") == "W_{2}^{T}");
  CHECK(unmarked("D\\_a") == "D_a");
}

TEST_CASE("signs of a formula are no markup") {
  for (const char* typed : {"a*b", "a*b*c", "2**3", "x'", "g'(z) x'", "a_1 + b_2", "a % b", "a//b",
                            "z<b", "W2'", "> 0"})
    CHECK_MESSAGE(unmarked(typed) == typed, typed);
}

TEST_CASE("an accent joins the letter before it, also over a blank") {
  CHECK(unmarked("y \u0302 - y") == "y\u0302 - y");
  CHECK(unmarked("(y\u00a0\u0302)") == "(y\u0302)");
  CHECK(unmarked("1 \u0302") == "1 \u0302");
  CHECK(unmarked("+     \u0302") == "+     \u0302");
}
