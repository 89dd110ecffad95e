#include "lab/asset_slot.h"

namespace lab {

Reading Asset::read(const std::string& key, std::string_view text) {
  if (!text.empty()) return refused(key, text, "a link cannot carry a file");
  value = {};
  return {};
}

}  // namespace lab
