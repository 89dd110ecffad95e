#include "labs/depth/outcomes.h"

#include <algorithm>

#include "labs/depth/figures.h"
#include "labs/depth/line_up.h"
#include "labs/phrases.h"

namespace laboratory::depth {
namespace {

void draw_boundaries(Record& record, lab::Report& report) {
  constexpr int side = 32;
  constexpr int most_points = 200;
  constexpr double reach = 1.6;
  lab::Boundary plane;
  plane.x = {"first input", -reach, reach, false};
  plane.y = {"second input", -reach, reach, false};
  std::string findings;
  for (Contender& c : record.nets) {
    if (record.params.beside == Beside::all && c.id != "plain" && c.id != "iv" && c.id != "skips")
      continue;
    lab::BoundaryPanel panel;
    panel.name = c.name;
    panel.field = {side, side, c.net->field(side, reach)};
    panel.clouds.resize(2);
    panel.clouds[0].name = "first class";
    panel.clouds[1].name = "second class";
    const nn::Dataset& data = c.net->data();
    for (int i = 0; i < std::min(data.size(), most_points); ++i) {
      const auto at = static_cast<std::size_t>(i);
      lab::Cloud& cloud = panel.clouds[data.labels[at] > 0.5f ? 1 : 0];
      cloud.x.push_back(data.inputs[2 * at]);
      cloud.y.push_back(data.inputs[2 * at + 1]);
    }
    findings +=
        (findings.empty() ? "" : ", ") + c.name + " " + percent(c.net->accuracy(record.window()));
    plane.panels.push_back(std::move(panel));
  }
  report
      .figure("boundary", "What some of the nets predict over the plane",
              "Classified right on the last batches: " + findings + ".", std::move(plane))
      .tab = tabs::plane;
}

void draw_verdicts(Record& record, lab::Report& report) {
  const Health plain = health(*record.nets[0].net);
  lab::Working table;
  table.lines.push_back(record.nets[0].name + ": " + percent(plain.dead_share) +
                        " of the units dead, " + brief(plain.reach) +
                        " of the largest gradient reaches layer 1");
  std::string helping;
  for (std::size_t i = 1; i < record.nets.size(); ++i) {
    Contender& c = record.nets[i];
    const Health h = health(*c.net);
    const Verdict v = judge(plain, h);
    table.lines.push_back((v.helps() ? "✓ " : "✗ ") + c.name + ": " + percent(h.dead_share) +
                          " dead, " + brief(h.reach) + " arrives: " + v.words());
    if (v.helps()) helping += (helping.empty() ? "" : ", ") + c.name;
  }
  report
      .figure("verdicts", "Verdicts by the numbers of step " + std::to_string(record.steps),
              helping.empty()
                  ? "None of the remedies halves the dead units or carries the gradient."
                  : "Helping, by the numbers: " + helping + ".",
              std::move(table))
      .tab = tabs::verdicts;
}

}  // namespace

void draw_outcomes(Record& record, lab::Report& report) {
  draw_verdicts(record, report);
  draw_boundaries(record, report);
}

}  // namespace laboratory::depth
