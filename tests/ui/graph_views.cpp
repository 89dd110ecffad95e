// Graphs: towers, a net over time, a net of beliefs.
#include <algorithm>
#include <cmath>

#include "ui/views.h"

namespace views {

namespace {

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

lab::View graphs() {
  lab::View v = empty_view("Graphs");
  v.report.figure("towers", "Two towers share their weights", "alt", towers()).room =
      lab::Room::story;
  v.report.figure("unrolled", "The net unrolled over ten steps", "alt", unrolled()).room =
      lab::Room::row;
  v.report.figure("beliefs", "Six variables", "alt", beliefs());
  return v;
}

}  // namespace views
