#include "nn/columns.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "nn/arrays.h"

namespace {

// Heights around those of the packets that are taken at once.
constexpr int heights[] = {1, 2, 3, 4, 5, 7, 8, 11, 32, 33, 47};

}  // namespace

TEST_CASE("sums over columns are those of loops in double, whatever the height") {
  const int cols = 9;
  for (const int rows : heights) {
    CAPTURE(rows);
    const std::vector<float> x = noise(size(rows * cols)), y = noise(x.size(), 2);
    const std::vector<float> centre = noise(size(rows), 3);
    std::vector<float> sums(size(rows), NAN), dots(size(rows), 1.0f), squares(size(rows), NAN);
    nn::row_sums(x.data(), rows, cols, nn::Into::overwrite, sums.data());
    nn::row_dots(x.data(), y.data(), rows, cols, nn::Into::add, dots.data());
    nn::row_squares(x.data(), centre.data(), rows, cols, nn::Into::overwrite, squares.data());
    double worst = 0;
    for (int i = 0; i < rows; ++i) {
      double sum = 0, dot = 1, square = 0;
      for (int j = 0; j < cols; ++j) {
        const double v = x[size(i + j * rows)], d = v - centre[size(i)];
        sum += v;
        dot += v * y[size(i + j * rows)];
        square += d * d;
      }
      worst = std::fmax(worst, std::fabs(sum - sums[size(i)]));
      worst = std::fmax(worst, std::fabs(dot - dots[size(i)]));
      worst = std::fmax(worst, std::fabs(square - squares[size(i)]));
    }
    CHECK(worst < 3e-6);
  }
}

TEST_CASE("what is done to rows is done to each of them and to nothing beyond") {
  for (const int rows : heights) {
    const int cols = 3;
    std::vector<float> x = noise(size(rows * cols)), out(x.size() + 1, -7.0f);
    const std::vector<float> scale = noise(size(rows), 2), shift = noise(size(rows), 3);
    nn::scale_rows(x.data(), rows, cols, scale.data(), shift.data(), out.data());
    bool same = true;
    for (std::size_t i = 0; i < x.size(); ++i)
      same = same && out[i] == x[i] * scale[i % size(rows)] + shift[i % size(rows)];
    CHECK(same);
    CHECK(out.back() == -7);
    std::vector<float> biased = x;
    nn::add_bias(biased.data(), rows, cols, shift.data());
    CHECK(biased.back() == x.back() + shift.back());
    nn::fill_columns(biased.data(), rows, cols, shift.data());
    CHECK(biased.back() == shift.back());
  }
}

TEST_CASE("sums and products of all values are exact where the values are small integers") {
  for (const int n : heights) {
    std::vector<float> x(size(n));
    float sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) {
      x[size(i)] = static_cast<float>(i - 3);
      sum += x[size(i)];
      squares += x[size(i)] * x[size(i)];
    }
    CHECK(nn::sum(x.data(), x.size()) == sum);
    CHECK(nn::dot(x.data(), x.data(), x.size()) == squares);
  }
}

TEST_CASE("softmax of log-odds recovers the odds, shifted by what would overflow") {
  const float shift = 90;
  const std::vector<float> z{std::log(1.0f) + shift,
                             std::log(3.0f) + shift,
                             std::log(6.0f) + shift,
                             5,
                             5,
                             -std::numeric_limits<float>::infinity()};
  std::vector<float> p(6), lse(2);
  nn::softmax_columns(z.data(), 3, 2, p.data());
  nn::log_sum_exp_columns(z.data(), 3, 2, lse.data());
  CHECK(p[0] == doctest::Approx(0.1).epsilon(1e-5));
  CHECK(p[1] == doctest::Approx(0.3).epsilon(1e-5));
  CHECK(p[2] == doctest::Approx(0.6).epsilon(1e-5));
  CHECK(p[3] == 0.5f);
  CHECK(p[5] == 0);
  CHECK(lse[0] == doctest::Approx(90 + 2.302585).epsilon(1e-6));  // ln 10
  CHECK(lse[1] == doctest::Approx(5.693147).epsilon(1e-6));       // 5 + ln 2
}
