#include "labs/siamese/witness.h"

#include <algorithm>

#include "labs/differences.h"
#include "labs/siamese/study.h"
#include "num/scalar_tape.h"

namespace laboratory::siamese {
namespace {

using lab::Matrix;
using Ref = num::ScalarTape::Ref;

Ref activated(num::ScalarTape& tape, Activation g, Ref z) {
  switch (g) {
    case Activation::relu:
      return tape.rectified(z, 0);
    case Activation::leaky:
      return tape.rectified(z, leaky_slope);
    case Activation::tanh:
      return tape.tanh(z);
    case Activation::sigmoid:
      return tape.sigmoid(z);
  }
  return z;
}

Ref merged(num::ScalarTape& tape, Merge merge, Ref a1, Ref a2) {
  switch (merge) {
    case Merge::difference:
      return tape.subtract(a1, a2);
    case Merge::sum:
      return tape.add(a1, a2);
    case Merge::product:
      return tape.multiply(a1, a2);
    case Merge::distance:
      return tape.absolute(tape.subtract(a1, a2));
  }
  return a1;
}

// The calculation of J on a tape, with the weights as leaves.
struct Recording {
  num::ScalarTape tape;
  std::vector<Ref> W1, b1, W2;
  Ref b2 = 0, J = 0;

  explicit Recording(const Net& net) {
    for (const double x : net.W1.values) W1.push_back(tape.leaf(x));
    for (const double x : net.b1.values) b1.push_back(tape.leaf(x));
    for (const double x : net.W2.values) W2.push_back(tape.leaf(x));
    b2 = tape.leaf(net.b2);
    J = tape.leaf(0);
    for (int i = 0; i < net.examples(); ++i) {
      Ref z3 = b2;
      for (int k = 0; k < net.hidden(); ++k) {
        // One after the other: compilers differ in which argument they work out first, and the
        // order on the tape is the order in which its slopes are summed.
        const Ref a1 = twin(net, net.X, k, i);
        const Ref a2 = twin(net, net.Xp, k, i);
        const Ref a = merged(tape, net.merge, a1, a2);
        z3 = tape.add(z3, tape.multiply(W2[static_cast<std::size_t>(k)], a));
      }
      const Ref certain = tape.softplus(z3);
      const Ref loss = tape.subtract(certain, tape.scaled(z3, net.Y.at(0, i)));
      J = tape.add(J, tape.scaled(loss, 1.0 / net.examples()));
    }
  }

  Ref twin(const Net& net, const Matrix& x, int k, int i) {
    Ref z = b1[static_cast<std::size_t>(k)];
    for (int c = 0; c < net.inputs(); ++c)
      z = tape.add(z, tape.scaled(W1[static_cast<std::size_t>(k * net.inputs() + c)], x.at(c, i)));
    return activated(tape, net.activation, z);
  }
};

}  // namespace

double Gap::largest() const { return std::max({W1, b1, W2, b2}); }

ParameterGradients by_reverse(const Net& net) {
  const Recording r(net);
  const std::vector<double> slopes = r.tape.gradient(r.J);
  const auto gather = [&slopes](const Matrix& like, const std::vector<Ref>& refs) {
    Matrix m = like;
    for (std::size_t i = 0; i < refs.size(); ++i)
      m.values[i] = slopes[static_cast<std::size_t>(refs[i])];
    return m;
  };
  return {gather(net.W1, r.W1), gather(net.b1, r.b1), gather(net.W2, r.W2),
          slopes[static_cast<std::size_t>(r.b2)]};
}

ParameterGradients by_differences(const Net& net) {
  constexpr double h = 1e-3;
  Net moved = net;
  const auto slope = [&moved](double& x) {
    const double kept = x;
    const double s = num::central_slope(
        [&](double at) {
          x = at;
          return forward(moved).J;
        },
        kept, h);
    x = kept;
    return s;
  };
  ParameterGradients g{net.W1, net.b1, net.W2, 0};
  for (std::size_t i = 0; i < g.W1.values.size(); ++i) g.W1.values[i] = slope(moved.W1.values[i]);
  for (std::size_t i = 0; i < g.b1.values.size(); ++i) g.b1.values[i] = slope(moved.b1.values[i]);
  for (std::size_t i = 0; i < g.W2.values.size(); ++i) g.W2.values[i] = slope(moved.W2.values[i]);
  g.b2 = slope(moved.b2);
  return g;
}

Gap gap_from(const Gradients& hand, const ParameterGradients& other) {
  return {gap(hand.W1.values, other.W1.values), gap(hand.b1.values, other.b1.values),
          gap(hand.W2.values, other.W2.values), gap({&hand.b2, 1}, {&other.b2, 1})};
}

}  // namespace laboratory::siamese
