#include "labs/depth/line_up.h"

#include <algorithm>

namespace laboratory::depth {
namespace {

constexpr int more_points = 10;
constexpr double larger_rate = 10;

Mix without_relu(Mix mix) {
  const bool alternating = mix == Mix::alternate || mix == Mix::alternate_leaky;
  return alternating ? Mix::alternate_leaky : Mix::leaky;
}

// The net as it is set, by the remedy that it has taken up.
const char* own_name(const Params& p) {
  if (p.bn) return p.residual ? "yours, norm + skips" : "yours, batch norm";
  if (p.residual) return "yours, skips";
  if (p.mix == Mix::alternate_leaky || p.mix == Mix::leaky) return "yours, leaky ReLU";
  return "plain";
}

}  // namespace

std::vector<Contender> line_up(const Params& p) {
  using lab::Role;
  std::vector<Contender> nets;
  const auto enter = [&](const char* id, const char* name, const char* brief,
                         Role role) -> Params& {
    nets.push_back({id, name, brief, role, p, nullptr});
    return nets.back().params;
  };
  enter("plain", own_name(p), "plain", Role::neutral);
  Params& leaky = enter("i", "i leaky ReLU", "i", Role::activation);
  leaky.mix = without_relu(p.mix);
  enter("ii", "ii more data", "ii", Role::input).points = more_points * p.points;
  enter("iii", "iii larger rate", "iii", Role::gradient).rate = larger_rate * p.rate;
  enter("iv", "iv batch norm", "iv", Role::prediction).bn = true;
  if (!p.extras) return nets;
  Params& skips = enter("skips", "norm + skips", "skips", Role::weight);
  skips.bn = skips.residual = true;
  Params& he = enter("he", "He start", "He", Role::target);
  he.init = Start::he;
  he.bias = 0;
  return nets;
}

Health health(Net& net) {
  Health h;
  h.dead_share = net.layers().dead_share;
  h.first = net.gradient(0);
  double largest = 0;
  for (int l = 0; l < net.params().depth; ++l) largest = std::max(largest, net.gradient(l));
  if (largest > 0) h.reach = h.first / largest;
  return h;
}

Verdict judge(const Health& plain, const Health& remedy) {
  Verdict v;
  v.revives = plain.dead_share >= fewest_dead && remedy.dead_share <= plain.dead_share / 2;
  v.carries = plain.reach < least_reach && remedy.reach >= least_reach;
  return v;
}

int Record::window() const {
  const int batch = std::min(params.batch, params.points);
  return (params.points + batch - 1) / batch;
}

}  // namespace laboratory::depth
