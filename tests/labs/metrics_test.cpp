// The laboratory of metrics as a front end drives it.
#include <cmath>

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
  CHECK(dots.groups[0].count == 100);
  CHECK(dots.groups[3].count == 9900);
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
  CHECK(dots.groups[1].count == 1);
  CHECK(dots.groups[2].count == 0);
  CHECK(dots.groups[3].count == 9900);
  CHECK(dots.groups[0].count == 100);
}

TEST_CASE("the curves of a large population are thin enough to draw") {
  const lab::Report r = metrics_at("n=100000&separation=1");
  CHECK(shape<lab::Lines>(r, "roc").curves[1].x.size() < 700);
  CHECK(shape<lab::Lines>(r, "precision-recall").curves[0].x.size() < 2000);
}
