// 2c-ii: what becomes of a gradient, of the paper's matrix and of drawn ones.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "exercises/answering.h"
#include "lab/number.h"
#include "thinning.h"

using tests::marked;
using tests::marks;
using tests::opened;
using tests::right;

namespace {

double value(const exam::Session& session, const char* key) {
  return std::get<double>(session.report().find(key)->value);
}

}  // namespace

TEST_CASE("of the paper's matrix both answers that see the explosion earn all marks") {
  CHECK(marks(opened("2c-ii"), R"({"verdict": "explodes"})") == doctest::Approx(25.0 / 3));
  CHECK(marks(opened("2c-ii"), R"({"verdict": "both"})") == doctest::Approx(25.0 / 3));
  CHECK(marks(opened("2c-ii"), R"({"verdict": "vanishes"})") == 0);
  CHECK(marks(opened("2c-ii"), R"({"verdict": "neither"})") == 0);
}

TEST_CASE(
    "the whole answer is not shown as contested, and a wrong verdict hears nothing of the right "
    "one") {
  const exam::FieldMark both = marked("2c-ii", "verdict", R"("both")");
  REQUIRE(both.parts.size() == 4);
  CHECK_FALSE(both.parts[2].contested);  // nothing about the whole answer is
  const exam::FieldMark wrong = marked("2c-ii", "verdict", R"("vanishes")");
  CHECK(wrong.parts[1].message.empty());
}

TEST_CASE("where rule and eigenvalues disagree, an answer by the rule costs no mark") {
  const std::string shear = "2c-ii#W=0.5,4;0,0.6", swap = "2c-ii#W=0,2.5;0.5,0";
  CHECK(right(opened(shear).form()) == "vanishes");
  CHECK(marked(shear, "verdict", R"("explodes")").share == 1);
  CHECK(marked(shear, "verdict", R"("neither")").share == 0);
  CHECK(right(opened(swap).form()) == "explodes");
  CHECK(marked(swap, "verdict", R"("both")").share == 1);
  CHECK(marked(swap, "verdict", R"("vanishes")").share == 0);
}

TEST_CASE("where they agree there is one verdict, and all of them occur in variants" *
          tests::thorough_only) {
  std::map<std::string, int> seen;
  for (int n = 1; n <= 120; ++n) {
    CAPTURE(n);
    const exam::Session session = opened("2c-ii#variant=" + std::to_string(n));
    CHECK(session.report().problems.empty());
    const auto& truth = std::get<std::string>(session.report().find("verdict")->value);
    CHECK(std::get<std::string>(session.report().find("verdict.rule")->value) == truth);
    const exam::Form form = session.form();
    CHECK(right(form) == (truth == "explodes-and-vanishes" ? "explodes" : truth));
    int full = 0;
    for (const exam::Option& o : std::get<exam::OneOf>(form[0].kind).options) full += o.share == 1;
    CHECK(full == (truth == "explodes-and-vanishes" ? 1 : 0));
    ++seen[truth];
    if (truth == "neither") continue;
    CHECK(std::abs(value(session, "spectral_radius") - 1) > 0.02);
    CHECK(std::abs(value(session, "least_modulus") - 1) > 0.02);
  }
  CHECK(seen.size() == 4);
  for (const auto& one : seen) CHECK_MESSAGE(one.second >= 5, one.first);
}

TEST_CASE("what |det W| proves is told of the matrix that is asked about") {
  const auto told = [](const char* link) {
    return std::get<std::string>(opened(link).facts().find("volume")->value);
  };
  CHECK(told("2c-ii") == "grows");
  CHECK(told("2c-ii#W=0.5,4;0,0.6") == "shrinks");  // det 0.3
  CHECK(told("2c-ii#W=0.6,-0.8;0.8,0.6") == "kept");
  CHECK(told("2c-ii#W=0,2.5;0.5,0") == "grows");  // -1.25
}

TEST_CASE("a shear explodes for want of an eigenvector, and no reason says otherwise") {
  const exam::Form form = opened("2c-ii#W=1,1;0,1").form();
  CHECK(right(form) == "explodes");
  CHECK(form.at(0).praise.find("lacks an eigenvector") != std::string::npos);
  for (const char* answer : {R"("explodes")", R"("neither")"})
    CHECK_MESSAGE(marked("2c-ii#W=1,1;0,1", "verdict", answer).message.find("power of T") !=
                      std::string::npos,
                  answer);
}

TEST_CASE("the numbers are practice in the paper and count in a variant") {
  const exam::Form paper = opened("2c-ii").form(), variant = opened("2c-ii#variant=3").form();
  CHECK(paper.at(1).practice);
  CHECK(paper.at(2).practice);
  CHECK_FALSE(variant.at(1).practice);
  CHECK_FALSE(variant.at(2).practice);
}

TEST_CASE("singular values in place of eigenvalues are recognised for either number") {
  CHECK(tests::typed("2c-ii", "radius", "1.98559").message.find("bounds what one step") !=
        std::string::npos);
  CHECK(tests::typed("2c-ii", "least", "0.583954").message.find("is not turned") !=
        std::string::npos);
  CHECK(tests::typed("2c-ii", "radius", "1.34105").message.find("in between") != std::string::npos);
}

TEST_CASE("what is done to the matrix in the lab leaves the question as it was") {
  CHECK(right(opened("2c-ii#/W=0.1,0;0,0.2").form()) == "explodes");
  CHECK(right(opened("2c-ii#/matrix=rotation").form()) == "explodes");
}

TEST_CASE("a matrix that is not square leaves the paper's own question, and it is said why") {
  const exam::Session session = opened("2c-ii#W=1,2,3;4,5,6");
  CHECK(session.question_link() == "2c-ii");
  CHECK(session.report().problems.size() == 2);
}
