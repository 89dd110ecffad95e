#include "num/expression.h"

#include <algorithm>
#include <cmath>

#include "num/careful_value.h"
#include "num/formula_parser.h"

namespace num {
namespace {

bool is_number(const Formula& f, int i) { return f.node(i).op == Op::number; }

bool is_power_of_ten(const Formula& f, int i) {
  const Node& n = f.node(i);
  if (n.op == Op::power) return is_number(f, n.parts[0]) && f.node(n.parts[0]).value == 10;
  double x = n.value;
  while (n.op == Op::number && x >= 10) x /= 10;
  return n.op == Op::number && x == 1;
}

// True where a node makes more of its parts than another way to write a number with its decimals.
bool works(const Formula& f, int i) {
  const Node& n = f.node(i);
  switch (n.op) {
    case Op::call:
      return true;
    case Op::power:
      return !is_power_of_ten(f, i);
    case Op::divide:
      return !is_power_of_ten(f, n.parts[1]);
    case Op::multiply:
      return !is_power_of_ten(f, n.parts[0]) && !is_power_of_ten(f, n.parts[1]);
    default:
      return false;
  }
}

// Whole numbers, e and pi.
bool is_exact_number(const Node& n) {
  return n.op != Op::number || n.value == std::floor(n.value) || n.value == 2.718281828459045 ||
         n.value == 3.141592653589793;
}

bool is_exact(const Formula& f) {
  bool any = false;
  for (int i = 0; i < static_cast<int>(f.nodes.size()); ++i) any = any || works(f, i);
  return any && std::all_of(f.nodes.begin(), f.nodes.end(), is_exact_number);
}

}  // namespace

Calculation calculate(std::string_view text) {
  if (const auto fault = too_long(text)) return {{}, fault->sentence, fault->at};
  const Parsed parsed = parse_formula(PlainText(text), 0, Words(), "");
  if (!parsed.formula) return {{}, parsed.fault.sentence, parsed.fault.at};
  const Evaluation e = evaluate(*parsed.formula, {}, {});
  if (e.undefined)
    return {{}, placed(text, e.undefined->at, e.undefined->sentence), e.undefined->at};
  const CarefulValue careful = careful_value(*parsed.formula);
  return {careful.value, "", 0, careful.noise, is_exact(*parsed.formula)};
}

}  // namespace num
