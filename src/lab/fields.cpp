#include "lab/fields.h"

#include <algorithm>

namespace lab {

Field& Fields::whole(const char* key, int& value, Bounds<int> bounds, const char* label) {
  return of_kind(key, value, Whole{value, bounds.low, bounds.high}, label);
}

Field& Fields::real(const char* key, double& value, Bounds<double> bounds, const char* label) {
  return of_kind(key, value, Real{value, bounds.low, bounds.high}, label);
}

Field& Fields::log_real(const char* key, double& value, Bounds<double> bounds, const char* label) {
  return of_kind(key, value, Real{value, bounds.low, bounds.high, /*logarithmic=*/true}, label);
}

Field& Fields::auto_real(const char* key, double& value, Bounds<double> bounds, const char* label) {
  return of_kind(key, value, Real{value, bounds.low, bounds.high, false, /*automatic=*/true},
                 label);
}

Field& Fields::flag(const char* key, bool& value, const char* label) {
  return of_kind(key, value, Flag{value}, label);
}

Field& Fields::reals(const char* key, std::vector<double>& value, Bounds<int> size,
                     Bounds<double> bounds, const char* label) {
  return of_kind(key, value, Reals{value, size.low, size.high, bounds.low, bounds.high}, label);
}

Field& Fields::table(const char* key, Matrix& value, Bounds<int> largest, Bounds<double> bounds,
                     const char* label) {
  return of_kind(key, value,
                 Table{value, largest.low, largest.high, bounds.low, bounds.high, false}, label);
}

Field& Fields::optional_table(const char* key, Matrix& value, Bounds<int> largest,
                              Bounds<double> bounds, const char* label) {
  return of_kind(key, value, Table{value, largest.low, largest.high, bounds.low, bounds.high, true},
                 label);
}

Field& Fields::choice_index(const char* key, int& value, std::vector<std::string> names,
                            const char* label) {
  return of_kind(key, value, Choice{value, std::move(names)}, label);
}

Field& Fields::subset(const char* key, std::vector<int>& value, std::vector<std::string> names,
                      const char* label) {
  return of_kind(key, value, Subset{value, std::move(names)}, label);
}

Field& Fields::arrows(const char* key, std::vector<Arrow>& value, std::vector<std::string> nodes,
                      const char* label) {
  return of_kind(key, value, Arrows{value, std::move(nodes)}, label);
}

Field& Fields::words(const char* key, std::string& value, int most_bytes, const char* label) {
  return of_kind(key, value, Text{value, most_bytes}, label);
}

Field& Fields::asset(const char* key, OwnFile& value, Media media, const char* label,
                     std::string chooses, std::string chosen) {
  return of_kind(key, value, Asset{value, media, std::move(chooses), std::move(chosen)}, label);
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

void Fields::make_initial() {
  for (Field& field : all_) field.initial = field.slot;
}

}  // namespace lab
