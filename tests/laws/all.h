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

// The ids of all labs and of the exercises that are built, thinned: they share the labs.
inline std::vector<std::string> ids() {
  std::vector<std::string> all;
  for (const lab::LabRow* row : laboratory::all()) all.push_back(row->id);
  int turn = 0;
  for (const exam::Part& part : exercises::paper())
    if (part.exercise && ++turn % thinning == 0) all.push_back(part.id);
  return all;
}

// The ids of all labs: what holds of a lab at every value of its parameters holds for the exercises
// that use it.
inline std::vector<std::string> lab_ids() {
  std::vector<std::string> all;
  for (const lab::LabRow* row : laboratory::all()) all.push_back(row->id);
  return all;
}

// Brings the horizon of a replay down to a few steps: laws hold after any number of them.
inline void shorten(exam::Session& session, std::int64_t few = 3) {
  for (const lab::Field& field : session.fields().all())
    if (const auto* steps = std::get_if<lab::Whole>(&field.slot);
        steps && field.offer == lab::Offer::horizon && steps->value > std::max(few, steps->low)) {
      session.set(field.key, std::to_string(std::max(few, steps->low)));
      return;
    }
}

inline void finish(exam::Session& session) {
  while (!session.advance(256)) {
  }
}

}  // namespace tests
