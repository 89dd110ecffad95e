#include "exam/kinds/per_cent.h"

#include <optional>

#include "lab/digits.h"

namespace exam {
namespace {

// `x` in the other way of writing it: a share where it is above 1, per cent where those are asked.
std::optional<double> otherwise(const Number& field, double x) {
  if (field.is_share && x > 1) return x / 100;
  if (field.unit == "%") return 100 * x;
  return std::nullopt;
}

}  // namespace

std::string per_cent_slip(const Number& field, double x, const std::string& read) {
  const std::optional<double> meant = otherwise(field, x);
  if (!meant) return "";
  const std::string mend =
      field.is_share
          ? "If you mean per cent, say so: write " + read + " %."
          : "The field counts in per cent, so that 1 stands for one in a hundred. If you "
            "mean a share, write " +
                lab::readable(*meant) + " %.";
  if (accepts(field, *meant)) return "You gave " + read + ". " + mend;
  for (const NumberMistake& mistake : field.mistakes)
    if (near(*meant, mistake.value, field.tolerance)) return mistake.cure + " " + mend;
  return "";
}

}  // namespace exam
