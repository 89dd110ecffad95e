// Everything that a picture of a lab is drawn from: what the engine hands to the canvas.
#pragma once

#include <cstdint>
#include <string>

#include "lab/fields.h"
#include "lab/report.h"

namespace lab {

// Set like a parameter, to 1 or 0, it plays and stops a lab that runs in steps. It is none: no link
// carries it.
constexpr const char* play_key = "play";

// Set like a parameter, it says which tab of figures is open (`Figure::tab`). It only looks.
constexpr const char* tab_key = "tab";

// Set like a parameter, it pins the run as it stands (`pin_here`), or at the pairs of a link that
// the value has; empty, it lets go of it. A pinned run is drawn behind the next one.
constexpr const char* pin_key = "pin";
constexpr const char* pin_here = "here";

// Asked of a field that takes a file: the front end lets the person choose one.
constexpr const char* choose_file = "choose";

struct View {
  std::string link;   // canonical
  std::string title;  // of the lab
  Fields fields;
  Report report;
  std::int64_t done = 0, total = 0;  // steps of a replay
  std::int64_t most = 0;             // see lab::Lab
  bool playing = false;              // the horizon moves on by itself
  std::string tab = {};              // the open one; the first where no figure stands under it
};

}  // namespace lab
