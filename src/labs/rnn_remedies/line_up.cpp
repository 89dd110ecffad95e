#include "labs/rnn_remedies/line_up.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/elementary.h"

namespace laboratory::rnn_remedies {
namespace {

using lab::Role;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

// The net as it is set, by whether it has taken up a remedy.
const char* own_name(const Params& p) {
  const bool plain = p.cell == Cell::plain && p.init == Start::gaussian && !p.bn && !p.rows &&
                     !(p.momentum > 0) && p.truncate == 0 && !(p.clip > 0);
  return plain ? "plain" : "yours";
}

// Its start is one that keeps lengths, and its gradients are clipped, as is usual with all that the
// paper does not list.
void start_with(Params& p, Start start) {
  p.cell = Cell::plain;
  p.init = start;
  p.gain = 1;
  p.clip = measured_clip;
}

void gate(Params& p, Cell cell) {
  p.cell = cell;
  p.init = Start::gaussian;
  p.gain = 1;
  p.clip = measured_clip;
}

// Of an even number the mean of the two in the middle.
Spread spread_of(std::vector<double> values) {
  if (values.empty()) return {nothing, nothing, nothing};
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return {(values[(n - 1) / 2] + values[n / 2]) / 2, values.front(), values.back()};
}

}  // namespace

std::vector<Remedy> remedies(const Params& p) {
  std::vector<Remedy> all;
  const auto enter = [&](const char* key, const char* name, Role role, bool dashed) -> Params& {
    all.push_back({key, name, role, dashed, p});
    return all.back().params;
  };
  // What changes the net itself changes a plain cell.
  const auto enter_plain = [&](const char* key, const char* name, Role role) -> Params& {
    Params& changed = enter(key, name, role, false);
    changed.cell = Cell::plain;
    return changed;
  };
  enter("plain", own_name(p), Role::neutral, false);
  enter_plain("bn", "batch norm", Role::prediction).bn = true;
  enter_plain("rows", "unit rows", Role::weight).rows = true;
  enter("momentum", "momentum", Role::input, false).momentum = measured_momentum;
  enter("truncate", "truncated", Role::target, false).truncate = kept_steps(p);
  enter_plain("softplus", "softplus", Role::activation).activation = Activation::softplus;
  enter("clip", "clipping", Role::gradient, false).clip = measured_clip;
  start_with(enter("orthogonal", "orthogonal", Role::weight, true), Start::orthogonal);
  Params& identity = enter("identity", "identity, ReLU", Role::prediction, true);
  start_with(identity, Start::identity);
  identity.activation = Activation::relu;
  gate(enter("lstm", "LSTM", Role::activation, true), Cell::lstm);
  gate(enter("gru", "GRU", Role::gradient, true), Cell::gru);
  Params& keeping = enter("gru_open", "GRU, bias +2", Role::input, true);
  gate(keeping, Cell::gru);
  keeping.gate_bias = p.gate_bias + keeping_bias;
  return all;
}

std::int64_t matrices(const Params& p) {
  std::int64_t all = 0;
  for (const Remedy& r : remedies(p))
    all += r.params.cell == Cell::lstm ? 4 : r.params.cell == Cell::gru ? 3 : 1;
  return all;
}

std::int64_t multiply_adds(const Params& p) {
  const std::int64_t columns = std::int64_t{length(p)} * p.batch * p.repeats;
  return 3 * matrices(p) * columns * p.hidden * (p.hidden + input_width(p.task));
}

std::int64_t numbers(const Params& p) {
  constexpr std::int64_t of_each_unit = 9, of_each_end = 8;
  const std::int64_t ends = of_each_end * (input_width(p.task) + output_width(p.task));
  const std::int64_t of_each_column =
      of_each_unit * matrices(p) * p.hidden + ends * static_cast<std::int64_t>(remedies(p).size());
  // Beside the nets of the seeds, one of each kind is looked at.
  return std::int64_t{length(p)} * p.batch * (p.repeats + 1) * of_each_column;
}

LineUp::LineUp(const Params& p)
    : p_(p),
      remedies_(rnn_remedies::remedies(p)),
      nets_(static_cast<std::size_t>(nets())),
      probes_(remedies_.size()),
      at_start_(remedies_.size()) {}

Net& LineUp::net(int place) {
  std::unique_ptr<Net>& net = nets_[static_cast<std::size_t>(place)];
  if (!net) {
    const Remedy& remedy = remedies_[static_cast<std::size_t>(place / p_.repeats)];
    net = std::make_unique<Net>(remedy.params, seed_of(p_, place % p_.repeats));
  }
  return *net;
}

Probe& LineUp::probe(std::size_t remedy) {
  std::unique_ptr<Probe>& probe = probes_[remedy];
  if (!probe) probe = std::make_unique<Probe>(remedies_[remedy].params);
  return *probe;
}

const std::vector<Flow>& LineUp::flows_at_start(std::size_t remedy) {
  std::vector<Flow>& flows = at_start_[remedy];
  for (auto r = static_cast<int>(flows.size()); r < p_.repeats; ++r)
    flows.push_back(probe(remedy).at_start(seed_of(p_, r)));
  return flows;
}

std::vector<Flow> LineUp::flows(std::size_t remedy) {
  std::vector<Flow> flows;
  for (int r = 0; r < p_.repeats; ++r)
    if (net(remedy, r).fault().empty()) flows.push_back(probe(remedy).at(net(remedy, r).weights()));
  return flows;
}

Outcome LineUp::outcome(std::size_t remedy) {
  Outcome o;
  std::vector<double> losses;
  std::vector<int> solved;
  for (int r = 0; r < p_.repeats; ++r) {
    const Net& net = this->net(remedy, r);
    if (net.solved() > 0) solved.push_back(net.solved());
    if (!net.fault().empty()) continue;
    ++o.running;
    losses.push_back(net.loss());
  }
  o.loss = spread_of(losses);
  o.solved = static_cast<int>(solved.size());
  std::sort(solved.begin(), solved.end());
  const auto half = static_cast<std::size_t>((p_.repeats + 1) / 2);
  if (solved.size() >= half) o.median = solved[half - 1];
  return o;
}

std::vector<Spread> LineUp::history(std::size_t remedy) {
  std::vector<Spread> all;
  std::vector<double> sums(static_cast<std::size_t>(p_.repeats));
  for (std::size_t s = 0; s < static_cast<std::size_t>(steps_); ++s) {
    std::vector<double> values;
    for (int r = 0; r < p_.repeats; ++r) {
      const std::vector<float>& losses = net(remedy, r).losses();
      double& sum = sums[static_cast<std::size_t>(r)];
      sum += static_cast<double>(losses[s]);
      if (s >= window) sum -= static_cast<double>(losses[s - window]);
      const double mean = sum / static_cast<double>(std::min<std::size_t>(s + 1, window));
      if (std::isfinite(mean)) values.push_back(mean);
    }
    all.push_back(spread_of(values));
  }
  return all;
}

double LineUp::held_out(std::size_t remedy) {
  std::vector<double> losses;
  for (int r = 0; r < p_.repeats; ++r)
    if (net(remedy, r).fault().empty())
      losses.push_back(probe(remedy).held_out(net(remedy, r).weights()));
  return spread_of(losses).middle;
}

std::string LineUp::fault(std::size_t remedy) {
  for (int r = 0; r < p_.repeats; ++r)
    if (const std::string& fault = net(remedy, r).fault(); !fault.empty())
      return "seed " + std::to_string(seed_of(p_, r)) + ": " + fault;
  return "";
}

std::vector<Spread> share(const std::vector<Flow>& flows) {
  std::vector<Spread> all;
  const std::size_t steps = flows.empty() ? 0 : flows.front().size();
  for (std::size_t back = 0; back < steps; ++back) {
    double logs = 0;
    std::vector<double> shares;
    for (const Flow& flow : flows) {
      if (!(flow[back] > 0) || !std::isfinite(flow[back])) continue;
      shares.push_back(flow[back]);
      logs += num::log(flow[back]);
    }
    if (shares.size() < flows.size()) break;
    const Spread range = spread_of(shares);
    all.push_back({num::exp(logs / static_cast<double>(shares.size())), range.low, range.high});
  }
  return all;
}

Spread first_share(const std::vector<Flow>& flows) {
  const std::vector<Spread> all = share(flows);
  if (flows.empty()) return {nothing, nothing, nothing};
  if (all.size() == flows.front().size()) return all.back();
  for (const Flow& flow : flows)
    if (!std::isfinite(flow.back())) return {nothing, nothing, nothing};
  std::vector<double> ends;
  for (const Flow& flow : flows) ends.push_back(flow.back());
  const Spread range = spread_of(ends);
  return {0, range.low, range.high};
}

}  // namespace laboratory::rnn_remedies
