#include <doctest/doctest.h>

#include <string>

#include "lab/replay.h"

namespace {

struct Course {
  int start = 1, steps = 3;
  void declare(lab::Fields& f) {
    f.whole("start", start, {0, 100}, "start");
    f.whole("step", steps, {0, 1000}, "step").horizon();
  }
};

int built = 0;

class Doubling {
 public:
  explicit Doubling(const Course& p) : p_(p), x_(p.start) { ++built; }
  std::int64_t total() const { return p_.steps; }
  void aim(const Course& p) { p_ = p; }
  void step() { x_ *= 2; }
  lab::Report report() const {
    lab::Report r;
    r.count("x", "x", x_);
    return r;
  }
  std::int64_t snapshot() const { return x_; }
  void restore(std::int64_t x) { x_ = x; }

 private:
  Course p_;
  std::int64_t x_;
};

constexpr lab::LabRow doubling = lab::replay<Course, Doubling>("doubling", "Doubling");

std::int64_t x(lab::Lab& lab) { return std::get<std::int64_t>(lab.report().readouts[0].value); }

lab::Fields with(const char* start, const char* step) {
  lab::Fields f = lab::declared<Course>();
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

TEST_CASE("a farther horizon goes on, a nearer one goes back, another start begins again") {
  const auto lab = doubling.make();
  lab->advance(3);
  built = 0;
  lab->take(with("1", "5"));
  CHECK(lab->done() == 3);
  lab->advance(10);
  CHECK(x(*lab) == 32);
  CHECK(built == 0);
  lab->take(with("1", "2"));
  CHECK(lab->done() == 2);
  CHECK(x(*lab) == 4);
  CHECK(built == 0);
  lab->take(with("3", "2"));
  lab->advance(10);
  CHECK(x(*lab) == 12);
  CHECK(built == 1);
}

TEST_CASE("no run is built before its parameters are known") {
  built = 0;
  const auto lab = doubling.make();
  lab->take(with("2", "3"));
  CHECK(built == 1);
  lab->advance(3);
  CHECK(x(*lab) == 16);
  CHECK(built == 1);
}

namespace {

// `scale` shows the same number larger, `sign` does so as long as `start` is not 0.
struct Watched {
  int start = 1, steps = 3, scale = 1, sign = 1;
  void declare(lab::Fields& f) {
    f.whole("start", start, {0, 100}, "start").picked();
    f.whole("step", steps, {0, 1000}, "step").horizon();
    f.whole("scale", scale, {1, 100}, "scale").looks_only();
    f.whole("sign", sign, {-1, 1}, "sign").looks_only(start != 0);
  }
};

class WatchedDoubling {
 public:
  explicit WatchedDoubling(const Watched& p) : p_(p), x_(p.start) { ++built; }
  std::int64_t total() const { return p_.steps; }
  void aim(const Watched& p) { p_ = p; }
  void step() { x_ *= 2; }
  lab::Report report() const {
    lab::Report r;
    r.count("x", "x", x_ * p_.scale * p_.sign);
    return r;
  }
  std::int64_t snapshot() const { return x_; }
  void restore(std::int64_t x) { x_ = x; }

 private:
  Watched p_;
  std::int64_t x_;
};

constexpr lab::LabRow watched = lab::replay<Watched, WatchedDoubling>("watched", "Watched");

void set(lab::Lab& lab, lab::Fields& fields, const char* key, const char* value) {
  fields.set(key, value);
  lab.take(fields);
}

}  // namespace

TEST_CASE("a field that only looks keeps the run, which is told") {
  const auto lab = watched.make();
  lab::Fields fields = lab->declaration();
  lab->advance(3);
  built = 0;
  set(*lab, fields, "scale", "5");
  CHECK(lab->done() == 3);
  CHECK(x(*lab) == 40);
  CHECK(built == 0);
}

TEST_CASE("a field that is picked in a figure and does more than look begins the run again") {
  const auto lab = watched.make();
  lab::Fields fields = lab->declaration();
  lab->advance(3);
  set(*lab, fields, "start", "2");
  CHECK(lab->done() == 0);
}

TEST_CASE("a field may only look at some values of another one, before and after") {
  const auto lab = watched.make();
  lab::Fields fields = lab->declaration();
  lab->advance(3);
  set(*lab, fields, "sign", "-1");
  CHECK(lab->done() == 3);
  set(*lab, fields, "start", "0");
  lab->advance(3);
  set(*lab, fields, "sign", "1");
  CHECK(lab->done() == 0);
  lab->advance(3);
  fields.set("sign", "-1"), fields.set("start", "1");
  lab->take(fields);
  CHECK(lab->done() == 0);
}

namespace {

lab::Report watched_times(const Watched& p, const std::vector<lab::Timing>& times) {
  lab::Report r;
  r.count("x", "x", p.scale * static_cast<int>(times.size()));
  return r;
}

std::vector<lab::Trial> watched_trials(const Watched&) {
  return {{"one", [] {}}};
}

constexpr lab::LabRow timed = lab::timed<Watched, watched_times, watched_trials>("timed", "Timed");

}  // namespace

TEST_CASE("times stay known while a field only looks and are forgotten with any other") {
  const auto lab = timed.make();
  lab::Fields fields = lab->declaration();
  CHECK(lab->trials().size() == 1);
  lab->take_times({{"one", 1, 1, 1, 1}});
  CHECK(lab->trials().empty());
  set(*lab, fields, "scale", "7");
  CHECK(lab->trials().empty());
  CHECK(x(*lab) == 7);
  set(*lab, fields, "start", "2");
  CHECK(lab->trials().size() == 1);
  CHECK(x(*lab) == 0);
}

namespace {

// A run whose memory keeps the times of what depends on the scale.
class TimedDoubling : public WatchedDoubling {
 public:
  explicit TimedDoubling(const Watched& p) : WatchedDoubling(p) {}

  struct Memory {
    lab::Drawings drawings;
    int scale = 0, times = 0;
    bool shown = true;

    std::vector<lab::Trial> trials(const Watched& p) const {
      return scale == p.scale ? std::vector<lab::Trial>{} : watched_trials(p);
    }
    void take_times(const Watched& p, const std::vector<lab::Timing>& timings) {
      scale = p.scale;
      times = static_cast<int>(timings.size());
    }
    void show_times(bool show) { shown = show; }
  };
  lab::Report report(Memory& memory) const {
    lab::Report r;
    r.count("x", "x", memory.shown ? memory.times : 0);
    return r;
  }
};

constexpr lab::LabRow timed_run = lab::replay<Watched, TimedDoubling>("timed-run", "Timed run");

}  // namespace

TEST_CASE("a run may keep times, by what they depend on, and an untimed report has none") {
  const auto lab = timed_run.make();
  lab::Fields fields = lab->declaration();
  lab->take(fields);
  CHECK(lab->trials().size() == 1);
  lab->take_times({{"one", 1, 1, 1, 1}});
  CHECK(lab->trials().empty());
  CHECK(x(*lab) == 1);
  CHECK(std::get<std::int64_t>(lab->untimed_report().find("x")->value) == 0);
  CHECK(x(*lab) == 1);
  set(*lab, fields, "start", "2");
  CHECK(lab->trials().empty());
  set(*lab, fields, "scale", "7");
  CHECK(lab->trials().size() == 1);
}

namespace {

// Counts how often what odd and even starts need has been made.
class Remembering : public Doubling {
 public:
  explicit Remembering(const Course& p) : Doubling(p), start_(p.start) {}
  struct Memory {
    lab::Drawings drawings;
    lab::Kept<std::int64_t> made;
    int makings = 0;
  };
  void remember(Memory& memory) { memory_ = &memory; }
  void step() {
    Doubling::step();
    memory_->made.of(lab::on(start_ % 2), [this] { return ++memory_->makings; });
  }
  lab::Report report(Memory& memory) const {
    lab::Report r;
    r.count("x", "x", memory.makings);
    return r;
  }

 private:
  int start_;
  Memory* memory_ = nullptr;
};

constexpr lab::LabRow remembering = lab::replay<Course, Remembering>("remembering", "Remembering");

}  // namespace

TEST_CASE("a run is given the memory before its first step, and the next run the same") {
  const auto lab = remembering.make();
  for (const auto& [start, makings] : {std::pair{"1", 1}, {"3", 1}, {"2", 2}, {"4", 2}}) {
    lab->take(with(start, "2"));
    lab->advance(2);
    CHECK(x(*lab) == makings);
  }
}

namespace {

int steps_taken = 0, snapshots_taken = 0;

// Doubling that can be put back: its snapshot says that it holds `size` bytes.
template <std::size_t size>
class Returning : public Doubling {
 public:
  struct Kept {
    Doubling run;
    std::size_t bytes() const { return size; }
  };
  explicit Returning(const Course& p) : Doubling(p) {}
  void step() { ++steps_taken, Doubling::step(); }
  Kept snapshot() const { return ++snapshots_taken, Kept{*this}; }
  void restore(const Kept& kept) { static_cast<Doubling&>(*this) = kept.run; }
};

constexpr lab::LabRow light = lab::replay<Course, Returning<8>>("light", "Light");
constexpr lab::LabRow heavy = lab::replay<Course, Returning<(100u << 20)>>("heavy", "Heavy");

std::unique_ptr<lab::Lab> at_step_60(const lab::LabRow& row) {
  auto lab = row.make();
  lab->take(with("1", "60"));
  lab->advance(60);
  steps_taken = 0;
  return lab;
}

}  // namespace

TEST_CASE("a run with snapshots goes back to any step in a few, and on again in a few") {
  const auto lab = at_step_60(light);
  for (int step = 59; step >= 1; --step) {
    steps_taken = 0;
    lab->take(with("1", std::to_string(step).c_str()));
    lab->advance(100);
    CHECK(x(*lab) == std::int64_t{1} << step);
    CHECK(steps_taken <= 1);  // with 60 steps every second one is kept
  }
  lab->take(with("1", "59"));
  CHECK(lab->done() == 58);
  lab->advance(100);
  CHECK(x(*lab) == std::int64_t{1} << 59);
}

TEST_CASE("snapshots of a long run are few, and stepping back from one takes a few steps") {
  const auto lab = light.make();
  lab->take(with("0", "1000"));  // 0 stays 0 however often it is doubled
  lab->advance(1000);
  steps_taken = 0;
  lab->take(with("0", "991"));
  lab->advance(1000);
  CHECK(steps_taken <= 32);
  int all = 0;
  for (int step = 990; step > 980; --step) {
    steps_taken = 0;
    lab->take(with("0", std::to_string(step).c_str()));
    lab->advance(1000);
    all += steps_taken;
  }
  CHECK(all <= 40);
}

TEST_CASE("a snapshot that is too large is taken once and not kept, and the run begins again") {
  snapshots_taken = 0;
  const auto lab = at_step_60(heavy);
  CHECK(snapshots_taken == 1);
  lab->take(with("1", "59"));
  CHECK(lab->done() == 0);
  lab->advance(100);
  CHECK(x(*lab) == std::int64_t{1} << 59);
  lab->take(with("3", "2"));
  lab->advance(100);
  CHECK(x(*lab) == 12);
}

TEST_CASE("snapshots of other parameters are forgotten") {
  const auto lab = at_step_60(light);
  lab->take(with("3", "2"));
  CHECK(lab->done() == 0);
  lab->advance(100);
  CHECK(x(*lab) == 12);
}

TEST_CASE("a report says why a number is missing") {
  lab::Report r;
  r.real("a", "a", 1.0 / 0.0);
  r.undefined("b", "b", "nothing was called positive");
  CHECK(std::holds_alternative<lab::Undefined>(r.find("a")->value));
  CHECK(std::get<lab::Undefined>(r.find("b")->value).reason == "nothing was called positive");
  CHECK(!r.find("c"));
}
