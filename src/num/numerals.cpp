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
  std::string low = lower(word);
  const auto place = [&low](const auto& list) {
    return std::find(std::begin(list), std::end(list), low) - std::begin(list);
  };
  if (const auto n = place(small); n < std::ssize(small)) return std::to_string(n);
  const std::size_t mark = low.find_first_of("- ");
  const std::string last = mark == low.npos ? "" : low.substr(mark + 1);
  low.resize(std::min(mark, low.size()));
  const auto ten = place(tens);
  if (ten == std::ssize(tens)) return "";
  low = last;
  const auto one = last.empty() ? 0 : place(small);
  if (!last.empty() && (one == 0 || one > 9)) return "";
  return std::to_string(10 * (ten + 2) + one);
}

}  // namespace num
