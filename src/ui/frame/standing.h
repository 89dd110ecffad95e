// What a widget works out from a figure, kept for as long as the figure stands.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <type_traits>

namespace ui {

namespace standing {

struct Slot {
  std::uint64_t stamp = 0;
  int frame = 0;  // in which it was last asked for
  std::shared_ptr<const void> value;
};

// The slot for a kind of value of an owner in the current context. What no frame asked for in a
// while is dropped, and all of a context that ends.
Slot& slot(ImGuiID owner, const char* kind);

// Tells types of values apart by its address.
template <class Value>
inline char kind = 0;

}  // namespace standing

// One value of this type in the current context, made when first asked for and dropped with the
// context or after a while without use. A value of the whole process would let what one context has
// measured change the order in which the next one does, and with it where glyphs lie in its atlas.
template <class Value>
Value& of_context() {
  standing::Slot& slot = standing::slot(0, &standing::kind<Value>);
  if (!slot.value) slot.value = std::make_shared<Value>();
  return *static_cast<Value*>(const_cast<void*>(slot.value.get()));
}

// What `make()` returned when this owner last asked with the same stamp of its figure
// (Desk::stamp), which must be all that the value depends on. Without a stamp, which is 0, it is
// made each time. An owner keeps one value of each type.
template <class Make>
auto while_standing(ImGuiID owner, std::uint64_t stamp, Make make) {
  using Value = std::invoke_result_t<Make>;
  if (stamp == 0) return std::shared_ptr<const Value>(std::make_shared<Value>(make()));
  standing::Slot& slot = standing::slot(owner, &standing::kind<Value>);
  if (slot.stamp != stamp || !slot.value) {
    slot.value = std::make_shared<const Value>(make());
    slot.stamp = stamp;
  }
  return std::static_pointer_cast<const Value>(slot.value);
}

}  // namespace ui
