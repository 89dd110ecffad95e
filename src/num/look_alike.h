// Characters that look like plain ones, and characters that cannot be seen.
#pragma once

#include <cstdint>
#include <string>

namespace num {

// True for every blank of Unicode, the tab and line ends.
bool is_blank(std::uint32_t point);

// True for what takes no room and leaves no ink: zero-width blanks and joiners, marks of the
// direction of writing, the soft hyphen, the byte order mark, variation selectors.
bool is_unseen(std::uint32_t point);

// True where the character is sure to be seen when it is quoted by itself: no control character, no
// accent without its letter, nothing private.
bool is_seen(std::uint32_t point);

// The plain character that is meant by `point`, which may be itself: full-width and mathematical
// letters and digits, letterlike signs, small capitals, digits of other scripts, Cyrillic and Greek
// letters that look like Latin ones, every kind of dash, slash, dot and comparison. A blank is ' ',
// but a line end stays.
std::uint32_t plain_character(std::uint32_t point);

// The plain character that a raised one raises, 0 where it raises none: '2' of "²", 'm' of "ᵐ". The
// raised T is left alone, since by itself it is the transpose.
std::uint32_t raised_character(std::uint32_t point);

// How a message calls a character: "\"☃\" (U+2603)", "\"$\"", "a blank", and "U+200B" of what is
// not seen.
std::string character_name(std::uint32_t point);

}  // namespace num
