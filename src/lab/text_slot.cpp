#include "lab/text_slot.h"

#include <cstdint>

#include "lab/utf8.h"

namespace lab {
namespace {

bool is_control(std::uint32_t point) { return point < 0x20 || (point >= 0x7f && point < 0xa0); }

std::string named(std::uint32_t point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return std::string("U+00") + digits[point >> 4 & 15] + digits[point & 15];
}

}  // namespace

std::optional<std::string> not_plain(std::string_view text) {
  std::size_t character = 0;
  for (std::size_t at = 0; at < text.size(); ++character) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) return "byte " + std::to_string(at + 1) + " is not UTF-8";
    const std::uint32_t point = code_point(text, at, length);
    if (is_control(point) && point != '\n' && point != '\t')
      return "character " + std::to_string(character + 1) + " is the control character " +
             named(point);
    at += length;
  }
  return std::nullopt;
}

std::string with_line_feeds(std::string_view text) {
  std::string s;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    s += text[i] == '\r' ? '\n' : text[i];
  }
  return s;
}

bool Text::sound() const {
  return value.size() <= static_cast<std::size_t>(most_bytes) && !not_plain(value) &&
         value.find('\r') == std::string::npos;
}

Reading Text::read(const std::string& key, std::string_view text) {
  const std::string plain = with_line_feeds(text);
  if (const auto wrong = not_plain(plain))
    return {Reading::refused, key + " is left out: it takes plain text, and " + *wrong};
  const std::string_view kept = whole_characters(plain, static_cast<std::size_t>(most_bytes));
  value = kept;
  if (kept.size() == plain.size()) return {};
  return {Reading::clamped, key + " is cut to " + std::to_string(most_bytes) + " bytes; it had " +
                                std::to_string(plain.size())};
}

}  // namespace lab
