#include "lab/memory.h"

#include <algorithm>

namespace lab {

Drawings::Drawing* Drawings::find(std::string_view name) {
  const auto at =
      std::find_if(all_.begin(), all_.end(), [&](const Drawing& d) { return d.name == name; });
  return at == all_.end() ? nullptr : &*at;
}

void Drawings::end_report() {
  all_.erase(
      std::remove_if(all_.begin(), all_.end(), [](const Drawing& d) { return !d.in_report; }),
      all_.end());
  for (Drawing& drawing : all_) drawing.in_report = false;
}

}  // namespace lab
