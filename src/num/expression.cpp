#include "num/expression.h"

#include "num/formula_parser.h"

namespace num {

Calculation calculate(std::string_view text) {
  if (const auto fault = too_long(text)) return {{}, fault->sentence, fault->at};
  const Parsed parsed = parse_formula(PlainText(text), 0, Words(), "");
  if (!parsed.formula) return {{}, parsed.fault.sentence, parsed.fault.at};
  const Evaluation e = evaluate(*parsed.formula, {}, {});
  if (e.undefined)
    return {{}, placed(text, e.undefined->at, e.undefined->sentence), e.undefined->at};
  return {e.value.values[0], "", 0};
}

}  // namespace num
