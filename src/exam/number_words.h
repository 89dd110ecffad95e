// Words of daily language around a number: "I think it is about 5.52".
#pragma once

#include <string_view>

#include "num/plain_text.h"

namespace exam {

// The words at the start of `plain` (num/plain_text.h) that say nothing about the value, in bytes,
// blanks behind them counted: articles, "it is", "about", "answer", "the mean loss is", in a few
// languages. A word that is not known ends them.
std::size_t words_before(std::string_view plain);

// Where such words at the end begin, with brackets and marks around them: "5.52 per sample
// (about)?".
std::size_t words_behind(std::string_view plain);

// The bytes of a sign or word at the start that says "about"; 0 for none.
std::size_t approximation(std::string_view plain);

// Puts signs and figures in place of the words that are read for them: "minus the natural log of
// 0.3" is "- the ln 0.3", "two" is 2, "39 million" is 39 ·1000000.
void read_number_words(num::PlainText& text);

}  // namespace exam
