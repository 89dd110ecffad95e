#include "ui/sliding/equation_plan.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/theme.h"
#include "ui/maps/cell_grid.h"

namespace ui {

namespace {

constexpr int most_written = 5;     // entries along a side of a kernel that is written out in full
constexpr float least_colour = 3;   // side of an entry that is a colour alone, in points
constexpr float beside_number = 5;  // points in an entry that its number leaves free
constexpr float beside_tight = 3;

// How wide an entry is made, at least.
enum class Entries { roomy, tight, colours };

float number_width(std::string_view text) { return number_scale() * text_size(text).x; }

// What the shortest numbers with their sign take: the kernel's entries, and products to a digit.
float tight_width(const lab::Sliding& s) {
  double peak = 0, least = 0;
  for (const lab::Plane& kernel : s.kernel)
    for (const float x : kernel.values) {
      if (!std::isfinite(x)) continue;
      peak = std::max(peak, std::fabs(static_cast<double>(x)));
      least = std::min(least, static_cast<double>(x));
    }
  float width = number_width(least < 0 ? "−0.9" : "0.04");
  const double step = peak > 0 ? std::pow(10, std::floor(std::log10(peak))) : 1;
  for (const lab::Plane& kernel : s.kernel)
    for (const float x : kernel.values)
      width = std::max(width, number_width(readable(to_step(static_cast<double>(x), step), 4)));
  return width + beside_tight;
}

float entry_width(const lab::Sliding& s, Entries entries) {
  switch (entries) {
    case Entries::roomy:
      return std::max(number_width("−0.99") + beside_number, tight_width(s));
    case Entries::tight:
      return tight_width(s);
    case Entries::colours:
      return least_colour;
  }
  return least_colour;
}

// The plan with so many grids, so many of them side by side; nothing where it is too narrow.
std::optional<EquationPlan> planned(const lab::Sliding& s, ImVec2 room, int grids, int across,
                                    Entries entries) {
  const lab::Plane& kernel = s.kernel.front();
  EquationPlan p;
  p.rows = kernel.rows;
  p.cols = kernel.cols;
  p.grids = grids;
  p.across = across;
  p.channels = static_cast<int>(s.kernel.size());
  p.numbered = entries != Entries::colours;
  const float gap = (entries == Entries::roomy ? 1.3f : 0.75f) * em();  // room for brackets
  const float cols = static_cast<float>(p.cols), rows = static_cast<float>(p.rows);
  const float beside = static_cast<float>(across),
              lines = std::ceil(static_cast<float>(grids) / beside);
  p.cell.x = std::min(3.3f * em(), (room.x - gap * (beside - 1)) / (cols * beside));
  if (std::max(p.rows, p.cols) > most_written) p.cell.x = std::min(p.cell.x, 16 * em() / cols);
  p.cell.x = std::floor(p.cell.x);
  const bool last = entries == Entries::colours && grids == 1;
  if (last) p.cell.x = std::max(p.cell.x, 1.0f);
  if (!last && p.cell.x < entry_width(s, entries)) return std::nullopt;

  const float fixed = lines * (p.caption_room() + p.line_gap()) + p.tabs_room() + 1.5f * em();
  const float least = p.numbered ? 1.25f * number_scale() * em() : std::min(p.cell.x, least_colour);
  p.cell.y = std::min({1.9f * em(), p.cell.x, (room.y - fixed) / (lines * rows)});
  p.cell.y = std::floor(std::max(p.cell.y, least));
  p.step = cols * p.cell.x + gap;
  if (across > 1) {
    const float names = std::max(caption_width(kernel_sign(p), "kernel"),
                                 caption_width(products_sign(p), "products"));
    p.step = std::max(p.step, names + 0.5f * em());
  }
  p.size = {std::max((beside - 1) * p.step + cols * p.cell.x, 8 * em()),
            fixed + lines * rows * p.cell.y};
  if (!last && across > 1 && p.size.x > room.x) return std::nullopt;
  return p;
}

}  // namespace

bool EquationPlan::written_out() const {
  return grids >= 2 && channels == 1 && std::max(rows, cols) <= most_written && numbered;
}

float EquationPlan::caption_room() const { return 1.5f * em(); }
float EquationPlan::line_gap() const { return 0.7f * em(); }
float EquationPlan::tabs_room() const { return channels > 1 ? 1.9f * em() : 0; }

float number_scale() { return std::max(least_type / em(), 0.88f); }

const char* products_sign(const EquationPlan& p) { return p.grids == 2 ? "× kernel =" : "="; }
const char* kernel_sign(const EquationPlan& p) { return p.grids == 3 ? "×" : ""; }

float caption_width(std::string_view sign, std::string_view name) {
  const float before = sign.empty() ? 0 : text_size(sign).x + 0.35f * em();
  return before + 0.85f * em() + text_size(name).x;
}

EquationPlan equation_plan(const lab::Sliding& s, ImVec2 room) {
  const lab::Plane& kernel = s.kernel.front();
  std::optional<EquationPlan> lowest;
  // The first that fits, or none; the lowest of what is too high is kept.
  const auto fitting = [&](int grids, Entries entries) -> std::optional<EquationPlan> {
    for (int across = grids; across > 0; --across) {
      const std::optional<EquationPlan> p = planned(s, room, grids, across, entries);
      if (!p) continue;
      if (p->size.y <= room.y) return p;
      if (!lowest || p->size.y < lowest->size.y) lowest = p;
    }
    return std::nullopt;
  };
  const bool large = std::max(kernel.rows, kernel.cols) > most_written;
  for (const int grids : {3, 2})
    for (const Entries entries : {Entries::roomy, Entries::tight})
      if (const auto p = fitting(grids, entries)) return *p;
  // A large kernel takes the height of a page in numbers, and reads as well in colours.
  if (lowest && !large) return *lowest;
  lowest.reset();
  if (const auto p = fitting(3, Entries::colours)) return *p;
  if (lowest) return *lowest;
  return *planned(s, room, 1, 1, Entries::colours);
}

}  // namespace ui
