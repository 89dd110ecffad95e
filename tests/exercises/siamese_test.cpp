#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "exercises/answering.h"
#include "num/algebra.h"
#include "thinning.h"

using tests::opened;
using tests::typed;

namespace {

lab::Matrix matrix(const exam::Session& session, const char* key) {
  const lab::Readout* r = session.report().find(key);
  REQUIRE(r);
  if (const auto* row = std::get_if<std::vector<double>>(&r->value))
    return {1, static_cast<int>(row->size()), *row};
  return std::get<lab::Matrix>(r->value);
}

num::Matrix column(const lab::Matrix& m, int c) {
  num::Matrix out = num::Matrix::zero(m.rows, 1);
  for (int r = 0; r < m.rows; ++r) out.at(r, 0) = m.at(r, c);
  return out;
}

// The reference formula at the values that the laboratory reports for one example.
num::Matrix computed(const exam::Session& session, int example,
                     const std::vector<std::pair<const char*, const char*>>& readouts) {
  const exam::Form form = session.form();
  const auto& e = std::get<exam::Expression>(form[0].kind);
  std::vector<num::Matrix> values;
  for (const num::Symbol& s : e.symbols) {
    values.push_back(num::Matrix::zero(s.rows, s.cols));
    for (const auto& [name, key] : readouts)
      if (s.text == name) values.back() = column(matrix(session, key), example);
  }
  const num::Parsed parsed = num::parse(e.value, e.symbols);
  REQUIRE(parsed.formula);
  return num::evaluate(*parsed.formula, e.symbols, values).value;
}

}  // namespace

TEST_CASE(
    "the link through a twin is what the laboratory computes, for every merge and activation") {
  for (const char* merge : {"a1-a2", "a1%2Ba2", "a1*a2", "|a1-a2|"})
    for (const char* activation : {"relu", "leaky", "tanh", "sigmoid"}) {
      const std::string link =
          std::string("1h-iv#D=3&Da=4&m=2&seed=5&merge=") + merge + "&activation=" + activation;
      CAPTURE(link);
      const exam::Session session = opened(link);
      for (int example = 0; example < 2; ++example) {
        const num::Matrix d =
            computed(session, example, {{"z1", "z1"}, {"z2", "z2"}, {"a1", "a1"}, {"a2", "a2"}});
        const lab::Matrix diagonal = matrix(session, "delta3_diag");
        REQUIRE(d.rows == 4);
        for (int r = 0; r < 4; ++r)
          for (int c = 0; c < 4; ++c)
            CHECK(d.at(r, c) ==
                  doctest::Approx(r == c ? diagonal.at(r, example) : 0).epsilon(1e-12));
      }
    }
}

TEST_CASE("the gradient at the output is what the laboratory computes") {
  const exam::Session session = opened("1h-ii#m=3");
  const exam::Form form = session.form();
  const auto& e = std::get<exam::Expression>(form[0].kind);
  const num::Parsed parsed = num::parse(e.value, e.symbols);
  REQUIRE(parsed.formula);
  for (int i = 0; i < 3; ++i) {
    const double yhat = matrix(session, "yhat").at(0, i);
    // y is 0 or 1, and the sign of delta1 tells which.
    const double delta = matrix(session, "delta1").at(0, i), y = delta < 0 ? 1 : 0;
    const std::vector<num::Matrix> values = {{1, 1, {0}}, {1, 1, {yhat}}, {1, 1, {y}}, {1, 1, {3}}};
    CHECK(num::evaluate(*parsed.formula, e.symbols, values).value.values[0] ==
          doctest::Approx(delta).epsilon(1e-12));
  }
}

TEST_CASE("what is contested about the output's gradient counts as the paper's notes say") {
  CHECK(typed("1h-ii", "delta1", "(ŷ-y)/m").outcome == exam::Outcome::right);
  CHECK(typed("1h-ii", "delta1", "ŷ-y").outcome == exam::Outcome::right);
  CHECK(typed("1h-ii", "delta1", "∂L/∂z3 = y-ŷ").outcome == exam::Outcome::right);
  CHECK(typed("1h-ii", "delta1", "y-ŷ").message.find("Follow it through") != std::string::npos);
}

TEST_CASE(
    "the minus of the second twin carries the mark, and a column has to say how it multiplies") {
  CHECK(typed("1h-iv", "delta3", "-diag(1[z2>0])").share == 1);
  CHECK(typed("1h-iv", "delta3", "diag(1[z2>0])").message.find("a2 enters with a minus") !=
        std::string::npos);
  CHECK(typed("1h-iv", "delta3", "-1[z2>0] ⊙").share == 1);
  CHECK(typed("1h-iv", "delta3", "-1[z2>0]").share == 0.5);
  CHECK(typed("1h-iii", "delta2", "W2ᵀ").share == 1);
}

TEST_CASE("transposes of 1h-iv may be written as programs write them") {
  const exam::Session session = opened("1h-iv");
  const auto share = [&session](const char* fourth) {
    const std::string lines = std::string(R"({"gradients": ["W2' δ1", "ga ⊙ 1[z1>0]", )") +
                              R"("-ga ⊙ 1[z2>0]", ")" + fourth + R"(", "g1 + g2"]})";
    for (const exam::FieldMark& field : tests::marking(session, lines).fields)
      if (field.id == "gradients") return field.share;
    return -1.0;
  };
  CHECK(share("g1 x' + g2 x''") == 1);
  CHECK(share("g1 xᵀ + g2 x'ᵀ") == 1);
  CHECK(share("g1 x''") == 0.8);
  CHECK(share("(g1 + g2) x'") == 0.8);
}

TEST_CASE("each part of 1h opens where the walk has come back to what it asks about") {
  for (const auto& [part, node] :
       {std::pair("1h-ii", "z3"), std::pair("1h-iii", "a"), std::pair("1h-iv", "z2")}) {
    for (const char* variant : {"", "#variant=1", "#variant=2"}) {
      const std::string link = std::string(part) + variant;
      CAPTURE(link);
      exam::Session session = opened(link);
      while (!session.advance(64)) {
      }
      CHECK(std::get<std::string>(session.report().find("node")->value) == node);
    }
  }
}

TEST_CASE("1h-i opens on three different numbers") {
  const exam::Session session = opened("1h-i");
  const auto side = [&session](const char* key) {
    return std::get<lab::Whole>(session.fields().find(key)->slot).value;
  };
  CHECK(side("D") != side("Da"));
  CHECK(side("Da") != side("m"));
  CHECK(side("D") != side("m"));
  CHECK(session.report().problems.empty());
}

TEST_CASE("variants of 1h-ii and 1h-iii ask for numbers of their own, as the lab has them" *
          tests::thorough_only) {
  std::set<double> outputs, heads;
  for (int n = 1; n <= 60; ++n) {
    CAPTURE(n);
    const exam::Session out = opened("1h-ii#variant=" + std::to_string(n));
    const exam::Form form = out.form();
    if (form.size() == 2) {
      const double value = std::get<exam::Number>(form[1].kind).value;
      outputs.insert(value);
      const lab::Matrix delta = matrix(out, "delta1");
      double nearest = 1;
      for (const double d : delta.values) nearest = std::min(nearest, std::fabs(d - value));
      CHECK(nearest < 1e-4);
    }
    const exam::Session head = opened("1h-iii#variant=" + std::to_string(n));
    const exam::Form own = head.form();
    REQUIRE(own.size() == 2);
    const double weight = std::get<exam::Number>(own[1].kind).value;
    heads.insert(weight);
    const lab::Matrix row = matrix(head, "delta2");
    CHECK(std::count(row.values.begin(), row.values.end(), weight) >= 1);
  }
  CHECK(outputs.size() > 50);
  CHECK(heads.size() > 40);
  CHECK(opened("1h-ii").form().size() == 1);
  CHECK(opened("1h-iii").form().size() == 1);
}

TEST_CASE("variants of 1h-ii and 1h-iii have every merge and every activation" *
          tests::thorough_only) {
  for (const char* id : {"1h-ii", "1h-iii"}) {
    std::set<std::string> merges, activations;
    for (int n = 1; n <= 60; ++n) {
      const exam::Session session = opened(std::string(id) + "#variant=" + std::to_string(n));
      merges.insert(lab::text(session.asked()->at().find("merge")->slot));
      activations.insert(lab::text(session.asked()->at().find("activation")->slot));
    }
    CHECK(merges == std::set<std::string>{"a1-a2", "a1+a2", "a1*a2", "|a1-a2|"});
    CHECK(activations == std::set<std::string>{"relu", "leaky", "tanh", "sigmoid"});
  }
  for (const char* id : {"1h-ii", "1h-iii"}) {
    CHECK(lab::text(opened(id).asked()->at().find("merge")->slot) == "a1-a2");
    CHECK(lab::text(opened(id).asked()->at().find("activation")->slot) == "relu");
  }
}

TEST_CASE("1h-i takes either layout, and says why in the one that was used") {
  const exam::Session session = opened("1h-i");
  const auto marked = [&session](const char* answers) { return tests::marking(session, answers); };
  const exam::Marking rows = marked(
      R"({"W1": "D x Da", "b1": "1 x Da", "W2": "Da x 1", "b2": "1", "X": "m x D", "Y": "m x 1"})");
  CHECK(rows.marks == rows.out_of);
  CHECK(rows.fields[0].message.find("1 × D times D × Dₐ") != std::string::npos);
  CHECK(rows.fields[4].message == "m rows of D entries, one for each pair; X′ likewise.");
  const exam::Marking mixed =
      marked(R"({"W1": "D x Da", "b1": "Da x 1", "W2": "1 x Da", "X": "D x m"})");
  CHECK(mixed.fields[0].share == 0);
  CHECK(mixed.fields[0].notes[0].find("your other answers have them as columns") !=
        std::string::npos);
  CHECK(marked(R"({"W1": "D x Da"})").fields[0].notes[0].find("if all your answers keep to it") !=
        std::string::npos);
}

TEST_CASE("variants of 1h-i ask for other shapes, and no form or field tells them beforehand") {
  std::set<std::string> asked;
  for (int n = 1; n <= 20; ++n) {
    const exam::Session session = opened("1h-i#variant=" + std::to_string(n));
    std::string answers;
    for (const exam::AnswerField& f : session.form()) {
      const auto& shape = std::get<exam::ShapeAnswer>(f.kind);
      answers += f.id + " " + shape.rows + "×" + shape.cols + " ";
    }
    asked.insert(answers);
  }
  CHECK(asked.size() == 3);
  const exam::Session paper = opened("1h-i");
  for (const lab::Field& f : paper.fields().all())
    CHECK_MESSAGE(f.label.find("×") == std::string::npos, f.key);
}

TEST_CASE("that examples are rows is said once, beside the first answer that has them so") {
  const exam::Marking m =
      tests::marking(opened("1h-i"), R"({"W1": "D×D_a", "b1": "1×D_a", "W2": "D_a×1"})");
  int said = 0;
  for (const exam::FieldMark& field : m.fields)
    for (const std::string& note : field.notes)
      said += note.starts_with("Read with examples as rows");
  CHECK(said == 1);
  CHECK_FALSE(m.fields[0].notes.empty());
}
