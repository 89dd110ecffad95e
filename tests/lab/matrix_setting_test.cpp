#include "lab/matrix_setting.h"

#include <doctest/doctest.h>

#include <string>

#include "lab/written_matrix.h"

namespace {

std::string taken_apart(std::string_view text) {
  const lab::WrittenMatrix m = lab::written_matrix(text);
  if (m.rows.empty()) return "! " + m.error;
  std::string all;
  for (const auto& row : m.rows) {
    if (&row != &m.rows[0]) all += ';';
    for (const auto& cell : row) all += (&cell == &row[0] ? "" : ",") + cell;
  }
  return all;
}

}  // namespace

TEST_CASE("titles, bullets, numbers of rows and Markdown around a matrix are passed over") {
  for (const char* text : {
           "The output is: [[-1, 2], [3, 4]]",
           "Output = [[-1, 2], [3, 4]].",
           "A =\n\n    -1     2\n     3     4\n",
           "A = [-1 2; 3 4];",
           "I think it is\n-1 2\n3 4",
           "Row 1: -1 2\nRow 2: 3 4",
           "Row 1: -1 2; Row 2: 3 4",
           "o1 = (-1, 2)\no2 = (3, 4)",
           "1) -1 2\n2) 3 4",
           "• -1 2\n• 3 4",
           "- -1, 2\n- 3, 4",
           "```python\n[[-1, 2], [3, 4]]\n```",
           "**[[-1, 2], [3, 4]]**",
           ">>> out\narray([[-1, 2],\n       [ 3, 4]])",
           "Out[5]: array([[-1, 2], [3, 4]])",
           "out = np.array([\n    [-1, 2],\n    [3, 4],\n])",
           "tensor([[-1., 2.], [3., 4.]], device='cuda:0')",
           "tf.Tensor(\n[[-1 2]\n [3 4]], shape=(2, 2), dtype=int32)",
           "<tf.Tensor: shape=(2, 2), dtype=int32, numpy=\narray([[-1,  2],\n       [ 3,  4]], "
           "dtype=int32)>",
           "{{-1, 2}, {3, 4}} // MatrixForm",
           "={-1,2;3,4}",
           "2×2 Matrix{Int64}:\n -1  2\n  3  4",
           "     [,1] [,2]\n[1,]   -1    2\n[2,]    3    4",
           "   0  1\n0 -1  2\n1  3  4",
           "| a | b |\n|---|---|\n| -1 | 2 |\n| 3 | 4 |",
           "| | a | b |\n|---|---|---|\n| q1 | -1 | 2 |\n| q2 | 3 | 4 |",
           "⎡-1 2⎤\n⎣ 3 4⎦",
           "-1 2 / 3 4",
           "-1, 2 | 3, 4",
           "-1;2\n3;4",
           "A = \\begin{pmatrix}-1&2\\\\3&4\\end{pmatrix}",
           "The result is $$\\begin{bmatrix}-1&2\\\\[4pt]3&4\\end{bmatrix}$$",
           "\\pmatrix{-1&2\\cr 3&4}",
           "(■(-1&2@3&4))",
           "matrix(c(-1, 2, 3, 4), nrow = 2, byrow = TRUE)",
           "matrix(c(-1,3,2,4),ncol=2)",
           "rbind(c(-1,2),c(3,4))",
           "mat(-1, 2; 3, 4)",
           "<table><tr><td>-1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
       }) {
    std::string plain;
    for (const char c : taken_apart(text)) plain += c == '.' ? "" : std::string(1, c);
    CHECK_MESSAGE(plain == "-1,2;3,4", text);
  }
}

TEST_CASE("decimal commas are read where line ends or semicolons part everything else") {
  CHECK(taken_apart("1,5 2,5\n3,5 4,5") == "1,5,2,5;3,5,4,5");
  CHECK(lab::written_matrix("1,5 2,5\n3,5 4,5").width() == 2);
  CHECK(lab::written_matrix("1,5;2,5\n3,5;4,5").width() == 2);
}

TEST_CASE("what changes the values of a matrix is not passed over") {
  constexpr const char *row = "1,2", *square = "1,2;3,4";
  struct Changed {
    const char *text, *bare;  // and what would be left without what changes it
  };
  for (const Changed& c :
       {Changed{"2 [1, 2]", row}, Changed{"[1, 2]'", row}, Changed{"-[[1, 2], [3, 4]]", square},
        Changed{"softmax([[1, 2], [3, 4]])", square},
        Changed{"2 * np.array([[1, 2], [3, 4]])", square},
        Changed{"the transpose of [[1, 2], [3, 4]]", square}, Changed{"[[1, 2], [3, 4]].T", square},
        Changed{"not [[1, 2], [3, 4]]", square}, Changed{"[[1, 2], [3, 4]] / 2", square},
        Changed{"2 \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", square},
        Changed{"cbind(c(1,2),c(3,4))", square}})
    CHECK_MESSAGE(taken_apart(c.text) != c.bare, c.text);
}

TEST_CASE("a word among numbers is a cell of its own, whose sentence can name it") {
  CHECK(taken_apart("1 2\n3 four") == "1,2;3,four");
}
