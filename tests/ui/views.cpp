#include "ui/views.h"

#include <cmath>

namespace views {

namespace {

enum class Kind { hard, soft };
enum class Optimiser { sgd, momentum, adam, rmsprop, adagrad, lion };

struct Attention {
  lab::Matrix q{3, 2, {2, -3, -4, 1, 5, -2}}, k{2, 2, {1, 4, 0, -3}};
  lab::Matrix v{2, 4, {2, 4, 3, -2, -4, 3, 1, -5}};
  Kind kind = Kind::hard;
  double temperature = 1;
  bool mask = false;
  int row = 1, col = 1;
  void declare(lab::Fields& f) {
    f.table("Q", q, {12, 12}, {-100, 100}, "queries Q");
    f.table("K", k, {12, 12}, {-100, 100}, "keys K");
    f.table("V", v, {12, 12}, {-100, 100}, "values V");
    f.choice("kind", kind, {"hard", "soft"}, "attention");
    f.log_real("temperature", temperature, {0.01, 100}, "temperature");
    f.flag("mask", mask, "causal mask");
    f.whole("row", row, {1, 12}, "row").picked();
    f.whole("col", col, {1, 12}, "column").picked();
  }
};

struct Loss {
  int classes = 250, inputs = 20, samples = 200, step = 60, seed = 1;
  double sigma = 1e-4, rate = 0, variance = std::nan("");
  Optimiser optimiser = Optimiser::sgd;
  std::vector<double> prior{0.2, 0.3, 0.5};
  lab::Matrix points;
  void declare(lab::Fields& f) {
    f.whole("classes", classes, {2, 100000}, "classes K");
    f.log_real("sigma", sigma, {0, 10}, "weights' standard deviation σ");
    f.whole("inputs", inputs, {1, 1000}, "inputs n");
    f.whole("samples", samples, {1, 10000}, "samples");
    f.real("rate", rate, {0, 1}, "learning rate [1/step]");
    f.auto_real("logit_var", variance, {0, 10}, "variance of the logits");
    f.choice("optimizer", optimiser, {"sgd", "momentum", "adam", "rmsprop", "adagrad", "lion"},
             "optimiser");
    f.whole("seed", seed, {0, 1000000}, "seed").extra();
    f.reals("prior", prior, {1, 8}, {0, 1}, "class frequencies").extra();
    f.optional_table("X", points, {12, 12}, {-10, 10}, "inputs of your own").extra();
    f.whole("step", step, {0, 500}, "step").horizon();
  }
};

lab::Matrix attention_output() { return {3, 4, {-4, 3, 1, -5, 2, 4, 3, -2, -4, 3, 1, -5}}; }

lab::Blocks matrices(const Attention& p) {
  using enum lab::Light;
  lab::Blocks b;
  b.blocks.push_back(
      {"Q", lab::Role::input, p.q, {part, part, plain, plain, plain, plain}, "Q", "", "", "·"});
  b.blocks.push_back({"Kᵀ",
                      lab::Role::weight,
                      {2, 2, {1, 0, 4, -3}},
                      {plain, part, plain, part},
                      "",
                      "",
                      "",
                      "="});
  b.blocks.push_back({"scores QKᵀ",
                      lab::Role::activation,
                      {3, 2, {-10, 9, 0, -3, -3, 6}},
                      {plain, full, masked, plain, plain, plain},
                      "",
                      "",
                      "",
                      "→"});
  b.blocks.push_back({"weights",
                      lab::Role::activation,
                      {3, 2, {0, 1, 1, 0, 0, 1}},
                      {plain, full, plain, plain, plain, plain},
                      "",
                      "",
                      "",
                      "·"});
  b.blocks.push_back({"V",
                      lab::Role::weight,
                      p.v,
                      {plain, plain, plain, plain, full, plain, plain, plain},
                      "V",
                      "",
                      "",
                      "="});
  b.blocks.push_back(
      {"output",
       lab::Role::prediction,
       attention_output(),
       {chosen, plain, plain, plain, plain, plain, plain, plain, plain, plain, plain, plain},
       "",
       "row",
       "col",
       ""});
  return b;
}

}  // namespace

lab::View attention() {
  Attention p;
  lab::View v;
  v.link = "attention";
  v.title = "Scaled dot-product attention";
  v.fields = lab::declared<Attention>();
  v.report
      .figure("matrices", "From queries to the output: the row of query 1 is lit", "alt",
              matrices(p))
      .room = lab::Room::story;
  lab::Scatter plane{{"first component", 0, 0}, {"second component", 0, 0}, true, {}};
  plane.clouds.push_back(
      {"queries", lab::Role::input, {2, -4, 5}, {-3, 1, -2}, {"q₁", "q₂", "q₃"}, false, "Q", 0});
  plane.clouds.push_back({"keys", lab::Role::weight, {1, 0}, {4, -3}, {"k₁", "k₂"}, true, "", -1});
  v.report.figure("plane", "Queries and keys in the plane: a query chooses the key it points along",
                  "alt", plane);
  v.report.figure("working", "How output(1, 1) comes about", "alt",
                  lab::Working{{"q₁ · k₁ = 2·1 + (−3)·4 = −10", "q₁ · k₂ = 2·0 + (−3)·(−3) = 9",
                                "9 / √2 = 6.364 is the largest, so key 2 is chosen",
                                "output(1, 1) = 0·2 + 1·(−4) = −4"}});
  lab::Bars weights{{"", 0, 0}, {"weight", 0, 1},     {"key 1", "key 2"},    0,
                    1,          {0.00002f, 0.99998f}, lab::Role::activation, 1,
                    {}};
  v.report.figure("weights", "Weights of query 1 at temperature 1", "alt", weights);
  return v;
}

lab::View loss() {
  lab::View v;
  v.link = "initial-loss";
  v.title = "Loss of a classifier that never learns";
  v.fields = lab::declared<Loss>();
  v.fields.set("sigma", "0.002");
  v.done = v.total = 60;
  lab::Bars bars{{"class", 0, 0},
                 {"probability", 0, 0},
                 {},
                 0.5,
                 1,
                 {},
                 lab::Role::prediction,
                 6,
                 {{"1/250", 0.004, false, lab::Role::target}}};
  for (int i = 0; i < 250; ++i)
    bars.heights.push_back(0.004f +
                           0.0002f * static_cast<float>(std::sin(i * 12.9898) * std::cos(i * 4.1)));
  v.report
      .figure("probabilities", "All 250 probabilities of one sample sit near 1/250", "alt", bars)
      .room = lab::Room::story;

  lab::Lines curves{{"step", 0, 0},
                    {"loss [nats]", 0, 0},
                    {},
                    {{"ln 250 = 5.521", 5.5215, false, lab::Role::target}},
                    {}};
  lab::Curve train{"training", lab::Role::prediction, {}, {}, {}, {}, false};
  lab::Curve valid{"validation", lab::Role::activation, {}, {}, {}, {}, true};
  for (int i = 0; i <= 300; ++i) {
    const auto x = static_cast<float>(i), t = std::exp(-x / 80), n = 0.1f * std::sin(x * 0.9f);
    train.x.push_back(x), valid.x.push_back(x);
    train.y.push_back(i > 120 && i < 135 ? std::nanf("") : 5.5f * t + 0.4f + n * 0.4f);
    train.low.push_back(5.5f * t + 0.2f), train.high.push_back(5.5f * t + 0.6f);
    valid.y.push_back(4.6f * t + 1.2f + x * 0.002f + n);
  }
  curves.curves = {train, valid};
  v.report.figure("curves", "Training goes on below validation after step 90", "alt", curves).room =
      lab::Room::row;

  lab::Lines second{{"σ", 1e-4, 10, true},
                    {"loss [nats]", 0, 0, true},
                    {},
                    {{"ln 250", 5.52, false, lab::Role::target}},
                    {"sigma", 0.002}};
  lab::Curve order{"second order", lab::Role::prediction, {}, {}, {}, {}, false};
  for (int i = 0; i <= 100; ++i) {
    const double s = std::pow(10.0, -4 + 0.05 * i);
    order.x.push_back(static_cast<float>(s)),
        order.y.push_back(static_cast<float>(5.5215 + 10 * s * s));
  }
  second.curves = {order};
  v.report.figure("order", "The loss leaves ln 250 only beyond σ = 0.1", "alt", second);
  lab::Bars histogram{{"loss [nats]", 0, 0},
                      {"samples", 0, 0},
                      {},
                      5.515,
                      0.0005,
                      {},
                      lab::Role::activation,
                      -1,
                      {{"ln 250", 5.52146, true, lab::Role::target},
                       {"mean", 5.5217, true, lab::Role::prediction}}};
  for (int i = 0; i < 24; ++i)
    histogram.heights.push_back(
        std::floor(40 * std::exp(-0.02f * static_cast<float>((i - 13) * (i - 13)))));
  v.report.figure("histogram", "Loss of 200 samples", "alt", histogram);
  lab::Bars named{{"", 0, 0},
                  {"gradient norm", 0, 0},
                  {"plain", "he", "residual", "batch norm"},
                  0,
                  1,
                  {-0.5f, 1.25f, 0.75f, 2},
                  lab::Role::gradient,
                  -1,
                  {}};
  v.report.figure("named", "Gradient norm at layer 1", "alt", named);
  return v;
}

lab::View running() {
  lab::View v = loss();
  v.done = 17;
  v.report.blame("sigma",
                 "at this σ the logits overflow, so the second-order formula does not hold");
  v.report.blame("q", "no such parameter");
  return v;
}

}  // namespace views
