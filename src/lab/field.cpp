#include "lab/field.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "lab/number.h"

namespace lab {
namespace {

constexpr std::string_view automatic_text = "auto";

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 14 does not deduce it for an aggregate

Reading refused(const Field& field, std::string_view text, const std::string& wanted) {
  constexpr std::size_t shown = 40;
  std::string quoted(text.substr(0, shown));
  if (text.size() > shown) quoted += "…";
  return {Reading::refused, field.key + "=" + quoted + " is left out: " + wanted};
}

std::string range(double low, double high) {
  return "from " + lab::text(low) + " to " + lab::text(high);
}

Reading clamped(const Field& field, const std::string& given, const std::string& used,
                const std::string& bounds) {
  return {Reading::clamped,
          field.key + "=" + given + " is out of range (" + bounds + "); " + used + " is used"};
}

// `x` brought into [low, high]; `moved` is set where that changed it.
double into(double x, double low, double high, bool& moved) {
  const double y = std::clamp(x, low, high);
  moved = moved || y != x;
  return y;
}

Reading read_into(Field& field, Whole& slot, std::string_view text) {
  const std::optional<double> x = real(text);
  if (!x || *x != std::floor(*x))
    return refused(field, text,
                   "it takes a whole number " +
                       range(static_cast<double>(slot.low), static_cast<double>(slot.high)));
  bool moved = false;
  const double low = static_cast<double>(slot.low), high = static_cast<double>(slot.high);
  slot.value = static_cast<std::int64_t>(into(*x, low, high, moved));
  if (!moved) return {};
  return clamped(field, lab::text(*x), std::to_string(slot.value), range(low, high));
}

Reading read_into(Field& field, Real& slot, std::string_view text) {
  if (slot.automatic && text == automatic_text) {
    slot.value = std::numeric_limits<double>::quiet_NaN();
    return {};
  }
  const std::optional<double> x = real(text);
  if (!x)
    return refused(
        field, text,
        "it takes a number " + range(slot.low, slot.high) + (slot.automatic ? ", or auto" : ""));
  bool moved = false;
  slot.value = into(*x, slot.low, slot.high, moved);
  if (!moved) return {};
  return clamped(field, lab::text(*x), lab::text(slot.value), range(slot.low, slot.high));
}

Reading read_into(Field& field, Flag& slot, std::string_view text) {
  if (text != "0" && text != "1" && text != "false" && text != "true")
    return refused(field, text, "it takes 1 or 0");
  slot.value = text == "1" || text == "true";
  return {};
}

Reading read_into(Field& field, Choice& slot, std::string_view text) {
  const auto at = std::find(slot.names.begin(), slot.names.end(), text);
  if (at == slot.names.end()) {
    std::string wanted = "it takes one of";
    for (const std::string& name : slot.names)
      wanted += (name == slot.names[0] ? " " : ", ") + name;
    return refused(field, text, wanted);
  }
  slot.value = static_cast<int>(at - slot.names.begin());
  return {};
}

// The parts of `text` between separators; an empty text has one empty part. At most `most` + 1, so
// that a hostile text costs no more than a legal one.
std::vector<std::string_view> split(std::string_view text, char separator, int most) {
  std::vector<std::string_view> parts;
  while (static_cast<int>(parts.size()) <= most) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
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

Reading read_into(Field& field, Reals& slot, std::string_view text) {
  const std::string size = slot.min_size == slot.max_size ? std::to_string(slot.max_size)
                                                          : std::to_string(slot.min_size) + " to " +
                                                                std::to_string(slot.max_size);
  if (text.empty() && slot.min_size == 0) {
    slot.values.clear();
    return {};
  }
  bool moved = false;
  const auto values = row(text, slot.max_size, slot.low, slot.high, moved);
  if (!values || static_cast<int>(values->size()) < slot.min_size ||
      static_cast<int>(values->size()) > slot.max_size)
    return refused(field, text,
                   "it takes " + size + " numbers with commas between them, each " +
                       range(slot.low, slot.high));
  slot.values = *values;
  if (!moved) return {};
  return {Reading::clamped, "some numbers of " + field.key + " are out of range (" +
                                range(slot.low, slot.high) + ") and are brought into it"};
}

Reading read_into(Field& field, Table& slot, std::string_view text) {
  if (text.empty() && slot.optional) {
    slot.value = {};
    return {};
  }
  const std::string wanted = "it takes a matrix of up to " + std::to_string(slot.max_rows) + "×" +
                             std::to_string(slot.max_cols) +
                             ", entries by commas and rows by semicolons, each " +
                             range(slot.low, slot.high);
  Matrix m;
  bool moved = false;
  for (const std::string_view line : split(text, ';', slot.max_rows)) {
    const auto values = row(line, slot.max_cols, slot.low, slot.high, moved);
    if (!values) return refused(field, text, wanted);
    if (m.rows > 0 && static_cast<int>(values->size()) != m.cols)
      return refused(field, text,
                     "row " + std::to_string(m.rows + 1) + " has " +
                         std::to_string(values->size()) + " entries and row 1 has " +
                         std::to_string(m.cols));
    m.cols = static_cast<int>(values->size());
    m.values.insert(m.values.end(), values->begin(), values->end());
    ++m.rows;
  }
  if (m.rows > slot.max_rows || m.cols > slot.max_cols) return refused(field, text, wanted);
  slot.value = std::move(m);
  if (!moved) return {};
  return {Reading::clamped, "some entries of " + field.key + " are out of range (" +
                                range(slot.low, slot.high) + ") and are brought into it"};
}

}  // namespace

bool Real::operator==(const Real& other) const {
  const bool same = value == other.value || (std::isnan(value) && std::isnan(other.value));
  return same && low == other.low && high == other.high && logarithmic == other.logarithmic &&
         automatic == other.automatic;
}

std::string text(const Slot& slot) {
  return std::visit(Overloaded{
                        [](const Whole& s) { return std::to_string(s.value); },
                        [](const Real& s) {
                          return std::isnan(s.value) ? std::string(automatic_text) : text(s.value);
                        },
                        [](const Flag& s) { return std::string(s.value ? "1" : "0"); },
                        [](const Choice& s) { return s.names[static_cast<std::size_t>(s.value)]; },
                        [](const Reals& s) {
                          return text(Matrix{1, static_cast<int>(s.values.size()), s.values});
                        },
                        [](const Table& s) { return text(s.value); },
                    },
                    slot);
}

Reading read(Field& field, std::string_view text) {
  return std::visit([&](auto& slot) { return read_into(field, slot, text); }, field.slot);
}

}  // namespace lab
