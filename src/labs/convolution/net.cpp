#include "labs/convolution/net.h"

#include <algorithm>
#include <span>

#include "nn/layers.h"
#include "nn/losses.h"
#include "num/elementary.h"

namespace laboratory::convolution {
namespace {

constexpr int most_in_batch = 16, judged_at_once = 50, training_examples = 400, new_examples = 200;
constexpr double variation = 0.7;
constexpr const char* names[2] = {"first layer", "second layer"};

constexpr int side = NetSizes::side;
constexpr std::size_t pixels = static_cast<std::size_t>(side) * side;

std::vector<float> copied(std::span<const float> values) { return {values.begin(), values.end()}; }

// Planes one after another, from channels side by side at each place.
std::vector<float> planes(std::span<const float> values, int channels) {
  const std::size_t c = static_cast<std::size_t>(channels), places = values.size() / c;
  std::vector<float> out(values.size());
  for (std::size_t at = 0; at < places; ++at)
    for (std::size_t k = 0; k < c; ++k) out[k * places + at] = values[at * c + k];
  return out;
}

}  // namespace

SmallNet::SmallNet(int seed)
    : train_(nn::glyphs(training_examples, side, variation, static_cast<std::uint64_t>(seed))),
      fresh_(
          nn::glyphs(new_examples, side, variation, static_cast<std::uint64_t>(seed) + 1'000'003)),
      batch_(train_, most_in_batch, static_cast<std::uint64_t>(seed)),
      trainer_(static_cast<std::uint64_t>(seed)) {
  nn::Graph& graph = trainer_.add_graph();
  const Wires trained = network(graph.input(batch_.shape(), "glyph"));
  keep(trained, {});
  const nn::Var labels = graph.input(nn::vectors(1, batch_.size()), "labels");
  nn::Recipe recipe;
  recipe.rule = nn::Rule::adam;
  recipe.rate = 4e-3f;
  trainer_.add_phase({.loss = nn::softmax_cross_entropy(trained.logits, labels),
                      .recipe = recipe,
                      .feed = [this, trained, labels] { batch_.show(trained.input, labels); }});
  judge_.emplace(trainer_.weights(), train_.shape, judged_at_once, [this](nn::Var x) {
    judged_ = network(x);
    return judged_.logits;
  });
  looking_.emplace(trainer_.weights());
  looked_ = network(looking_->input({1, side, side, 1}, "glyph", /*differentiable=*/true));
  for (int l = 0; l < 2; ++l) {
    choice_[l] = looking_->input(looking_->shape(looked_.raw[l]), "choice");
    chosen_[l] = nn::sum(nn::multiply(looked_.raw[l], choice_[l]));
  }
}

SmallNet::Wires SmallNet::network(nn::Var input) {
  Wires w;
  w.input = input;
  nn::Var h = input;
  for (int l = 0; l < 2; ++l) {
    w.keep[l] = input.graph->input({NetSizes::filters[l], 1, 1, 1}, "kept filters");
    nn::ConvOptions options;
    options.pad = NetSizes::kernel[l] / 2;
    w.raw[l] = nn::conv(h, NetSizes::filters[l], NetSizes::kernel[l], names[l], options);
    w.map[l] = nn::multiply(nn::relu(w.raw[l]), w.keep[l]);
    h = nn::max_pool(w.map[l], 2);
  }
  w.logits = nn::dense(h, NetSizes::classes, "output", {.initial = nn::lecun()});
  return w;
}

void SmallNet::keep(const Wires& wires, const NetEdit& edit) {
  for (int l = 0; l < 2; ++l) {
    std::vector<float> kept(static_cast<std::size_t>(NetSizes::filters[l]), 1.0f);
    if (static_cast<int>(edit.layer) == l && edit.ablated >= 1 &&
        edit.ablated <= NetSizes::filters[l])
      kept[static_cast<std::size_t>(edit.ablated - 1)] = 0;
    wires.input.graph->set(wires.keep[l], kept);
  }
}

void SmallNet::step() {
  ++steps_;
  known_.clear();
  if (trainer_.step()) losses_.push_back(trainer_.loss());
}

// A filter's entry (i, j) of the first layer stands at filter + filters (j + side i).
void SmallNet::swap_kernel(const NetEdit& edit) {
  if (edit.kernel.empty()) return;
  const std::span<float> w = trainer_.weights().value(std::string(names[0]) + " weight");
  const auto outputs = static_cast<std::size_t>(NetSizes::filters[0]);
  const auto filter = static_cast<std::size_t>(edit.filter - 1);
  if (!spare_.empty()) {
    for (std::size_t i = 0; i < spare_.size(); ++i) w[filter + outputs * i] = spare_[i];
    spare_.clear();
    return;
  }
  for (std::size_t i = 0; i < edit.kernel.values.size(); ++i) {
    spare_.push_back(w[filter + outputs * i]);
    w[filter + outputs * i] = static_cast<float>(edit.kernel.values[i]);
  }
}

double SmallNet::accuracy(const NetEdit& edit) {
  for (const Known& known : known_)
    if (known.edit == edit) return known.accuracy;
  constexpr std::size_t most_known = 64;
  if (known_.size() == most_known) known_.clear();
  known_.push_back({edit, judged(edit)});
  return known_.back().accuracy;
}

double SmallNet::judged(const NetEdit& edit) {
  swap_kernel(edit);
  keep(judged_, edit);
  const double share = judge_->share_right(fresh_);
  swap_kernel(edit);
  return share;
}

std::vector<float> SmallNet::glyph(int number) const {
  return copied(
      std::span(fresh_.inputs).subspan(pixels * static_cast<std::size_t>(number), pixels));
}

int SmallNet::digit(int number) const {
  return static_cast<int>(fresh_.labels[static_cast<std::size_t>(number)]);
}

void SmallNet::look(const std::vector<float>& picture, const NetEdit& edit) {
  keep(looked_, edit);
  looking_->set(looked_.input, picture);
}

SmallNet::Passage SmallNet::pass(const std::vector<float>& picture, const NetEdit& edit) {
  swap_kernel(edit);
  look(picture, edit);
  looking_->forward(looked_.logits);
  Passage p;
  p.input = copied(looking_->value(looked_.input));
  for (int l = 0; l < 2; ++l) {
    p.maps[l] = planes(looking_->value(looked_.map[l]), NetSizes::filters[l]);
    p.raw[l] = planes(looking_->value(looked_.raw[l]), NetSizes::filters[l]);
  }
  const std::span<const float> z = looking_->value(looked_.logits);
  const double top = static_cast<double>(*std::max_element(z.begin(), z.end()));
  double sum = 0;
  std::vector<double> e;
  for (const float logit : z) {
    e.push_back(num::exp(static_cast<double>(logit) - top));
    sum += e.back();
  }
  for (const double x : e) p.probabilities.push_back(static_cast<float>(x / sum));
  swap_kernel(edit);
  return p;
}

std::vector<float> SmallNet::slope(const std::vector<float>& picture, const NetEdit& edit,
                                   int layer, int filter, int row, int col) {
  swap_kernel(edit);
  look(picture, edit);
  std::vector<float> one(looking_->shape(choice_[layer]).size(), 0.0f);
  const int place = row * NetSizes::map_side[layer] + col;
  one[static_cast<std::size_t>(place * NetSizes::filters[layer] + filter)] = 1;
  looking_->set(choice_[layer], one);
  looking_->forward(chosen_[layer]);
  looking_->backward(chosen_[layer]);
  std::vector<float> gradient = copied(looking_->gradient(looked_.input));
  swap_kernel(edit);
  return gradient;
}

std::vector<float> SmallNet::filters(int layer) {
  return planes(trainer_.weights().value(std::string(names[layer]) + " weight"),
                NetSizes::filters[layer]);
}

std::vector<float> SmallNet::first_filter(int filter, const NetEdit& edit) {
  swap_kernel(edit);
  const std::vector<float> all = filters(0);
  swap_kernel(edit);
  constexpr std::ptrdiff_t size = NetSizes::kernel[0] * NetSizes::kernel[0];
  return {all.begin() + filter * size, all.begin() + (filter + 1) * size};
}

}  // namespace laboratory::convolution
