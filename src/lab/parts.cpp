#include "lab/parts.h"

namespace lab {

std::vector<std::string_view> split(std::string_view text, char separator, int most) {
  std::vector<std::string_view> parts;
  while (static_cast<int>(parts.size()) <= most) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

std::string enumerated(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

}  // namespace lab
