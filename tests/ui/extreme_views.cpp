// Every shape without data, with numbers that are none, or with far too much.
#include <algorithm>
#include <cmath>
#include <limits>

#include "thinning.h"
#include "ui/views.h"

namespace views {

namespace {

std::vector<float> filled(Fill fill, std::size_t huge) {
  constexpr float inf = std::numeric_limits<float>::infinity();
  if (fill == Fill::nothing) return {};
  if (fill == Fill::odd) return {std::nanf(""), inf, -inf, 3e38f, -3e38f, 1e-40f, 0, 1};
  std::vector<float> out(huge);
  for (std::size_t i = 0; i < huge; ++i) out[i] = 1e6f * std::sin(static_cast<float>(i) * 0.37f);
  return out;
}

lab::Matrix filled_matrix(Fill fill) {
  if (fill == Fill::nothing) return {};
  const int n = fill == Fill::odd ? 2 : 12;
  lab::Matrix m{n, n, std::vector<double>(static_cast<std::size_t>(n * n), -1234.56789)};
  if (fill == Fill::odd) m.values = {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e308};
  return m;
}

void add_extreme_shapes(lab::Report& r, const std::vector<float>& values, const std::string& name) {
  const auto n = static_cast<int>(values.size());
  const lab::Plane column{n, n > 0 ? 1 : 0, values}, row{n > 0 ? 1 : 0, n, values};
  const lab::Plane broken{3, 3, values};
  for (const bool log : {false, true}) {
    const std::string end = log ? ".log" : "";
    const lab::Axis axis{name, 0, 0, log};
    lab::Heat heat{axis, axis, axis, !log, {}, {}};
    for (const lab::Plane& plane : {column, row, broken}) heat.panels.push_back({name, plane});
    heat.panels.push_back({name, {2, 2, {1, 1, 1, 1}}});
    r.figure("heat" + end, "", "", heat);
    lab::Boundary regions{axis, axis, {}};
    for (const lab::Plane& plane : {row, broken})
      regions.panels.push_back({name, plane, {{name, lab::Role::input, values, values, {}}}});
    r.figure("regions" + end, "", "", regions);
  }
  r.figure("no heat", "", "", lab::Heat{});
  r.figure("no regions", "", "", lab::Boundary{});
  lab::Graph g;
  for (int i = 0; i < std::min(n, 40); ++i) {
    g.nodes.push_back({name, name, lab::Role::input, {name, ""}, i % 3 - 1, i % 5 - 1, i % 2 == 0});
    g.edges.push_back({i, (i * 7 + 1) % std::min(n, 40), name});
    g.edges.push_back({i, i, ""});
    g.edges.push_back({-1, 1 << 20, ""});
  }
  r.figure("graph", "", "", g);
  r.figure("no graph", "", "", lab::Graph{});
  r.figure("dots", "", "",
           lab::Dots{{{name, lab::Role::input, true, true, -5},
                      {name, lab::Role::target, true, false, n},
                      {name, lab::Role::weight, false, false, n > 1000 ? 2147483647 : 1}}});
  r.figure("no dots", "", "", lab::Dots{});
  r.figure("glance", "", "",
           lab::Glance{{3, 3, {1}}, n, -1, 1e30, {name, name}, {name}, name, 7, n});
  r.figure("no glance", "", "", lab::Glance{});
}

}  // namespace

lab::View extreme(Fill fill) {
  lab::View v;
  v.title = "Extremes";
  v.fields = attention().fields;
  const std::vector<float> many = filled(fill, 100000 / tests::thinning), some = filled(fill, 2000);
  const std::string word = fill == Fill::huge ? std::string(300, 'w') : "";
  lab::Report& r = v.report;
  for (const bool log : {false, true}) {
    const std::string end = log ? ".log" : "";
    const lab::Axis x{word, 0, 0, log}, y{word, 0, 0, log};
    r.figure("bars" + end, word, "",
             lab::Bars{x, y, {}, 0, 1, many, lab::Role::input, 5, {{word, 1, true}, {word, 2}}});
    r.figure("named" + end, "", "",
             lab::Bars{x,
                       y,
                       std::vector<std::string>(some.size(), "n"),
                       0,
                       1,
                       some,
                       lab::Role::input,
                       99,
                       {}});
    r.figure("lines" + end, "", "",
             lab::Lines{x,
                        y,
                        {{word, lab::Role::weight, many, many, many, many, true},
                         {"", lab::Role::input, some, some, {}, {}, false}},
                        {{word, 1}},
                        {"temperature", log ? 1.0 : std::nan("")}});
    r.figure(
        "points" + end, "", "",
        lab::Scatter{x, y, !log, {{word, lab::Role::target, some, some, {"a"}, !log, "Q", 0}}});
  }
  const lab::Matrix m = filled_matrix(fill);
  lab::Blocks blocks;
  for (int i = 0; i < (fill == Fill::nothing ? 1 : 3); ++i)
    blocks.blocks.push_back(
        {word, lab::Role::input, m, {lab::Light::masked}, i == 0 ? "Q" : "", "row", "col", "="});
  r.figure("blocks", "", "", blocks).room = lab::Room::row;
  r.figure("no blocks", "", "", lab::Blocks{});
  r.figure("working", "", "", lab::Working{{word, "", word + " " + word}});
  add_extreme_shapes(r, many, word);
  if (fill == Fill::huge) r.blame(word, word);
  return v;
}

}  // namespace views
