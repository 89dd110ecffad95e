#include "labs/human_level/figures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "labs/human_level/sitting.h"
#include "labs/phrases.h"
#include "num/statistics.h"

namespace laboratory::human_level {
namespace {

using lab::Role;

constexpr std::array<Annotator, annotator_count> everybody = {Annotator::layman, Annotator::expert,
                                                              Annotator::panel};

void draw_picture(const Sitting& s, lab::Report& report) {
  const auto at = static_cast<std::size_t>(s.shown);
  const Product& product = s.products[at];
  lab::Glance glance;
  glance.picture =
      pictogram(product, static_cast<std::uint64_t>(s.params.seed), s.shown, s.params.difficulty);
  glance.number = s.shown + 1;
  glance.of = s.params.n;
  glance.seconds = s.params.limit;
  glance.pick = "labels";
  for (int k = 0; k < product_classes; ++k) {
    glance.choices.push_back(product_class(k));
    glance.texts.push_back(labels_with(s, s.shown, k));
  }
  glance.chosen = s.labels[at];
  // Blind until all are labelled: whoever sees the truth is no witness any more.
  if (s.complete()) glance.right = product.label;
  std::string alt = "Picture " + std::to_string(glance.number) + " of " +
                    std::to_string(glance.of) + ", to be labelled as clothing, electronics, home " +
                    "goods or outdoor by the keys 1 to 4.";
  if (s.complete())
    alt = "Picture " + std::to_string(glance.number) + " shows " +
          product_kind(product.label, product.kind) + ", " + product_class(product.label) +
          "; you said " + product_class(glance.chosen) + ".";
  report
      .figure("picture",
              s.complete() ? "Picture " + std::to_string(glance.number) + ", and what it is"
                           : "Which class is it?",
              alt, std::move(glance))
      .room = lab::Room::story;
}

struct Standing {
  std::string name;
  int right, seen;
  double error() const { return 1 - static_cast<double>(right) / seen; }
};

std::vector<Standing> standings(const Sitting& s, const Crowd& crowd) {
  std::vector<Standing> all;
  if (s.labelled > 0) all.push_back({"you", s.right, s.labelled});
  if (crowd.seen() > 0)
    for (const Annotator who : everybody)
      all.push_back({annotator_name(who), crowd.right(who, crowd.seen()), crowd.seen()});
  return all;
}

void draw_errors(const Sitting& s, const Crowd& crowd, lab::Report& report) {
  const std::vector<Standing> all = standings(s, crowd);
  if (all.empty()) return;
  lab::Bars bars;
  bars.x = {"who labels", 0, 0, false};
  bars.y = {"error [%]", 0, 0, false};
  bars.role = Role::prediction;
  std::string alt;
  for (const Standing& one : all) {
    const num::Interval reach = num::wilson95(one.right, one.seen);
    bars.names.push_back(one.name);
    bars.heights.push_back(static_cast<float>(100 * one.error()));
    bars.low.push_back(static_cast<float>(100 * (1 - reach.high)));
    bars.high.push_back(static_cast<float>(100 * (1 - reach.low)));
    bars.notes.push_back(std::to_string(one.seen - one.right) + " of " + std::to_string(one.seen));
    alt += (alt.empty() ? "" : "; ") + one.name + " errs in " + percent(one.error(), 3) + ", " +
           percent(1 - reach.high, 3) + " to " + percent(1 - reach.low, 3);
  }
  // The best of those who labelled the same large sample stands for the Bayes error.
  if (crowd.seen() > 0) {
    const auto first = all.end() - annotator_count;
    bars.lit = static_cast<int>(
        std::min_element(first, all.end(),
                         [](const Standing& a, const Standing& b) { return b.right < a.right; }) -
        all.begin());
  }
  const bool story = s.complete() && s.params.item == 0;
  report
      .figure("errors", "Error of each, with its 95 % interval; the lowest stands for Bayes",
              alt + ".", std::move(bars))
      .room = story ? lab::Room::story : lab::Room::share;
}

void draw_course(const Sitting& s, const Crowd& crowd, lab::Report& report) {
  if (crowd.seen() < 2) return;
  constexpr int most_points = 160, first_point = 5;
  lab::Lines lines;
  lines.x = {"pictures labelled", first_point, static_cast<double>(s.params.samples), true};
  lines.y = {"error [%]", 0, 0, false};
  constexpr Role roles[] = {Role::target, Role::weight, Role::prediction};
  for (const Annotator who : everybody) {
    lab::Curve curve;
    curve.name = annotator_name(who);
    curve.role = roles[static_cast<int>(who)];
    double next = first_point;
    for (int n = first_point; n <= crowd.seen(); ++n) {
      if (n < next && n != crowd.seen()) continue;
      // Points at equal ratios.
      next = std::max(n + 1.0, n * (1 + 8.0 / most_points));
      const int right = crowd.right(who, n);
      const num::Interval reach = num::wilson95(right, n);
      curve.x.push_back(static_cast<float>(n));
      curve.y.push_back(static_cast<float>(100 * (1 - static_cast<double>(right) / n)));
      curve.low.push_back(static_cast<float>(100 * (1 - reach.high)));
      curve.high.push_back(static_cast<float>(100 * (1 - reach.low)));
    }
    lines.curves.push_back(std::move(curve));
  }
  if (s.labelled >= first_point)
    lines.rules.push_back(
        {"your " + std::to_string(s.labelled), static_cast<double>(s.labelled), true, Role::input});
  const int right = crowd.right(Annotator::panel, crowd.seen());
  const num::Interval reach = num::wilson95(right, crowd.seen());
  const std::string alt = "After " + std::to_string(crowd.seen()) +
                          " pictures the panel's error is known to lie " + "between " +
                          percent(1 - reach.high, 3) + " and " + percent(1 - reach.low, 3) +
                          "; after ten pictures no interval is narrower than 27 %.";
  report.figure("course", "How the estimates settle as the sample grows", alt, std::move(lines));
}

void draw_sheet(const Sitting& s, lab::Report& report) {
  lab::Tiles tiles;
  tiles.rows = tiles.cols = pictogram_side;
  tiles.signed_values = false;
  tiles.pick = "item";
  lab::Working verdicts;
  for (int i = 0; i < s.params.n; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const Product& p = s.products[at];
    const lab::Plane plane =
        pictogram(p, static_cast<std::uint64_t>(s.params.seed), i, s.params.difficulty);
    tiles.values.insert(tiles.values.end(), plane.values.begin(), plane.values.end());
    tiles.names.push_back(std::to_string(i + 1));
    if (s.labels[at] == p.label) continue;
    std::string line = std::to_string(i + 1) + ": " + product_kind(p.label, p.kind) + ", " +
                       product_class(p.label) + "; you said " + product_class(s.labels[at]);
    if (p.blend < 1)
      line += std::string(". A ") + product_kind(p.rival, p.rival_kind) + " shows through it.";
    verdicts.lines.push_back(std::move(line));
  }
  tiles.lit = s.params.item - 1;
  report
      .figure("sheet", "All that you labelled: point at one to see what it is",
              std::to_string(s.right) + " of your " + std::to_string(s.labelled) +
                  " labels are those of the catalogue.",
              std::move(tiles))
      .room = lab::Room::row;
  if (verdicts.lines.empty()) return;
  const std::string alt = "You and the catalogue differ in " +
                          std::to_string(verdicts.lines.size()) +
                          " pictures: " + verdicts.lines.front() + ".";
  report.figure("verdicts", "Where you and the catalogue differ", alt, std::move(verdicts)).room =
      lab::Room::row;
}

}  // namespace

void draw(const Sitting& s, const Crowd& crowd, lab::Report& report) {
  if (s.shown >= 0) draw_picture(s, report);
  draw_errors(s, crowd, report);
  draw_course(s, crowd, report);
  if (s.complete()) draw_sheet(s, report);
}

}  // namespace laboratory::human_level
