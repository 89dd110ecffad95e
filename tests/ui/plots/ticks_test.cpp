#include "ui/plots/ticks.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

std::vector<std::string> labels(const ui::Range& r, int most) {
  std::vector<std::string> out;
  for (const ui::Tick& tick : ui::ticks(r, most)) {
    if (!tick.label.empty()) out.push_back(tick.label);
  }
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("ticks step by 1, 2 or 5 times a power of ten") {
  CHECK(labels({0, 10, false}, 6) == Words{"0", "2", "4", "6", "8", "10"});
  CHECK(labels({0, 1, false}, 6) == Words{"0", "0.2", "0.4", "0.6", "0.8", "1"});
  CHECK(labels({-7, 12, false}, 5) == Words{"−5", "0", "5", "10"});
}

TEST_CASE("what comes in whole numbers is never marked between them") {
  CHECK(labels({0, 3, false, true}, 9) == Words{"0", "1", "2", "3"});
  CHECK(labels({0, 3, false}, 9) == Words{"0", "0.5", "1", "1.5", "2", "2.5", "3"});
  CHECK(labels({0.5, 2.5, false, true}, 12) == Words{"1", "2"});
  for (double high = 1; high < 40; high += 0.37)
    for (const ui::Tick& tick : ui::ticks({0, high, false, true}, 12))
      CHECK(tick.at == std::floor(tick.at));
}

TEST_CASE("a range knows whether all that it was fitted to is whole") {
  ui::Extent e;
  CHECK_FALSE(e.whole());
  e.add(1), e.add(4), e.add(std::nan(""));
  CHECK(ui::fitted({}, e, false).whole);
  CHECK(ui::fitted({"epoch", 0, 5, false}, e, false).whole);
  e.add(2.5);
  CHECK_FALSE(ui::fitted({}, e, false).whole);
}

TEST_CASE("neighbouring ticks are told apart however narrow the range is") {
  const Words all = labels({1000.1, 1000.6, false}, 6);
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i] != all[i - 1]);
  CHECK(all.size() >= 3);
}

TEST_CASE("no range has more ticks than asked for, and hardly one has fewer than two") {
  for (double low = -1000; low < 1000; low += 37.7) {
    for (double length = 1e-3; length < 1e6; length *= 3.1) {
      const auto all = ui::ticks({low, low + length, false}, 5);
      CHECK(all.size() <= 5);
      CHECK(all.size() >= 2);
      for (const ui::Tick& tick : all) {
        CHECK(tick.at >= low - 1e-6 * length);
        CHECK(tick.at <= low + length * (1 + 1e-6));
      }
    }
  }
}

TEST_CASE("a logarithmic axis names its decades and marks what lies between") {
  CHECK(labels({0.01, 1000, true}, 8) == Words{"0.01", "0.1", "1", "10", "100", "1000"});
  CHECK(ui::ticks({1, 100, true}, 8).size() == 19);  // 1..9, 10..90, 100
  // One that begins between decades counts from the first that lies on it.
  CHECK(labels({0.8, 201, true}, 3) == Words{"1", "10", "100"});
  CHECK(labels({1, 50, true}, 8) == Words{"1", "2", "5", "10", "20", "50"});
}

TEST_CASE("an axis without a range of its own fits the finite values with some room") {
  ui::Extent e;
  for (const double x : {1.0, 3.0, std::nan(""), HUGE_VAL}) e.add(x);
  const ui::Range r = ui::fitted({}, e, false);
  CHECK(r.low < 1);
  CHECK(r.low > 0.5);
  CHECK(r.high > 3);
  CHECK(ui::fitted({}, e, true).low == 0);
  CHECK(ui::fitted({"", 2, 9}, e, true).low == 2);
}

TEST_CASE("values without a spread, or none at all, still make a range") {
  ui::Extent none, one;
  one.add(5);
  CHECK(ui::fitted({}, none, false).low < ui::fitted({}, none, false).high);
  CHECK(ui::fitted({}, one, false).low < 5);
  CHECK(ui::fitted({}, one, false).high > 5);
  CHECK(ui::fitted({"", 0, 0, true}, none, false).low > 0);
}

TEST_CASE("places on an axis and values are inverse") {
  for (const ui::Range r : {ui::Range{-3, 7, false}, ui::Range{1e-4, 10, true}}) {
    for (const double share : {0.0, 0.25, 0.5, 1.0})
      CHECK(r.share(r.value(share)) == doctest::Approx(share));
  }
  CHECK(std::isnan(ui::Range{1, 10, true}.share(0)));
  CHECK(std::isnan(ui::Range{1, 10, true}.share(-1)));
}
