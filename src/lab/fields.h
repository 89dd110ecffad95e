// All parameters of a lab, in the order of their declaration.
//
// A lab's parameters are a plain struct with a member function `declare(Fields&)` that names each
// member once, with its label and bounds:
//
//   struct Params {
//     int side = 32;
//     void declare(lab::Fields& f) { f.whole("n", side, {1, 512}, "input side n [px]"); }
//   };
//
// `declared<Params>()` collects the declaration, with the member initialisers as defaults, and
// `parameters<Params>(fields)` reads the values back into such a struct.
// `declared_again<Params>(fields)` does the same and also leaves in `fields` what `declare` says of
// them at these values.
#pragma once

#include <cassert>
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "lab/field.h"

namespace lab {

template <class Number>
struct Bounds {
  Number low, high;
};

class Fields {
 public:
  // The declaring calls. Each returns the field, so that an offer can be chained to it.
  Field& whole(const char* key, int& value, Bounds<int> bounds, const char* label);
  Field& real(const char* key, double& value, Bounds<double> bounds, const char* label);
  // A real whose slider moves by ratios; bounds must be positive, or low may be 0.
  Field& log_real(const char* key, double& value, Bounds<double> bounds, const char* label);
  // A real that may be left to the lab: NaN, written "auto".
  Field& auto_real(const char* key, double& value, Bounds<double> bounds, const char* label);
  Field& flag(const char* key, bool& value, const char* label);
  Field& reals(const char* key, std::vector<double>& value, Bounds<int> size, Bounds<double> bounds,
               const char* label);
  Field& table(const char* key, Matrix& value, Bounds<int> largest /* rows, columns */,
               Bounds<double> bounds, const char* label);
  Field& optional_table(const char* key, Matrix& value, Bounds<int> largest, Bounds<double> bounds,
                        const char* label);
  // `value` is an enum whose enumerators count from 0 in the order of `names`.
  template <class Enum>
  requires std::is_enum_v<Enum> Field& choice(const char* key, Enum& value,
                                              std::vector<std::string> names, const char* label) {
    int index = static_cast<int>(value);
    Field& field = choice_index(key, index, std::move(names), label);
    value = static_cast<Enum>(index);
    return field;
  }

  // Some of `names`: `value` holds their places, rising.
  Field& subset(const char* key, std::vector<int>& value, std::vector<std::string> names,
                const char* label);
  Field& arrows(const char* key, std::vector<Arrow>& value, std::vector<std::string> nodes,
                const char* label);
  Field& words(const char* key, std::string& value, int most_bytes, const char* label);
  // A file of the person's own. With `chooses`, one that is given sets that field to `chosen`.
  Field& asset(const char* key, OwnFile& value, Media media, const char* label,
               std::string chooses = "", std::string chosen = "");

  // A field of any kind, by its bounds: what the calls above are short for.
  template <SlotKind Kind, class Value>
  Field& of_kind(const char* key, Value& value, Kind bounds, const char* label);

  Field* find(std::string_view key);
  const Field* find(std::string_view key) const;
  // The value of the field `key`, which is declared as a whole number within the bounds of int.
  int whole_value(std::string_view key) const {
    const Field* const field = find(key);
    assert(field && std::holds_alternative<Whole>(field->slot));
    return static_cast<int>(std::get<Whole>(field->slot).value);
  }
  std::vector<Field>& all() { return all_; }
  const std::vector<Field>& all() const { return all_; }

  // Sets one field as a link would; an unknown key is refused in words.
  Reading set(std::string_view key, std::string_view text);

  // Makes the values in force the initial ones: what a variant has drawn is its own instance.
  void make_initial();

  template <class Params>
  friend Fields declared();
  template <class Params>
  friend Params declared_again(Fields& fields);

 private:
  Field& choice_index(const char* key, int& value, std::vector<std::string> names,
                      const char* label);
  std::vector<Field> all_;
  bool reading_ = false;
  std::size_t cursor_ = 0;
};

template <SlotKind Kind, class Value>
Field& Fields::of_kind(const char* key, Value& value, Kind bounds, const char* label) {
  // The same `declare` that filled this list walks it again in the same order.
  if (reading_) {
    Field& field = all_[cursor_++];
    assert(field.key == key);
    value = static_cast<Value>(std::get<Kind>(field.slot).value);
    return field;
  }
  bounds.value = value;
  assert(bounds.sound());
  Field& field = all_.emplace_back();
  field.key = key;
  field.label = label;
  field.slot = field.initial = std::move(bounds);
  return field;
}

template <class Params>
Fields declared() {
  Params params;
  Fields fields;
  params.declare(fields);
  return fields;
}

template <class Params>
Params declared_again(Fields& fields) {
  Params params;
  fields.reading_ = true;
  fields.cursor_ = 0;
  params.declare(fields);
  fields.reading_ = false;
  return params;
}

template <class Params>
Params parameters(const Fields& from) {
  Fields fields = from;
  return declared_again<Params>(fields);
}

// True where work that was done at the values of `before` is the work that `after` asks for, more
// or less of it: what differs is the horizon, or a field that only looks, there and here.
bool same_work(const Fields& before, const Fields& after);

}  // namespace lab
