#include "lab/parts.h"

#include <algorithm>

namespace lab {

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view blanks = " \t\r\n";
  // That do not break, have no width, or mark the order of bytes.
  constexpr std::string_view others[] = {"\u00a0", "\u202f", "\u2009",
                                         "\u200b", "\u2060", "\ufeff"};
  for (bool again = true; again;) {
    again = false;
    s.remove_prefix(std::min(s.find_first_not_of(blanks), s.size()));
    s = s.substr(0, s.find_last_not_of(blanks) + 1);
    for (const std::string_view other : others) {
      if (s.starts_with(other)) s.remove_prefix(other.size()), again = true;
      if (s.ends_with(other)) s.remove_suffix(other.size()), again = true;
    }
  }
  return s;
}

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

std::string replaced(std::string_view s, std::string_view from, std::string_view to) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t next; (next = s.find(from, at)) != s.npos; at = next + from.size())
    out.append(s.substr(at, next - at)).append(to);
  return out.append(s.substr(at));
}

std::string enumerated(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

}  // namespace lab
