// Where a row of letters is parted into words.
#pragma once

#include <string_view>

#include "num/scanner.h"

namespace num {

// The word that begins at byte `at`, where a letter stands: the longest that is known, as
// `token_at` says; the whole row where none is.
Token word_at(std::string_view text, std::size_t at, const Words& words);

}  // namespace num
