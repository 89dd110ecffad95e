// The names of marks above a figure, each after a mark as it is drawn.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "lab/shapes/role.h"

namespace ui {

struct LegendName {
  enum Mark { stroke, dashes, marker, ring, none };
  std::string name;
  ImU32 colour = 0;
  Mark mark = stroke;
  lab::Role role = lab::Role::neutral;  // of a marker
};

// Names in the first line of a figure, at its right end, where all of them fit beside what stands
// there; otherwise in lines of their own beneath it, so that none is left out and none cut. One
// that is wider than the figure takes several lines. Of very many the first are named, and how many
// there are besides.
class Legend {
 public:
  // Nameless ones are left out. `taken`: the width at the left of the first line that has words.
  Legend(std::vector<LegendName> names, float width, float taken);

  // What it takes beneath the first line; 0 where it stands in that.
  float below() const { return below_; }

  // `corner` is the figure's top left.
  void draw(ImDrawList& draw, ImVec2 corner) const;

 private:
  struct Placed {
    LegendName name;
    ImVec2 at;  // of the mark's left end and the top of the name, from the corner
    float wrap = 0;
  };
  std::vector<Placed> all_;
  float below_ = 0;
};

}  // namespace ui
