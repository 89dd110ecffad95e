// Text in UTF-8, character by character (RFC 3629: no overlong forms, no surrogates).
#pragma once

#include <cstdint>
#include <string_view>

namespace lab {

// Bytes of the character that begins at s[at]; 0 where no whole well-formed one does.
std::size_t utf8_length(std::string_view s, std::size_t at);

// The number of the character of `length` bytes at s[at], as `utf8_length` has found it.
std::uint32_t code_point(std::string_view s, std::size_t at, std::size_t length);

// The longest beginning of at most `most` bytes that cuts no character.
std::string_view whole_characters(std::string_view s, std::size_t most);

}  // namespace lab
