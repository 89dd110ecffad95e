#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "labs/all.h"
#include "labs/bias_variance/remedy.h"
#include "labs/bias_variance/sizes.h"
#include "labs/opened.h"
#include "thinning.h"

TEST_CASE("small networks have bias, large ones variance" * tests::thorough_only) {
  const lab::Report small = tests::report_at(laboratory::bias_variance::lab_row, "width=1");
  const lab::Report large = tests::report_at(laboratory::bias_variance::lab_row, "width=64");
  const double best = tests::real(small, "error.best");
  CHECK(tests::real(small, "error.train") > best + 0.2);
  CHECK(std::fabs(tests::real(small, "error.val") - tests::real(small, "error.train")) < 0.1);
  CHECK(tests::real(large, "error.train") < 0.01);
  CHECK(tests::real(large, "error.val") > tests::real(large, "error.train") + 0.01);
  CHECK(tests::real(large, "error.val") >= best);
}

TEST_CASE("the best possible error is that of two neighbours a chord apart") {
  using laboratory::bias_variance::bayes_error;
  // Centres lie 2 sin(pi / 8) = 0.7654 apart, so about 2 Q(0.3827 / noise) are wrong: the other
  // six, and the corner where the borders meet, take next to nothing off. 2 Q(0.3827 / 0.2) =
  // 0.05570 and 2 Q(0.3827 / 0.145) = 0.00831.
  CHECK(bayes_error(0.2) == doctest::Approx(0.0557).epsilon(0.03));
  CHECK(bayes_error(0.145) == doctest::Approx(0.00831).epsilon(0.01));
  CHECK(bayes_error(0.02) < 1e-12);
  // Where all centres are one nobody can tell the classes.
  CHECK(bayes_error(1) > 0.4);
  CHECK(bayes_error(1) < 0.5);
}

TEST_CASE("what people reach by default is possible on the examples, and else the lab says so") {
  const laboratory::bias_variance::Params p;
  CHECK(100 * laboratory::bias_variance::bayes_error(p.noise) < p.human);
  const auto said = [](const char* pairs) {
    const lab::Report r = tests::report_at(laboratory::bias_variance::lab_row, pairs);
    return std::make_pair(tests::shape<lab::Lines>(r, "sizes").rules.size(),
                          r.figures.find("sizes")->alt.find("No rule could") != std::string::npos);
  };
  CHECK(said("step=1") == std::make_pair(std::size_t{2}, false));
  CHECK(said("step=1&noise=0.2") == std::make_pair(std::size_t{3}, true));
  CHECK(said("step=1&noise=0.2&human=6") == std::make_pair(std::size_t{2}, false));
}

TEST_CASE("a network that errs less than people has no bias left, and it is not said to err more") {
  const lab::Report r =
      tests::report_at(laboratory::bias_variance::lab_row, "step=60&width=64&human=50");
  const std::string& alt = r.figures.find("sizes")->alt;
  CHECK(alt.find("no more than people do") != std::string::npos);
  CHECK(alt.find("than people do (bias)") == std::string::npos);
}

namespace {

namespace bv = laboratory::bias_variance;

double gap_of(const bv::Errors& e) { return e.validation - e.train; }

struct Tried {
  bv::Errors before, after;
};

// Networks of this width over five seeds, without the remedy and with it.
std::vector<Tried> tried(bv::Params p, int width, bv::Remedy remedy) {
  std::vector<Tried> all;
  for (p.seed = 1; p.seed <= 5; ++p.seed) {
    const nn::Dataset fresh = bv::ring_sample(500, p.noise, static_cast<std::uint64_t>(p.seed), 2);
    p.remedy = remedy;
    all.push_back({bv::train({p, width, ""}, fresh).errors,
                   bv::train(bv::treatment(p, width), fresh).errors});
  }
  return all;
}

double mean_change_of_gap(const std::vector<Tried>& all) {
  double sum = 0;
  for (const Tried& c : all) sum += gap_of(c.after) - gap_of(c.before);
  return sum / static_cast<double>(all.size());
}

}  // namespace

TEST_CASE("each remedy does what is taught of it, whatever the seed" * tests::thorough_only) {
  // The size that errs on about 10 % of its examples by default.
  const bv::Params under;
  for (const Tried& c : tried(under, 4, bv::Remedy::larger)) {
    CHECK(c.before.train > 0.07);
    CHECK(c.after.train < 0.02);
  }
  for (const Tried& c : tried(under, 4, bv::Remedy::longer))
    CHECK(c.after.train < c.before.train - 0.03);
  for (const Tried& c : tried(under, 4, bv::Remedy::regularise))
    CHECK(c.after.train > c.before.train + 0.05);
  for (const Tried& c : tried(under, 4, bv::Remedy::examples)) {
    CHECK(c.after.train > c.before.train - 0.03);
    CHECK(gap_of(c.after) < gap_of(c.before));
  }
  // Networks that have all of their examples right, which overlap.
  bv::Params over;
  over.noise = 0.2;
  for (const Tried& c : tried(over, 32, bv::Remedy::examples)) {
    CHECK(gap_of(c.before) > 0.06);
    CHECK(gap_of(c.after) < gap_of(c.before) - 0.02);
  }
  CHECK(mean_change_of_gap(tried(over, 32, bv::Remedy::larger)) > -0.015);
  CHECK(mean_change_of_gap(tried(over, 32, bv::Remedy::longer)) > -0.015);
  CHECK(mean_change_of_gap(tried(over, 32, bv::Remedy::regularise)) < -0.02);
}

TEST_CASE("a remedy waits for the plain networks, and leaves them as they are") {
  const auto lab = laboratory::bias_variance::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("step", "40");
  lab->take(fields);
  lab->advance(40);
  const double plain = tests::real(lab->report(), "error.train");
  CHECK(std::holds_alternative<lab::Undefined>(lab->report().find("remedy.train")->value));
  fields.set("remedy", "larger");
  lab->take(fields);
  CHECK(lab->done() == 40);
  const lab::Report r = lab->report();
  CHECK(tests::real(r, "error.train") == plain);
  CHECK(tests::real(r, "remedy.train") != plain);
  const auto lines = tests::shape<lab::Lines>(r, "sizes");
  REQUIRE(lines.curves.size() == 4);
  CHECK(lines.curves[2].x[0] > static_cast<float>(lines.handle.at));
  CHECK(tests::shape<lab::Bars>(r, "remedy").heights.size() == 4);
  fields.set("step", "60");
  lab->take(fields);
  CHECK(std::holds_alternative<lab::Undefined>(lab->report().find("remedy.train")->value));
}

TEST_CASE("one network is told from the mean of all of its size") {
  const lab::Report r = tests::report_at(laboratory::bias_variance::lab_row, "step=30&width=4");
  CHECK(r.figures.find("sizes")->alt.find("On average the 32 networks of 4 units") == 0);
  CHECK(r.figures.find("steps")->title.find("Mean errors of the 32 networks") == 0);
  CHECK(r.figures.find("map")->title.find("One of the 32 networks") == 0);
  CHECK(r.figures.find("map")->alt.find("the mean is") != std::string::npos);
}

TEST_CASE("the errors that were typed in stand as bars, each with the difference before it") {
  const auto bars = [](const char* pairs) {
    return tests::shape<lab::Bars>(tests::report_at(laboratory::bias_variance::lab_row, pairs),
                                   "split");
  };
  const lab::Bars three = bars("step=1"), five = bars("step=1&val=50");
  CHECK(three.heights == std::vector<float>{1, 9, 10});
  CHECK(three.lit == 1);
  CHECK(five.heights == std::vector<float>{1, 9, 10, 40, 50});
  CHECK(five.lit == 3);
}

TEST_CASE("the typed errors are taken apart, and an unknown one stays unknown") {
  const lab::Report r = tests::report_at(laboratory::bias_variance::lab_row, "step=1");
  CHECK(tests::real(r, "bias") == 9);
  CHECK(std::holds_alternative<lab::Undefined>(r.find("variance")->value));
  CHECK(tests::value<std::string>(r, "verdict") == "bias");
  const lab::Report v =
      tests::report_at(laboratory::bias_variance::lab_row, "step=1&human=2&train=3&val=9");
  CHECK(tests::real(v, "variance") == 6);
  CHECK(tests::value<std::string>(v, "verdict") == "variance");
}

TEST_CASE("the figure stands at the size whose training error is nearest, and says so" *
          tests::thorough_only) {
  for (const char* asked :
       {"", "train=17&val=20", "human=3&train=6&val=14", "train=30", "train=10&val=50"}) {
    CAPTURE(asked);
    const lab::Report r = tests::report_at(laboratory::bias_variance::lab_row, asked);
    const auto lines = tests::shape<lab::Lines>(r, "sizes");
    const double wanted = lines.rules[1].at;
    CHECK(lines.handle.at == tests::real(r, "net.width"));
    for (const float y : lines.curves[0].y)
      CHECK(std::fabs(100 * tests::real(r, "error.train") - wanted) <=
            std::fabs(static_cast<double>(y) - wanted) + 1e-4);
    const bool complete = std::string(asked).find("val") != std::string::npos;
    CHECK(lines.rules.size() == (complete ? 3 : 2));
    const std::string& alt = r.figures.find("sizes")->alt;
    CHECK(alt.find("nearest to the given") != std::string::npos);
    CHECK((alt.find("whatever the validation error") != std::string::npos) == complete);
  }
}

TEST_CASE("the error of people moves the best possible, and with it the band of the bias") {
  const auto lines = [](const char* pairs) {
    return tests::shape<lab::Lines>(
        tests::report_at(laboratory::bias_variance::lab_row, std::string("step=60&") + pairs),
        "sizes");
  };
  const lab::Lines one = lines("human=1"), five = lines("human=5");
  CHECK(one.rules[0].at == 1);
  CHECK(five.rules[0].at == 5);
  CHECK(one.curves[0].low[0] == 1);
  CHECK(five.curves[0].low[0] == 5);
  CHECK(one.curves[0].y == five.curves[0].y);  // nothing is trained anew
  CHECK(one.y == five.y);
}

TEST_CASE("the training error falls by size without a cliff, whatever the seed" *
          tests::thorough_only) {
  for (const char* seed : {"1", "2", "3", "4"}) {
    CAPTURE(seed);
    const auto lines = tests::shape<lab::Lines>(
        tests::report_at(laboratory::bias_variance::lab_row, std::string("seed=") + seed), "sizes");
    const std::vector<float>& y = lines.curves[0].y;
    for (std::size_t i = 1; i < y.size(); ++i) {
      CHECK(y[i - 1] - y[i] < 18);  // of 40 points in all
      CHECK(y[i] - y[i - 1] < 1);
    }
  }
}

TEST_CASE("the story of bias and variance and at most three more figures are in view") {
  CHECK(tests::most_in_view(tests::report_at(laboratory::bias_variance::lab_row, "step=1")) <= 4);
}

TEST_CASE("a width between two sizes goes to the nearer by ratio") {
  using laboratory::bias_variance::nearest_size;
  using laboratory::bias_variance::sizes;
  CHECK(sizes[static_cast<std::size_t>(nearest_size(1))] == 1);
  CHECK(sizes[static_cast<std::size_t>(nearest_size(5))] == 5);
  CHECK(sizes[static_cast<std::size_t>(nearest_size(7))] == 8);
  CHECK(sizes[static_cast<std::size_t>(nearest_size(22))] == 16);
  CHECK(sizes[static_cast<std::size_t>(nearest_size(23))] == 32);
  CHECK(sizes[static_cast<std::size_t>(nearest_size(128))] == 128);
}

TEST_CASE("pointing at another size keeps what was trained") {
  const auto lab = laboratory::bias_variance::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("step", "30");
  lab->take(fields);
  lab->advance(30);
  fields.set("width", "32");
  lab->take(fields);
  CHECK(lab->done() == 30);
  CHECK(tests::real(lab->report(), "net.width") == 32);
}
