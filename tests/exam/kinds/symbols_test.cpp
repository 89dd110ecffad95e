#include "exam/kinds/symbols.h"

#include <doctest/doctest.h>

#include "exam/marked.h"
#include "exam/written.h"

namespace {

using tests::jacobian;
using tests::one;

}  // namespace

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
