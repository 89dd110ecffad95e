#include "lab/ghost.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

namespace lab {
namespace {

// Beyond so many the names of the ghosts would hide the curves.
constexpr std::size_t most_named = 3;

// Each puts the ghost of `before` into `now`; false where there is nothing to be seen of it.
template <class Shape>
bool haunt(Shape&, const Shape&) {
  return false;
}

// Reference lines that stood elsewhere.
bool haunt_rules(std::vector<Rule>& now, const std::vector<Rule>& before) {
  std::vector<Rule> moved;
  for (const Rule& rule : before)
    if (std::isfinite(rule.at) && std::none_of(now.begin(), now.end(), [&rule](const Rule& r) {
          return r.upright == rule.upright && r.at == rule.at;
        }))
      moved.push_back({rule.label.empty() ? "pinned" : rule.label + ", pinned", rule.at,
                       rule.upright, rule.role});
  now.insert(now.end(), moved.begin(), moved.end());
  return !moved.empty();
}

bool haunt(Lines& now, const Lines& before) {
  bool seen = haunt_rules(now.rules, before.rules);
  const bool one_handle = !now.handle.drag.empty() && now.handle.drag == before.handle.drag;
  if (one_handle && std::isfinite(before.handle.at) && now.handle.at != before.handle.at) {
    now.rules.push_back({"pinned", before.handle.at, true, Role::neutral});
    seen = true;
  }
  std::vector<Curve> curves;
  for (const Curve& curve : before.curves) {
    if (curve.trace == Trace::region) continue;
    if (std::find(now.curves.begin(), now.curves.end(), curve) != now.curves.end()) continue;
    Curve ghost = curve;
    const std::size_t count = before.curves.size();
    ghost.name = count > most_named || (curve.name.empty() && count > 1) ? ""
                 : curve.name.empty()                                    ? "pinned"
                                                                         : curve.name + ", pinned";
    ghost.trace = is_joined(curve.trace) ? Trace::ghost : Trace::ghost_marks;
    ghost.low.clear(), ghost.high.clear();
    curves.push_back(std::move(ghost));
  }
  now.curves.insert(now.curves.begin(), curves.begin(), curves.end());
  return seen || !curves.empty();
}

bool haunt(Bars& now, const Bars& before) {
  if (now.names != before.names || now.start != before.start || now.width != before.width ||
      now.heights.size() != before.heights.size() || now.heights == before.heights)
    return false;
  now.ghost = before.heights;
  return true;
}

bool haunt(Scatter& now, const Scatter& before) {
  std::vector<Cloud> ghosts;
  for (const Cloud& cloud : before.clouds) {
    if (std::find(now.clouds.begin(), now.clouds.end(), cloud) != now.clouds.end()) continue;
    Cloud ghost = cloud;
    ghost.name = cloud.name.empty() ? "pinned" : cloud.name + ", pinned";
    for (std::string& label : ghost.labels) label += ", pinned";
    ghost.edit = {}, ghost.lit = -1, ghost.ghost = true;
    ghosts.push_back(std::move(ghost));
  }
  // Behind the others in the list: which point a hand holds is told by its place there.
  now.clouds.insert(now.clouds.end(), ghosts.begin(), ghosts.end());
  return !ghosts.empty();
}

bool same_names(const Dots& a, const Dots& b) {
  return std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(),
                    [](const DotGroup& x, const DotGroup& y) { return x.name == y.name; });
}

bool haunt(Dots& now, const Dots& before) {
  if (!same_names(now, before) || now == before) return false;
  std::vector<int> counts;
  for (const DotGroup& group : before.groups) counts.push_back(group.count);
  const bool moved = !now.stops.empty() && now.stops == before.stops && now.parted != before.parted;
  const bool counted =
      std::equal(now.groups.begin(), now.groups.end(), before.groups.begin(),
                 [](const DotGroup& x, const DotGroup& y) { return x.count == y.count; });
  if (!moved && counted) return false;
  now.ghost = std::move(counts);
  if (moved) now.ghost_parted = before.parted;
  return true;
}

}  // namespace

SharedFigure with_ghost(const Figure& now, const Figure& before) {
  auto both = std::make_shared<Figure>(now);
  const bool seen = std::visit(
      [&](auto& shape) {
        const auto* const other = std::get_if<std::decay_t<decltype(shape)>>(&before.shape);
        return other && haunt(shape, *other);
      },
      both->shape);
  if (!seen && now.room == Room::story && now.shape != before.shape) {
    // First, so that it stands in the caption.
    both->alt =
        "The pinned run is compared in the numbers below: one picture cannot show both. " + now.alt;
    return both;
  }
  return seen ? both : nullptr;
}

}  // namespace lab
