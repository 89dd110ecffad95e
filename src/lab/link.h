// The text of a link taken apart: `<id>` or `<id>#key=value&key=value`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lab/report.h"

namespace lab {

// Percent escapes are undone. `problems` says what was left out: pairs without "=", broken escapes,
// keys named twice (the last one counts), text beyond 64 KiB, pairs beyond 256.
struct Link {
  std::string id;
  std::vector<std::pair<std::string, std::string>> pairs;
  std::vector<Problem> problems;
};
Link parse_link(std::string_view link);

// `value` with everything escaped that may not stand in a fragment or would end a pair.
std::string escaped(std::string_view value);

}  // namespace lab
