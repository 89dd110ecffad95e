#include "labs/vae/code_book.h"

#include <algorithm>

#include "labs/vae/evidence.h"
#include "nn/latent.h"
#include "nn/layers.h"
#include "nn/pairs.h"
#include "num/elementary.h"

namespace laboratory::vae {
namespace {

constexpr int judged_at_once = 256;
constexpr double first_spread = 0.3, cooling_steps = 100;
constexpr double point_warmth = 100, image_warmth = 30;
constexpr const char* spread_name = "decoder variance";
constexpr double log_codes = 2.0794415416798357;  // ln 8

}  // namespace

CodeBook::CodeBook(const Setting& s, const Examples& data, std::uint64_t seed)
    : s_(s), data_(data), trainer_(seed), batch_(data.train, s.batch, seed) {
  nn::Graph& g = trainer_.add_graph(seed);
  x_ = g.input(batch_.shape(), "examples");
  labels_ = g.input(nn::vectors(1, batch_.size()), "labels");
  const nn::Var logits = encoder(x_), log_q = nn::log_softmax(logits), q = nn::softmax(logits);
  const nn::Var all = nn::repeat_examples(x_, codes), out = decoder(g, batch_.size());
  const nn::Var seen =
      data.binary ? nn::log_bernoulli(out, all) : nn::log_gaussian(all, out, spread(g));
  // Eight numbers of each example stand in a row.
  const nn::Var by_code = nn::reshape(seen, nn::vectors(codes, batch_.size()));
  recon_ = nn::mean(nn::sum_channels(nn::multiply(q, by_code)));
  kl_ = nn::mean(
      nn::sum_channels(nn::multiply(q, nn::scale(log_q, 1, static_cast<float>(log_codes)))));
  weight_ = g.input(nn::vectors(1, 1), "weight of the KL");
  const nn::Var loss = nn::subtract(nn::multiply(kl_, weight_), recon_);
  trainer_.add_phase({.loss = loss,
                      .recipe = {.rule = nn::Rule::adam, .rate = static_cast<float>(s.rate)},
                      .feed = [this] { feed(); }});
  encodes_ = std::make_unique<nn::Judge>(trainer_.weights(), nn::vectors(data.features(), 1),
                                         judged_at_once,
                                         [this](nn::Var x) { return nn::softmax(encoder(x)); });
  decodes_ = std::make_unique<nn::Graph>(trainer_.weights());
  decodes_->training(false);
  means_ = decoder(*decodes_, 1);
}

nn::Var CodeBook::encoder(nn::Var x) const {
  nn::Var h = nn::relu(nn::dense(x, s_.hidden, "encoder 1"));
  h = nn::relu(nn::dense(h, s_.hidden, "encoder 2"));
  return nn::dense(h, codes, "encoder codes", {.initial = nn::lecun()});
}

nn::Var CodeBook::decoder(nn::Graph& g, int times) const {
  const nn::Var which = g.input({1, 1, 1, codes * times}, "codes");
  std::vector<float> numbers;
  for (int i = 0; i < codes * times; ++i) numbers.push_back(static_cast<float>(i % codes));
  g.set(which, numbers);
  const nn::Var h = nn::embedding(which, codes, s_.hidden, "codes");
  return nn::dense(nn::relu(h), data_.features(), "decoder mean", {.initial = nn::lecun()});
}

nn::Var CodeBook::spread(nn::Graph& g) const {
  const nn::Shape one = nn::vectors(1, 1);
  if (s_.learns_variance())
    return g.parameter(spread_name, one, nn::constant(static_cast<float>(num::log(first_spread))),
                       1, 1, false);
  const nn::Var fixed = g.input(one, spread_name);
  g.set(fixed, std::vector<float>{static_cast<float>(num::log(s_.decoder_var))});
  return fixed;
}

// The KL weighs more at first, so that every code is still open to every example while they find
// their places: else each keeps what happens to be nearest to it, and some keep nothing. Rose,
// "Deterministic annealing" (1998).
void CodeBook::feed() {
  batch_.show(x_, labels_);
  const double warmth = num::exp(-static_cast<double>(trainer_.steps()) / cooling_steps);
  const double weight = s_.beta * (1 + (data_.binary ? image_warmth : point_warmth) * warmth);
  weight_.graph->set(weight_, std::vector<float>{static_cast<float>(weight)});
}

void CodeBook::step() {
  if (!trainer_.step()) return;
  const float recon = recon_.graph->scalar(recon_), kl = kl_.graph->scalar(kl_);
  told_.push_back({recon - kl, recon, kl});
}

std::vector<float> CodeBook::encode(std::span<const float> examples) {
  std::vector<float> all;
  encodes_->sweep(
      examples, [&](int, std::span<const float> q) { all.insert(all.end(), q.begin(), q.end()); });
  return all;
}

std::vector<float> CodeBook::means() {
  decodes_->forward(means_);
  const std::span<const float> v = decodes_->value(means_);
  return {v.begin(), v.end()};
}

double CodeBook::log_variance() {
  if (!s_.learns_variance()) return num::log(s_.decoder_var);
  const std::span<const float> v = trainer_.weights().value(spread_name);
  return v.empty() ? 0 : static_cast<double>(v[0]);
}

CodeEvidence evidence(const Examples& data, CodeBook& book) {
  CodeEvidence e;
  e.used.assign(codes, 0);
  const std::vector<float> q = book.encode(data.test.inputs), means = book.means();
  const std::size_t features = static_cast<std::size_t>(data.features());
  const double log_v = book.log_variance();
  const int n = data.test.size();
  for (int i = 0; i < n; ++i) {
    const std::span<const float> x =
        std::span(data.test.inputs).subspan(static_cast<std::size_t>(i) * features, features);
    double joint[codes], top = 0;
    for (int c = 0; c < codes; ++c) {
      const auto at = static_cast<std::size_t>(c);
      const double p = static_cast<double>(q[static_cast<std::size_t>(i * codes + c)]);
      const double seen =
          log_seen(x, std::span(means).subspan(at * features, features), data.binary, log_v);
      joint[c] = seen - log_codes;
      top = c == 0 ? joint[c] : std::max(top, joint[c]);
      e.recon += p * seen / n;
      if (p > 0) e.kl += p * (num::log(p) + log_codes) / n;
      e.used[at] += p / n;
    }
    double sum = 0;
    for (const double j : joint) sum += num::exp(j - top);
    e.exact += (top + num::log(sum)) / n;
  }
  e.elbo = e.recon - e.kl;
  return e;
}

}  // namespace laboratory::vae
