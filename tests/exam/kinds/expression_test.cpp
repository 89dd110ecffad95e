#include "exam/kinds/expression.h"

#include <doctest/doctest.h>

#include "exam/formula_sentences.h"
#include "exam/instance.h"
#include "exam/marked.h"

namespace {

exam::AnswerField delta1() {
  exam::Expression e;
  e.value = "(ŷ - y)/m";
  e.symbols = {{"ŷ", 1, 1, 0.05, 0.95}, {"y", 1, 1, 0, 1, true}, {"m", 1, 1, 2, 9, true}};
  e.mistakes = {{"(y - ŷ)/m", "Follow the minus in J."}};
  e.alternatives = {{"ŷ - y", "That is the cost of one example."},
                    {"y - ŷ", "As you name it, L.", 1, "dL/dz3"}};
  return {"delta1", "δ1", e, "The sigmoid cancels."};
}

exam::AnswerField delta2() {
  exam::Expression e;
  e.value = "W2";
  e.symbols = {{"W2", 1, 5}};
  e.transposable = true;
  return {"delta2", "δ2", e, "z3 is linear in a."};
}

exam::AnswerField delta3() {
  exam::Expression e;
  e.value = "-diag(1[z2>0])";
  e.symbols = {{"z2", 5, 1}, {"a2", 5, 1, 0, 0, false, "relu(z2)"}};
  e.mistakes = {{"diag(1[z2>0])", "Expand a = a1 - a2 first."}};
  e.alternatives = {{"-1[z2>0]", "The diagonal, to be used with ⊙.", 1, "", true}};
  return {"delta3", "δ3", e, "Minus, then the slope."};
}

exam::FieldMark marked(const exam::AnswerField& field, const std::string& text) {
  return tests::one(field, lab::quoted(text));
}

}  // namespace

TEST_CASE("a formula is right in any form") {
  for (const char* text : {"(ŷ-y)/m", "1/m (yhat - y)", "δ1 = ŷ/m - y/m", "-(y-ŷ)/m", "ŷ - y"}) {
    CAPTURE(text);
    CHECK(marked(delta1(), text).outcome == exam::Outcome::right);
  }
  CHECK(marked(delta1(), "(ŷ-y)/m").message == "The sigmoid cancels.");
  CHECK(marked(delta1(), "ŷ-y").message == "That is the cost of one example.");
  CHECK(marked(delta1(), "(yhat-y)/m").read_as == "(ŷ − y)/m");
  CHECK(marked(delta3(), "-diag(ReLU'(z2))").outcome == exam::Outcome::right);
  CHECK(marked(delta3(), "-diag(1[a2>0])").read_as == "−diag(1[a2 > 0]), 5×5");
}

TEST_CASE("a value that belongs to another quantity counts where it is called so, and only there") {
  CHECK(marked(delta1(), "∂L/∂z3 = y - ŷ").outcome == exam::Outcome::right);
  CHECK(marked(delta1(), "y - ŷ").outcome == exam::Outcome::wrong);
  CHECK(marked(delta1(), "∂L/∂z3 = (ŷ - y)/m").outcome == exam::Outcome::wrong);
  CHECK(marked(delta3(), "-1[z2>0] ⊙").outcome == exam::Outcome::right);
  CHECK(marked(delta3(), "-1[z2>0]").outcome == exam::Outcome::wrong);
}

TEST_CASE("a wrong formula gets its cure or its diagnosis, and numbers that show it") {
  CHECK(marked(delta1(), "(y-ŷ)/m").message == "Follow the minus in J.");
  CHECK(marked(delta1(), "2(ŷ-y)/m").message.find("Yours is 2 times") == 0);
  CHECK(marked(delta1(), "(ŷ-y)/m^2").message.find("divided by m") != std::string::npos);
  CHECK(marked(delta1(), "(ŷ+y)/m").message.find("wrong sign") != std::string::npos);
  CHECK(marked(delta1(), "ŷ/m").message.find("One term") == 0);
  CHECK(marked(delta1(), "ŷ(1-ŷ)(ŷ-y)/m").message.find("Without the factor") == 0);
  const exam::FieldMark f = marked(delta1(), "2(ŷ-y)/m");
  REQUIRE(f.notes.size() == 1);
  CHECK(f.notes[0].find("At ŷ = 0.") == 0);
  CHECK(f.notes[0].find("yours is") != std::string::npos);
  CHECK(marked(delta3(), "W2").outcome == exam::Outcome::invalid);
  CHECK(marked(delta3(), "z2 z2").message.find("z2 is 5×1 and cannot multiply z2") !=
        std::string::npos);
  CHECK(marked(delta3(), "log(0-1)").message.find("has no value") != std::string::npos);
}

TEST_CASE("either layout counts where it is kept to") {
  CHECK(marked(delta2(), "W2").outcome == exam::Outcome::right);
  const exam::FieldMark turned = marked(delta2(), "W2ᵀ");
  CHECK(turned.outcome == exam::Outcome::right);
  CHECK(turned.notes[0].find("transposed layout") != std::string::npos);
  exam::AnswerField other = delta2();
  other.id = "other";
  const auto json = lab::parse_json(R"({"delta2": "W2ᵀ", "other": "W2"})");
  CHECK(exam::mark({delta2(), other}, 2, *json.value).marks == 1);
}

TEST_CASE("a form of formulas is told apart from its mistakes, and its reference scores") {
  const exam::Form form{delta1(), delta2(), delta3()};
  CHECK(exam::tells_apart(form));
  CHECK(exam::mark(form, 3, exam::reference_answers(form)).marks == 3);
  exam::AnswerField bad = delta2();
  std::get<exam::Expression>(bad.kind).mistakes = {{"2 W2/2", "no mistake"}};
  CHECK_FALSE(exam::tells_apart({bad}));
}

TEST_CASE("a formula that leaves a name in place of its value is not finished") {
  exam::Expression e;
  e.value = "log(1 + (K - 1) exp(-m))";
  num::Symbol y{"y", 1, 1, 1, 1}, own{"z_y", 1, 1, 0.5, 0.5}, z{"z", 1, 3};
  z.meaning = "[z_y, z_y - m, z_y - m]";
  z.count = "K";
  y.aside = own.aside = z.aside = true;
  e.symbols = {{"K", 1, 1, 2, 3, true}, {"m", 1, 1, 0, 5}, y, own, z};
  e.unfinished = {{"z", "Put m in."}};
  const exam::AnswerField field{"loss", "loss", e, "Right."};
  for (const char* text :
       {"log(1 + sum_{j≠y} exp(z_j - z_y))", "log(1 + \\sum_{j \\ne y}^K e^{z_j - z_y})",
        "log(1 + sum over j != y of exp(z_j - z_y))", "log(1 + (K-1) e^{z_j - z_y})",
        "log(1 + exp(z_j - z_y) summed over the rivals)", "log(sum_j e^{z_j}) - z_y"}) {
    CAPTURE(text);
    const exam::FieldMark mark = marked(field, text);
    CHECK(mark.share == 0.5);
    CHECK(mark.message == "Put m in.");
  }
  for (const char* text : {"log(1 + sum_{j≠y} exp(-m))", "log(1 + Σ_j≠y e^-m)",
                           "log(1 + Σ_{j≠y} e^{z_j - z_y}) = log(1 + (K-1) e^-m)"})
    CHECK_MESSAGE(marked(field, text).share == 1, text);
  CHECK(marked(field, "log(1 + sum_j exp(z_j - z_y))").outcome == exam::Outcome::wrong);
  CHECK(marked(field, "q").message.find("the names here are K, m.") != std::string::npos);
}

TEST_CASE("what a formula is read as is said before it is marked") {
  CHECK(exam::understand(delta2(), "W2'").message == "read as W2ᵀ, 5×1");
  CHECK(!exam::understand(delta2(), "W2 W2").valid);
  CHECK(!exam::understand(delta2(), "W2 (").valid);
}

TEST_CASE("an example shows the entry that is furthest off, in digits that tell the two apart") {
  const std::vector<num::Symbol> symbols = {{"W", 1, 3}};
  const auto formula = num::parse("W", symbols).formula;
  REQUIRE(formula);
  const num::Matrix wanted{1, 3, {1.59, 2, 0.3}};
  const auto said = [&](const num::Matrix& given) {
    num::Comparison c;
    c.agreement = num::Agreement::different;
    c.given = given, c.wanted = wanted;
    return exam::counter_example(*formula, *formula, symbols, {{wanted}}, c, "the right value");
  };
  const std::string third = said({1, 3, {1.586, 2, 0.6}});
  CHECK(third.find("entry 1,3 of yours is 0.6 and the right value is 0.3.") != third.npos);
  const std::string first = said({1, 3, {1.59002, 2, 0.3}});
  CHECK(first.find("entry 1,1 of yours is 1.59002 and the right value is 1.59.") != first.npos);
}
