#include "exam/written_lines.h"

#include <doctest/doctest.h>

TEST_CASE("lines come by line ends or from LaTeX, with numbers or bullets") {
  const std::vector<std::string> wanted = {"a = 1", "b = 2"};
  for (const char* text :
       {"a = 1\nb = 2", "a = 1\r\n\r\nb = 2\r\n", "1. a = 1\n2. b = 2", "1) a = 1\n2) b = 2",
        "(1) a = 1\n(2) b = 2", "Line 1: a = 1\nLine 2: b = 2", "- a = 1\n- b = 2",
        "```\na = 1\nb = 2\n```"})
    CHECK_MESSAGE(exam::written_lines(text) == wanted, text);
  const auto set = exam::written_lines("\\begin{aligned} a &= 1 \\\\ b &= 2 \\end{aligned}");
  REQUIRE(set.size() == 2);
  CHECK(set[1].find("b  = 2") != std::string::npos);
}

TEST_CASE("a number in front of some lines only belongs to them") {
  CHECK(exam::written_lines("1. 5\n3")[0] == "1. 5");
  CHECK(exam::written_lines("- a\nb")[0] == "- a");
}
