// What a field can hold. A kind of field is a struct with
//   static constexpr const char* kind;   its name, as the page knows it
//   value;                               what is in force, a type that compares
//   static void bounds(self, see);       calls see("name", member) for each bound
//   bool sound() const;                  whether value and bounds agree; asked of bytes from
//                                        outside
//   std::string text() const;            the value as a link carries it
//   Reading read(key, text);             sets the value; the exact inverse of `text` for every
//                                        value in bounds; a refused text leaves it as it was
// and a place in `Slot`. Wire, JSON and links follow from that; its control is an overload in
// ui/controls/control.h, its form a row of `forms` in web/src/parameters.ts with its bounds in
// web/src/lab.ts, its values for tests an overload in tests/lab/slots.h.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "lab/asset_slot.h"
#include "lab/name_slots.h"
#include "lab/number_slots.h"
#include "lab/text_slot.h"

namespace lab {

using Slot = std::variant<Whole, Real, Flag, Choice, Reals, Table, Subset, Arrows, Text, Asset>;

template <class S>
concept SlotKind = std::equality_comparable<S> &&
    requires(S s, const S& c, const std::string& key, std::string_view text) {
  { S::kind } -> std::convertible_to<const char*>;
  s.value;
  S::bounds(s, [](const char*, auto&) {});
  { c.sound() } -> std::same_as<bool>;
  { c.text() } -> std::same_as<std::string>;
  { s.read(key, text) } -> std::same_as<Reading>;
};

// Kinds that hold one number, or cells of numbers, between two bounds: a hand may drag those.
template <class S>
concept NumberKind = SlotKind<S> && requires(S s) {
  s.low + s.high + s.value;
};
template <class S>
concept CellsKind = SlotKind<S> && !NumberKind<S> && requires(S s) {
  s.low + s.high;
};

template <class>
constexpr bool all_kinds = false;
template <class... Kinds>
constexpr bool all_kinds<std::variant<Kinds...>> = (SlotKind<Kinds> && ...);
static_assert(all_kinds<Slot>, "a kind of field lacks one of its parts");

// Several functions as one, for std::visit: one for each kind, or it does not compile.
template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;  // clang 14 does not deduce it for an aggregate

}  // namespace lab
