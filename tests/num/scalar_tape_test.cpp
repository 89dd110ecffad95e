#include "num/scalar_tape.h"

#include <doctest/doctest.h>

#include <cmath>

#include "num/elementary.h"

TEST_CASE("the gradient of x y + tanh(x) is y + 1 - tanh(x)^2, and x") {
  num::ScalarTape tape;
  const auto x = tape.leaf(0.5), y = tape.leaf(-2.0);
  const auto f = tape.add(tape.multiply(x, y), tape.tanh(x));
  // tanh 0.5 = 0.46211715726000975 (NIST DLMF 4.28, by series).
  CHECK(tape.value(f) == doctest::Approx(-1 + 0.46211715726000975).epsilon(1e-14));
  const std::vector<double> slopes = tape.gradient(f);
  CHECK(slopes[static_cast<std::size_t>(x)] ==
        doctest::Approx(-2 + 1 - 0.46211715726000975 * 0.46211715726000975).epsilon(1e-14));
  CHECK(slopes[static_cast<std::size_t>(y)] == 0.5);
}

TEST_CASE("a value that is used twice collects both slopes") {
  num::ScalarTape tape;
  const auto x = tape.leaf(3.0);
  const auto f = tape.subtract(tape.multiply(x, x), tape.scaled(x, 4));
  CHECK(tape.gradient(f)[static_cast<std::size_t>(x)] == 2);  // 2 x - 4
}

TEST_CASE("at a kink the slope is the one that is stated") {
  num::ScalarTape tape;
  const auto x = tape.leaf(0.0);
  CHECK(tape.gradient(tape.absolute(x))[static_cast<std::size_t>(x)] == 0);
  CHECK(tape.gradient(tape.rectified(x, 0.25))[static_cast<std::size_t>(x)] == 0.25);
  const auto below = tape.leaf(-2.0);
  CHECK(tape.value(tape.rectified(below, 0.25)) == -0.5);
}

TEST_CASE("sigmoid and softplus neither overflow nor lose their tails") {
  CHECK(num::sigmoid(1000) == 1);
  CHECK(num::sigmoid(-1000) == 0);
  CHECK(num::sigmoid(-700) == doctest::Approx(num::exp(-700)));
  CHECK(num::softplus(1000) == 1000);
  CHECK(num::softplus(-1000) == 0);
  CHECK(num::softplus(0) == doctest::Approx(0.6931471805599453).epsilon(1e-15));  // log 2
}

TEST_CASE("every unary slope agrees with central differences") {
  using Ref = num::ScalarTape::Ref;
  using Unary = Ref (*)(num::ScalarTape&, Ref);
  const Unary all[] = {[](num::ScalarTape& t, Ref a) { return t.tanh(a); },
                       [](num::ScalarTape& t, Ref a) { return t.sigmoid(a); },
                       [](num::ScalarTape& t, Ref a) { return t.softplus(a); },
                       [](num::ScalarTape& t, Ref a) { return t.absolute(a); },
                       [](num::ScalarTape& t, Ref a) { return t.rectified(a, 0.1); },
                       [](num::ScalarTape& t, Ref a) { return t.scaled(a, -3); }};
  for (const Unary f : all)
    for (const double at : {-2.5, -0.3, 0.2, 1.7}) {
      CAPTURE(at);
      num::ScalarTape tape;
      const Ref x = tape.leaf(at);
      const double slope = tape.gradient(f(tape, x))[static_cast<std::size_t>(x)];
      const auto value = [&f](double v) {
        num::ScalarTape other;
        return other.value(f(other, other.leaf(v)));
      };
      CHECK(std::fabs(slope - num::central_slope(value, at, 1e-3)) < 1e-11);
    }
}
