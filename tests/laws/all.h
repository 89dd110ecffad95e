// The product's catalogue, as the tests over the whole table walk it.
#pragma once

#include <string>
#include <vector>

#include "exam/session.h"
#include "exercises/all.h"
#include "labs/all.h"

namespace tests {

inline exam::Catalogue product() { return {laboratory::all(), exercises::paper()}; }

// The ids of all labs and of all exercises that are built.
inline std::vector<std::string> ids() {
  std::vector<std::string> all;
  for (const lab::LabRow* row : laboratory::all()) all.push_back(row->id);
  for (const exam::Part& part : exercises::paper())
    if (part.exercise) all.push_back(part.id);
  return all;
}

inline void finish(exam::Session& session) {
  while (!session.advance(256)) {
  }
}

}  // namespace tests
