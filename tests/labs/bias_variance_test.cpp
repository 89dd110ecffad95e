#include <doctest/doctest.h>

#include <cmath>

#include "labs/all.h"
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
  CHECK(tests::real(large, "error.val") > tests::real(large, "error.train") + 0.03);
  CHECK(tests::real(large, "error.val") >= best);
}

TEST_CASE("the best possible error is that of two neighbours a chord apart") {
  // Centres lie 2 sin(pi / 8) = 0.765 apart, so about 2 Q(0.383 / 0.2) = 0.0557 are wrong: the
  // other six add next to nothing.
  const auto sample = laboratory::bias_variance::ring_sample(40000, 0.2, 5, 9);
  CHECK(laboratory::bias_variance::bayes_error(sample, 0.2) ==
        doctest::Approx(0.0557).epsilon(0.05));
  CHECK(laboratory::bias_variance::bayes_error(
            laboratory::bias_variance::ring_sample(4000, 0.02, 5, 9), 0.02) == 0);
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

TEST_CASE("the figure stands where the networks err as the question says, between its two lines" *
          tests::thorough_only) {
  for (const char* asked : {"", "train=17&val=20", "human=3&train=6&val=14", "train=30"}) {
    CAPTURE(asked);
    const lab::Report r = tests::report_at(laboratory::bias_variance::lab_row, asked);
    const auto lines = tests::shape<lab::Lines>(r, "sizes");
    // Its own training error within a few points of the one that is asked about.
    CHECK(100 * tests::real(r, "error.train") == doctest::Approx(lines.rules[1].at).epsilon(0.5));
    CHECK(lines.handle.at == tests::real(r, "net.width"));
    CHECK(lines.rules.size() == (std::string(asked).find("val") == std::string::npos ? 2 : 3));
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
      CHECK(y[i - 1] - y[i] < 16);  // of 40 points in all
      CHECK(y[i] - y[i - 1] < 5);
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
