// Goes back to an earlier step of a run without beginning again: snapshots of it on the way.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace lab {

// A run that can be put back to where it was when a snapshot of it was taken, to the bit.
template <class Run>
concept Rewindable = requires(Run& earlier, Run& run) {
  run.restore(earlier.snapshot());
};

// Bytes that a snapshot holds: what its own bytes() says, else the elements of a container, else
// its size, which is all of it only where it owns nothing.
template <class Snapshot>
std::size_t held_bytes(const Snapshot& s) {
  if constexpr (requires {
                  { s.bytes() } -> std::convertible_to<std::size_t>;
                }) {
    return s.bytes();
  } else if constexpr (requires {
                         typename Snapshot::value_type;
                         s.size();
                       }) {
    static_assert(std::is_trivially_copyable_v<typename Snapshot::value_type>);
    return sizeof s + s.size() * sizeof(typename Snapshot::value_type);
  } else {
    static_assert(std::is_trivially_copyable_v<Snapshot>, "say how many bytes() it holds");
    return sizeof s;
  }
}

// Snapshots at the multiples of a spacing that doubles when there are too many or they hold too
// much, so a long run is copied some dozens of times in all; one that alone holds too much
// is copied once, to know it. Around the place that was gone back to
// there are some more, so that the next steps back are short.
template <Rewindable Run>
class Rewind {
 public:
  static constexpr std::size_t most = 48, most_bytes = 48u << 20;
  static constexpr std::size_t most_near = 8, most_near_bytes = 16u << 20;

  void clear() { *this = Rewind(); }

  // The run after `step` steps; `take()` takes the snapshot of it.
  template <class Take>
  void see(std::int64_t step, Take take) {
    if (!may_keep(step)) return;
    if (beyond(step)) {
      all_.keep(step, take());
      too_large_ = all_.bytes > most_bytes && all_.kept.size() == 1;
      while (all_.kept.size() > most || (all_.bytes > most_bytes && !all_.kept.empty())) thin();
    } else if (near_.kept.size() < most_near && near_.bytes < most_near_bytes && !at(step)) {
      near_.keep(step, take());
    }
  }

  // False where `see` will keep nothing of that step, whatever it sees before.
  bool may_keep(std::int64_t step) const {
    if (too_large_) return false;
    if (beyond(step)) return step % spacing_ == 0;
    return step % near_spacing_ == 0 && step > near_from_;
  }

  // How far apart snapshots will lie when the run has come to `step`, if they hold as much as the
  // last one.
  std::int64_t spacing_at(std::int64_t step) const {
    const std::size_t each = all_.kept.empty() ? 0 : held_bytes(all_.kept.back().snapshot);
    std::int64_t spacing = spacing_;
    const auto fits = [&] {
      const auto count = static_cast<std::size_t>(step / spacing);
      return count <= most && count * each <= most_bytes;
    };
    while (spacing <= step && !fits()) spacing *= 2;
    return spacing;
  }

  // The last step at or before `limit` of which there is a snapshot.
  std::optional<std::int64_t> best(std::int64_t limit) const {
    std::optional<std::int64_t> found;
    for (const Trail* trail : {&all_, &near_})
      for (const Kept& k : trail->kept)
        if (k.step <= limit && (!found || k.step > *found)) found = k.step;
    return found;
  }

  // Puts `run` back to `step`, which `best` has named, on the way to `target`.
  void restore(std::int64_t step, std::int64_t target, Run& run) {
    const Kept* const kept = at(step);
    if (!kept) return;
    run.restore(kept->snapshot);
    if (kept >= near_.kept.data() && kept < near_.kept.data() + near_.kept.size()) return;
    near_ = {};
    near_from_ = step;
    near_spacing_ =
        std::max<std::int64_t>(1, (target - step) / static_cast<std::int64_t>(most_near));
  }

 private:
  struct Kept {
    std::int64_t step;
    std::remove_cvref_t<decltype(std::declval<Run&>().snapshot())> snapshot;
  };
  struct Trail {
    std::vector<Kept> kept;
    std::size_t bytes = 0;
    template <class Snapshot>
    void keep(std::int64_t step, Snapshot&& snapshot) {
      kept.push_back(Kept{step, std::forward<Snapshot>(snapshot)});
      bytes += held_bytes(kept.back().snapshot);
    }
  };

  bool beyond(std::int64_t step) const { return all_.kept.empty() || step > all_.kept.back().step; }
  void thin() {
    spacing_ *= 2;
    std::vector<Kept> rest;
    all_.bytes = 0;
    for (Kept& k : all_.kept) {
      if (k.step % spacing_ != 0) continue;
      all_.bytes += held_bytes(k.snapshot);
      rest.push_back(std::move(k));
    }
    all_.kept = std::move(rest);
  }

  const Kept* at(std::int64_t step) const {
    for (const Trail* trail : {&all_, &near_})
      for (const Kept& k : trail->kept)
        if (k.step == step) return &k;
    return nullptr;
  }

  Trail all_, near_;
  std::int64_t spacing_ = 1, near_from_ = 0, near_spacing_ = 1;
  bool too_large_ = false;  // one snapshot alone
};

}  // namespace lab
