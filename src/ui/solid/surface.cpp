// The mesh is a texture that stands while it, the side from which it is seen and the theme do;
// axes, labels and what is read out lie around and over it.

#include "ui/solid/surface.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "gfx/cache.h"
#include "gfx/surface.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/frame/recorder.h"
#include "ui/frame/standing.h"
#include "ui/maps/shades.h"
#include "ui/plots/legend.h"
#include "ui/plots/plot_labels.h"
#include "ui/solid/mesh.h"
#include "ui/solid/mesh_drawing.h"
#include "ui/solid/space_axes.h"
#include "ui/solid/turning.h"

namespace ui {

namespace {

constexpr float reading_reach = 10;

float head_room() { return 1.6f * em(); }

gfx::SurfaceLook look_of(const lab::Surface& s, const Mesh& mesh, const Projection& from,
                         ImVec2 corner, float ratio, const Theme& t) {
  gfx::SurfaceLook look;
  for (std::size_t k = 0; k < 4; ++k) {
    const double own = k == 3 ? 1 : 0, r = static_cast<double>(ratio);
    look.right[k] = static_cast<float>(from.right[k] * r - own * static_cast<double>(corner.x));
    look.down[k] = static_cast<float>(from.down[k] * r - own * static_cast<double>(corner.y));
    look.near[k] = static_cast<float>(from.near[k]);
  }
  for (std::size_t k = 0; k < 3; ++k) look.half[k] = static_cast<float>(mesh.space.half[k]);
  look.triangles = static_cast<int>(s.corners.size() / 3);
  look.segments = static_cast<int>(s.segments());
  look.valued = !s.values.empty();
  look.ramp = ramp_of(mesh.scale, t);
  look.plain = rgb(t.of(s.role));
  look.missing = rgb(t.faint);
  for (std::size_t i = 0; i < look.lines.size(); ++i)
    look.lines[i] = rgb(t.of(static_cast<lab::Role>(i)));
  look.thick = 1.1f * ratio;
  look.smooth = ratio >= 2 ? 2 : 3;
  return look;
}

void draw_mesh(const lab::Surface& s, const Mesh& mesh, const Projection& from, const Box& box,
               const Area& a, const Desk& desk, ImDrawList& draw, const Theme& t) {
  if (!desk.gfx || (s.corners.empty() && s.segments() == 0)) return;
  const float ratio = pixel_ratio();
  // The picture covers whole pixels, so that what is drawn is what is seen.
  const ImVec2 corner{std::floor(box.min.x * ratio), std::floor(box.min.y * ratio)};
  const ImVec2 end{std::ceil(box.max.x * ratio), std::ceil(box.max.y * ratio)};
  std::vector<float> room;
  const gfx::Values values(desk.stamp, [&] { return mesh_planes(s, mesh, room); });
  const GLuint texture = desk.gfx->drawn<gfx::SurfacePass>(
      a.id, values,
      {std::max(1, static_cast<int>(end.x - corner.x)),
       std::max(1, static_cast<int>(end.y - corner.y)), look_of(s, mesh, from, corner, ratio, t)});
  if (texture)
    draw.AddImage(static_cast<ImTextureID>(texture), {corner.x / ratio, corner.y / ratio},
                  {end.x / ratio, end.y / ratio});
  else
    draw_text(draw, box.min, t.text, desk.gfx->error(), box.width());
}

Vec3 place_of(const Mesh& mesh, const lab::MeshPoint& p) {
  return mesh.space.place(
      {static_cast<double>(p.x), static_cast<double>(p.y), static_cast<double>(p.z)});
}

Box around(ImVec2 at, float reach) {
  return {{at.x - reach, at.y - reach}, {at.x + reach, at.y + reach}};
}

// Asks labels to stay off the lines of the mesh, where these are few.
void keep_off_lines(const lab::Surface& s, const SeenMesh& seen, Labels& labels) {
  constexpr std::size_t few = 40;
  constexpr int pieces = 12;
  if (s.segments() > few) return;
  for (const lab::MeshLines& lines : s.lines)
    for (std::size_t i = 0; i + 1 < lines.ends.size(); i += 2) {
      const ImVec2 a = seen.vertices()[static_cast<std::size_t>(lines.ends[i])].at;
      const ImVec2 b = seen.vertices()[static_cast<std::size_t>(lines.ends[i + 1])].at;
      for (int k = 0; k <= pieces; ++k) {
        const float share = static_cast<float>(k) / pieces;
        const ImVec2 at{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
        if (std::isfinite(at.x) && std::isfinite(at.y)) labels.keep_clear(around(at, 3));
      }
    }
}

// The points and their labels, off all lines and the words of the axes; what the mesh hides is dim.
void draw_points(const lab::Surface& s, const Mesh& mesh, const SeenMesh& seen,
                 const Projection& from, const Plot& p, std::span<const Box> axis_words,
                 const Theme& t) {
  Labels labels(p);
  for (const Box& words : axis_words) labels.keep_apart(words);
  keep_off_lines(s, seen, labels);
  for (const lab::MeshPoint& point : s.points) {
    const Vec3 place = place_of(mesh, point);
    if (mesh.space.holds(place)) labels.keep_clear(around(from.at(place).at, 5));
  }
  for (const lab::MeshPoint& point : s.points) {
    const Vec3 place = place_of(mesh, point);
    if (!mesh.space.holds(place)) continue;
    const Seen at = from.at(place);
    const float share = seen.hides(at) ? 0.4f : 1.0f;
    p.draw->AddCircleFilled(at.at, 4.5f, faded(t.surface, share));
    marker(*p.draw, at.at, 3.5f, point.role, faded(t.of(point.role), share));
    const ImVec2 size = text_size(point.label);
    const float middle = at.at.y - 0.5f * size.y;
    std::vector<ImVec2> corners = {{at.at.x + 8, middle},
                                   {at.at.x - size.x - 8, middle},
                                   {at.at.x - 0.5f * size.x, at.at.y - size.y - 6},
                                   {at.at.x - 0.5f * size.x, at.at.y + 6}};
    // Further off at the end of a thin line.
    for (const float far : {1.5f, 3.0f, 4.5f})
      for (const float down : {0.0f, -1.3f, 1.3f, -2.6f, 2.6f})
        for (const float x : {at.at.x + far * size.y, at.at.x - size.x - far * size.y})
          corners.push_back({x, middle + down * size.y});
    const ImU32 ink = faded(mix(t.of(point.role), t.text, 0.4f), share);
    const Box box = labels.write(point.label, ink, corners);
    const ImVec2 end{std::clamp(at.at.x, box.min.x, box.max.x),
                     std::clamp(at.at.y, box.min.y, box.max.y)};
    if (box.width() > 0 && std::hypot(end.x - at.at.x, end.y - at.at.y) > 14)
      p.draw->AddLine(at.at, end, faded(ink, 0.7f));
  }
}

// What was clicked, -1 for nothing: a click on the same again lets it go.
int pinned_vertex(const Area& a, const Keys& k, int pointed, int count) {
  int pinned = std::min(kept(a.id, "vertex", -1), count - 1);
  if (tapped(a) && !turning(a)) pinned = pinned == pointed ? -1 : pointed;
  if (k.escape) pinned = -1;
  keep(a.id, "vertex", pinned);
  return pinned;
}

void read_out(const lab::Surface& s, const Mesh& mesh, std::size_t vertex, const Seen& at,
              ImDrawList& draw, const Theme& t) {
  const auto named = [](const lab::Axis& axis, const char* otherwise, float v) {
    return (axis.label.empty() ? otherwise : axis.label) + " " +
           readable(static_cast<double>(v), 5);
  };
  std::vector<ReadLine> lines;
  if (!s.values.empty()) {
    const float v = s.values[vertex], place = mesh.scale.place(v);
    lines.push_back(
        {named(s.value, "value", v),
         std::isfinite(place) ? packed(gfx::colour(ramp_of(mesh.scale, t), place, 1)) : 0});
  }
  lines.push_back({named(s.x, "x", s.px[vertex])});
  lines.push_back({named(s.y, "y", s.py[vertex])});
  lines.push_back({named(s.z, "z", s.pz[vertex])});
  draw.AddCircle(at.at, 6, t.surface, 0, 4);
  draw.AddCircle(at.at, 6, t.accent, 0, 2);
  readout(at.at, lines);
}

// The vertex under the pointer; with the keyboard the one in the middle, which the arrow keys turn
// away.
void read(const lab::Surface& s, const Mesh& mesh, const SeenMesh& seen, const Box& box,
          const Area& a, const Keys& k, ImDrawList& draw, const Theme& t) {
  if (k.any_arrow()) keep(a.id, "by keys", 1);
  if (a.pressed || !a.focused) keep(a.id, "by keys", 0);
  const bool keyed = kept(a.id, "by keys") != 0;
  const int pointed = a.hovered && !keyed ? seen.vertex_at(a.mouse, reading_reach) : -1;
  int vertex = pinned_vertex(a, k, pointed, static_cast<int>(s.px.size()));
  if (pointed >= 0 && !turning(a)) vertex = pointed;
  const ImVec2 middle{0.5f * (box.min.x + box.max.x), 0.5f * (box.min.y + box.max.y)};
  if (vertex < 0 && keyed) vertex = seen.vertex_at(middle, reading_reach);
  if (vertex < 0) return;
  const auto i = static_cast<std::size_t>(vertex);
  if (mesh.space.holds(mesh.places[i])) read_out(s, mesh, i, seen.vertices()[i], draw, t);
}

// What the hand can do: in a line of its own, or in short beside the names of the lines.
struct Hint {
  const char *may_turn, *is_turned;
};
constexpr Hint in_full{"drag or arrow keys: turn", "turned: double-click or 0 turns it back"};
constexpr Hint in_short{"drag to turn", "0 turns it back"};
constexpr Hint by_touch{"drag to turn", "double tap: turn back"};

const Hint& short_hint() { return has_keys() ? in_short : by_touch; }

void hint(TurnFields fields, const Hint& words, const Area& a, ImDrawList& draw, const Theme& t) {
  if (!fields) return;
  const bool turned = fields.yaw->changed() || fields.pitch->changed();
  const char* const text = turned ? words.is_turned : words.may_turn;
  if (text_size(text).x < a.box.width()) draw_text(draw, a.box.min, t.faint, text);
}

// Beside the longer hint, so that the names stay where they are when the other one is said.
Legend line_legend(const lab::Surface& s, float width) {
  const Theme t = theme();
  std::vector<LegendName> names;
  for (const lab::MeshLines& l : s.lines) names.push_back({l.name, t.of(l.role)});
  return {std::move(names), width, s.to_yaw.empty() ? 0 : text_size(short_hint().is_turned).x};
}

}  // namespace

float Widget<lab::Surface>::height(const lab::Surface& s, float width) {
  return std::min(0.8f * width, 28 * em()) + head_room() + line_legend(s, width).below() +
         (s.values.empty() ? 0 : scale_bar_height());
}

// On a narrow screen the space takes the width, which is what it is short of there.
float Widget<lab::Surface>::least_height(const lab::Surface& s, float width) {
  const float foot = s.values.empty() ? 0 : scale_bar_height();
  const float space = std::max(17 * em() - head_room() - foot, std::min(0.7f * width, 17 * em()));
  return std::min(height(s, width), space + head_room() + line_legend(s, width).below() + foot);
}

void Widget<lab::Surface>::draw(const char* id, const lab::Surface& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (const std::string sentence = lab::fault(s); !sentence.empty())
    return draw_text(draw, a.box.min, t.bad, sentence, a.box.width());
  const auto known = while_standing(a.id, desk.stamp, [&s] { return mesh_of(s); });
  const Mesh& mesh = *known;

  const Keys k = keys(a);
  const TurnFields fields = turn_fields(s, desk);
  const Angles angles = turn(fields, angles_of(s, fields), a, k, desk);
  const float foot = s.values.empty() ? 0 : scale_bar_height();
  const Legend legend = line_legend(s, a.box.width());
  const Box outer{{a.box.min.x, a.box.min.y + head_room() + legend.below()},
                  {a.box.max.x, a.box.max.y - foot}};
  const Box box = beside_space_axes(outer);
  const Projection from = projection(mesh.space, angles, box);
  const SeenMesh seen(s, mesh, from);

  draw.PushClipRect(a.box.min, a.box.max, true);
  space_edges(draw, mesh.space, from, t);
  const Recorder* const drawing = recorder();
  if (drawing && drawing->active() && can_be_vectors(s, mesh))
    draw_as_vectors(draw, s, mesh, seen, from, t);
  else
    draw_mesh(s, mesh, from, box, a, desk, draw, t);
  const std::vector<Box> axis_words = space_axes(draw, s, mesh.space, from, outer, t);
  const Plot plot{outer, {}, {}, a, &draw};
  draw_points(s, mesh, seen, from, plot, axis_words, t);
  const bool beside_names = !s.lines.empty() && legend.below() == 0;
  hint(fields, beside_names || !has_keys() ? short_hint() : in_full, a, draw, t);
  legend.draw(draw, a.box.min);
  if (mesh.lost > 0) note(plot, readable(static_cast<double>(mesh.lost)) + " not finite, left out");
  if (foot > 0)
    scale_bar(draw, s.value, mesh.scale, a.box, {a.box.min.x + em(), a.box.max.y - foot}, t);
  read(s, mesh, seen, box, a, k, draw, t);
  draw.PopClipRect();
}

}  // namespace ui
