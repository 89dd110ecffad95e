#include "lab/written_matrix.h"

#include <doctest/doctest.h>

#include <string>

#include "lab/mutation.h"

namespace {

// "a,b;c,d", or "! why" where it cannot be taken apart.
std::string read(std::string_view text) {
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

TEST_CASE("a matrix is read however another program writes it") {
  for (const char* same : {
           "1,2;3,4",
           " 1, 2; 3, 4; ",
           "1\t2\n3\t4\n",
           "1\t2\r\n3\t4\r\n",
           "1 2\n3 4",
           "1 2; 3 4",
           "[1 2; 3 4]",
           "[1, 2; 3, 4];",
           "[1 2\n 3 4]",
           "[[1,2],[3,4]]",
           "[[1, 2],\n [3, 4]]",
           "[[1 2]\n [3 4]]",
           "[1, 2],\n[3, 4]",
           "((1, 2), (3, 4))",
           "{{1, 2}, {3, 4}}",
           "array([[1, 2],\n       [3, 4]])",
           "np.array([[1, 2], [3, 4]], dtype=np.float32)",
           "torch.tensor([[1, 2], [3, 4]])",
           "\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}",
           "$\\left[\\begin{array}{cc} 1 & 2 \\\\ \n 3 & 4 \\\\ \\end{array}\\right]$",
           "| 1 | 2 |\n|---|---|\n| 3 | 4 |",
           "1 | 2\n3 | 4",
           "\\begin{matrix} 1 & 2 \\cr 3 & 4 \\end{matrix}",
           "(1 2)\n(3 4)",
           "┌ 1 2 ┐\n└ 3 4 ┘",
           "\"1\",\"2\"\n\"3\",\"4\"",
           "\u00a01,2;3,4\ufeff",
       })
    CHECK_MESSAGE(read(same) == "1,2;3,4", same);
}

TEST_CASE("beside tabs and bars a comma is part of a number") {
  const lab::WrittenMatrix m = lab::written_matrix("1,5\t2,5\r\n3,5\t4,5\r\n");
  REQUIRE(m.height() == 2);
  REQUIRE(m.width() == 2);
  CHECK(m.rows[1][0] == "3,5");
  CHECK(lab::written_matrix("\"1,5\",\"2,5\"").rows[0][1] == "2,5");
}

TEST_CASE("cells are copied from spreadsheets and tables as they stand there") {
  for (const char* same : {"1\t2\r\n3\t4\r\n",                // Excel, and a table of Word
                           "1\t2\n3\t4",                      // Google Sheets
                           "1\t2\n3\t4\n",                    // LibreOffice
                           "1\t2\r3\t4\r",                    // Excel on an old Mac
                           "\"1\n\"\t2\r\n3\t\"4\"\r\n",      // a line end within a cell
                           "1\u00a0\t2\r\n 3 \t4\u00a0\r\n",  // blanks of Word
                           "\t1\t2\r\n\t3\t4\r\n",            // an empty column too many
                           "1\t2\t\r\n3\t4\t\r\n", "\t\t\r\n1\t2\t\r\n3\t4\t\r\n"})
    CHECK_MESSAGE(read(same) == "1,2;3,4", same);
  CHECK(read("1,5\t2,5\r\n3,5\t4,5\r\n") == "1,5,2,5;3,5,4,5");
  CHECK(lab::written_matrix("1\u00a0234,5\t2\r\n3\t4\r\n").rows[0][0] == "1 234,5");
  CHECK(lab::written_matrix("1.234,50\t2,00E+03\r\n").rows[0][1] == "2,00E+03");
  CHECK(read("\tkey 1\tkey 2\r\nq1\t1\t2\r\nq2\t3\t4\r\n") == "1,2;3,4");
  // Blank cells stay where they are.
  CHECK(read("\t1\r\n2\t3\r\n") == ",1;2,3");
  CHECK(read("1\t2\r\n3\t\r\n") == "1,2;3,");
  CHECK(read("1\t\t2\r\n3\t4\t5\r\n") == "1,,2;3,4,5");
  CHECK(read("-4\r\n3\r\n") == "-4;3");
}

TEST_CASE("a comma that may be either is asked about") {
  for (const char* text : {"1,5 2,5", "1,5, 2,5", "1,5, 2,5\n3,5, 4,5"})
    CHECK_MESSAGE(read(text).starts_with("! a comma may part numbers here"), text);
  CHECK(read("1,2,3, 4") == "1,2,3,4");
}

TEST_CASE("where line ends part rows, semicolons part single numbers or nothing") {
  CHECK(read("1;2\n3;4") == "1,2;3,4");
  CHECK(read("1 2;3 4\n5 6;7 8").starts_with("! semicolons and line ends"));
  CHECK(read("[1;2\n3;4]").starts_with("! semicolons and line ends"));
  CHECK(read("1,2;\n3,4;") == "1,2;3,4");
}

TEST_CASE("what is missing is named") {
  CHECK(read("") == "! it is empty");
  CHECK(read("1,2;;3,4") == "! row 2 is empty");
  CHECK(read("1,2;3") == "! row 2 has 1 entry and row 1 has 2");
  CHECK(read("1\t\t2") == "1,,2");
  CHECK(read("[1, 2,]") == "1,2");
}

TEST_CASE("rows with names may stand in one line") {
  CHECK(read("o1 = (1, 2), o2 = (3, 4)") == "1,2;3,4");
  CHECK(read("o_1 = [1, 2]; o_2 = [3, 4]") == "1,2;3,4");
  CHECK(read("O = np.array([[1, 2], [3, 4]], dtype=float)") == "1,2;3,4");
}

TEST_CASE("a calculation is one cell") {
  for (const char* text : {"(1+2)*(3+4)", "ln(1,000)", "1 + 2", "max(1, 2)"})
    CHECK_MESSAGE(read(text) == text, text);
  CHECK(read("1 + 2, (3 - 4)*5") == "1 + 2,(3 - 4)*5");
}

TEST_CASE("what stands around a matrix is not passed over") {
  CHECK(read("\\begin{pmatrix}1 & 2\\end{pmatrix}^T") != "1,2");
  CHECK(read("2 [1, 2]") != "1,2");
  CHECK(read("[1, 2]'") != "1,2");
}

TEST_CASE("whether more than commas makes it a matrix") {
  CHECK(!lab::written_matrix("1,5").laid_out);
  CHECK(!lab::written_matrix("1 2").laid_out);
  for (const char* text : {"[1,2]", "1\t2", "1;2", "1\n2"})
    CHECK_MESSAGE(lab::written_matrix(text).laid_out, text);
}

TEST_CASE("any text is read or refused, and rows have one length") {
  tests::Noise noise(21);
  for (int i = 0; i < 5000; ++i) {
    const std::string text =
        tests::mutated(std::string("np.array([[1, 2],\n [3,5 4]])"), noise, "[](){}\t\n;,|&\\\" 1");
    const lab::WrittenMatrix m = lab::written_matrix(text);
    CHECK(m.rows.empty() == !m.error.empty());
    for (const auto& row : m.rows) CHECK(row.size() == m.rows[0].size());
  }
  CHECK(read(std::string(2 << 20, '1')) == "! it is longer than 1 MiB");
  CHECK(read(std::string(1 << 19, '[')).starts_with("[["));
  CHECK(read(std::string(300000, ',')).starts_with("! it has more than"));
}
