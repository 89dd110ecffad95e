// Small whole numbers in words.
#pragma once

#include <string>
#include <string_view>

namespace num {

// "7" for "seven", from zero to twenty and the tens up to ninety, in any case; "" for another word.
std::string numeral(std::string_view word);

}  // namespace num
