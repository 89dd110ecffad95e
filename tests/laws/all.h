// The product's catalogue, as the tests over the whole table walk it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "exam/session.h"
#include "exercises/all.h"
#include "labs/all.h"
#include "thinning.h"

namespace tests {

inline exam::Catalogue product() { return {laboratory::all(), exercises::paper()}; }

// The ids of all labs: what holds of a lab at every value of its parameters holds for the exercises
// that use it.
inline std::vector<std::string> lab_ids() {
  std::vector<std::string> all;
  for (const lab::LabRow* row : laboratory::all()) all.push_back(row->id);
  return all;
}

// The ids of the exercises that are built.
inline std::vector<std::string> exercise_ids() {
  std::vector<std::string> all;
  for (const exam::Part& part : exercises::paper())
    if (part.exercise) all.push_back(part.id);
  return all;
}

// The ids of all labs and, thinned since they share the labs, of the exercises that are built.
inline std::vector<std::string> ids() {
  std::vector<std::string> all = lab_ids();
  Thinned thinned;
  for (const std::string& id : exercise_ids())
    if (thinned.tries()) all.push_back(id);
  return all;
}

// Brings the horizon of a replay down to a few steps: laws hold after any number of them.
constexpr std::int64_t few = 3;
inline void shorten(exam::Session& session, std::int64_t to = few) {
  const lab::Field* const horizon = session.horizon();
  if (!horizon) return;
  const auto& steps = std::get<lab::Whole>(horizon->slot);
  if (const std::int64_t end = std::max(to, steps.low); steps.value > end)
    session.set(horizon->key, std::to_string(end));
}

inline void finish(exam::Session& session) {
  while (!session.advance(256)) {
  }
}

}  // namespace tests
