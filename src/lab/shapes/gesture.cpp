#include "lab/shapes/gesture.h"

namespace lab {
namespace {

template <class... Kinds>
bool one_of(const Slot& slot) {
  return (std::holds_alternative<Kinds>(slot) || ...);
}

bool turns(Act act) { return act == Act::yaw || act == Act::pitch; }

}  // namespace

bool suits(Act act, const Slot& slot) {
  switch (act) {
    case Act::drag:
    case Act::pull:
      return one_of<Real, Whole>(slot);
    case Act::place_x:
    case Act::place_y:
      return one_of<Real, Whole, Reals>(slot);
    case Act::yaw:
    case Act::pitch:
      return one_of<Real>(slot);
    case Act::move:
    case Act::edit:
      return one_of<Table>(slot);
    case Act::row:
    case Act::column:
      return one_of<Whole>(slot);
    case Act::join:
      return one_of<Arrows>(slot);
    case Act::pick:
      return one_of<Whole, Choice, Reals, Subset>(slot);
  }
  return false;
}

std::string fault(const Gesture& gesture, const Fields& fields) {
  const Field* const declared = fields.find(gesture.field);
  if (!declared) return "There is no field \"" + gesture.field + "\".";
  if (!suits(gesture.act, declared->slot))
    return "The field \"" + gesture.field + "\" is of a kind that the gesture does not set.";
  if (turns(gesture.act) && !declared->looks)
    return "The field \"" + gesture.field + "\" does more than choose what is looked at.";
  for (const std::string& text : gesture.texts) {
    Field field = *declared;
    const Reading reading = read(field, text);
    if (reading.outcome != Reading::taken)
      return "The field \"" + gesture.field + "\" does not take \"" + text +
             "\": " + reading.message;
  }
  return "";
}

}  // namespace lab
