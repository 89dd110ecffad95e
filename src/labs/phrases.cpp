#include "labs/phrases.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "lab/digits.h"
#include "num/elementary.h"

namespace laboratory {

std::string brief(double x, int digits) { return lab::readable(x, digits); }

std::string by_decades(double d) {
  if (d == -HUGE_VAL) return "0";
  if (std::fabs(d) < 300) return brief(num::pow(10, d));
  int whole = static_cast<int>(std::floor(d));
  std::string factor = brief(num::pow(10, d - whole));
  if (factor == "10") factor = "1", ++whole;  // 9.9999 is rounded up
  return factor + "×" + lab::power_of_ten(whole);
}

std::string factor(double x) { return x < 0 ? "(" + brief(x) + ")" : brief(x); }

std::string percent(double share, int digits) { return brief(100 * share, digits) + " %"; }

std::string grouped(std::int64_t n) { return lab::grouped(n); }

std::string sides(int rows, int cols) { return grouped(rows) + " × " + grouped(cols); }

std::string column_words(std::span<const double> column, int digits, int most) {
  const std::size_t shown = std::min(column.size(), static_cast<std::size_t>(most));
  std::string list = "(";
  for (std::size_t i = 0; i < shown; ++i) list += (i == 0 ? "" : ", ") + brief(column[i], digits);
  return list + (column.size() > shown ? ", …)" : ")");
}

std::string place(int row, int col) {
  return "(" + std::to_string(row + 1) + ", " + std::to_string(col + 1) + ")";
}

std::string share_of(std::int64_t some, std::int64_t all, const char* what) {
  constexpr const char* words[] = {"two",   "three", "four", "five", "six",
                                   "seven", "eight", "nine", "ten"};
  const bool has_word = all >= 2 && all - 2 < static_cast<std::int64_t>(std::size(words));
  const std::string things = (has_word ? words[all - 2] : grouped(all)) + std::string(" ") + what;
  if (some == all) return "all " + things;
  return (some == 0 ? "none" : grouped(some)) + " of the " + things;
}

std::string share_of(std::int64_t some, std::int64_t all, const char* what, const char* one,
                     const char* many) {
  return share_of(some, all, what) + " " + (some == 1 ? one : many);
}

}  // namespace laboratory
