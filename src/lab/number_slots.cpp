#include "lab/number_slots.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "lab/number.h"
#include "lab/parts.h"
#include "lab/utf8.h"
#include "lab/written_matrix.h"
#include "num/plain_text.h"

namespace lab {
namespace {

constexpr std::string_view automatic_text = "auto";

// `x` brought into [low, high]; `moved` is set where that changed it.
double into(double x, double low, double high, bool& moved) {
  const double y = std::clamp(x, low, high);
  moved = moved || y != x;
  return y;
}

// The matrix that links carry, entries by commas and rows by semicolons; nothing where the text is
// something else.
std::optional<Matrix> carried(std::string_view text, int most_rows, int most_cols) {
  Matrix m;
  for (const std::string_view line : split(text, ';', most_rows)) {
    const std::vector<std::string_view> parts = split(line, ',', most_cols);
    if (m.rows > 0 && static_cast<int>(parts.size()) != m.cols) return std::nullopt;
    for (const std::string_view part : parts) {
      const std::optional<double> x = real(part);
      if (!x) return std::nullopt;
      m.values.push_back(*x);
    }
    m.cols = static_cast<int>(parts.size());
    ++m.rows;
  }
  return m;
}

// A matrix, or why there is none; "" where there is nothing to say but what is wanted.
struct WrittenCells {
  std::optional<Matrix> matrix;
  std::string why;
};

// "entry 2,1: <why>", or that it is no number.
std::string entry_fault(std::size_t row, std::size_t col, const std::string& text,
                        const std::string& why) {
  constexpr std::size_t shown = 20;
  const std::string place = "entry " + std::to_string(row + 1) + "," + std::to_string(col + 1);
  if (!why.empty()) return place + ": " + why;
  if (text.empty()) return place + " is missing";
  return place + ", \"" + std::string(whole_characters(text, shown)) + "\", is no number";
}

// As `carried`, or in any other way that people write a matrix.
WrittenCells written_cells(std::string_view text, int most_rows, int most_cols) {
  if (std::optional<Matrix> m = carried(text, most_rows, most_cols)) return {std::move(m), ""};
  const WrittenMatrix written = written_matrix(text);
  if (written.rows.empty()) return {std::nullopt, written.error};
  if (written.height() > std::max(most_rows, most_cols) ||
      written.width() > std::max(most_rows, most_cols))
    return {};
  Matrix m{written.height(), written.width(), {}};
  for (std::size_t r = 0; r < written.rows.size(); ++r)
    for (std::size_t c = 0; c < written.rows[r].size(); ++c) {
      const WrittenNumber x = written_number(written.rows[r][c]);
      if (!x.value)
        return {std::nullopt, written.height() * written.width() == 1
                                  ? x.why
                                  : entry_fault(r, c, written.rows[r][c], x.why)};
      m.values.push_back(*x.value);
    }
  return {std::move(m), ""};
}

bool bring_into(std::vector<double>& values, double low, double high) {
  bool moved = false;
  for (double& x : values) x = into(x, low, high, moved);
  return moved;
}

// Why `text` is refused: what is known of it, else what is wanted.
Reading refused_for(const std::string& key, std::string_view text, const std::string& why,
                    const std::string& wanted) {
  return lab::refused(key, text, why.empty() ? wanted : why);
}

}  // namespace

namespace {

// "1.000" where a whole number is asked: a point that may group digits; asks for another spelling.
std::string grouping_point(std::string_view text) {
  const std::string plain = num::plain_characters(text);
  const std::string_view digits = std::string_view(plain).substr(plain.starts_with('-') ? 1 : 0);
  const std::size_t point = digits.find('.');
  if (point == digits.npos || point == 0 || point > 3 || digits.substr(point) != ".000") return "";
  const std::string before(digits.substr(0, point));
  return before.find_first_not_of("0123456789") != before.npos
             ? ""
             : "does it mean " + before + " or " + before + "000? Write it without the point";
}

}  // namespace

Reading Whole::read(const std::string& key, std::string_view text) {
  const double lowest = static_cast<double>(low), highest = static_cast<double>(high);
  const auto [x, why] = written_number(text);
  if (const std::string asks = grouping_point(text); !asks.empty()) return refused(key, text, asks);
  if (!x || *x != std::floor(*x))
    return refused_for(key, text, why, "it takes a whole number " + range(lowest, highest));
  bool moved = false;
  value = static_cast<std::int64_t>(into(*x, lowest, highest, moved));
  if (!moved) return {};
  return clamped(key, lab::text(*x), std::to_string(value), range(lowest, highest));
}

Reading Real::read(const std::string& key, std::string_view text) {
  if (automatic && num::plain_characters(text) == automatic_text) {
    value = std::numeric_limits<double>::quiet_NaN();
    return {};
  }
  const auto [x, why] = written_number(text);
  if (!x)
    return refused_for(key, text, why,
                       "it takes a number " + range(low, high) + (automatic ? ", or auto" : ""));
  bool moved = false;
  value = into(*x, low, high, moved);
  if (!moved) return {};
  return clamped(key, lab::text(*x), lab::text(value), range(low, high));
}

Reading Flag::read(const std::string& key, std::string_view text) {
  const std::string plain = num::plain_characters(text);
  if (plain != "0" && plain != "1" && plain != "false" && plain != "true")
    return refused(key, text, "it takes 1 or 0");
  value = plain == "1" || plain == "true";
  return {};
}

Reading Reals::read(const std::string& key, std::string_view text) {
  const std::string size = min_size == max_size
                               ? std::to_string(max_size)
                               : std::to_string(min_size) + " to " + std::to_string(max_size);
  if (num::is_blank(text) && min_size == 0) {
    value.clear();
    return {};
  }
  auto [m, why] = written_cells(text, 1, max_size);
  const bool line = m && (m->rows == 1 || m->cols == 1);
  const int count = line ? static_cast<int>(m->values.size()) : -1;
  if (count < min_size || count > max_size)
    return refused_for(
        key, text, why,
        "it takes " + size + " numbers with commas between them, each " + range(low, high));
  const bool moved = bring_into(m->values, low, high);
  value = std::move(m->values);
  if (!moved) return {};
  return {Reading::clamped, "some numbers of " + key + " were out of range (" + range(low, high) +
                                ") and have been moved to its nearest end"};
}

Reading Table::read(const std::string& key, std::string_view text) {
  if (num::is_blank(text) && optional) {
    value = {};
    return {};
  }
  const std::string wanted =
      "it takes a matrix of up to " + std::to_string(max_rows) + "×" + std::to_string(max_cols) +
      ", entries separated by commas and rows by semicolons, each " + range(low, high);
  auto [m, why] = written_cells(text, max_rows, max_cols);
  if (!m || m->rows > max_rows || m->cols > max_cols) return refused_for(key, text, why, wanted);
  const bool moved = bring_into(m->values, low, high);
  value = *std::move(m);
  if (!moved) return {};
  return {Reading::clamped, "some entries of " + key + " were out of range (" + range(low, high) +
                                ") and have been moved to its nearest end"};
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
