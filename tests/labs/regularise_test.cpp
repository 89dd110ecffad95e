#include <doctest/doctest.h>

#include "labs/all.h"
#include "labs/opened.h"
#include "labs/regularise/line_up.h"
#include "thinning.h"

TEST_CASE("without a measure the network learns wrong labels by heart and the gap opens" *
          tests::thorough_only) {
  const lab::Report r = tests::report_at(laboratory::regularise::lab_row, "repeats=3&epochs=150");
  CHECK(tests::real(r, "accuracy.train") > 0.9);
  CHECK(tests::real(r, "gap.plain") > 0.1);
  // Each regulariser narrows it, Adam does not.
  for (const char* key : {"gap.augment", "gap.dropout", "gap.l2", "gap.l1", "gap.early"}) {
    CAPTURE(key);
    CHECK(tests::real(r, key) < tests::real(r, "gap.plain"));
  }
  CHECK(tests::real(r, "gap.adam") > tests::real(r, "gap.plain") - 0.02);
  CHECK(tests::real(r, "gap") == tests::real(r, "accuracy.train") - tests::real(r, "accuracy.val"));
}

TEST_CASE("the network as it is set is the plain one while nothing is switched on") {
  const lab::Report r = tests::report_at(laboratory::regularise::lab_row, "repeats=2&epochs=5");
  CHECK(tests::real(r, "gap.mean") == tests::real(r, "gap.plain"));
  CHECK(tests::real(r, "gap.low") < tests::real(r, "gap.mean"));
  const lab::Report with =
      tests::report_at(laboratory::regularise::lab_row, "repeats=2&epochs=5&bn=1");
  CHECK(tests::real(with, "gap.mean") == tests::real(with, "gap.bn"));
  CHECK(tests::real(with, "gap.plain") == tests::real(r, "gap.plain"));
}

TEST_CASE("labels are turned wrong in the training set alone, about as many as were asked for") {
  laboratory::regularise::Params p;
  p.points = 1000;
  p.label_noise = 0.2;
  const laboratory::regularise::Examples e = laboratory::regularise::examples(p, 3);
  CHECK(e.flipped > 160);
  CHECK(e.flipped < 240);
  p.label_noise = 0;
  const laboratory::regularise::Examples clean = laboratory::regularise::examples(p, 3);
  CHECK(clean.flipped == 0);
  CHECK(clean.validation.labels == e.validation.labels);
  CHECK(clean.train.inputs == e.train.inputs);
}

TEST_CASE("a run that diverges names where, and stays inspectable") {
  const lab::Report r =
      tests::report_at(laboratory::regularise::lab_row, "rate=10&l2=10&repeats=2&epochs=60");
  REQUIRE(!r.problems.empty());
  CHECK(r.problems[0].key == "rate");
  CHECK(r.problems[0].message.find("not finite") != std::string::npos);
  CHECK(std::holds_alternative<lab::Undefined>(r.find("gap")->value));
  CHECK(tests::figure(r, "accuracy"));
}

TEST_CASE("what would keep a page waiting is refused in words") {
  const lab::Report r = tests::report_at(laboratory::regularise::lab_row,
                                         "width=256&layers=6&points=2000&repeats=30", 1);
  REQUIRE(!r.problems.empty());
  CHECK(r.problems[0].key == "repeats");
}

TEST_CASE("networks that would fill the memory are refused in words") {
  const lab::Report r =
      tests::report_at(laboratory::regularise::lab_row, "data=glyphs&repeats=30&width=196", 1);
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].message.find("numbers that its nets hold") != std::string::npos);
}

TEST_CASE("accuracies and gaps are drawn on the same scale whatever is switched on") {
  const lab::Report plain = tests::report_at(laboratory::regularise::lab_row, "epochs=5&repeats=2"),
                    other = tests::report_at(laboratory::regularise::lab_row,
                                             "epochs=15&repeats=2&dropout=0.5&bn=1&l2=0.1");
  CHECK(tests::shape<lab::Bars>(plain, "gaps").y == tests::shape<lab::Bars>(other, "gaps").y);
  CHECK(tests::shape<lab::Lines>(plain, "accuracy").y ==
        tests::shape<lab::Lines>(other, "accuracy").y);
  CHECK(tests::most_in_view(plain) <= 4);
}
