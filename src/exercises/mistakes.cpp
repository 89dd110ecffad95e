#include "exercises/mistakes.h"

#include <cmath>
#include <utility>

namespace exercises {

void add_mistake(exam::Number& number, double value, std::string cure) {
  if (!std::isfinite(value) || exam::accepts(number, value)) return;
  const double apart = 2 * number.tolerance;
  for (const exam::NumberMistake& m : number.mistakes)
    if (exam::near(value, m.value, apart) || exam::near(m.value, value, apart)) return;
  number.mistakes.push_back({value, std::move(cure)});
}

void add_count_mistake(exam::Number& number, double value, std::string cure) {
  if (exam::near_right(number, value, 0)) return;
  if (exam::accepts(number, value)) {
    number.slips.push_back({value, std::move(cure)});
    return;
  }
  for (const exam::NumberMistake& known : number.mistakes)
    if (exam::near(value, known.value, 2 * number.tolerance)) return;
  number.mistakes.push_back({value, std::move(cure)});
}

}  // namespace exercises
