// Views with the figures of the labs that train and of the graphs.

#include <algorithm>
#include <cmath>

#include "ui/views.h"

namespace views {

namespace {

enum class Node { x1, h1, d, L };

struct Picked {
  Node node = Node::h1;
  int layer = 1;
  void declare(lab::Fields& f) {
    f.choice("node", node, {"x1", "h1", "d", "L"}, "node");
    f.whole("layer", layer, {1, 100}, "layer");
  }
};

lab::View empty_view(const char* title) {
  lab::View v;
  v.link = v.title = title;
  v.fields = lab::declared<Picked>();
  return v;
}

lab::Heat gradients() {
  lab::Heat h{{"layer", 0.5, 100.5}, {"step", 0, 60}, {"gradient norm", 0, 0, true}, false, {}, {}};
  const char* names[] = {"plain", "leaky ReLU", "batch norm", "more data", "larger rate"};
  for (int k = 0; k < 5; ++k) {
    lab::HeatPanel panel{names[k], {60, 100, {}}};
    for (int r = 0; r < 60; ++r) {
      for (int c = 0; c < 100; ++c) {
        const float fall = k == 2 ? 0.01f : k == 1 ? 0.12f : 0.3f;
        const float v = std::pow(10.0f, -fall * static_cast<float>(100 - c)) *
                        (1 + 0.5f * std::sin(static_cast<float>(r * 3 + c * k)));
        panel.cells.values.push_back(k == 4 && r < 25 ? std::nanf("") : v);
      }
    }
    h.panels.push_back(panel);
  }
  return h;
}

lab::Boundary moons() {
  lab::Boundary b{{"x₁", -1.5, 2.5}, {"x₂", -1, 1.5}, {}};
  const char* names[] = {"step 0", "step 100", "step 400"};
  for (int k = 0; k < 3; ++k) {
    lab::BoundaryPanel panel{names[k], {48, 64, {}}, {}};
    for (int r = 0; r < 48; ++r) {
      for (int c = 0; c < 64; ++c) {
        const float x = -1.5f + 4 * (static_cast<float>(c) + 0.5f) / 64;
        const float y = 1.5f - 2.5f * (static_cast<float>(r) + 0.5f) / 48;
        const float side = 0.25f - y + 0.45f * static_cast<float>(k) * std::sin(2.2f * x - 0.6f);
        panel.field.values.push_back(1 / (1 + std::exp(-static_cast<float>(k * 3 + 1) * side)));
      }
    }
    for (int c = 0; c < 4; ++c) {
      lab::Cloud cloud{c == 0   ? "upper moon"
                       : c == 1 ? "lower moon"
                       : c == 2 ? "upper, held out"
                                : "lower, held out",
                       lab::Role::input,
                       {},
                       {},
                       {}};
      for (int i = 0; i < (c < 2 ? 60 : 20); ++i) {
        const float t = 3.1416f * static_cast<float>(i) / (c < 2 ? 60 : 20);
        const float jitter = 0.08f * std::sin(static_cast<float>(i * 37 + c));
        cloud.x.push_back((c % 2 ? 1 - std::cos(t) : std::cos(t)) + jitter);
        cloud.y.push_back((c % 2 ? 0.5f - std::sin(t) : std::sin(t)) - jitter);
      }
      panel.clouds.push_back(cloud);
    }
    b.panels.push_back(panel);
  }
  return b;
}

lab::Graph towers() {
  using enum lab::Role;
  lab::Graph g;
  g.pick = "node";
  const auto node = [&](const char* id, const char* name, lab::Role role,
                        std::vector<std::string> lines) {
    g.nodes.push_back({id, name, role, std::move(lines)});
    return static_cast<int>(g.nodes.size()) - 1;
  };
  const auto edge = [&](int from, int to, const char* label, lab::Role role = neutral) {
    g.edges.push_back({from, to, label, role});
  };
  const int w1 = node("W1", "W₁", weight, {"5 × 4", "shared", "∂L/∂W₁: 5 × 4", "norm 0.1893"});
  const int w2 = node("W2", "W₂", weight, {"1 × 5", "shared", "∂L/∂W₂: 1 × 5"});
  int last[2];
  for (int i = 0; i < 2; ++i) {
    const std::string n = i == 0 ? "₁" : "₂";
    const int x = node(i ? "x2" : "x1", i ? "x₂" : "x₁", input, {"4 × 1", "0.5, −1, 2, 0"});
    const int z = node(i ? "za" : "zb", i ? "z₂ = W₁x₂ + b₁" : "z₁ = W₁x₁ + b₁", activation,
                       {"5 × 1", "0.31, −0.2, 1.1, 0, −0.4", "∂L/∂z: 5 × 1", "0, 0, −0.12, 0, 0"});
    const int h = node(i ? "h2" : "h1", i ? "h₂ = ReLU(z₂)" : "h₁ = ReLU(z₁)", activation,
                       {"5 × 1", "0.31, 0, 1.1, 0, 0", "∂L/∂h: 5 × 1", "0.02, 0, −0.12, 0, 0.1",
                        "gate 1, 0, 1, 0, 0", "2 of 5 pass"});
    const int e = node(i ? "e2" : "e1", i ? "e₂ = W₂h₂" : "e₁ = W₂h₁", activation,
                       {"1 × 1", "0.774", "∂L/∂e = −0.31"});
    edge(x, z, "");
    edge(w1, z, "", weight);
    edge(z, h, "−0.12", gradient);
    edge(h, e, "0.02", gradient);
    edge(w2, e, "", weight);
    last[i] = e;
  }
  const int d = node("d", "d = e₁ − e₂", activation, {"1 × 1", "−0.212"});
  const int y = node("y", "ŷ = σ(d)", prediction, {"1 × 1", "0.447"});
  const int l = node("L", "L = −ln ŷ", gradient, {"0.805"});
  const int t = node("t", "y", target, {"1"});
  edge(last[0], d, "+ −0.553", gradient);
  edge(last[1], d, "− 0.553", gradient);
  edge(d, y, "−0.553", gradient);
  edge(y, l, "", neutral);
  edge(t, l, "", target);
  g.nodes[static_cast<std::size_t>(last[0])].light = lab::Light::chosen;
  g.edges[10].light = lab::Light::full;
  return g;
}

lab::Graph unrolled() {
  lab::Graph g;
  for (int t = 0; t < 10; ++t) {
    const std::string n = std::to_string(t + 1);
    const auto base = static_cast<int>(g.nodes.size());
    g.nodes.push_back({"y" + n, "y" + n, lab::Role::prediction, {"0.5"}, t, 0, true});
    g.nodes.push_back({"h" + n, "h" + n, lab::Role::activation, {"−0.31", "δ 0.02"}, t, 1});
    g.nodes.push_back({"x" + n, "x" + n, lab::Role::input, {}, t, 2, true});
    g.edges.push_back({base + 2, base + 1, "", lab::Role::weight});
    g.edges.push_back({base + 1, base, "", lab::Role::weight});
    if (t > 0) g.edges.push_back({base - 2, base + 1, "0.9", lab::Role::gradient});
  }
  g.nodes[4].light = lab::Light::part;
  g.nodes[7].light = lab::Light::full;
  g.nodes[10].light = lab::Light::masked;
  return g;
}

lab::Graph beliefs() {
  lab::Graph g;
  for (const char* name : {"A", "B", "C", "D", "E", "F"})
    g.nodes.push_back({name, name, lab::Role::input, {}, -1, -1, true});
  const int ends[][2] = {{0, 2}, {1, 2}, {2, 3}, {0, 3}, {3, 4}, {1, 5}, {4, 5}};
  for (const auto& e : ends) g.edges.push_back({e[0], e[1], ""});
  g.edges[0].light = lab::Light::full;
  g.edges[1].light = lab::Light::full;
  g.nodes[2].light = lab::Light::chosen;
  g.edges[3].dashed = true;
  return g;
}

}  // namespace

lab::View maps() {
  lab::View v = empty_view("Maps");
  v.report
      .figure("heat", "Gradient norm per layer over 60 steps: the plain net goes dark", "alt",
              gradients())
      .room = lab::Room::story;
  v.report.figure("regions", "The boundary bends with training", "alt", moons()).room =
      lab::Room::row;
  lab::Heat signs = gradients();
  signs.value = {"weight", 0, 0};
  signs.signed_values = true;
  signs.y = {"feature", 0, 0};
  signs.x = {"unit", 0, 0};
  signs.rows = {"age", "income", "height"};
  signs.panels = {{"L1", {3, 8, {}}}, {"L2", {3, 8, {}}}};
  for (lab::HeatPanel& p : signs.panels) {
    for (int i = 0; i < 24; ++i) p.cells.values.push_back(std::sin(static_cast<float>(i * i)));
  }
  v.report.figure("signs", "Weights by feature", "alt", signs);
  v.report.figure("people", "Everyone called healthy: every ill person is missed", "alt",
                  lab::Dots{{{"ill, called healthy", lab::Role::gradient, false, true, 100},
                             {"healthy, called healthy", lab::Role::input, false, false, 9700},
                             {"healthy, called ill", lab::Role::target, true, false, 200}}});
  return v;
}

lab::View graphs() {
  lab::View v = empty_view("Graphs");
  v.report.figure("towers", "Two towers share their weights", "alt", towers()).room =
      lab::Room::story;
  v.report.figure("unrolled", "The net unrolled over ten steps", "alt", unrolled()).room =
      lab::Room::row;
  v.report.figure("beliefs", "Six variables", "alt", beliefs());
  return v;
}

lab::View counts() {
  lab::View v = empty_view("Counts");
  lab::Bars cost{{"", 0, 0},
                 {"multiplications", 0, 0, true},
                 {"convolution 5 × 5", "dense", "max pooling", "convolution 1 × 1"},
                 0,
                 1,
                 {4.6e8f, 1.05e6f, 0, 3.2e4f},
                 lab::Role::weight,
                 1,
                 {}};
  cost.notes = {"460 800 000", "1 048 576", "0 arithmetic, 49 152 comparisons", "32 768"};
  v.report.figure("cost", "Multiplications of four layers", "alt", cost).room = lab::Room::story;
  lab::Bars spread{{"", 0, 0}, {"test accuracy", 0, 1}, {"none", "dropout", "augment"}, 0,
                   1,          {0.81f, 0.86f, 0.9f},    lab::Role::prediction,          2,
                   {}};
  spread.low = {0.78f, 0.84f, 0.88f};
  spread.high = {0.83f, 0.88f, 0.93f};
  v.report.figure("spread", "Accuracy over eight seeds", "alt", spread);
  lab::Lines weights{{"weight", 0, 0}, {"value", 0, 0}, {}, {}, {}};
  lab::Curve truth{"truth", lab::Role::target, {}, {}, {}, {}, false, lab::Trace::marks};
  lab::Curve l1{"L1", lab::Role::weight, {}, {}, {}, {}, false, lab::Trace::stems};
  for (int i = 0; i < 60; ++i) {
    const float w = i % 9 == 0 ? std::cos(static_cast<float>(i)) : 0;
    truth.x.push_back(static_cast<float>(i)), truth.y.push_back(w);
    l1.x.push_back(static_cast<float>(i)), l1.y.push_back(0.8f * w);
  }
  weights.curves = {truth, l1};
  v.report.figure("stems", "Most weights are exactly 0", "alt", weights);
  lab::Curve mean{"mean of eight seeds",
                  lab::Role::prediction,
                  {1, 10, 100, 1000},
                  {0.6f, 0.7f, 0.85f, 0.9f},
                  {0.5f, 0.66f, 0.8f, 0.88f},
                  {0.7f, 0.75f, 0.9f, 0.93f},
                  false,
                  lab::Trace::marks};
  v.report.figure("marks", "Accuracy against data", "alt",
                  lab::Lines{{"examples", 0, 0, true}, {"accuracy", 0, 1}, {mean}, {}, {}});
  return v;
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

}  // namespace views
