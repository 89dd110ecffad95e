#include "exam/kinds/cells.h"

#include <doctest/doctest.h>

#include "exam/marked.h"

namespace {

using tests::field;

}  // namespace

TEST_CASE("a matrix is marked cell by cell") {
  CHECK(field(R"({"sides": [[3, 4]]})", 2).outcome == exam::Outcome::right);
  CHECK(field(R"({"sides": "3,4"})", 2).outcome == exam::Outcome::right);
  CHECK(field(R"({"sides": [["6/2", "2^2"]]})", 2).outcome == exam::Outcome::right);
  const exam::FieldMark half = field(R"({"sides": [[3, 5]]})", 2);
  CHECK(half.outcome == exam::Outcome::partly);
  CHECK(half.share == 0.5);
  CHECK(half.parts[1].id == "1,2");
  CHECK(half.parts[1].outcome == exam::Outcome::wrong);
  CHECK(field(R"({"sides": [["3", ""]]})", 2).parts[1].outcome == exam::Outcome::blank);
  CHECK(field(R"({"sides": [["", null]]})", 2).outcome == exam::Outcome::blank);
  CHECK(field(R"({"sides": [[4, 3]]})", 2).message == "The sides are swapped.");
  CHECK(field(R"({"sides": [[3], [4]]})", 2).message.find("2×1") != std::string::npos);
  CHECK(field(R"({"sides": [[3], [4]]})", 2).message.find("rows, and which") != std::string::npos);
  CHECK(field(R"({"sides": [[3, 4], [3, 4]]})", 2).message.find("number of rows?") !=
        std::string::npos);
  CHECK(field(R"({"sides": [[3, 4, 5]]})", 2).message.find("number of columns?") !=
        std::string::npos);
  CHECK(field(R"({"sides": [["x", "y"]]})", 2).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"sides": [[1], [2, 3]]})", 2).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"sides": []})", 2).outcome == exam::Outcome::invalid);
}

TEST_CASE("a cell that cannot be read costs itself, and says where it is and why") {
  const exam::FieldMark mark = field(R"({"sides": [["abc", 4]]})", 2);
  CHECK(mark.outcome == exam::Outcome::partly);
  CHECK(mark.share == 0.5);
  CHECK(mark.share == field(R"({"sides": [["", 4]]})", 2).share);
  REQUIRE(mark.parts.size() == 2);
  CHECK(mark.parts[0].id == "1,1");
  CHECK(mark.parts[0].outcome == exam::Outcome::invalid);
  CHECK(mark.parts[0].message.find("\"abc\" is not known") != std::string::npos);
  CHECK(mark.parts[1].outcome == exam::Outcome::right);
  CHECK(mark.message.starts_with("Row 1, column 1: "));
  CHECK(mark.message.find("\"abc\" is not known") != std::string::npos);
  CHECK(mark.message.find("1 of 2 cells is right.") != std::string::npos);
  // Nothing is wrong with the arithmetic of the others.
  CHECK(mark.message.find("Pick a cell") == std::string::npos);
  CHECK(field(R"({"sides": [["abc", 5]]})", 2).outcome == exam::Outcome::wrong);
  CHECK(field(R"({"sides": [["abc", 5]]})", 2).message.find("Pick a cell") != std::string::npos);
  CHECK(field(R"({"sides": [["abc", ""]]})", 2).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"sides": "3, 4 x"})", 2).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"sides": [["abc", 4, 5]]})", 2).outcome == exam::Outcome::invalid);
}

TEST_CASE("a mistake is known as people round it, and of two the nearer") {
  const exam::Cells cells{
      {1, 2, {2, 4}}, 1e-6, {{{1, 2, {1.3577, 3.893}}, "soft"}, {{1, 2, {1.34, 3.9}}, "softer"}}};
  const auto message = [&cells](const char* answer) {
    return cells.mark(*lab::parse_json(answer).value, "", {}).message;
  };
  CHECK(message("[[1.36, 3.89]]") == "soft");
  CHECK(message("[[1.4, 3.9]]") == "soft");
  CHECK(message("[[1.34, 3.9]]") == "softer");
  CHECK(message("[[1.5, 3.9]]").find("cells are right") != std::string::npos);
  CHECK(message("[[2, 4]]").empty());
}

TEST_CASE("a mistake may cap what the cells that it gets right earn") {
  const exam::Cells cells{{2, 1, {1, 2}}, 1e-6, {{{2, 1, {1, 1}}, "alike", 0}}};
  const auto mark = [&cells](const char* answer) {
    return cells.mark(*lab::parse_json(answer).value, "", {});
  };
  CHECK(mark("[[1], [1]]").share == 0);
  CHECK(mark("[[1], [1]]").outcome == exam::Outcome::wrong);
  CHECK(mark("[[1], [1]]").message == "alike");
  CHECK(mark("[[1], [1]]").parts[0].outcome == exam::Outcome::right);
  CHECK(mark("[[1], [3]]").share == 0.5);
  CHECK(mark("[[1], [3]]").outcome == exam::Outcome::partly);
}

TEST_CASE("a row that is as right as the reference's earns as much, and rows are not mixed") {
  const exam::Cells cells{{2, 2, {1, 2, 3, 4}}, 1e-6, {}, {{0, {5, 6}}, {0, {7, 8}}}};
  const auto share = [&cells](const char* answer) {
    return cells.mark(*lab::parse_json(answer).value, "", {}).share;
  };
  CHECK(share("[[1, 2], [3, 4]]") == 1);
  CHECK(share("[[5, 6], [3, 4]]") == 1);
  CHECK(share("[[7, 8], [3, 4]]") == 1);
  CHECK(share("[[5, 2], [3, 4]]") == 0.75);
  CHECK(share("[[1, 2], [5, 6]]") == 0.5);
  CHECK(share("[[5, 6, 7], [3, 4, 5]]") == 0);
}

TEST_CASE("a whole matrix is read from a text or from its first cell") {
  const exam::Cells cells{{2, 2, {1.5, 2, -3, 4}}, 1e-6, {}};
  const auto outcome = [&cells](const char* answer) {
    return cells.mark(*lab::parse_json(answer).value, "", {}).outcome;
  };
  for (const char* text : {"1.5,2;-3,4", "1,5\\t2\\n-3\\t4", "[[1.5, 2], [-3, 4]]", "[3/2 2; -3 4]",
                           "\\\\begin{pmatrix}1.5 & 2 \\\\\\\\ -3 & 4\\\\end{pmatrix}"}) {
    CAPTURE(std::string(text));
    const std::string quoted = '"' + std::string(text) + '"';
    CHECK(outcome(quoted.c_str()) == exam::Outcome::right);
    const std::string first = "[[" + quoted + R"(, ""], ["", ""]])";
    if (std::string(text) != "1.5,2;-3,4") CHECK(outcome(first.c_str()) == exam::Outcome::right);
  }
  CHECK(outcome(R"([["1,5", ""], ["", ""]])") == exam::Outcome::partly);
  CHECK(outcome(R"("")") == exam::Outcome::blank);
  CHECK(cells.mark(*lab::parse_json(R"("1 2;3 4\n5 6;7 8")").value, "", {})
            .message.find("semicolons") != std::string::npos);
}
