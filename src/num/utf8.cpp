#include "num/utf8.h"

namespace num {

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

std::string utf8(std::uint32_t point) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
  const auto tail = [&](int shift) { return byte(0x80u | (point >> shift & 0x3fu)); };
  if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return "";
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xc0u | point >> 6), tail(0)};
  if (point < 0x10000) return {byte(0xe0u | point >> 12), tail(6), tail(0)};
  return {byte(0xf0u | point >> 18), tail(12), tail(6), tail(0)};
}

std::size_t characters(std::string_view s) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < s.size(); ++count) {
    const std::size_t length = utf8_length(s, at);
    at += length > 0 ? length : 1;
  }
  return count;
}

}  // namespace num
