#include "labs/rnn_remedies/net.h"

#include <algorithm>
#include <limits>

namespace laboratory::rnn_remedies {
namespace {

constexpr std::uint64_t training = 1;  // stream of a seed
constexpr float no_loss = std::numeric_limits<float>::quiet_NaN();

// Adam, whose first decay is the momentum: none without it.
nn::Recipe recipe(const Params& p) {
  return {.rule = nn::Rule::adam,
          .rate = static_cast<float>(p.rate),
          .momentum = static_cast<float>(p.momentum),
          .clip_norm = static_cast<float>(p.clip)};
}

}  // namespace

Net::Net(const Params& p, std::uint64_t seed)
    : p_(p), sequences_(p, p.batch, seed, training), trainer_(seed) {
  nn::Graph& graph = trainer_.add_graph();
  const Unrolled net = unroll(graph, p, p.batch);
  graph.bind(net.inputs, sequences_.inputs().data());
  graph.bind(net.targets, sequences_.targets().data());
  trainer_.add_phase({.loss = net.loss, .recipe = recipe(p)});
  keep_rows();
}

// W_h stays on the set of matrices with unit rows: it is brought back after every step.
void Net::keep_rows() {
  if (p_.rows && p_.cell == Cell::plain)
    keep_unit_rows(trainer_.weights().value(recurrent_matrix), p_.hidden);
}

void Net::step() {
  sequences_.draw();
  if (!trainer_.step()) {
    losses_.push_back(no_loss);
    return;
  }
  keep_rows();
  losses_.push_back(trainer_.loss());
  const int steps = static_cast<int>(losses_.size());
  if (solved_ == 0 && steps >= window && loss() < solved_below(p_)) solved_ = steps;
}

double Net::loss() const {
  const std::size_t count = std::min<std::size_t>(window, losses_.size());
  if (count == 0) return static_cast<double>(no_loss);
  double sum = 0;
  for (std::size_t i = losses_.size() - count; i < losses_.size(); ++i)
    sum += static_cast<double>(losses_[i]);
  return sum / static_cast<double>(count);
}

}  // namespace laboratory::rnn_remedies
