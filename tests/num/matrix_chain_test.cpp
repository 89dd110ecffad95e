#include "num/matrix_chain.h"

#include <doctest/doctest.h>

#include "num/square_matrices.h"

using num::Matrix;

namespace {

std::vector<Matrix> powers(const Matrix& m, std::size_t n) { return std::vector<Matrix>(n, m); }

}  // namespace

TEST_CASE("the norms of the paper's powers are those that were computed elsewhere") {
  const num::ChainCourse c = num::chain_course(powers(tests::paper_matrix, 100));
  // T, largest and smallest singular value of W^T, from a program in another language.
  const struct {
    std::size_t at;
    double largest, smallest;
  } known[] = {{1, 1.98559, 0.583954},      {5, 6.78379, 0.342441},
               {10, 35.0733, 0.161460},     {20, 933.533, 0.0359385},
               {50, 1.81113e7, 4.01745e-4}, {100, 2.57513e14, 2.24543e-7}};
  for (const auto& k : known) {
    CAPTURE(k.at);
    CHECK(std::exp(c.largest[k.at]) == doctest::Approx(k.largest).epsilon(3e-6));
    CHECK(std::exp(c.smallest[k.at]) == doctest::Approx(k.smallest).epsilon(3e-6));
  }
}

TEST_CASE("a course runs on where the numbers themselves would overflow or vanish") {
  const num::ChainCourse c = num::chain_course(powers({2, 2, {100, 0, 0, 1e-3}}, 500));
  CHECK(c.largest[500] == doctest::Approx(500 * std::log(100.0)).epsilon(1e-13));
  CHECK(c.smallest[500] == doctest::Approx(500 * std::log(1e-3)).epsilon(1e-13));
}

TEST_CASE("a singular factor brings the smallest value to 0 for good, a nilpotent one both") {
  const num::ChainCourse c = num::chain_course(powers({2, 2, {0, 1, 0, 0}}, 3));
  CHECK(c.largest[1] == 0);
  CHECK(c.smallest[1] == -std::numeric_limits<double>::infinity());
  CHECK(c.largest[2] == -std::numeric_limits<double>::infinity());
  CHECK(c.largest[3] == -std::numeric_limits<double>::infinity());
}

TEST_CASE("the factors multiply from the left, one after the other") {
  const std::vector<Matrix> steps = {{2, 2, {0, 1, 0, 0}}, {2, 2, {0, 0, 3, 0}}};
  const num::ScaledMatrix both = num::chain_product(steps, 2);
  CHECK(std::ldexp(both.matrix.at(1, 1), both.exponent) == 3);
  const std::vector<double> v = num::lengths_along(steps, {0, 5});
  CHECK(v[1] == doctest::Approx(std::log(5.0)));
  CHECK(v[2] == doctest::Approx(std::log(15.0)));
  CHECK(num::lengths_along(steps, {1, 0})[1] == -std::numeric_limits<double>::infinity());
}

TEST_CASE("a generic gradient of the paper grows to 2.15640e14 in 100 steps") {
  const double third = 1 / std::sqrt(3.0);
  const std::vector<double> v =
      num::lengths_along(powers(transposed(tests::paper_matrix), 100), {third, third, third});
  CHECK(std::exp(v[100]) == doctest::Approx(2.15640e14).epsilon(3e-6));
}
