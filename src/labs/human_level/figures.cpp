#include "labs/human_level/figures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/human_level/sitting.h"
#include "labs/phrases.h"
#include "num/statistics.h"

namespace laboratory::human_level {
namespace {

using lab::Role;

// Below the first point of a curve an interval says next to nothing. The axis begins where the ten
// pictures of a person have their interval well inside it.
constexpr int first_point = 20, axis_begin = 5;

constexpr std::array<Annotator, annotator_count> everybody = {Annotator::layman, Annotator::expert,
                                                              Annotator::panel};

// Everybody has one colour in all figures.
constexpr Role role_of(Annotator who) {
  constexpr Role roles[] = {Role::target, Role::weight, Role::prediction};
  return roles[static_cast<int>(who)];
}
constexpr Role own_role = Role::input;

// All are labelled and none is looked at: others may be labelled.
void draw_again(const Sitting& s, lab::Report& report) {
  const int next = s.params.sitting % Params::most_sittings + 1;
  lab::Glance glance;
  glance.picture = s.picture(s.params.n - 1);
  glance.number = glance.of = s.params.n;
  glance.pick = "sitting";
  glance.choices = {"label others"};
  glance.texts = {std::to_string(next)};
  report
      .figure("picture", "All are labelled: label again?",
              "You have labelled " + lab::counted(s.params.n, "picture", "pictures") +
                  ". As many others can be labelled afresh; these labels are then gone.",
              std::move(glance))
      .tab = "label again";
}

void draw_picture(const Sitting& s, lab::Report& report) {
  const auto at = static_cast<std::size_t>(s.shown);
  const Product& product = s.products[at];
  lab::Glance glance;
  glance.picture = s.picture(s.shown);
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
  std::string alt = "Picture " + grouped(glance.number) + " of " + grouped(glance.of) +
                    ", to be labelled as clothing, electronics, home goods or outdoor.";
  if (s.complete())
    alt = "Picture " + grouped(glance.number) + ": " + product_kind(product.label, product.kind) +
          ", " + product_class(product.label) + "; you said " + product_class(glance.chosen) + ".";
  lab::Figure& figure =
      report.figure("picture",
                    s.complete() ? "Picture " + grouped(glance.number) + ", and what it is"
                                 : "Be the annotator: which class is it?",
                    alt, std::move(glance));
  if (s.complete())
    figure.tab = "your labels";
  else
    figure.room = lab::Room::story;
}

struct Standing {
  std::string name;
  Role role;
  int right, seen;
  double error() const { return 1 - static_cast<double>(right) / seen; }
};

std::vector<Standing> standings(const Sitting& s, const Crowd& crowd) {
  std::vector<Standing> all;
  if (s.labelled > 0) all.push_back({"you", own_role, s.right, s.labelled});
  if (crowd.seen() > 0)
    for (const Annotator who : everybody)
      all.push_back(
          {annotator_name(who), role_of(who), crowd.right(who, crowd.seen()), crowd.seen()});
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
    bars.roles.push_back(one.role);
    bars.heights.push_back(static_cast<float>(100 * one.error()));
    bars.low.push_back(static_cast<float>(100 * (1 - reach.high)));
    bars.high.push_back(static_cast<float>(100 * (1 - reach.low)));
    bars.notes.push_back(grouped(one.seen - one.right) + " of " + grouped(one.seen));
    alt += (alt.empty() ? "" : "; ") + one.name + (one.name == "you" ? " err on " : " errs on ") +
           percent(one.error(), 3) + ", " + percent(1 - reach.high, 3) + " to " +
           percent(1 - reach.low, 3);
  }
  // The best of those who labelled the same large sample stands for the Bayes error.
  if (crowd.seen() > 0) {
    const auto first = all.end() - annotator_count;
    bars.lit = static_cast<int>(
        std::min_element(first, all.end(),
                         [](const Standing& a, const Standing& b) { return b.right < a.right; }) -
        all.begin());
  }
  report
      .figure("errors",
              "Error of each, with its 95 % interval; the lowest stands for the Bayes error",
              alt + ".", std::move(bars))
      .tab = "errors";
}

lab::Curve course_of(Annotator who, const Crowd& crowd) {
  constexpr int most_points = 160;
  lab::Curve curve = blank_curve(annotator_name(who), role_of(who));
  const int first = std::min(first_point, crowd.seen());
  double next = first;
  for (int n = std::max(first, 1); n <= crowd.seen(); ++n) {
    if (n < next && n != crowd.seen()) continue;
    // Points at equal ratios.
    next = std::max(n + 1.0, n * (1 + 8.0 / most_points));
    const int right = crowd.right(who, n);
    const num::Interval reach = num::wilson95(right, n);
    add_point(curve, n, 100 * (1 - static_cast<double>(right) / n));
    add_band(curve, 100 * (1 - reach.high), 100 * (1 - reach.low));
  }
  return curve;
}

// The end of an axis that shows all bands whole, in steps of ten.
double top_of(const std::vector<lab::Curve>& curves) {
  constexpr double least = 30, most = 100, step = 10;
  double top = least;
  for (const lab::Curve& curve : curves)
    for (const float high : curve.high)
      top = std::max(top, step * std::ceil(static_cast<double>(high) / step));
  return std::min(top, most);
}

// The intervals narrow from left to right as the sample grows. The axes are those of the largest
// sample and of intervals that say something, so that nothing rescales while it does. It is the
// story once the person has labelled all; before, the pictures are.
void draw_course(const Sitting& s, const Crowd& crowd, lab::Report& report) {
  lab::Lines lines;
  lines.x = {"pictures labelled", s.labelled > 0 && s.labelled <= axis_begin ? 1.0 : axis_begin,
             Params::most_samples, true};
  for (const Annotator who : everybody) lines.curves.push_back(course_of(who, crowd));
  if (s.labelled > 0) {
    const num::Interval reach = num::wilson95(s.right, s.labelled);
    lab::Curve you = blank_curve("you", own_role);
    you.trace = lab::Trace::marks;
    add_point(you, s.labelled, 100 * (1 - static_cast<double>(s.right) / s.labelled));
    add_band(you, 100 * (1 - reach.high), 100 * (1 - reach.low));
    lines.curves.push_back(std::move(you));
  }
  lines.y = {"error [%]", 0, top_of(lines.curves), false};
  std::string alt = "Nobody has labelled a picture yet.";
  if (crowd.seen() > 0) {
    const num::Interval reach =
        num::wilson95(crowd.right(Annotator::panel, crowd.seen()), crowd.seen());
    alt = "After " + lab::counted(crowd.seen(), "picture", "pictures") +
          " the 95 % interval of the panel's error goes from " + percent(1 - reach.high, 3) +
          " to " + percent(1 - reach.low, 3) +
          "; after twenty pictures no interval is narrower than 16 points.";
  }
  if (s.labelled > 0) {
    const num::Interval own = num::wilson95(s.right, s.labelled);
    alt = "You erred on " + grouped(s.labelled - s.right) + " of " + grouped(s.labelled) +
          ": the 95 % interval of your error goes from " + percent(1 - own.high, 3) + " to " +
          percent(1 - own.low, 3) + ". " + alt;
  }
  lab::Figure& figure = report.figure("course", "What is known of each error as the sample grows",
                                      alt, std::move(lines));
  if (s.complete())
    figure.room = lab::Room::story;
  else
    figure.tab = "errors";
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
    const lab::Plane plane = s.picture(i);
    tiles.values.insert(tiles.values.end(), plane.values.begin(), plane.values.end());
    tiles.names.push_back(grouped(i + 1));
    if (s.labels[at] == p.label) continue;
    std::string line = grouped(i + 1) + ": " + product_kind(p.label, p.kind) + ", " +
                       product_class(p.label) + "; you said " + product_class(s.labels[at]);
    if (p.blend < 1)
      line += std::string("; showing through: ") + product_kind(p.rival, p.rival_kind);
    verdicts.lines.push_back(std::move(line));
  }
  tiles.lit = s.params.item - 1;
  report
      .figure("sheet", "All that you labelled: point at one to see what it is",
              "You and the catalogue agree on " + grouped(s.right) + " of " +
                  lab::counted(s.labelled, "picture", "pictures") + ".",
              std::move(tiles))
      .tab = "your labels";
  if (verdicts.lines.empty()) return;
  const std::string alt =
      "You and the catalogue differ on " +
      lab::counted(static_cast<long long>(verdicts.lines.size()), "picture", "pictures") + ": " +
      verdicts.lines.front() + ".";
  report.figure("verdicts", "Where you and the catalogue differ", alt, std::move(verdicts)).tab =
      "your labels";
}

}  // namespace

void draw(const Sitting& s, const Crowd& crowd, lab::Report& report) {
  if (!s.complete()) draw_picture(s, report);
  draw_course(s, crowd, report);
  draw_errors(s, crowd, report);
  if (!s.complete()) return;
  if (s.shown >= 0) draw_picture(s, report);
  draw_sheet(s, report);
  if (s.shown < 0) draw_again(s, report);
}

}  // namespace laboratory::human_level
