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

}  // namespace

lab::View empty_view(const char* title) {
  lab::View v;
  v.link = v.title = title;
  v.fields = lab::declared<Picked>();
  return v;
}

namespace {

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

}  // namespace views
