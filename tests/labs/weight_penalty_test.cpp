// The laboratory of weight penalties as a front end drives it.
#include <algorithm>
#include <cmath>

#include "labs/all.h"
#include "labs/opened.h"
#include "labs/weight_penalty/contest.h"

using tests::real;
using tests::shape;

namespace {

lab::Report penalty_at(const std::string& pairs) {
  return tests::report_at(laboratory::weight_penalty::lab_row, pairs);
}

// Smaller than the lab's own instance, for speed, with the same outcome.
const std::string sparse = "features=100&points=100&informative=5&repeats=8&flips=";
const std::string dense = "features=100&points=100&informative=100&repeats=16&flips=";

}  // namespace

TEST_CASE("a sparse truth favours L1, and wrong labels leave that as it is") {
  for (const char* flips : {"0", "0.2"}) {
    const lab::Report r = penalty_at(sparse + flips);
    CAPTURE(flips);
    CHECK(real(r, "accuracy.l1") > real(r, "accuracy.l2") + 0.05);
    CHECK(real(r, "wins.l1") >= 7);
    CHECK(real(r, "nonzero.l1") < 50);
    CHECK(real(r, "nonzero.l2") == 100);
  }
}

TEST_CASE("a dense truth favours L2, and wrong labels leave that as it is") {
  for (const char* flips : {"0", "0.2"}) {
    const lab::Report r = penalty_at(dense + flips);
    CAPTURE(flips);
    CHECK(real(r, "accuracy.l2") > real(r, "accuracy.l1"));
    CHECK(real(r, "wins.l2") > real(r, "wins.l1"));
  }
}

TEST_CASE("wrong labels cost accuracy and tempt the net to learn them") {
  const lab::Report clean = penalty_at(sparse + "0"), noisy = penalty_at(sparse + "0.2");
  CHECK(real(noisy, "accuracy.l1") < real(clean, "accuracy.l1"));
  CHECK(real(noisy, "memorised.l2") > real(noisy, "memorised.l1"));
  CHECK_FALSE(clean.find("memorised.l1"));
}

TEST_CASE("a large L1 penalty leaves no weight and calls by lot, a large L2 penalty keeps all") {
  const lab::Report r = penalty_at(sparse + "0.2&lambda=1&penalty=l1");
  CHECK(real(r, "nonzero.l1") == 0);
  CHECK(real(r, "accuracy.l1") == 0.5);
  CHECK(real(r, "lambda.l1") == doctest::Approx(1));
  CHECK(real(penalty_at(sparse + "0.2&lambda=10&penalty=l2"), "nonzero.l2") == 100);
}

TEST_CASE("a given λ is that of the chosen penalty and leaves the other one tuned") {
  const lab::Report tuned = penalty_at(sparse + "0.2"),
                    given = penalty_at(sparse + "0.2&lambda=0.003&penalty=l2");
  CHECK(real(given, "accuracy.l1") == real(tuned, "accuracy.l1"));
  CHECK(real(given, "lambda.l2") == doctest::Approx(0.003));
  CHECK(real(given, "train.l2") > 0.99);  // hardly held back, it fits the wrong labels, too
}

TEST_CASE("along the path of L1 weights drop out, and those that matter stay longest") {
  // Few features and many points: the truth can be read off.
  laboratory::weight_penalty::Params p;
  p.features = 8, p.informative = 3, p.points = 400, p.flips = 0.1;
  const laboratory::weight_penalty::Contest c = laboratory::weight_penalty::contest(p, 0);
  const laboratory::weight_penalty::Path& path = c.of(laboratory::weight_penalty::Penalty::l1);
  for (std::size_t i = 1; i < path.nonzero.size(); ++i)
    CHECK(path.nonzero[i] <= path.nonzero[i - 1]);
  CHECK(path.nonzero.front() >= 3);
  CHECK(path.test.front() > 0.9);
  for (std::size_t i = 0; i < path.lambda.size(); ++i) {
    if (path.nonzero[i] != 1) continue;
    for (std::size_t j = 0; j < c.truth.size(); ++j)
      if (path.weights[i][j] != 0) CHECK(c.truth[j] != 0);
  }
}

TEST_CASE("more flips keep the examples and the labels that fewer flips have turned") {
  laboratory::weight_penalty::Params p;
  p.features = 20, p.points = 50;
  p.flips = 0.1;
  const int few = laboratory::weight_penalty::contest(p, 3).wrong_labels;
  p.flips = 0.4;
  const laboratory::weight_penalty::Contest more = laboratory::weight_penalty::contest(p, 3);
  CHECK(more.wrong_labels > few);
  CHECK(more.truth == laboratory::weight_penalty::contest(p, 3).truth);
}

TEST_CASE("the stems stand over a truth of length one, sorted from the largest down") {
  const lab::Lines lines = shape<lab::Lines>(penalty_at("repeats=1"), "weights-l1");
  const lab::Curve& truth = lines.curves[0];
  CHECK(truth.trace == lab::Trace::stems);
  double square = 0;
  for (const float y : truth.y) square += static_cast<double>(y) * static_cast<double>(y);
  CHECK(square == doctest::Approx(1));
  CHECK(std::is_sorted(truth.y.rbegin(), truth.y.rend(),
                       [](float a, float b) { return std::fabs(a) < std::fabs(b); }));
  CHECK(shape<lab::Lines>(penalty_at("repeats=1"), "weights-l2").y.high == lines.y.high);
}

TEST_CASE("more features that matter than there are is said and taken as all") {
  const lab::Report r = penalty_at("features=20&informative=30&points=20&repeats=1");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "informative");
  CHECK(real(r, "truth.nonzero") == 20);
}

TEST_CASE("as the steps go on stems of L1 fall to 0 and none of L2 does, on one scale") {
  std::size_t before = 1000;
  std::optional<lab::Axis> scale;
  double sum = 1e9;
  for (const char* step : {"1", "12", "24", "48"}) {
    CAPTURE(step);
    const lab::Report r = penalty_at(sparse + "0.1&step=" + step);
    const lab::Lines one = shape<lab::Lines>(r, "weights-l1"),
                     two = shape<lab::Lines>(r, "weights-l2");
    CHECK(one.curves[1].x.size() < before);
    before = one.curves[1].x.size();
    CHECK(two.curves[1].x.size() == 100);
    if (!scale) scale = one.y;
    CHECK(one.y == *scale);
    CHECK(two.y == *scale);
    // What L2 does is seen as well: its stems shrink, and do not grow back for being fewer.
    double all = 0;
    for (const float w : two.curves[1].y) all += std::fabs(w);
    CHECK(all < sum);
    sum = all;
  }
  CHECK(before <= 5);
}

TEST_CASE("at the step of the chosen λ the stems are its weights, and all repeats are run") {
  const lab::Report r = penalty_at("features=100&points=100&informative=5&repeats=5&flips=0.1");
  CHECK(real(r, "repeats.done") == 5);
  laboratory::weight_penalty::Params p;
  p.features = p.points = 100, p.informative = 5, p.flips = 0.1;
  const laboratory::weight_penalty::Contest c = laboratory::weight_penalty::contest(p, 0);
  const laboratory::weight_penalty::Path& path = c.of(laboratory::weight_penalty::Penalty::l1);
  CHECK(shape<lab::Lines>(r, "weights-l1").curves[1].x.size() ==
        static_cast<std::size_t>(path.nonzero[path.chosen]));
  CHECK(real(penalty_at(sparse + "0.1&step=1"), "repeats.done") == 1);
}

TEST_CASE("a penalty has one colour in all figures of the lab") {
  const lab::Report r = penalty_at(sparse + "0.1&step=3");
  const std::vector<lab::Role> roles = shape<lab::Bars>(r, "verdict").roles;
  REQUIRE(roles.size() == 2);
  CHECK(shape<lab::Lines>(r, "weights-l1").curves[1].role == roles[0]);
  CHECK(shape<lab::Lines>(r, "weights-l2").curves[1].role == roles[1]);
  for (const char* path : {"accuracy-path", "nonzero-path"})
    for (std::size_t i = 0; i < 2; ++i)
      CHECK(shape<lab::Lines>(r, path).curves[i].role == roles[i]);
}

TEST_CASE("the story of the penalties and at most three more figures are in view") {
  CHECK(tests::most_in_view(penalty_at(sparse + "0.1&step=1")) <= 4);
}

TEST_CASE("L1 and L2 are one story, on one scale, the one in hand first") {
  const lab::Report r = penalty_at(sparse + "0.1&step=3&penalty=l2");
  std::vector<std::string> story;
  for (const lab::Figure& f : r.figures)
    if (f.room == lab::Room::story && f.tab.empty()) story.push_back(f.key);
  CHECK(story == std::vector<std::string>{"weights-l2", "weights-l1"});
  const lab::Axis one = shape<lab::Lines>(r, "weights-l1").y;
  CHECK(one == shape<lab::Lines>(r, "weights-l2").y);
}

TEST_CASE("the features that matter stand first, and none besides has a true weight") {
  const lab::Lines stems = shape<lab::Lines>(penalty_at(sparse + "0.1&step=3"), "weights-l1");
  const lab::Curve& truth = stems.curves[0];
  for (std::size_t i = 0; i < truth.x.size(); ++i) {
    CHECK(static_cast<std::size_t>(truth.x[i]) == i + 1);
    if (i > 0) CHECK(std::fabs(truth.y[i]) <= std::fabs(truth.y[i - 1]));
  }
  CHECK(stems.rules[0].at == static_cast<double>(truth.x.size()) + 0.5);
}

TEST_CASE("along λ the handle stands at the λ that the story names") {
  laboratory::weight_penalty::Params p;
  p.features = p.points = 100, p.informative = 5, p.flips = 0.1;
  const laboratory::weight_penalty::Contest first = laboratory::weight_penalty::contest(p, 0);
  const auto& path = first.of(laboratory::weight_penalty::Penalty::l1);
  const lab::Report r = penalty_at("features=100&points=100&informative=5&repeats=5&flips=0.1");
  CHECK(shape<lab::Lines>(r, "accuracy-path").handle.at ==
        doctest::Approx(path.lambda[path.chosen]).epsilon(1e-12));
}
