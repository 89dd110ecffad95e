// Text in UTF-8, character by character (RFC 3629: no overlong forms, no surrogates).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace num {

// Bytes of the character that begins at s[at]; 0 where no whole well-formed one does.
std::size_t utf8_length(std::string_view s, std::size_t at);

// The number of the character of `length` bytes at s[at], as `utf8_length` has found it.
std::uint32_t code_point(std::string_view s, std::size_t at, std::size_t length);

// The character of that number; "" for a surrogate and beyond U+10FFFF.
std::string utf8(std::uint32_t point);

// How many characters there are; a byte that belongs to none counts as one.
std::size_t characters(std::string_view s);

}  // namespace num
