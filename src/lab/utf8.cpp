#include "lab/utf8.h"

#include <algorithm>

namespace lab {

std::string_view whole_characters(std::string_view s, std::size_t most) {
  std::size_t end = std::min(most, s.size());
  if (end == s.size()) return s;
  while (end > 0 && (static_cast<unsigned char>(s[end]) & 0xc0) == 0x80) --end;
  return s.substr(0, end);
}

}  // namespace lab
