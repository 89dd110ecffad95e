#include "lab/shapes/sliding_words.h"

#include <doctest/doctest.h>

namespace {

// A 3 x 3 kernel that keeps the size of a 5 x 5 input of 1 to 25.
lab::Sliding padded() {
  lab::Sliding s;
  s.input = {{5, 5, {}}};
  for (int i = 1; i <= 25; ++i) s.input[0].values.push_back(static_cast<float>(i));
  s.kernel = {{3, 3, {0, 1, 0, 1, -4, 1, 0, 1, 0}}};
  s.output = {5, 5, std::vector<float>(25)};
  s.pad = 1;
  return s;
}

}  // namespace

TEST_CASE("what an output reads and what an input feeds is said in cells counted from 1") {
  const lab::Sliding s = padded();
  CHECK(lab::reading_words(s, 1, 2) == "reads rows 1 to 3, columns 2 to 4");
  CHECK(lab::reading_words(s, 0, 2) == "reads rows 0 to 2, columns 2 to 4, padding included");
  CHECK(lab::feeding_words(s, 2, 2) == "row 3, column 3 feeds 9 output cells");
  CHECK(lab::feeding_words(s, 0, 0) == "row 1, column 1 feeds 4 output cells");
}

TEST_CASE("the padding is named by what it holds") {
  lab::Sliding s = padded();
  CHECK(lab::input_words(s) == "input 5 × 5");
  CHECK(lab::padding_words(s) == ", padding 1 of zeros");
  s.edge = num::Edge::reflect;
  CHECK(lab::padding_words(s) == ", padding 1 mirrored");
  s.edge = num::Edge::replicate;
  CHECK(lab::padding_words(s) == ", padding 1 repeated");
  s.pad = 0;
  CHECK(lab::padding_words(s) == "");
}

TEST_CASE("a sum is told by products, by rows of the kernel and by sign, the longest first") {
  const std::vector<std::string> ways = lab::sum_words(padded(), 1, 1);
  REQUIRE(ways.size() == 3);
  CHECK(ways[0] == "output(2, 2) = 1·0 + 2·1 + 3·0 + 6·1 + 7·(−4) + 8·1 + 11·0 + 12·1 + 13·0 = 0");
  CHECK(ways[1] == "output(2, 2) = 2 (row 1) − 14 (row 2) + 12 (row 3) = 0");
  CHECK(ways[2] == "output(2, 2) = 28 (4 products above zero) − 28 (1 below) = 0");
}

TEST_CASE("a sum over channels is told by channels alone") {
  lab::Sliding s = padded();
  s.input.push_back(s.input[0]), s.kernel.push_back(s.kernel[0]);
  CHECK(lab::sum_words(s, 1, 1) ==
        std::vector<std::string>{"output(2, 2) = 0 (channel 1) + 0 (channel 2) = 0"});
}
