#include "exam/kinds/factors.h"

#include <doctest/doctest.h>

#include "exam/factoring.h"
#include "exam/marked.h"
#include "exam/written.h"

namespace {

using tests::one;
using tests::product;

}  // namespace

TEST_CASE("bars, brackets, lists and ends of products are read as people write them") {
  for (const char* text :
       {"p(z1)p(z2/z1)p(x1/z1)p(x2/z2)", "[p(z1) p(z2|z1)] [p(x1|z1) p(x2|z2)]",
        "p(z1); p(z2|z1); p(x1|z1); p(x2|z2)", "p(z[1]) p(z[2]|z[1]) p(x[1]|z[1]) p(x[2]|z[2])",
        "p(z1)p(z2|z1)p(x1|z1)p(x2|z2) because each node needs its parents",
        "p(z1) p(z2|z1) ∏_{t=1}^T p(x_t|z_t)", "p(z1) p(z2|z1) \\prod_t p(x_t|z_t)",
        "p(z1) ∏_{t>1} p(z_t|z_{t-1}) ∏_{t≥1} p(x_t|z_t)",
        "p(z1) \\prod_{t=2} p(z_t|z_{t-1}) \\prod_{t \\ge 1} p(x_t|z_t)"}) {
    CAPTURE(text);
    CHECK(one(product(), lab::quoted(text)).outcome == exam::Outcome::right);
  }
  CHECK(exam::factoring("q(z2 | z1 x2)").factors[0].conditions ==
        std::vector<std::string>{"x2", "z1"});
  CHECK(exam::factoring("q(z2 given z1 and x2)").factors[0].conditions ==
        std::vector<std::string>{"x2", "z1"});
  // Without a last index a product has to name its end, and a bracket has to be closed.
  CHECK_FALSE(exam::factoring("∏_{t=1}^T p(x_t|z_t)").error.empty());
  for (const char* bad : {"[p(z1) p(z2|z1)", "p(z1)] p(z2|z1)", "p(z1) / p(z2|z1)"}) {
    CAPTURE(bad);
    CHECK_FALSE(exam::factoring(bad).error.empty());
  }
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
