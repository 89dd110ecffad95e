#include "ui/controls/wish.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "lab/number.h"

namespace ui {

namespace {

// Through decimal text, so that the result is the double that the short text names.
double printed(const char* format, int digits, double x) {
  char text[400];
  std::snprintf(text, sizeof text, format, digits, x);
  return lab::real(text).value_or(x);
}

}  // namespace

double to_step(double x, double step) {
  if (!std::isfinite(x) || !(step > 0) || !std::isfinite(step)) return x;
  const double power = std::pow(10, std::floor(std::log10(step) + 1e-9));
  const double grid = power * (step >= 4.999 * power ? 5 : step >= 1.999 * power ? 2 : 1);
  const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(grid) + 1e-9)), 0, 300);
  return printed("%.*f", decimals, std::round(x / grid) * grid) + 0.0;
}

double to_digits(double x, int digits) {
  return std::isfinite(x) ? printed("%.*e", digits - 1, x) : x;
}

std::optional<std::string> number_text(const lab::Field& field, double x) {
  if (!std::isfinite(x)) return {};
  const double inside = bounds(field).clamp(x);
  const auto with = [inside]<class Kind>(Kind slot) -> std::optional<std::string> {
    if constexpr (lab::NumberKind<Kind>) {
      if constexpr (std::is_integral_v<decltype(slot.value)>)
        slot.value = std::llround(inside);
      else
        slot.value = inside;
      return slot.text();
    }
    return {};
  };
  return std::visit(with, field.slot);
}

namespace {

void fill(lab::Matrix& cells, lab::Matrix m) { cells = std::move(m); }
void fill(std::vector<double>& cells, lab::Matrix m) { cells = std::move(m.values); }

}  // namespace

std::optional<std::string> matrix_text(const lab::Field& field, lab::Matrix m) {
  const Bounds allowed = bounds(field);
  for (double& x : m.values) x = std::isfinite(x) ? allowed.clamp(x) : allowed.clamp(0);
  const auto with = [&m]<class Kind>(Kind slot) -> std::optional<std::string> {
    if constexpr (lab::CellsKind<Kind>) {
      fill(slot.value, std::move(m));
      return slot.text();
    }
    return {};
  };
  return std::visit(with, field.slot);
}

void wish(Desk& desk, const lab::Field& field, const std::string& value) {
  if (value != lab::text(field.slot)) desk.intents.push_back({field.key, value});
}

void wish_cell(Desk& desk, const lab::Field& field, lab::Matrix m, int row, int col, double x) {
  if (row < 0 || row >= m.rows || col < 0 || col >= m.cols) return;
  m.at(row, col) = x;
  if (const auto value = matrix_text(field, std::move(m))) wish(desk, field, *value);
}

Bounds bounds(const lab::Field& field) {
  const auto of = []<class Kind>(const Kind& slot) -> Bounds {
    if constexpr (lab::NumberKind<Kind> || lab::CellsKind<Kind>)
      return {static_cast<double>(slot.low), static_cast<double>(slot.high)};
    return {};
  };
  Bounds found = std::visit(of, field.slot);
  if (field.offered > 0) found.high = std::max(found.low, std::min(found.high, field.offered));
  return found;
}

}  // namespace ui
