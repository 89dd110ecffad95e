// An answer in free text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"

namespace exam {

// One thing that a good answer says, and its weight among the points.
struct RubricPoint {
  std::string id;      // "i"
  std::string text;    // what the answer has to say
  std::string reason;  // why it counts
  double weight = 1;
};

// What is often written instead, and the sentence that cures it.
struct Trap {
  std::string text;
  std::string cure;
};

// Free text, which nobody reads but its writer: after checking, the points are shown, and the
// writer ticks those that the text makes. The marks are shown as the writer's own. An answer is
// {"text": ..., "points": ...}, the points being an object from their names to true or false or the
// list of those that are made, or the text alone.
struct Rubric {
  std::vector<RubricPoint> points;
  std::vector<Trap> traps = {};

  static constexpr const char* name = "rubric";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
