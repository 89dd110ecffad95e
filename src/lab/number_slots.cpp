#include "lab/number_slots.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "lab/number.h"
#include "lab/parts.h"

namespace lab {
namespace {

constexpr std::string_view automatic_text = "auto";

// `x` brought into [low, high]; `moved` is set where that changed it.
double into(double x, double low, double high, bool& moved) {
  const double y = std::clamp(x, low, high);
  moved = moved || y != x;
  return y;
}

// The numbers of a row, clamped one by one; nothing where one of them is no number.
std::optional<std::vector<double>> row(std::string_view text, int most, double low, double high,
                                       bool& moved) {
  std::vector<double> values;
  for (const std::string_view part : split(text, ',', most)) {
    const std::optional<double> x = real(part);
    if (!x) return std::nullopt;
    values.push_back(into(*x, low, high, moved));
  }
  return values;
}

}  // namespace

Reading Whole::read(const std::string& key, std::string_view text) {
  const double lowest = static_cast<double>(low), highest = static_cast<double>(high);
  const std::optional<double> x = real(text);
  if (!x || *x != std::floor(*x))
    return refused(key, text, "it takes a whole number " + range(lowest, highest));
  bool moved = false;
  value = static_cast<std::int64_t>(into(*x, lowest, highest, moved));
  if (!moved) return {};
  return clamped(key, lab::text(*x), std::to_string(value), range(lowest, highest));
}

Reading Real::read(const std::string& key, std::string_view text) {
  if (automatic && text == automatic_text) {
    value = std::numeric_limits<double>::quiet_NaN();
    return {};
  }
  const std::optional<double> x = real(text);
  if (!x)
    return refused(key, text,
                   "it takes a number " + range(low, high) + (automatic ? ", or auto" : ""));
  bool moved = false;
  value = into(*x, low, high, moved);
  if (!moved) return {};
  return clamped(key, lab::text(*x), lab::text(value), range(low, high));
}

Reading Flag::read(const std::string& key, std::string_view text) {
  if (text != "0" && text != "1" && text != "false" && text != "true")
    return refused(key, text, "it takes 1 or 0");
  value = text == "1" || text == "true";
  return {};
}

Reading Reals::read(const std::string& key, std::string_view text) {
  const std::string size = min_size == max_size
                               ? std::to_string(max_size)
                               : std::to_string(min_size) + " to " + std::to_string(max_size);
  if (text.empty() && min_size == 0) {
    value.clear();
    return {};
  }
  bool moved = false;
  const auto values = row(text, max_size, low, high, moved);
  if (!values || static_cast<int>(values->size()) < min_size ||
      static_cast<int>(values->size()) > max_size)
    return refused(
        key, text,
        "it takes " + size + " numbers with commas between them, each " + range(low, high));
  value = *values;
  if (!moved) return {};
  return {Reading::clamped, "some numbers of " + key + " are out of range (" + range(low, high) +
                                ") and are brought into it"};
}

Reading Table::read(const std::string& key, std::string_view text) {
  if (text.empty() && optional) {
    value = {};
    return {};
  }
  const std::string wanted = "it takes a matrix of up to " + std::to_string(max_rows) + "×" +
                             std::to_string(max_cols) +
                             ", entries by commas and rows by semicolons, each " + range(low, high);
  Matrix m;
  bool moved = false;
  for (const std::string_view line : split(text, ';', max_rows)) {
    const auto values = row(line, max_cols, low, high, moved);
    if (!values) return refused(key, text, wanted);
    if (m.rows > 0 && static_cast<int>(values->size()) != m.cols)
      return refused(key, text,
                     "row " + std::to_string(m.rows + 1) + " has " +
                         std::to_string(values->size()) + " entries and row 1 has " +
                         std::to_string(m.cols));
    m.cols = static_cast<int>(values->size());
    m.values.insert(m.values.end(), values->begin(), values->end());
    ++m.rows;
  }
  if (m.rows > max_rows || m.cols > max_cols) return refused(key, text, wanted);
  value = std::move(m);
  if (!moved) return {};
  return {Reading::clamped, "some entries of " + key + " are out of range (" + range(low, high) +
                                ") and are brought into it"};
}

bool Real::operator==(const Real& other) const {
  const bool same = value == other.value || (std::isnan(value) && std::isnan(other.value));
  return same && low == other.low && high == other.high && logarithmic == other.logarithmic &&
         automatic == other.automatic;
}

std::string Whole::text() const { return std::to_string(value); }

std::string Real::text() const {
  return std::isnan(value) ? std::string(automatic_text) : lab::text(value);
}

std::string Reals::text() const {
  return lab::text(Matrix{1, static_cast<int>(value.size()), value});
}

std::string Table::text() const { return lab::text(value); }

}  // namespace lab
