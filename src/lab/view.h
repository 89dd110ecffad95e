// Everything that a picture of a lab is drawn from: what the engine hands to the canvas.
#pragma once

#include <cstdint>
#include <string>

#include "lab/fields.h"
#include "lab/report.h"

namespace lab {

struct View {
  std::string link;   // canonical
  std::string title;  // of the lab
  Fields fields;
  Report report;
  std::int64_t done = 0, total = 0;  // steps of a replay
};

}  // namespace lab
