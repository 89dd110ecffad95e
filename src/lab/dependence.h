// What a remembered value depends on, written down bit by bit: two are equal exactly where every
// value is, whatever its sign of zero or NaN, so nothing that changed can pass for the same.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "lab/value.h"

namespace lab {

class Dependence {
 public:
  bool operator==(const Dependence&) const = default;

  // The values come in a fixed order and of fixed types, so lengths before what varies in length
  // keep one list of values from looking like another.
  template <class T>
  void add(const T& x) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
      raw(&x, sizeof x);
    else
      x.depend(*this);
  }
  void add(const std::string& s) {
    add(s.size());
    raw(s.data(), s.size());
  }
  template <class T>
  void add(const std::vector<T>& items) {
    add(items.size());
    if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
      raw(items.data(), items.size() * sizeof(T));
    else
      for (const T& item : items) add(item);
  }
  template <class T>
  void add(const std::optional<T>& x) {
    add(x.has_value());
    if (x) add(*x);
  }
  void add(const Dependence& other) { add(other.bytes_); }
  void add(const Matrix& m) {
    add(m.rows);
    add(m.cols);
    add(m.values);
  }

 private:
  void raw(const void* from, std::size_t n) {
    const auto* const bytes = static_cast<const std::uint8_t*>(from);
    bytes_.insert(bytes_.end(), bytes, bytes + n);
  }

  std::vector<std::uint8_t> bytes_;
};

// Numbers, enumerators, texts, matrices, vectors and optionals of these, other dependences, and
// what has a member function `void depend(Dependence&) const` that adds its parts.
template <class... Values>
Dependence on(const Values&... values) {
  Dependence all;
  (all.add(values), ...);
  return all;
}

}  // namespace lab
