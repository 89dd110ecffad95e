#include "ui/sliding/equation_plan.h"

#include <algorithm>
#include <cmath>

#include "ui/maps/cell_grid.h"

namespace ui {

namespace {

constexpr int most_written = 5;  // entries along a side of a kernel that is written out in full
constexpr float smallest_text = 13;

EquationPlan planned(const lab::Sliding& s, ImVec2 room, int grids) {
  const lab::Plane& kernel = s.kernel.front();
  EquationPlan p;
  p.rows = kernel.rows;
  p.cols = kernel.cols;
  p.grids = grids;
  p.channels = static_cast<int>(s.kernel.size());
  // As many grids side by side as leave an entry the room of a number.
  const float cols = static_cast<float>(p.cols), widest = 3.3f * em(), least = 2.6f * em();
  for (p.across = grids; p.across > 1; --p.across)
    if ((room.x - p.grid_gap() * static_cast<float>(p.across - 1)) /
            (cols * static_cast<float>(p.across)) >=
        least)
      break;
  const float across = static_cast<float>(p.across);
  p.cell.x = std::min(widest, (room.x - p.grid_gap() * (across - 1)) / (cols * across));
  if (std::max(p.rows, p.cols) > most_written) p.cell.x = std::min(p.cell.x, 16 * em() / cols);

  const float lines = static_cast<float>((grids + p.across - 1) / p.across);
  const float fixed = lines * (p.caption_room() + p.line_gap()) + p.tabs_room() + 1.5f * em();
  const float rows = static_cast<float>(p.rows);
  p.cell.y = std::min({1.9f * em(), p.cell.x, (room.y - fixed) / (lines * rows)});
  p.cell.y = std::max(p.cell.y, grids == 1 ? 3.0f : 1.25f * number_scale() * em());
  p.cell = {std::floor(p.cell.x), std::floor(p.cell.y)};
  p.size = {across * (cols * p.cell.x + p.grid_gap()) - p.grid_gap(),
            fixed + lines * rows * p.cell.y};
  p.size.x = std::max(p.size.x, 8 * em());
  return p;
}

}  // namespace

bool EquationPlan::written_out() const {
  return grids >= 2 && channels == 1 && std::max(rows, cols) <= most_written &&
         cell.x >= 2.2f * em();
}

float EquationPlan::caption_room() const { return 1.5f * em(); }
float EquationPlan::grid_gap() const { return 1.3f * em(); }
float EquationPlan::line_gap() const { return 0.7f * em(); }
float EquationPlan::tabs_room() const { return channels > 1 ? 1.9f * em() : 0; }

float number_scale() { return std::max(smallest_text / em(), 0.88f); }

EquationPlan equation_plan(const lab::Sliding& s, ImVec2 room) {
  const lab::Plane& kernel = s.kernel.front();
  for (int grids = std::max(kernel.rows, kernel.cols) > most_written ? 2 : 3; grids > 1; --grids) {
    const EquationPlan p = planned(s, room, grids);
    if (p.size.y <= room.y && p.size.x <= room.x) return p;
  }
  return planned(s, room, 1);
}

}  // namespace ui
