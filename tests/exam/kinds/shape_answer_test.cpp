#include "exam/kinds/shape_answer.h"

#include <doctest/doctest.h>

#include "exam/marked.h"
#include "exam/written.h"

namespace {

using tests::all_marked;
using tests::one;
using tests::sizes;
using tests::weights;

exam::AnswerField shape(const char* id, const char* rows, const char* cols) {
  exam::ShapeAnswer s{rows, cols, sizes, {}, true};
  return {id, id, s, "It fits."};
}

}  // namespace

TEST_CASE("a shape has many spellings, in numbers and in names") {
  for (const char* text :
       {"5×4", "5x4", "5 x 4", "(5,4)", "(5, 4)", "[5, 4]", "5 by 4", "D_a × D", "Da x D", "DaxD",
        "D_{a} \\times D", "Dₐ×D", "(Da, D)", "ℝ^{D_a × D}", "\\mathbb{R}^{Da \\times D}", "5*4",
        "Da*D", "R^(5x4)", "$5 \\times 4$"}) {
    CAPTURE(text);
    const exam::FieldMark f = one(weights(), lab::quoted(text));
    CAPTURE(f.message);
    CHECK(f.outcome == exam::Outcome::right);
  }
  CHECK(one(weights(), R"("Da x D")").read_as == "D_a×D");
  CHECK(one(weights(), R"("5 x m")").message == "No weight knows the examples.");
  CHECK(one(shape("b", "D_a", "1"), R"("Da")").outcome == exam::Outcome::right);
  CHECK(one(shape("b", "D_a", "1"), lab::quoted("(Da,)")).outcome == exam::Outcome::right);
  CHECK(one(shape("b", "1", "1"), R"("scalar")").outcome == exam::Outcome::right);
}

TEST_CASE("what is no shape is refused, and costs nothing") {
  for (const char* text : {"2×D×m", "5 ×", "x", "fivish", "q × 3", "(5"}) {
    CAPTURE(text);
    CHECK(one(weights(), lab::quoted(text)).outcome == exam::Outcome::invalid);
  }
}

TEST_CASE("the transposed convention counts where all shapes keep to it") {
  const exam::Form form{shape("W1", "D_a", "D"), shape("W2", "1", "D_a"), shape("b2", "1", "1")};
  CHECK(all_marked(form, R"({"W1": "DxDa", "W2": "Da x 1", "b2": "1x1"})").marks == 3);
  CHECK(all_marked(form, R"({"W1": "DaxD", "W2": "1 x Da", "b2": "1x1"})").marks == 3);
  const exam::Marking mixed = all_marked(form, R"({"W1": "DaxD", "W2": "Da x 1", "b2": "1x1"})");
  CHECK(mixed.marks == 2);
  CHECK(mixed.fields[1].message.find("swapped") != std::string::npos);
}
