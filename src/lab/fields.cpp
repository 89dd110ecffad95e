#include "lab/fields.h"

#include <algorithm>
#include <cassert>

namespace lab {

Field& Fields::next(const char* key, const char* label, Slot slot) {
  if (reading_) {
    // The same `declare` that filled this list walks it again in the same order.
    assert(cursor_ < all_.size() && all_[cursor_].key == key);
    return all_[cursor_++];
  }
  Field field;
  field.key = key;
  field.label = label;
  field.slot = field.initial = std::move(slot);
  return all_.emplace_back(std::move(field));
}

Field& Fields::whole(const char* key, int& value, Bounds<int> bounds, const char* label) {
  Field& field = next(key, label, Whole{value, bounds.low, bounds.high});
  value = static_cast<int>(std::get<Whole>(field.slot).value);
  return field;
}

Field& Fields::real(const char* key, double& value, Bounds<double> bounds, const char* label) {
  Field& field = next(key, label, Real{value, bounds.low, bounds.high});
  value = std::get<Real>(field.slot).value;
  return field;
}

Field& Fields::log_real(const char* key, double& value, Bounds<double> bounds, const char* label) {
  Field& field = next(key, label, Real{value, bounds.low, bounds.high, /*logarithmic=*/true});
  value = std::get<Real>(field.slot).value;
  return field;
}

Field& Fields::auto_real(const char* key, double& value, Bounds<double> bounds, const char* label) {
  Field& field = next(key, label, Real{value, bounds.low, bounds.high, false, /*automatic=*/true});
  value = std::get<Real>(field.slot).value;
  return field;
}

Field& Fields::flag(const char* key, bool& value, const char* label) {
  Field& field = next(key, label, Flag{value});
  value = std::get<Flag>(field.slot).value;
  return field;
}

Field& Fields::reals(const char* key, std::vector<double>& value, Bounds<int> size,
                     Bounds<double> bounds, const char* label) {
  Field& field = next(key, label, Reals{value, size.low, size.high, bounds.low, bounds.high});
  value = std::get<Reals>(field.slot).values;
  return field;
}

Field& Fields::table(const char* key, Matrix& value, Bounds<int> largest, Bounds<double> bounds,
                     const char* label) {
  Field& field =
      next(key, label, Table{value, largest.low, largest.high, bounds.low, bounds.high, false});
  value = std::get<Table>(field.slot).value;
  return field;
}

Field& Fields::optional_table(const char* key, Matrix& value, Bounds<int> largest,
                              Bounds<double> bounds, const char* label) {
  Field& field =
      next(key, label, Table{value, largest.low, largest.high, bounds.low, bounds.high, true});
  value = std::get<Table>(field.slot).value;
  return field;
}

Field& Fields::choice_index(const char* key, int& value, std::vector<std::string> names,
                            const char* label) {
  Field& field = next(key, label, Choice{value, std::move(names)});
  value = std::get<Choice>(field.slot).value;
  return field;
}

const Field* Fields::find(std::string_view key) const {
  const auto at =
      std::find_if(all_.begin(), all_.end(), [&](const Field& f) { return f.key == key; });
  return at == all_.end() ? nullptr : &*at;
}

Field* Fields::find(std::string_view key) {
  return const_cast<Field*>(static_cast<const Fields&>(*this).find(key));
}

Reading Fields::set(std::string_view key, std::string_view text) {
  if (Field* field = find(key)) return read(*field, text);
  return {Reading::refused, "there is no parameter called " + std::string(key.substr(0, 40))};
}

bool same_work(const Fields& before, const Fields& after) {
  return std::all_of(after.all().begin(), after.all().end(), [&](const Field& now) {
    const Field* then = before.find(now.key);
    if (!then) return false;
    return now.slot == then->slot || now.offer == Offer::horizon || (now.looks && then->looks);
  });
}

void Fields::settle() {
  for (Field& field : all_) field.initial = field.slot;
}

}  // namespace lab
