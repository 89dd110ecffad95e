// Text in UTF-8, character by character (RFC 3629: no overlong forms, no surrogates).
#pragma once

#include <string_view>

#include "num/utf8.h"

namespace lab {

using num::code_point;
using num::utf8_length;

// The longest beginning of at most `most` bytes that cuts no character.
std::string_view whole_characters(std::string_view s, std::size_t most);

}  // namespace lab
