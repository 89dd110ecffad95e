#include "labs/depth/line_up.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace laboratory::depth {
namespace {

constexpr int more_points = 10;
constexpr double other_rate = 10;

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

// One thing changed in the net.
struct Remedy {
  Beside choice;
  const char* id;
  const char* name;
  const char* brief;
  lab::Role role;
  void (*change)(Params&);
};

void start_again(Params& p, Start start) {
  p.init = start;
  p.bias = 0;
}

using lab::Role;
// In the line-up they are called by their places on the paper's list, too.
constexpr std::array listed = {
    Remedy{Beside::leaky, "i", "leaky ReLU", "leaky", Role::activation,
           [](Params& p) { p.mix = without_relu(p.mix); }},
    Remedy{Beside::more_data, "ii", "more data", "data", Role::input,
           [](Params& p) { p.points *= more_points; }},
    Remedy{Beside::larger_rate, "iii", "larger rate", "rate", Role::gradient,
           [](Params& p) { p.rate *= other_rate; }},
    Remedy{Beside::norm, "iv", "batch norm", "norm", Role::prediction,
           [](Params& p) { p.bn = true; }},
};
constexpr std::array extras = {
    Remedy{Beside::norm_skips, "skips", "norm + skips", "skips", Role::weight,
           [](Params& p) { p.bn = p.residual = true; }},
    Remedy{Beside::he, "he", "He start", "He", Role::target,
           [](Params& p) { start_again(p, Start::he); }},
};
// Those that stand beside the plain net alone.
constexpr std::array others = {
    Remedy{Beside::skips, "residual", "skips alone", "skips", Role::weight,
           [](Params& p) { p.residual = true; }},
    Remedy{Beside::xavier, "xavier", "Xavier start", "Xavier", Role::target,
           [](Params& p) { start_again(p, Start::xavier); }},
    Remedy{Beside::smaller_rate, "slow", "smaller rate", "rate", Role::gradient,
           [](Params& p) { p.rate /= other_rate; }},
};

}  // namespace

std::vector<Contender> line_up(const Params& p) {
  const bool all = p.beside == Beside::all;
  std::vector<Contender> nets;
  nets.push_back({"plain", own_name(p), "plain", Role::neutral, false, p, nullptr});
  const auto enter = [&](const Remedy& r, std::string name, const char* brief, bool dashed) {
    nets.push_back({r.id, std::move(name), brief, r.role, dashed, p, nullptr});
    r.change(nets.back().params);
  };
  for (const Remedy& r : listed)
    if (all) enter(r, std::string(r.id) + " " + r.name, r.id, false);
  for (const Remedy& r : extras)
    if (all && p.extras) enter(r, r.name, r.brief, true);
  for (const auto& remedies : {std::span<const Remedy>(listed), std::span<const Remedy>(extras),
                               std::span<const Remedy>(others)})
    for (const Remedy& r : remedies)
      if (p.beside == r.choice) enter(r, r.name, r.brief, false);
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
