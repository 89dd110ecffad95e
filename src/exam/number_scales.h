// Words for powers of ten behind figures: "39 million", "3 thousand and 20".
#pragma once

#include <cstddef>

#include "num/plain_text.h"

namespace exam {

// Puts the factor in place of such a word at byte `at`, "39,338 thousand" being 39,338·1000, and
// "+" before a smaller number behind it, "39 million 338 thousand". False where none stands there.
bool read_number_scale(num::PlainText& text, std::size_t at);

}  // namespace exam
