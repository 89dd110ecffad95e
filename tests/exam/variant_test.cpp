#include <doctest/doctest.h>

#include "exam/sample.h"

TEST_CASE("variant 0 is the exercise's own instance") {
  const exam::Variant v = exam::variant(tests::exercise, 0);
  CHECK(lab::text(v.fields.find("width")->slot) == "6");
  for (const lab::Field& f : v.fields.all()) CHECK(!f.changed());
}

TEST_CASE("a draw that the lab refuses or that proves a mistake right is drawn again") {
  for (int n = 1; n < 200; ++n) {
    const exam::Variant v = exam::variant(tests::exercise, n);
    CHECK(v.sound);
    CHECK(lab::text(v.fields.find("width")->slot) == "5");
  }
}
