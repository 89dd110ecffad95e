#include "ui/sliding/sliding_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/maps/shades.h"

namespace ui {

namespace {

constexpr float least_for_two = 330, least_for_row = 820, largest_cell = 44;  // in points
constexpr int most_terms = 25;  // products in the line under the figure

// Lines that the sum takes when all of its products are written: about seven em each.
int sum_lines(const lab::Sliding& s, float width) {
  const std::size_t terms = s.kernel.front().values.size();
  if (terms > most_terms || s.kernel.size() > 1) return width < least_for_two ? 2 : 1;
  const float length = (static_cast<float>(terms) * 6.6f + 14) * em();
  return std::clamp(static_cast<int>(std::ceil(length / width)), 1, 6);
}

float under_map(const SlidingLayout& l) {
  return foot_height() + (l.legend_beside ? 0.2f * em() : legend_height() + 0.4f * em());
}

// Puts both maps into columns at most `side` wide with `middle` between them, centred in `width`.
void place_maps(const lab::Sliding& s, float width, float side, float middle, float tall,
                SlidingLayout& l) {
  const lab::Plane& input = s.input.front();
  l.legend_beside = map_buttons_width() + map_legend_width(0) <= side;
  const float room = std::max(tall - caption_height() - under_map(l), 6 * em());
  l.input = fitted({side, room}, input.rows, input.cols, s.pad, largest_cell);
  l.output = fitted({side, room}, s.output.rows, s.output.cols, 0, largest_cell);
  // Words under a small map need more room than the map.
  const float in_wide = std::max(l.input.width(), std::min(13 * em(), side));
  const float foot = l.legend_beside ? map_buttons_width() + map_legend_width(0) : 13 * em();
  const float out_wide = std::max(l.output.width(), std::min(foot, side));
  const float left = std::max(0.0f, std::floor((width - in_wide - middle - out_wide) / 2)) + 1;
  l.input_wide = in_wide;
  l.input = placed(l.input, {left, caption_height()});
  l.output = placed(l.output, {left + in_wide + middle, caption_height()});
}

float under_both(const SlidingLayout& l) {
  return caption_height() + std::max(l.input.height(), l.output.height()) + under_map(l);
}

void arrange_row(const lab::Sliding& s, ImVec2 size, SlidingLayout& l) {
  const float gap = std::round(2.2f * em());
  const float middle = std::clamp(0.26f * size.x, 11 * em(), 18 * em());
  l.equation = equation_plan(s, {middle, std::max(size.y, 8 * em())});
  const float between = l.equation.size.x + 2 * gap;
  place_maps(s, size.x, (size.x - between) / 2 - 1, between, size.y, l);
  l.equation_at = {l.output.at.x - gap - l.equation.size.x, 0};
  l.sum_y = std::max(under_both(l), l.equation.size.y);
}

void arrange_below(const lab::Sliding& s, ImVec2 size, SlidingLayout& l) {
  const float gap = std::round(1.5f * em());
  l.equation = equation_plan(s, {size.x - 0.8f * em(), std::max(0.5f * size.y, 8 * em())});
  place_maps(s, size.x, (size.x - gap) / 2 - 1, gap, size.y - l.equation.size.y - 0.5f * em(), l);
  const float left = std::floor((size.x - l.equation.size.x) / 2);
  l.equation_at = {std::max(left, 0.4f * em()), under_both(l) + 0.5f * em()};
  l.sum_y = l.equation_at.y + l.equation.size.y;
}

void arrange_column(const lab::Sliding& s, ImVec2 size, SlidingLayout& l) {
  const lab::Plane& input = s.input.front();
  l.equation = equation_plan(s, {size.x - 0.8f * em(), 26 * em()});
  const float rest =
      size.y - l.equation.size.y - 2 * caption_height() - under_map(l) - foot_height();
  const ImVec2 room{size.x - 2, std::max(rest / 2, 8 * em())};
  l.input = fitted(room, input.rows, input.cols, s.pad, largest_cell);
  l.output = fitted(room, s.output.rows, s.output.cols, 0, largest_cell);

  l.input_wide = size.x;
  l.input = placed(l.input, {1, caption_height()});
  float y = caption_height() + l.input.height() + foot_height();
  l.equation_at = {0.4f * em(), y};
  y += l.equation.size.y + caption_height() + 0.6f * em();
  l.output = placed(l.output, {1, y});
  l.sum_y = y + l.output.height() + under_map(l);
}

void arrange(const lab::Sliding& s, ImVec2 size, SlidingLayout& l) {
  const float sum_height =
      l.sum_lines > 0 ? 1.5f * em() * static_cast<float>(l.sum_lines) + 0.4f * em() : 0;
  const ImVec2 rest{std::max(size.x, 120.0f), size.y - sum_height};
  switch (l.arrangement) {
    case Arrangement::row:
      arrange_row(s, rest, l);
      break;
    case Arrangement::arithmetic_below:
      arrange_below(s, rest, l);
      break;
    case Arrangement::column:
      arrange_column(s, rest, l);
      break;
  }
  l.height = l.sum_y + sum_height;
}

}  // namespace

float caption_height() { return 1.6f * em(); }
float foot_height() { return 2.3f * em(); }

float map_legend_width(float map_width) { return std::clamp(map_width, 9 * em(), 13 * em()); }

float map_buttons_width() { return 2 * (ImGui::GetFrameHeight() + 0.25f * em()) + 0.8f * em(); }

bool can_be_drawn(const lab::Sliding& s) {
  const auto whole = [](const lab::Plane& p) {
    return p.rows > 0 && p.cols > 0 &&
           p.values.size() == static_cast<std::size_t>(p.rows) * static_cast<std::size_t>(p.cols);
  };
  return !s.input.empty() && s.input.size() == s.kernel.size() &&
         std::all_of(s.input.begin(), s.input.end(), whole) &&
         std::all_of(s.kernel.begin(), s.kernel.end(), whole) && whole(s.output);
}

SlidingLayout sliding_layout(const lab::Sliding& s, ImVec2 size) {
  SlidingLayout l;
  l.arrangement = size.x >= least_for_row   ? Arrangement::row
                  : size.x >= least_for_two ? Arrangement::arithmetic_below
                                            : Arrangement::column;
  l.sum_lines = 0;
  arrange(s, size, l);
  if (l.equation.written_out()) return l;
  l.sum_lines = sum_lines(s, size.x);
  arrange(s, size, l);
  return l;
}

float sliding_height(const lab::Sliding& s, float width) {
  const float most = width >= least_for_row   ? 35 * em()
                     : width >= least_for_two ? 44 * em()
                                              : 2 * width + 34 * em();
  return std::ceil(sliding_layout(s, {width, most}).height);
}

}  // namespace ui
