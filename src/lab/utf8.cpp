#include "lab/utf8.h"

#include <algorithm>

namespace lab {

std::size_t utf8_length(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
  const unsigned char first = byte(at);
  const std::size_t n = first < 0x80   ? 1
                        : first < 0xc2 ? 0
                        : first < 0xe0 ? 2
                        : first < 0xf0 ? 3
                        : first < 0xf5 ? 4
                                       : 0;
  if (n == 0 || at + n > s.size()) return 0;
  for (std::size_t k = at + 1; k < at + n; ++k)
    if ((byte(k) & 0xc0) != 0x80) return 0;
  if (n == 3 && first == 0xe0 && byte(at + 1) < 0xa0) return 0;
  if (n == 3 && first == 0xed && byte(at + 1) >= 0xa0) return 0;
  if (n == 4 && first == 0xf0 && byte(at + 1) < 0x90) return 0;
  if (n == 4 && first == 0xf4 && byte(at + 1) >= 0x90) return 0;
  return n;
}

std::uint32_t code_point(std::string_view s, std::size_t at, std::size_t length) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[at + k]); };
  if (length == 1) return byte(0);
  std::uint32_t point = byte(0) & (0x7fu >> length);
  for (std::size_t k = 1; k < length; ++k) point = point << 6 | (byte(k) & 0x3fu);
  return point;
}

std::string_view whole_characters(std::string_view s, std::size_t most) {
  std::size_t end = std::min(most, s.size());
  if (end == s.size()) return s;
  while (end > 0 && (static_cast<unsigned char>(s[end]) & 0xc0) == 0x80) --end;
  return s.substr(0, end);
}

}  // namespace lab
