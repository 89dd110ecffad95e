// Numbers that are said to be bounds, or to lie in a range.
#pragma once

#include <cstddef>
#include <string_view>

namespace exam {

// True where "between" or the like stands before a number: what follows is a range.
bool says_range(std::string_view plain);

// The bytes of "> 1" or "< 0" at byte `at` where it stands behind a number and says on which side
// of 0 or 1 that is; 0 for none.
std::size_t benchmark_size(std::string_view plain, std::size_t at);

// True where a number is said to be a bound: "< 5.53", "at most 6", "more than 5".
bool says_bound(std::string_view plain);

}  // namespace exam
