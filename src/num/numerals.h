// Small whole numbers in words.
#pragma once

#include <string>
#include <string_view>

namespace num {

// "7" for "seven", "25" for "twenty-five" and "twenty five", from zero to ninety-nine, in any case;
// "" for other words.
std::string numeral(std::string_view word);

}  // namespace num
