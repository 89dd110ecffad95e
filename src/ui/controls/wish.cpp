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
  if (const auto* whole = std::get_if<lab::Whole>(&field.slot)) {
    lab::Whole set = *whole;
    set.value = std::llround(inside);
    return lab::text(lab::Slot(set));
  }
  if (const auto* real = std::get_if<lab::Real>(&field.slot)) {
    lab::Real set = *real;
    set.value = inside;
    return lab::text(lab::Slot(set));
  }
  return {};
}

std::optional<std::string> matrix_text(const lab::Field& field, lab::Matrix m) {
  const Bounds allowed = bounds(field);
  for (double& x : m.values) x = std::isfinite(x) ? allowed.clamp(x) : allowed.clamp(0);
  if (const auto* table = std::get_if<lab::Table>(&field.slot)) {
    lab::Table set = *table;
    set.value = std::move(m);
    return lab::text(lab::Slot(set));
  }
  if (const auto* reals = std::get_if<lab::Reals>(&field.slot)) {
    lab::Reals set = *reals;
    set.values = std::move(m.values);
    return lab::text(lab::Slot(set));
  }
  return {};
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
  struct Visit {
    Bounds operator()(const lab::Whole& s) const {
      return {static_cast<double>(s.low), static_cast<double>(s.high)};
    }
    Bounds operator()(const lab::Real& s) const { return {s.low, s.high}; }
    Bounds operator()(const lab::Flag&) const { return {0, 1}; }
    Bounds operator()(const lab::Choice& s) const {
      return {0, static_cast<double>(s.names.size()) - 1};
    }
    Bounds operator()(const lab::Reals& s) const { return {s.low, s.high}; }
    Bounds operator()(const lab::Table& s) const { return {s.low, s.high}; }
  };
  return std::visit(Visit{}, field.slot);
}

}  // namespace ui
