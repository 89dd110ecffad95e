#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "labs/all.h"
#include "labs/human_level/sitting.h"
#include "labs/opened.h"

namespace {

lab::Report crowd_at(const std::string& pairs, std::int64_t steps = 1 << 20) {
  return tests::report_at(laboratory::human_level::lab_row, pairs, steps);
}

std::string catalogue(const laboratory::human_level::Params& p, int wrong = 0) {
  std::string labels;
  const laboratory::human_level::Sitting s = laboratory::human_level::sitting(p);
  for (int i = 0; i < p.n; ++i) {
    const int truth = s.products[static_cast<std::size_t>(i)].label;
    labels += (i == 0 ? "" : ",") + std::to_string(1 + (truth + (i < wrong ? 1 : 0)) % 4);
  }
  return labels;
}

}  // namespace

TEST_CASE("a person who labels as the catalogue does is right, with Wilson's interval") {
  const laboratory::human_level::Params p;
  const lab::Report all = crowd_at("labels=" + catalogue(p));
  CHECK(tests::real(all, "you.accuracy") == 1);
  // 10 of 10: n / (n + z^2) = 10 / 13.841458820694124.
  CHECK(tests::real(all, "you.low") == doctest::Approx(0.7224672001371107).epsilon(1e-12));
  CHECK(tests::real(all, "you.high") == 1);
  CHECK(tests::real(crowd_at("labels=" + catalogue(p, 3)), "you.accuracy") == doctest::Approx(0.7));
}

TEST_CASE("the next picture without a label is shown, and what its buttons say fills it in") {
  const lab::Glance first = tests::shape<lab::Glance>(crowd_at("labels=1,2"), "picture");
  CHECK(first.number == 3);
  CHECK(first.texts == std::vector<std::string>{"1,2,1", "1,2,2", "1,2,3", "1,2,4"});
  CHECK(first.seconds == 3);
  CHECK(first.chosen == -1);
  const lab::Glance again = tests::shape<lab::Glance>(crowd_at("labels=1,2,4&item=1"), "picture");
  CHECK(again.number == 1);
  CHECK(again.chosen == 0);
  CHECK(again.texts[2] == "3,2,4");
}

TEST_CASE("the truth is told when all are labelled and not before") {
  const laboratory::human_level::Params p;
  CHECK(tests::shape<lab::Glance>(crowd_at("labels=1,2&item=1"), "picture").right == -1);
  const lab::Report done = crowd_at("labels=" + catalogue(p, 2) + "&item=1");
  const lab::Glance first = tests::shape<lab::Glance>(done, "picture");
  CHECK(first.right >= 0);
  CHECK(first.right != first.chosen);
  CHECK(tests::shape<lab::Working>(done, "verdicts").lines.size() == 2);
  CHECK(tests::shape<lab::Glance>(crowd_at("labels=" + catalogue(p)), "picture").right == -1);
}

TEST_CASE("experts beat laymen, a panel beats experts, and haste costs all of them") {
  const lab::Report calm = crowd_at("samples=4000&limit=0"),
                    hasty = crowd_at("samples=4000&limit=0.2");
  const auto accuracy = [](const lab::Report& r, const char* who) {
    return tests::real(r, (std::string(who) + ".accuracy").c_str());
  };
  CHECK(accuracy(calm, "layman") < accuracy(calm, "expert"));
  CHECK(accuracy(calm, "expert") < accuracy(calm, "panel"));
  for (const char* who : {"layman", "expert", "panel"})
    CHECK(accuracy(hasty, who) < accuracy(calm, who));
}

TEST_CASE("the default people err in about six, two and one pictures of a hundred") {
  const lab::Report r = crowd_at("samples=6000");
  CHECK(std::fabs(tests::real(r, "layman.accuracy") - 0.94) < 0.015);
  CHECK(std::fabs(tests::real(r, "expert.accuracy") - 0.98) < 0.01);
  CHECK(std::fabs(tests::real(r, "panel.accuracy") - 0.99) < 0.006);
}

TEST_CASE("the interval shrinks as the sample grows") {
  const auto width = [](const std::string& samples) {
    const lab::Report r = crowd_at("samples=" + samples);
    return tests::real(r, "panel.high") - tests::real(r, "panel.low");
  };
  CHECK(width("40") > 2 * width("400"));
  CHECK(width("400") > 2 * width("4000"));
}

TEST_CASE("every kind is drawn with ink of its own, and noise only where it is asked for") {
  std::set<std::vector<float>> seen;
  for (int label = 0; label < laboratory::human_level::product_classes; ++label)
    for (int kind = 0; kind < laboratory::human_level::product_kinds; ++kind) {
      const laboratory::human_level::Product p{label, kind, (label + 1) % 4, 0, 1};
      const lab::Plane plane = laboratory::human_level::pictogram(p, 1, 0, 0);
      double ink = 0;
      for (const float v : plane.values) ink += static_cast<double>(v);
      CAPTURE(laboratory::human_level::product_kind(label, kind));
      CHECK(ink > 60);
      CHECK(ink < 500);
      CHECK(seen.insert(plane.values).second);
    }
}

TEST_CASE("products are balanced, and ambiguous as often as asked") {
  int classes[4] = {}, ambiguous = 0;
  for (int i = 0; i < 2000; ++i) {
    const laboratory::human_level::Product p = laboratory::human_level::product(5, i, 0.25);
    ++classes[p.label];
    ambiguous += p.blend < 1 ? 1 : 0;
    CHECK(p.rival != p.label);
  }
  for (const int n : classes) CHECK(std::abs(n - 500) < 80);
  CHECK(std::abs(ambiguous - 500) < 80);
}

TEST_CASE("another picture is looked at while the simulated people keep what they have labelled") {
  const auto lab = laboratory::human_level::lab_row.make();
  lab::Fields fields = lab->declaration();
  lab->take(fields);
  lab->advance(20);
  CHECK(tests::real(lab->report(), "shown") == 1);
  fields.set("item", "4");
  lab->take(fields);
  CHECK(lab->done() == 20);
  CHECK(tests::real(lab->report(), "shown") == 4);
}

TEST_CASE("the pictures are the story until all are labelled, and then the intervals are") {
  const laboratory::human_level::Params p;
  const auto story = [](const lab::Report& r) {
    std::string key;
    for (const lab::Figure& f : r.figures)
      if (f.room == lab::Room::story && f.tab.empty()) key += f.key;
    return key;
  };
  CHECK(story(crowd_at("samples=20")) == "picture");
  CHECK(story(crowd_at("samples=20&labels=1,2,3")) == "picture");
  CHECK(story(crowd_at("samples=20&labels=" + catalogue(p))) == "course");
  CHECK(tests::figure(crowd_at("samples=20"), "course")->tab == "errors");
}

TEST_CASE("other pictures are there to be labelled again, and the simulated people stay") {
  const laboratory::human_level::Params p;
  const lab::Glance again =
      tests::shape<lab::Glance>(crowd_at("samples=20&labels=" + catalogue(p)), "picture");
  CHECK(again.pick.field == "sitting");
  CHECK(again.texts == std::vector<std::string>{"2"});
  const auto lab = laboratory::human_level::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("labels", catalogue(p));
  fields.set("samples", "20");
  lab->take(fields);
  lab->advance(20);
  const lab::Report first = lab->report();
  fields.set("sitting", "2");
  fields.set("labels", "");  // as a session does
  lab->take(fields);
  CHECK(lab->done() == 20);
  const lab::Report second = lab->report();
  CHECK(tests::real(second, "labelled") == 0);
  CHECK(tests::real(second, "panel.accuracy") == tests::real(first, "panel.accuracy"));
  CHECK(!(tests::shape<lab::Glance>(second, "picture").picture ==
          tests::shape<lab::Glance>(crowd_at("samples=20"), "picture").picture));
}

TEST_CASE("the intervals narrow on axes that stay as the sample grows, and none is cut") {
  double before = 100;
  lab::Lines last;
  for (const char* samples : {"20", "200", "2000"}) {
    CAPTURE(samples);
    const lab::Report r = crowd_at(std::string("samples=") + samples);
    const lab::Lines lines = tests::shape<lab::Lines>(r, "course");
    const lab::Curve& panel = lines.curves[2];
    const double width = static_cast<double>(panel.high.back() - panel.low.back());
    CHECK(width < before);
    before = width;
    for (const lab::Curve& curve : lines.curves)
      for (const float high : curve.high) CHECK(static_cast<double>(high) <= lines.y.high);
    if (!last.curves.empty()) {
      CHECK(lines.x == last.x);
      CHECK(lines.y == last.y);
    }
    last = lines;
  }
}

TEST_CASE("a person who errs on most pictures has an interval that is seen whole") {
  const laboratory::human_level::Params p;
  const lab::Report r = crowd_at("samples=200&labels=" + catalogue(p, 9));
  const lab::Lines lines = tests::shape<lab::Lines>(r, "course");
  const lab::Curve& you = lines.curves.back();
  CHECK(you.y[0] == 90);
  // 9 of 10, by Wilson.
  CHECK(you.low[0] == doctest::Approx(59.6).epsilon(0.01));
  CHECK(you.high[0] == doctest::Approx(98.2).epsilon(0.01));
  CHECK(lines.y.high == 100);
  CHECK(lines.x.low < 0.6 * static_cast<double>(you.x[0]));
  const std::string& alt = r.figures.find("errors")->alt;
  CHECK(alt.find("you err on 90 %") == 0);
  CHECK(alt.find("layman errs on") != std::string::npos);
  CHECK(r.figures.find("course")->alt.find("You erred on 9 of 10") != std::string::npos);
}

TEST_CASE("everybody has one colour in all figures, the person who labels as well") {
  const laboratory::human_level::Params p;
  const lab::Report r = crowd_at("samples=50&labels=" + catalogue(p));
  const lab::Bars bars = tests::shape<lab::Bars>(r, "errors");
  const lab::Lines course = tests::shape<lab::Lines>(r, "course");
  REQUIRE(bars.roles.size() == 4);
  REQUIRE(course.curves.size() == 4);
  for (std::size_t i = 0; i < 4; ++i)
    for (const lab::Curve& curve : course.curves)
      if (curve.name == bars.names[i]) CHECK(curve.role == bars.roles[i]);
  CHECK(tests::most_in_view(r) <= 4);
  CHECK(tests::most_in_view(crowd_at("samples=50")) <= 4);
}
