#include "labs/phrases.h"

#include "lab/digits.h"

namespace laboratory {

std::string brief(double x, int digits) { return lab::readable(x, digits); }

std::string factor(double x) { return x < 0 ? "(" + brief(x) + ")" : brief(x); }

std::string percent(double share, int digits) { return brief(100 * share, digits) + " %"; }

std::string grouped(std::int64_t n) { return lab::grouped(n); }

std::string sides(int rows, int cols) { return grouped(rows) + " × " + grouped(cols); }

std::string place(int row, int col) {
  return "(" + std::to_string(row + 1) + ", " + std::to_string(col + 1) + ")";
}

}  // namespace laboratory
