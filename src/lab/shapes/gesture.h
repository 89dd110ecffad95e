// What a person may do to a figure, and which field of the lab's declaration that sets.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lab/bytes.h"
#include "lab/fields.h"

namespace lab {

// What the hand does, and what it needs of the field that it sets.
enum class Act : std::uint8_t {
  drag,     // moves an upright line along x: a number becomes x
  pull,     // pulls the tip of a bar: a number becomes its height
  move,     // moves points: the first two columns of a table, a row for each point
  edit,     // changes the numbers in cells: those of a table
  row,      // points at a cell: a whole number becomes its row, counted from 1
  column,   // likewise its column
  join,     // draws, turns and deletes arrows between nodes: those of a field of arrows
  place_x,  // moves a point across a plane: a number, or one of a list, becomes its x
  place_y,  // likewise its y
  yaw,      // turns what stands in space about the upright: a real that only looks, in degrees
  pitch,    // likewise raises the eye above the ground
  pick,     // points at something that has a text: a number, a choice, a list or a subset reads it
};
constexpr int act_count = 12;

// The field that one gesture of a shape sets; an empty one where the figure does not offer it.
template <Act act>
struct Target {
  std::string field;

  Target() = default;
  Target(const char* key) : field(key) {}
  Target(std::string key) : field(std::move(key)) {}
  bool empty() const { return field.empty(); }
  bool operator==(const Target&) const = default;
};

template <class Archive, Act act>
void describe(Archive& a, const Target<act>& self) {
  a(self.field);
}
template <class Archive, Act act>
void describe(Archive& a, Target<act>& self) {
  a(self.field);
}

// A gesture that a figure offers. `texts` are what it may set the field to where these are given
// texts: all of them, or the first and the last of what is counted. Empty for what is measured.
struct Gesture {
  Act act = Act::drag;
  std::string field;
  std::vector<std::string> texts;
  bool operator==(const Gesture&) const = default;
};

// Collects what a shape offers; targets that are empty are left out.
class Gestures {
 public:
  template <Act act>
  Gestures& offer(const Target<act>& target, std::vector<std::string> texts = {}) {
    if (!target.empty()) all_.push_back({act, target.field, std::move(texts)});
    return *this;
  }
  // For what is counted from 1 to `last`.
  template <Act act>
  Gestures& offer_counted(const Target<act>& target, int last) {
    return last > 0 ? offer(target, {"1", std::to_string(last)}) : *this;
  }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }
  std::size_t size() const { return all_.size(); }
  bool operator==(const Gestures&) const = default;

 private:
  std::vector<Gesture> all_;
};

// True where `slot` is of the kind that `act` sets.
bool suits(Act act, const Slot& slot);

// What is wrong with a gesture on a lab of these parameters, as a sentence: no such field, a field
// of another kind, a field that does more than look where the gesture may not, or a text that the
// field does not take as it is. Empty where all is well.
std::string fault(const Gesture& gesture, const Fields& fields);

}  // namespace lab
