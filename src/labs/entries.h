// Readouts that stand or fall together, as where shapes do not fit: each with its label.
#pragma once

#include <cassert>
#include <span>
#include <string>
#include <string_view>

#include "lab/report.h"

namespace laboratory {

struct Entry {
  const char *key, *label;
};

// The label of `key`, which is one of them.
constexpr const char* label_of(std::span<const Entry> entries, std::string_view key) {
  for (const Entry& e : entries)
    if (key == e.key) return e.label;
  assert(false);
  return "";
}

// All of them without a value, for this reason.
inline void undefine(std::span<const Entry> entries, const std::string& reason,
                     lab::Report& report) {
  for (const Entry& e : entries) report.undefined(e.key, e.label, reason);
}

}  // namespace laboratory
