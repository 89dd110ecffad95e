// What a lab takes on before it says no: one comparison and one sentence for all labs.
#pragma once

#include <cstdint>
#include <string>

namespace laboratory {

// The most that a lab takes of one kind of work, which a run's parameters have to stay within so
// that a page is answered in time.
struct Budget {
  std::int64_t most;  // above 0
  const char* work;   // "multiply-adds in a step of all nets", as a plural

  bool takes(std::int64_t amount) const { return amount <= most; }
  // How many pieces of work of `each`, above 0, are taken.
  std::int64_t pieces(std::int64_t each) const { return most / each; }

  // "300 000 000 multiply-adds in a step of all nets are more than the 100 000 000 that the lab
  // takes; lower the width.": why `amount` is not taken, and what to do about it.
  std::string refusal(std::int64_t amount, const std::string& remedy) const;
};

// What a lab of nets may hold at a time, so that all of an engine's memory stays below 256 MB.
inline constexpr Budget room{50'000'000, "numbers that its nets hold"};
// Of these, what becomes of the states that are kept to go back to (lab/rewind.h).
inline constexpr std::int64_t numbers_kept = 13'000'000;

// Why a readout has no value where a budget was exceeded.
inline constexpr const char* over_budget = "this is too large for the lab; see what to lower";

}  // namespace laboratory
