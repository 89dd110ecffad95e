#include <doctest/doctest.h>

#include "exam/exercise.h"
#include "exam/factors.h"
#include "exam/marking.h"

namespace {

num::Symbol size(const char* name, double value) {
  num::Symbol s{name};
  s.low = s.high = value;
  s.whole = true;
  return s;
}

const std::vector<num::Symbol> sizes = {size("D", 4), size("D_a", 5), size("m", 7)};

exam::AnswerField shape(const char* id, const char* rows, const char* cols) {
  exam::ShapeAnswer s{rows, cols, sizes, {}, true};
  return {id, id, s, "It fits."};
}

exam::Marking all_marked(const exam::Form& form, const std::string& answers) {
  const auto json = lab::parse_json(answers);
  CAPTURE(json.error);
  REQUIRE(json.value);
  return exam::mark(form, static_cast<double>(form.size()), *json.value);
}

exam::FieldMark one(const exam::AnswerField& field, const std::string& answer) {
  return all_marked({field}, "{\"" + field.id + "\": " + answer + "}").fields[0];
}

exam::AnswerField weights() {
  exam::ShapeAnswer s{"D_a", "D", sizes, {{"D_a", "m", "No weight knows the examples."}}, true};
  return {"W1", "W1", s, "It fits."};
}

// L = c², c = a b, a = 3 x: by x, from behind.
exam::AnswerField chain() {
  num::Symbol g1{"g1"}, g2{"g2"}, g3{"g3"};
  exam::Derivation d;
  d.symbols = {{"x"}, {"b"}, {"c"}};
  d.steps = {{g1, "2 c", "∂L/∂c", "Square: twice the base.", {{"c", "The 2 is missing."}}},
             {g2, "g1 b", "∂L/∂a", "Times what multiplies a."},
             {g3, "3 g2", "∂L/∂x", "Times 3."}};
  return {"chain", "Derive", d, "All three links."};
}

exam::AnswerField product() {
  exam::Factors f{"p(z1) p(z2|z1) p(x1|z1) p(x2|z2)",
                  {{"p(z2) p(z1|z2) p(x1|z1) p(x2|z2)", "The arrow goes from z1 to z2."}}};
  return {"p", "p(z, x)", f, "One factor for each node."};
}

exam::AnswerField jacobian() {
  exam::Symbols s;
  s.entries = {{{"-1[z>0]"}, {"0", true}}, {{"0"}, {"w^2"}}};
  s.symbols = {{"z"}, {"w"}};
  s.mistakes = {{{{"1[z>0]", "0"}, {"0", "w^2"}}, "The minus is missing."}};
  return {"M", "Fill in", s, "Diagonal."};
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
  for (const char* text : {"2×D×m", "5 ×", "x", "five", "q × 3", "(5"}) {
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

TEST_CASE("a derivation names its first wrong line and marks the rest by what follows from it") {
  CHECK(one(chain(), R"(["2c", "2 c b", "6 b c"])").outcome == exam::Outcome::right);
  CHECK(one(chain(), R"(["2c", "g1 b", "3 g2"])").outcome == exam::Outcome::right);
  CHECK(one(chain(), R"("2c\n2cb\n6bc")").outcome == exam::Outcome::right);
  for (const char* carried : {R"(["c", "c b", "3 c b"])", R"(["c", "g1 b", "3 g2"])"}) {
    CAPTURE(carried);
    const exam::FieldMark f = one(chain(), carried);
    CHECK(f.share == doctest::Approx(2.0 / 3));
    CHECK(f.message.find("Line 1 is the first") == 0);
    CHECK(f.parts[0].message == "The 2 is missing.");
    CHECK(f.parts[1].outcome == exam::Outcome::right);
    CHECK(f.parts[2].outcome == exam::Outcome::right);
  }
  CHECK(one(chain(), R"(["c", "c b", "3 c b"])").parts[1].message.find("follows from your own") !=
        std::string::npos);
  // An error, and then the truth all the same.
  const exam::FieldMark back = one(chain(), R"(["c", "2 c b", "6 b c"])");
  CHECK(back.parts[1].outcome == exam::Outcome::right);
  CHECK(back.parts[2].outcome == exam::Outcome::right);
  // Wrong in no known way: the sentence of the line.
  CHECK(one(chain(), R"(["2c", "b + x", "3 g2"])").parts[1].message == "Times what multiplies a.");
  const exam::FieldMark middle = one(chain(), R"(["2c", "2c", "3 g2"])");
  CHECK(middle.message.find("Line 2") == 0);
  CHECK(middle.parts[2].outcome == exam::Outcome::right);
  CHECK(one(chain(), R"(["2c", "", ""])").message.find("missing") != std::string::npos);
  CHECK(one(chain(), R"(["", null])").outcome == exam::Outcome::blank);
  CHECK(one(chain(), R"(["2c", "(", "6bc"])").parts[1].outcome == exam::Outcome::invalid);
  CHECK(one(chain(), "3").outcome == exam::Outcome::invalid);
  CHECK(exam::understand(chain(), "g1 b", "2").valid);
  CHECK(!exam::understand(chain(), "g2 b", "2").valid);
}

TEST_CASE("factors count in any order, with their conditions in any order") {
  for (const char* text :
       {"p(z1) p(z2|z1) p(x1|z1) p(x2|z2)", "p(x2|z2)p(x1|z1)p(z2|z1)p(z1)",
        "p(x_1, z_1) = p(z_1)·p(z_2 | z_1)·p(x_1|z_1)·p(x_2|z_2)", "p(z₁)p(z₂∣z₁)p(x₁∣z₁)p(x₂∣z₂)",
        "p(z_{1}) p(z_{2} \\mid z_{1}) p(x_{1}|z_{1}) p(x_{2}|z_{2})"}) {
    CAPTURE(text);
    CHECK(one(product(), lab::quoted(text)).outcome == exam::Outcome::right);
  }
  CHECK(one(product(), lab::quoted("p(z2) p(z1|z2) p(x1|z1) p(x2|z2)")).message ==
        "The arrow goes from z1 to z2.");
  const exam::FieldMark f = one(product(), lab::quoted("p(z1) p(z2|z1) p(x1|z1) p(x2|z1)"));
  CHECK(f.share == 0.5);  // three right, one that does not belong
  CHECK(f.notes[0].find("x2 depends on") != std::string::npos);
  const exam::FieldMark missing = one(product(), lab::quoted("p(z2|z1) p(x1|z1) p(x2|z2)"));
  CHECK(missing.share == 0.75);
  CHECK(missing.message.find("which one is missing") != std::string::npos);
  // A factor counts once, however often it is written, and the letter belongs to it.
  CHECK(one(product(), lab::quoted("p(z1) p(z1) p(z2|z1) p(x1|z1) p(x2|z2)")).share == 0.75);
  const exam::FieldMark other = one(product(), lab::quoted("q(z1) p(z2|z1) p(x1|z1) p(x2|z2)"));
  CHECK(other.share == 0.5);
  CHECK(other.notes[0].find("the other distribution") != std::string::npos);
  CHECK(one(product(), lab::quoted("p(x1) p(x2)")).share == 0);
  CHECK(one(product(), R"("")").outcome == exam::Outcome::blank);
  CHECK(exam::understand(product(), "p(z1) p(z2|z1)").message == "read as p(z1) p(z2|z1)");
  CHECK(exam::factoring("p(x_{1:3})").factors[0].heads ==
        std::vector<std::string>{"x1", "x2", "x3"});
  for (const char* bad : {"p(z1", "z1", "p()", "p(z1) + p(z2)", "p(x_{3:1})", "(z1)"}) {
    CAPTURE(bad);
    CHECK(one(product(), lab::quoted(bad)).outcome == exam::Outcome::invalid);
  }
}

TEST_CASE("a matrix of formulas is marked entry by entry") {
  CHECK(one(jacobian(), R"x([["-relu'(z)", ""], ["0", "w w"]])x").outcome == exam::Outcome::right);
  const exam::FieldMark f = one(jacobian(), R"([["1[z>0]", ""], ["0", "w^2"]])");
  CHECK(f.message == "The minus is missing.");
  CHECK(f.share == doctest::Approx(2.0 / 3));
  CHECK(f.parts.size() == 3);
  CHECK(f.parts[0].outcome == exam::Outcome::wrong);
  CHECK(one(jacobian(), R"([["", ""], ["", ""]])").outcome == exam::Outcome::blank);
  CHECK(f.notes.empty());
  const exam::FieldMark two = one(jacobian(), R"([["-1[z>0]", ""], ["1", "w +"]])");
  CHECK(two.share == doctest::Approx(1.0 / 3));
  CHECK(two.notes.size() == 2);
  CHECK(two.notes[0].find("Row 2, column 1: ") == 0);
  CHECK(two.notes[1].find("Row 2, column 2: ") == 0);
  CHECK(one(jacobian(), R"([["-1[z>0]"]])").share == doctest::Approx(1.0 / 3));
  CHECK(one(jacobian(), R"("x")").outcome == exam::Outcome::invalid);
}

TEST_CASE("reference answers of every written kind score, and no mistake passes for them") {
  const exam::Form form{weights(), chain(), product(), jacobian()};
  CHECK(exam::mark(form, 4, exam::reference_answers(form)).marks == doctest::Approx(4));
  CHECK(exam::tells_apart(form));
}

TEST_CASE("practice is marked like the rest, and worth no marks") {
  exam::Form form{weights(), chain(), jacobian()};
  form[1].practice = form[2].practice = true;
  CHECK(exam::mark(form, 5, exam::reference_answers(form)).marks == 5);
  const exam::Marking only = all_marked(form, R"({"chain": ["c", "g1 b", "3 g2"]})");
  CHECK(only.marks == 0);
  CHECK(only.fields[1].practice);
  CHECK(only.fields[1].outcome == exam::Outcome::partly);
  CHECK(!only.fields[0].practice);
  CHECK(all_marked(form, R"({"W1": "5x4", "chain": ["c", "", ""]})").marks == 3);
  exam::Form all{chain()};
  all[0].practice = true;
  CHECK(exam::mark(all, 5, exam::reference_answers(all)).marks == 0);
}
