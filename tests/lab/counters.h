// A run of members for tests: each is a sequence of its own, and the report says what all have come
// to.
#pragma once

#include <atomic>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "lab/replay.h"

namespace tests {

struct Counting {
  int members = 3, step = 40;
  void declare(lab::Fields& f) {
    f.whole("members", members, {1, 8}, "members");
    f.whole("step", step, {0, 1000}, "steps").horizon();
  }
};

class Counters {
 public:
  explicit Counters(const Counting& p) : p_(p), values_(static_cast<std::size_t>(p.members)) {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = static_cast<std::uint32_t>(i);
  }
  std::int64_t total() const { return p_.step; }
  void aim(const Counting& p) { p_ = p; }

  int members() const { return p_.members; }
  void step_member(int m, std::int64_t step) {
    std::uint32_t& value = values_[static_cast<std::size_t>(m)];
    value = 1664525 * value + static_cast<std::uint32_t>(step);
    ++steps_taken;
    if (pause.count() > 0) std::this_thread::sleep_for(pause);
  }
  struct Snapshot {
    std::uint32_t value;
    std::span<const std::byte> view() const { return std::as_bytes(std::span(&value, 1)); }
  };
  Snapshot member_snapshot(int m) const { return {values_[static_cast<std::size_t>(m)]}; }
  void restore_member(int m, std::span<const std::byte> bytes) {
    std::memcpy(&values_[static_cast<std::size_t>(m)], bytes.data(), sizeof(std::uint32_t));
  }
  void gathered(std::int64_t steps) { steps_ = steps; }

  lab::Report report() const {
    lab::Report r;
    r.count("steps", "steps", steps_);
    for (std::size_t i = 0; i < values_.size(); ++i)
      r.count("value." + std::to_string(i), "value", values_[i]);
    return r;
  }

  static inline std::atomic<int> steps_taken = 0;    // by any, in any thread
  static inline std::atomic<int> living = 0;         // runs, with those of hands
  static inline std::chrono::microseconds pause{0};  // that a step takes at least

 private:
  struct Life {
    Life() { ++living; }
    Life(const Life&) { ++living; }
    ~Life() { --living; }
  };

  Life life_;
  Counting p_;
  std::vector<std::uint32_t> values_;
  std::int64_t steps_ = 0;
};

inline constexpr lab::LabRow counters = lab::replay<Counting, Counters>("counters", "Counters");

// What the readouts say, side by side.
inline std::vector<std::int64_t> told(lab::Lab& lab) {
  std::vector<std::int64_t> all;
  for (const lab::Readout& r : lab.report().readouts)
    all.push_back(std::get<std::int64_t>(r.value));
  return all;
}

}  // namespace tests
