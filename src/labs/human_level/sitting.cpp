#include "labs/human_level/sitting.h"

#include <algorithm>
#include <cmath>

namespace laboratory::human_level {

Sitting sitting(const Params& p) {
  Sitting s;
  s.params = p;
  s.first = (p.sitting - 1) * Params::most_pictures;
  for (int i = 0; i < p.n; ++i) {
    const auto at = static_cast<std::size_t>(i);
    s.products.push_back(product(static_cast<std::uint64_t>(p.seed), s.first + i, p.ambiguity));
    // Between whole numbers the nearest one is meant.
    const double given = at < p.labels.size() ? p.labels[at] : 0;
    s.labels.push_back(static_cast<int>(std::floor(given + 0.5)) - 1);
    if (s.labels.back() < 0) {
      if (s.shown < 0) s.shown = i;
      continue;
    }
    ++s.labelled;
    s.right += s.labels.back() == s.products.back().label ? 1 : 0;
  }
  if (p.item > 0) s.shown = std::min(p.item, p.n) - 1;
  return s;
}

lab::Plane Sitting::picture(int i) const {
  return pictogram(products[static_cast<std::size_t>(i)], static_cast<std::uint64_t>(params.seed),
                   first + i, params.difficulty);
}

std::string labels_with(const Sitting& s, int index, int answer) {
  std::string text;
  // Trailing pictures without a label are left out.
  int last = index;
  for (int i = 0; i < static_cast<int>(s.labels.size()); ++i)
    if (s.labels[static_cast<std::size_t>(i)] >= 0) last = std::max(last, i);
  for (int i = 0; i <= last; ++i)
    text += (i == 0 ? "" : ",") +
            std::to_string(1 + (i == index ? answer : s.labels[static_cast<std::size_t>(i)]));
  return text;
}

}  // namespace laboratory::human_level
