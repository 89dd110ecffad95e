// Texts that move a field of any kind away from where it stands.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "lab/field.h"

namespace tests {

// Texts that move a field away from its initial value, by what it holds: some near, then far away.
inline std::vector<std::string> other_texts(const lab::Field& field) {
  if (const auto* s = std::get_if<lab::Whole>(&field.slot)) {
    std::vector<std::string> near;
    for (const std::int64_t d : {1, -1, 2, 7})
      if (s->value + d >= s->low && s->value + d <= s->high)
        near.push_back(std::to_string(s->value + d));
    for (const std::int64_t bound : {s->low, s->high})
      if (bound != s->value) near.push_back(std::to_string(bound));
    return near;
  }
  if (const auto* s = std::get_if<lab::Real>(&field.slot)) {
    const double span = std::min(s->high - s->low, 1.0);
    std::vector<std::string> texts;
    for (const double x : {s->low + 0.25 * span, s->low + 0.75 * span, s->low, s->high})
      texts.push_back(lab::text(lab::Slot{lab::Real{x, s->low, s->high}}));
    return texts;
  }
  if (const auto* s = std::get_if<lab::Flag>(&field.slot)) return {s->value ? "0" : "1"};
  if (const auto* s = std::get_if<lab::Choice>(&field.slot)) return s->names;
  if (std::holds_alternative<lab::Reals>(field.slot)) return {"0.5", "0.25,0.75"};
  return {"1,2;3,4", "1,2,3;4,5,7;7,8,9", "1,0;0,2;3,1",
          "1,0,0,0,0;0,1,0,0,0;0,0,1,0,0;0,0,0,1,0;0,0,0,0,1"};
}

}  // namespace tests
