#include <doctest/doctest.h>

#include <map>
#include <set>

#include "exercises/answering.h"

using tests::marked;
using tests::opened;
using tests::typed;

namespace {

const exam::AnswerField& field_of(const exam::Form& form, const std::string& id) {
  for (const exam::AnswerField& field : form)
    if (field.id == id) return field;
  FAIL("no field " << id);
  return form.front();
}

}  // namespace

TEST_CASE("2b-i: the paper asks for four choices, and the rest is practice") {
  const exam::Session session = opened("2b-i");
  int marked_fields = 0;
  for (const exam::AnswerField& field : session.form()) marked_fields += !field.practice;
  CHECK(marked_fields == 4);
  CHECK(tests::marks(session,
                     R"({"real": "high", "fake": "made", "losses": "non-saturating",
                         "players": "D-up"})") == doctest::Approx(15));
  CHECK(tests::marks(session, R"({"real": "low", "fake": "made", "losses": "minimax",
                                  "players": "D-up"})") == doctest::Approx(11.25));
}

TEST_CASE("2b-i: every usual form counts, and a loss of D alone is half") {
  for (const char* form : {"non-saturating", "minimax", "least-squares", "wasserstein", "hinge"})
    CHECK(typed("2b-i", "losses", form).share == 1);
  CHECK(typed("2b-i", "losses", "only-D").share == 0.5);
  for (const char* form : {"swapped", "pixels"}) CHECK(typed("2b-i", "losses", form).share == 0);
}

TEST_CASE("2b-i: numbers follow the outputs, and any positive factor counts") {
  // -ln 0.8 - ln 0.5 over 2, and -ln 0.5 - ln 0.75 over 2.
  const std::string link = "2b-i#D_real=0.8,0.5&D_fake=0.5,0.25";
  CHECK(typed(link, "D_loss", "0.94856").share == 1);
  CHECK(typed(link, "D_loss", "1.89712").share == 1);
  CHECK(typed(link, "D_loss", "0.47428").share == 1);
  CHECK(typed(link, "D_loss", "-0.94856").message.find("value V") != std::string::npos);
  CHECK(typed(link, "G_loss", "1.03972").share == 1);
  CHECK(typed(link, "G_loss", "-0.490415").message.find("saturating form") != std::string::npos);
  CHECK(typed(link, "G_loss", "-1.03972").message.find("sign is reversed") != std::string::npos);
}

TEST_CASE("2b-i: sums count for sets of one size, and not for others") {
  const auto share = [](const char* link, const char* answer) {
    return typed(link, "D_loss", answer).share;
  };
  // Three of each: the sum is three times the sum of the means.
  CHECK(share("2b-i#D_real=0.5,0.5,0.5&D_fake=0.5,0.5,0.5", "4.15888") == 1);
  CHECK(share("2b-i#D_real=0.5,0.5,0.5&D_fake=0.5,0.5,0.5,0.5", "4.85203") == 0);
}

TEST_CASE("2b-i: where a logarithm is infinite no number is asked for") {
  const exam::Form form = opened("2b-i#D_fake=1,0.5").form();
  for (const exam::AnswerField& field : form) CHECK(field.id != "D_loss");
}

TEST_CASE("2b-i: variants work out all three forms, and turn the options") {
  std::map<std::string, int> forms;
  std::set<int> places;
  for (int n = 1; n <= 60; ++n) {
    const exam::Session session = opened("2b-i#variant=" + std::to_string(n));
    ++forms[std::get<std::string>(session.facts().find("worked")->value)];
    const exam::Form form = session.form();
    places.insert(std::get<exam::OneOf>(form.at(2).kind).right);
    CHECK(!field_of(form, "D_loss").practice);
  }
  CHECK(forms.size() == 3);
  for (const auto& entry : forms) CHECK(entry.second > 8);
  CHECK(places.size() == 8);
}

TEST_CASE("2b-i: formulas of other forms count, and each slip hears its own sentence") {
  const auto share = [](const char* field, const char* answer) {
    return typed("2b-i", field, answer).share;
  };
  CHECK(share("D_formula", "-0.5*(ln R1 + ln R2) - 0.5*(ln(1-F1) + ln(1-F2))") == 1);
  CHECK(share("D_formula", "-ln(R1 R2 (1-F1) (1-F2))") == 1);
  CHECK(share("D_formula", "1/4 ((R1-1)^2 + (R2-1)^2 + F1^2 + F2^2)") == 1);
  CHECK(share("D_formula", "(F1+F2)/2 - (R1+R2)/2") == 1);
  CHECK(share("D_formula", "1/2 (ln R1 + ln R2 + ln(1-F1) + ln(1-F2))") == 0.5);
  CHECK(share("D_formula", "-1/2 (ln F1 + ln F2)") == 0);
  CHECK(share("G_formula", "-1/2 ln(F1 F2)") == 1);
  CHECK(share("G_formula", "1/2 ln((1-F1)(1-F2))") == 1);
  CHECK(share("G_formula", "1/2 ln(F1 F2)") == 0);
}

TEST_CASE("2b-ii: the comparison, the distance and its weight") {
  const exam::Session session = opened("2b-ii");
  CHECK(tests::marks(session, R"({"compare": "down", "distance": "l1", "enters": "plus"})") ==
        doctest::Approx(15));
  CHECK(tests::marks(session, R"({"compare": "learned", "distance": "l2", "enters": "plus"})") ==
        doctest::Approx(15));
  CHECK(typed("2b-ii", "compare", "learned").message.find("agree on a code") != std::string::npos);
  for (const char* wrong : {"enlarged", "pair", "direct", "both-down", "down-x"})
    CHECK(typed("2b-ii", "compare", wrong).share == 0);
  CHECK(typed("2b-ii", "distance", "signed").message.find("cancel") != std::string::npos);
}

TEST_CASE("2b-ii: numbers follow the pictures, and each slip hears its own sentence") {
  // Blocks of mean 4, 2, 2 and 3; differences -0.5, 0, -1 and 0.
  const std::string link = "2b-ii#G=1,3,0,0;5,7,0,8;2,2,4,4;2,2,4,0&x=4.5,2;3,3";
  CHECK(typed(link, "down", "4,2;2,3").share == 1);
  CHECK(typed(link, "loss", "0.375").share == 1);
  CHECK(typed(link, "loss", "3/8").share == 1);
  CHECK(typed(link, "loss", "1.5").message.find("Divide") != std::string::npos);
  CHECK(typed(link, "loss", "0.3125").message.find("squares") != std::string::npos);
  CHECK(typed(link, "loss", "-0.375").message.find("signs") != std::string::npos);
  CHECK(typed(link, "down", "16,8;8,12").message.find("added up") != std::string::npos);
  // 3.5, 1.5, 0.5, 2.5; 2, 2, 2, 6; 1, 1, 1, 1; 1, 1, 1, 3 off the enlarged x.
  CHECK(typed(link, "loss", "1.875").message.find("as if x were enlarged") != std::string::npos);
}

TEST_CASE("2b-ii: sides that do not fit leave the choices, and no numbers are asked for") {
  const exam::Form form = opened("2b-ii#factor=3").form();
  CHECK(form.size() == 4);
  CHECK(form.back().id == "formula");
}

TEST_CASE("2b-ii: variants ask for sizes and squares, by two and by three") {
  std::map<bool, int> squares;
  std::map<double, int> pixels;
  for (int n = 1; n <= 60; ++n) {
    const exam::Facts facts = opened("2b-ii#variant=" + std::to_string(n)).facts();
    ++squares[std::get<bool>(facts.find("squares")->value)];
    ++pixels[std::get<double>(facts.find("pixels")->value)];
  }
  CHECK(squares.size() == 2);
  REQUIRE(pixels.size() == 2);
  CHECK(pixels[9] > 8);
}

TEST_CASE("2b-ii: a block by hand in other forms") {
  const auto share = [](const char* answer) { return typed("2b-ii", "formula", answer).share; };
  CHECK(share("|1/4 (g1+g2+g3+g4) - x|") == 1);
  CHECK(share("(x - (g1+g2+g3+g4)/4)^2") == 1);
  CHECK(share("(g1+g2+g3+g4)/4 - x") == 0.5);
  CHECK(share("|g1+g2+g3+g4 - x|") == 0.5);
  CHECK(share("1/4 (|g1-x| + |g2-x| + |g3-x| + |g4-x|)") == 0);
  CHECK(share("|(g1+g2+g3+g4)/4 - y|") == 0);
}

TEST_CASE(
    "2b-ii: where the lab only looks elsewhere the truth of a guess takes no run of its own") {
  exam::Session session = opened("2b-ii#step=3/which=2");
  session.seek_truth();
  CHECK_FALSE(session.advance(1));
  CHECK_FALSE(session.advance(1));
  CHECK(session.advance(1));
  REQUIRE(session.question_report());
  exam::Session there = opened("2b-ii#step=3");
  while (!there.advance(8)) {
  }
  const lab::Report &known = *session.question_report(), &said = there.report();
  REQUIRE(known.readouts.size() == said.readouts.size());
  for (std::size_t i = 0; i < said.readouts.size(); ++i)
    CHECK(lab::json(known.readouts[i].value) == lab::json(said.readouts[i].value));
  CHECK(session.link() == "2b-ii#step=3/which=2");
  exam::Session other = opened("2b-ii#step=3/seed=7");
  while (!other.advance(8)) {
  }
  REQUIRE(other.question_report());
  CHECK(lab::json(other.question_report()->readouts[0].value) == lab::json(said.readouts[0].value));
}
