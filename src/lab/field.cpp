#include "lab/field.h"

namespace lab {

std::string text(const Slot& slot) {
  return std::visit([](const auto& s) { return s.text(); }, slot);
}

Reading read(Field& field, std::string_view text) {
  return std::visit([&](auto& slot) { return slot.read(field.key, text); }, field.slot);
}

}  // namespace lab
