#include "lab/ghost.h"

#include <algorithm>
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

bool haunt(Lines& now, const Lines& before) {
  std::vector<Curve> curves;
  for (const Curve& curve : before.curves) {
    if (std::find(now.curves.begin(), now.curves.end(), curve) != now.curves.end()) continue;
    Curve ghost = curve;
    ghost.name = before.curves.size() > most_named ? ""
                 : curve.name.empty()              ? "pinned"
                                                   : curve.name + ", pinned";
    ghost.trace = is_joined(curve.trace) ? Trace::ghost : Trace::ghost_marks;
    ghost.low.clear(), ghost.high.clear();
    curves.push_back(std::move(ghost));
  }
  if (curves.empty()) return false;
  now.curves.insert(now.curves.begin(), curves.begin(), curves.end());
  return true;
}

bool haunt(Bars& now, const Bars& before) {
  if (now.names != before.names || now.start != before.start || now.width != before.width ||
      now.heights.size() != before.heights.size() || now.heights == before.heights)
    return false;
  now.ghost = before.heights;
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
    both->alt += " The pinned run is compared in the numbers below.";
    return both;
  }
  return seen ? both : nullptr;
}

}  // namespace lab
