#include "num/numerals.h"

#include <algorithm>
#include <iterator>

#include "num/letters.h"

namespace num {

std::string numeral(std::string_view word) {
  constexpr std::string_view small[] = {"zero",    "one",     "two",       "three",    "four",
                                        "five",    "six",     "seven",     "eight",    "nine",
                                        "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  constexpr std::string_view tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                       "sixty",  "seventy", "eighty", "ninety"};
  const std::string low = lower(word);
  const auto place = [&low](const auto& list) {
    return std::find(std::begin(list), std::end(list), low) - std::begin(list);
  };
  if (const auto n = place(small); n < std::ssize(small)) return std::to_string(n);
  if (const auto n = place(tens); n < std::ssize(tens)) return std::to_string(10 * (n + 2));
  return "";
}

}  // namespace num
