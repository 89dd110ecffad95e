#include "exam/shape_text.h"

#include <doctest/doctest.h>

#include <string>

#include "exam/written.h"

namespace {

std::string sides_of(const char* text) {
  const exam::ShapeText shape = exam::shape_text(text, tests::sizes);
  if (!shape.fault.empty()) return "! " + shape.fault;
  std::string all;
  for (const std::string& side : shape.sides) all += (all.empty() ? "" : "×") + side;
  return all;
}

}  // namespace

TEST_CASE("two sides are read in words and in every notation") {
  for (const char* text : {"D_a by D",
                           "(D_a, D)",
                           "[D_a D]",
                           "D_a rows, D columns",
                           "D columns and D_a rows",
                           "rows: D_a, columns: D",
                           "rows = D_a, cols = D",
                           "D_a row, D column",
                           "R^{D_a x D}",
                           "D_a times D",
                           "a D_a × D matrix",
                           "W1 has D_a rows and D columns",
                           "`D_a × D`",
                           "**D_a × D**",
                           "D_{\\text{a}} \\times D",
                           "np.zeros((D_a, D))",
                           "I think it's D_a x D",
                           "D_a x D # weights",
                           "D_a by D, because x has D entries",
                           "D_a × D (one row per node)",
                           "D_a × D (5 × 4)",
                           "D a × D",
                           "D_a × D = 5 × 4",
                           "\\mathcal{M}_{D_a \\times D}"}) {
    const std::string shape = sides_of(text);
    CHECK_MESSAGE((shape == "D_a×D" || shape == "5×4"), text << " -> " << shape);
  }
  for (const char* text : {"ans =\n\n     5     4", "five by four", "5×4 double", "[5 4]",
                           "TensorShape([5, 4])", "size(W1) = [5 4]"})
    CHECK_MESSAGE(sides_of(text) == "5×4", text << " -> " << sides_of(text));
}

TEST_CASE("columns, rows and scalars are shapes") {
  for (const char* text :
       {"a column vector of D_a", "column vector with D_a entries", "one column of D_a entries",
        "D_a rows, 1 column", "D_a rows and one column", "D_a × 1 (broadcast over the columns)"})
    CHECK_MESSAGE(sides_of(text) == "D_a×1", text << " -> " << sides_of(text));
  for (const char* text :
       {"row vector with D_a entries", "one row of D_a", "1 row, D_a columns", "one by D_a"})
    CHECK_MESSAGE(sides_of(text) == "1×D_a", text << " -> " << sides_of(text));
  for (const char* text : {"D_a entries", "1D array of length D_a", "(D_a,)", "D_a rows",
                           "vector of D_a numbers", "torch.Size([D_a])"})
    CHECK_MESSAGE(sides_of(text) == "D_a", text << " -> " << sides_of(text));
  for (const char* text : {"scalar", "a float", "one number", "just a scalar", "ℝ", "()",
                           "one by one", "0-dimensional", "scalar, 1×1", "1×1, i.e. a scalar"})
    CHECK_MESSAGE(sides_of(text) == "1×1", text << " -> " << sides_of(text));
}

TEST_CASE("the same shape once more is kept beside it") {
  const exam::ShapeText twice = exam::shape_text("D_a × D = D × D_a", tests::sizes);
  REQUIRE(twice.also.size() == 1);
  CHECK(twice.also[0][0] == "D_a");
  CHECK(exam::shape_text("D_a × D (a matrix)", tests::sizes).also.empty());
}

TEST_CASE("what is no shape has a sentence") {
  for (const char* text : {"matrix", "a vector", "× D", "D_a ×"})
    CHECK_MESSAGE(sides_of(text).starts_with("! A si"), text << " -> " << sides_of(text));
}
