#include "labs/rnn_remedies/validity.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/rnn_remedies/probe.h"
#include "num/elementary.h"

namespace laboratory::rnn_remedies {
namespace {

constexpr int steps_per_octave = 3, octaves = 2;  // of the gain, to either side of 1

Params plain_cell(const Params& p) {
  Params plain;
  plain.T = p.T;
  plain.hidden = p.hidden;
  plain.batch = std::min(p.batch, 10);
  plain.seed = p.seed;
  return plain;
}

// A share that is 0 lies below every scale, one that is infinite above.
float logarithm(double share) {
  constexpr double most = std::numeric_limits<float>::max_exponent10;
  if (std::isnan(share)) return std::numeric_limits<float>::quiet_NaN();
  return static_cast<float>(std::clamp(num::log10(share), -most, most));
}

Validity::Panel panel(std::string name, const Params& p, const Validity& of) {
  const std::size_t columns = of.gains.size(), rows = static_cast<std::size_t>(of.steps_back);
  Validity::Panel panel{std::move(name), std::vector<float>(rows * columns)};
  Probe probe(p);
  for (std::size_t column = 0; column < columns; ++column) {
    const Flow flow = probe.at_start(seed_of(p, 0), of.gains[column]);
    for (std::size_t row = 0; row < rows; ++row)
      panel.shares[row * columns + column] = logarithm(flow[rows - row]);
  }
  return panel;
}

}  // namespace

Validity validity(const Params& p) {
  Validity v;
  for (int i = -octaves * steps_per_octave; i <= octaves * steps_per_octave; ++i)
    v.gains.push_back(num::pow(2, static_cast<double>(i) / steps_per_octave));
  v.steps_back = p.T - 1;
  struct Named {
    Activation activation;
    const char* name;
  };
  constexpr Named activations[] = {{Activation::tanh, "tanh"},
                                   {Activation::relu, "ReLU"},
                                   {Activation::softplus, "softplus"},
                                   {Activation::sigmoid, "sigmoid"},
                                   {Activation::linear, "identity"}};
  Params plain = plain_cell(p);
  for (const Named& a : activations) {
    plain.activation = a.activation;
    v.panels.push_back(panel(a.name, plain, v));
  }
  plain.activation = p.activation;
  const std::string own = activations[static_cast<std::size_t>(p.activation)].name;
  Params normed = plain, unit = plain;
  normed.bn = true;
  unit.rows = true;
  v.panels.push_back(panel(own + ", batch norm", normed, v));
  v.panels.push_back(panel(own + ", unit rows", unit, v));
  return v;
}

}  // namespace laboratory::rnn_remedies
