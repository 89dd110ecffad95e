#include <doctest/doctest.h>

#include <cmath>

#include "labs/all.h"
#include "labs/bias_variance/sizes.h"
#include "labs/opened.h"

TEST_CASE("small networks have bias, large ones variance") {
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

TEST_CASE("a width between two sizes goes to the nearer by ratio") {
  using laboratory::bias_variance::nearest_size;
  using laboratory::bias_variance::sizes;
  CHECK(sizes[static_cast<std::size_t>(nearest_size(1))] == 1);
  CHECK(sizes[static_cast<std::size_t>(nearest_size(5))] == 6);
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
