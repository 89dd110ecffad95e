// The laboratory of metrics as a front end drives it.
#include <algorithm>
#include <cmath>

#include "lab/number.h"
#include "labs/all.h"
#include "labs/opened.h"

using tests::figure;
using tests::real;
using tests::reason;
using tests::shape;

namespace {

lab::Report metrics_at(const std::string& pairs) {
  return tests::report_at(laboratory::metrics::lab_row, pairs);
}

}  // namespace

TEST_CASE("the lab opens on an accuracy of 99 percent with every ill person missed") {
  const lab::Report r = metrics_at("");
  CHECK(real(r, "accuracy") == 0.99);
  CHECK(real(r, "recall") == 0);
  CHECK(real(r, "fn") == 100);
  CHECK(reason(r, "precision").find("nobody is flagged") != std::string::npos);
  CHECK(reason(r, "mcc").find("empty") != std::string::npos);
  CHECK(r.problems.empty());
  const lab::Dots dots = shape<lab::Dots>(r, "people");
  CHECK(dots.groups[0].count == 100);   // ill, missed
  CHECK(dots.groups[2].count == 9900);  // healthy, spared
  CHECK(dots.queue.size() == 1000);
  CHECK(dots.each == 10);
  CHECK(dots.parted == 1000);  // nobody has crossed
  CHECK(dots.counter ==
        "cost 20\u202f000 = 100\u00a0misses\u00a0×\u00a0200 "
        "+\u00a00\u00a0false\u00a0alarms\u00a0×\u00a01");
  CHECK(figure(r, "people")->alt ==
        "Every ill person is missed, 100 of 100, and accuracy is 99 %.");
}

TEST_CASE("the same dots cross as the threshold falls, and who has crossed is flagged") {
  int before = 1001;
  for (const char* threshold : {"7", "4", "3", "2", "1.64", "1", "0", "-6"}) {
    CAPTURE(threshold);
    const lab::Dots dots =
        shape<lab::Dots>(metrics_at(std::string("threshold=") + threshold), "people");
    CHECK(dots.queue.size() == 1000);
    CHECK(dots.parted < before);
    before = dots.parted;
    bool sides = true;
    for (std::size_t i = 0; i < dots.queue.size(); ++i)
      sides = sides && (static_cast<int>(i) >= dots.parted) == (dots.queue[i] % 2 == 1);
    CHECK(sides);  // the kinds 1 and 3 are the flagged ones
  }
  CHECK(before == 0);
}

TEST_CASE("where the gap is dragged to, the threshold puts it") {
  const lab::Dots dots = shape<lab::Dots>(metrics_at("n=1000&prevalence=0.1"), "people");
  REQUIRE(dots.stops.size() == 1001);
  CHECK(dots.drag.field == "threshold");
  for (const int place : {0, 1, 250, 899, 900, 950, 1000}) {
    CAPTURE(place);
    const std::string at = lab::text(dots.stops[static_cast<std::size_t>(place)]);
    const lab::Report r = metrics_at("n=1000&prevalence=0.1&threshold=" + at);
    CHECK(shape<lab::Dots>(r, "people").parted == place);
  }
}

TEST_CASE("who is there has a dot on each side of the threshold") {
  // One ill person of a hundred is missed, and a dot stands for ten.
  const lab::Report r = metrics_at("tp=99&fp=468&fn=1&tn=9432");
  const lab::Dots dots = shape<lab::Dots>(r, "people");
  CHECK(std::count(dots.queue.begin(), dots.queue.end(), 0) == 1);
  CHECK(std::count(dots.queue.begin(), dots.queue.end(), 1) == 9);
  CHECK(dots.stops.empty());
  CHECK(figure(r, "people")->alt ==
        "99 of 100 ill people are found at the price of 468 false alarms, 4.7 for each one found; "
        "accuracy is 95.31 %.");
}

TEST_CASE("the areas under the scores are as the people, whatever the threshold") {
  // The trapezia under a curve.
  const auto area = [](const lab::Curve& c) {
    double sum = 0;
    for (std::size_t i = 1; i < c.x.size(); ++i)
      sum += 0.5 * static_cast<double>((c.x[i] - c.x[i - 1]) * (c.y[i] + c.y[i - 1]));
    return sum;
  };
  const lab::Lines all = shape<lab::Lines>(metrics_at("threshold=1.64"), "scores");
  CHECK(area(all.curves[0]) == doctest::Approx(9900).epsilon(1e-3));
  CHECK(area(all.curves[1]) == doctest::Approx(100).epsilon(1e-3));
  CHECK(area(all.curves[2]) == doctest::Approx(9900 * 0.0505).epsilon(1e-2));  // P(N >= 1.64)
  for (std::size_t i = 0; i < 2; ++i)
    CHECK(all.curves[i].role == (i == 0 ? lab::Role::neutral : lab::Role::gradient));
  CHECK(all.y == shape<lab::Lines>(metrics_at("threshold=3"), "scores").y);
}

TEST_CASE("a hump of few is drawn once more, higher, and one of many is not") {
  const lab::Lines few = shape<lab::Lines>(metrics_at("threshold=1.64"), "scores");
  CHECK(few.curves.back().name == "ill, drawn 50 times as high");
  CHECK(static_cast<double>(few.curves.back().y[80]) ==
        doctest::Approx(50 * static_cast<double>(few.curves[1].y[80])).epsilon(1e-5));
  const lab::Lines many = shape<lab::Lines>(metrics_at("prevalence=0.5"), "scores");
  for (const lab::Curve& curve : many.curves) CHECK(curve.name.find("times") == std::string::npos);
}

TEST_CASE("the story of the metrics and at most three more figures are in view") {
  CHECK(tests::most_in_view(metrics_at("")) <= 4);
  CHECK(tests::most_in_view(metrics_at("tp=97&fp=500&fn=3&tn=9400")) <= 4);
}

TEST_CASE("a table of four counts gives its metrics and has no area") {
  const lab::Report r = metrics_at("tp=97&fp=500&fn=3&tn=9400");
  CHECK(real(r, "accuracy") == doctest::Approx(0.9497).epsilon(1e-12));
  CHECK(real(r, "precision") == doctest::Approx(0.162479).epsilon(1e-5));
  CHECK(real(r, "recall") == 0.97);
  CHECK(real(r, "f1") == doctest::Approx(0.278336).epsilon(1e-5));
  CHECK(real(r, "mcc") == doctest::Approx(0.386142).epsilon(1e-5));
  CHECK(reason(r, "auc").find("single working point") != std::string::npos);
  CHECK(r.problems.empty());
  CHECK_FALSE(figure(r, "scores"));
  CHECK(figure(r, "roc"));
}

TEST_CASE("one count that is given replaces the one that follows from the scores") {
  const lab::Report r = metrics_at("threshold=1.64&fn=50"), free = metrics_at("threshold=1.64");
  CHECK(real(r, "fn") == 50);
  CHECK(real(r, "tp") == real(free, "tp"));
  CHECK(real(r, "auc") == real(free, "auc"));
  CHECK(laboratory::metrics::lab_row.make()->declaration().find("threshold")->clears.size() == 4);
}

TEST_CASE("the scores give the shares that normal tails give") {
  // Threshold 1.64: P(N(3.5, 1) >= 1.64) = 0.9686, P(N(0, 1) >= 1.64) = 0.0505.
  const lab::Report r = metrics_at("threshold=1.64&n=100000&prevalence=0.5");
  CHECK(real(r, "recall") == doctest::Approx(0.9686).epsilon(0.003));
  CHECK(real(r, "specificity") == doctest::Approx(0.9495).epsilon(0.003));
  CHECK(real(r, "auc") == doctest::Approx(0.99333).epsilon(0.001));  // Phi(3.5 / sqrt 2)
}

TEST_CASE("a lower threshold finds more of the ill and spares fewer of the healthy") {
  double found = 0, spared = 1;
  for (const char* threshold : {"6", "4", "3", "2", "1", "0", "-2"}) {
    const lab::Report r = metrics_at(std::string("threshold=") + threshold);
    CHECK(real(r, "recall") >= found);
    CHECK(real(r, "specificity") <= spared);
    found = real(r, "recall"), spared = real(r, "specificity");
  }
  CHECK(found == 1);
}

TEST_CASE("no threshold costs less than the cheapest, and both baselines cost more") {
  const lab::Report r = metrics_at("");
  const double lowest = real(r, "cost.lowest");
  CHECK(lowest < real(r, "healthy.cost"));
  CHECK(lowest < real(r, "everyone.cost"));
  CHECK(real(r, "healthy.cost") == 2);      // 100 misses at 200 for 10 000 people
  CHECK(real(r, "everyone.cost") == 0.99);  // 9 900 false alarms at 1
  const std::string best = std::to_string(real(r, "threshold.cheapest"));
  CHECK(real(metrics_at("threshold=" + best), "cost") == doctest::Approx(lowest).epsilon(1e-9));
  for (const char* t : {"0", "1", "2", "3"})
    CHECK(real(metrics_at(std::string("threshold=") + t), "cost") >= lowest);
}

TEST_CASE("the scores of the ill stay where they are when the prevalence moves") {
  const lab::Report few = metrics_at("n=100&prevalence=0.5&threshold=3.5"),
                    many = metrics_at("n=200&prevalence=0.25&threshold=3.5");
  CHECK(real(few, "tp") == real(many, "tp"));
}

TEST_CASE("undefined metrics say why, and what to change") {
  const lab::Report r = metrics_at("prevalence=0");
  CHECK(reason(r, "recall").find("nobody is ill") != std::string::npos);
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "prevalence");
  CHECK(metrics_at("beta=0").problems.at(0).key == "beta");
  CHECK(metrics_at("tp=0.5").problems.at(0).message.find("whole") != std::string::npos);
  CHECK(metrics_at("tp=1&fp=1&fn=1&tn=1&threshold=2").problems.at(0).key == "tp");
}

TEST_CASE("more people than dots share their dots, and no kind disappears") {
  const lab::Dots dots = shape<lab::Dots>(metrics_at("tp=1&fp=0&fn=999999&tn=99000000"), "people");
  CHECK(dots.queue.size() <= 1001);
  CHECK(std::count(dots.queue.begin(), dots.queue.end(), 1) == 1);
  CHECK(std::count(dots.queue.begin(), dots.queue.end(), 3) == 0);
  CHECK(dots.groups[0].count == 999999);
}

TEST_CASE("the curves of a large population are thin enough to draw") {
  const lab::Report r = metrics_at("n=100000&separation=1");
  CHECK(shape<lab::Lines>(r, "roc").curves[1].x.size() < 700);
  CHECK(shape<lab::Lines>(r, "precision-recall").curves[0].x.size() < 2000);
}
