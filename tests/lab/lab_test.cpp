#include "lab/lab.h"

#include <doctest/doctest.h>

namespace {

struct Params {
  int start = 1, steps = 3;
  void declare(lab::Fields& f) {
    f.whole("start", start, {0, 100}, "start");
    f.whole("step", steps, {0, 1000}, "step").horizon();
  }
};

int built = 0;

class Doubling {
 public:
  explicit Doubling(const Params& p) : p_(p), x_(p.start) { ++built; }
  std::int64_t total() const { return p_.steps; }
  void aim(const Params& p) { p_ = p; }
  void step() { x_ *= 2; }
  lab::Report report() const {
    lab::Report r;
    r.count("x", "x", x_);
    return r;
  }

 private:
  Params p_;
  std::int64_t x_;
};

constexpr lab::LabRow doubling = lab::replay<Params, Doubling>("doubling", "Doubling");

std::int64_t x(const lab::Lab& lab) {
  return std::get<std::int64_t>(lab.report().readouts[0].value);
}

lab::Fields with(const char* start, const char* step) {
  lab::Fields f = lab::declared<Params>();
  f.set("start", start);
  f.set("step", step);
  return f;
}

}  // namespace

TEST_CASE("a replay never goes beyond the steps that its parameters ask for") {
  const auto lab = doubling.make();
  lab->advance(2);
  CHECK(lab->done() == 2);
  lab->advance(1000);
  CHECK(lab->done() == 3);
  CHECK(x(*lab) == 8);
}

TEST_CASE("a farther horizon goes on, a nearer one replays, another start begins again") {
  const auto lab = doubling.make();
  lab->advance(3);
  built = 0;
  lab->take(with("1", "5"));
  CHECK(lab->done() == 3);
  lab->advance(10);
  CHECK(x(*lab) == 32);
  CHECK(built == 0);
  lab->take(with("1", "2"));
  CHECK(lab->done() == 0);
  lab->advance(10);
  CHECK(x(*lab) == 4);
  CHECK(built == 1);
  lab->take(with("3", "2"));
  lab->advance(10);
  CHECK(x(*lab) == 12);
  CHECK(built == 2);
}

TEST_CASE("a report says why a number is missing") {
  lab::Report r;
  r.real("a", "a", 1.0 / 0.0);
  r.undefined("b", "b", "nothing was called positive");
  CHECK(std::holds_alternative<lab::Undefined>(r.find("a")->value));
  CHECK(std::get<lab::Undefined>(r.find("b")->value).reason == "nothing was called positive");
  CHECK(!r.find("c"));
}
