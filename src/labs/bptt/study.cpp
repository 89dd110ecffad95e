#include "labs/bptt/study.h"

#include <algorithm>
#include <cmath>

#include "labs/given_tables.h"
#include "num/rng.h"

namespace laboratory::bptt {
namespace {

using lab::Matrix;

// Streams of the seed.
enum Stream : std::uint64_t { for_Wh = 1, for_Wx, for_bh, for_X, for_slope };

constexpr double kink_free = 0.02;

Matrix drawn(int rows, int cols, double spread, num::Rng& rng) {
  Matrix m = zeros(rows, cols);
  for (double& x : m.values) x = std::floor(100 * spread * rng.normal() + 0.5) / 100;
  return m;
}

struct Sizes {
  int T, n, d;
};

int length(const Matrix& m) { return static_cast<int>(m.values.size()); }

// A given table says how large it is; the first of those that share a side decides.
Sizes sizes(const Params& p) {
  return {first_given({p.X.rows}, p.T),
          first_given({p.Wh.rows, p.Wx.rows, length(p.bh), length(p.dL_dy)}, p.n),
          first_given({p.Wx.cols, p.X.cols}, p.d)};
}

// A column may be typed as a row.
Matrix as_column(const Matrix& m) { return m.rows == 1 ? Matrix{m.cols, 1, m.values} : m; }

void check_shapes(const Params& p, Sizes s, std::vector<lab::Problem>& problems) {
  check_shape(p.Wh, {"Wh", "Wₕ", s.n, s.n, "n × n", "it takes a state to the next one."}, problems);
  check_shape(p.Wx, {"Wx", "Wₓ", s.n, s.d, "n × d", "it takes d inputs to n nodes."}, problems);
  check_shape(as_column(p.bh), {"bh", "bₕ", s.n, 1, "n × 1", "each node has a bias."}, problems);
  check_shape(p.X, {"X", "X", s.T, s.d, "T × d", "each row is a time step."}, problems);
  check_shape(as_column(p.dL_dy),
              {"dL_dy", "∂L/∂y", s.n, 1, "n × 1", "it has an entry for each node."}, problems);
}

// Steps that lie at a kink get other inputs, as long as that helps.
void keep_off_kinks(Net& net, num::Rng& rng) {
  constexpr int most_draws = 400;
  Forward f = before_first_step(net);
  for (int t = 1, draws = 0; t <= net.steps() && draws < most_draws;) {
    take_step(net, t, f);
    if (kink_distance(net, f, t) > kink_free) {
      ++t;
      continue;
    }
    const Matrix row = drawn(1, net.inputs(), 1, rng);
    std::copy(row.values.begin(), row.values.end(),
              net.X.values.begin() + static_cast<std::ptrdiff_t>(t - 1) * net.inputs());
    ++draws;
  }
}

Net instance(const Params& p, Sizes s) {
  const auto seed = static_cast<std::uint64_t>(p.seed);
  num::Rng wh(seed, for_Wh), wx(seed, for_Wx), b(seed, for_bh), x(seed, for_X), c(seed, for_slope);
  Net net;
  net.activation = p.activation;
  net.loss = p.loss;
  Weights& w = net.weights;
  w.Wh = p.Wh.empty() ? drawn(s.n, s.n, 0.9 / std::sqrt(s.n), wh) : p.Wh;
  w.Wx = p.Wx.empty() ? drawn(s.n, s.d, 1 / std::sqrt(s.d), wx) : p.Wx;
  w.bh = p.bh.empty() ? drawn(s.n, 1, 0.3, b) : as_column(p.bh);
  net.X = p.X.empty() ? drawn(s.T, s.d, 1, x) : p.X;
  net.slope = p.dL_dy.empty() ? drawn(s.n, 1, 1, c).values : p.dL_dy.values;
  for (double& entry : w.Wh.values) entry *= p.gain;
  if (p.X.empty() && net.activation == Activation::relu) keep_off_kinks(net, x);
  return net;
}

bool finite(const Matrix& m) {
  // Beyond the root of the largest double the squares of a norm are no numbers.
  return std::all_of(m.values.begin(), m.values.end(),
                     [](double x) { return std::fabs(x) < 1e150; });
}

// From the gradient in parts by lag.
Truncation truncation(const std::vector<Matrix>& parts, const Matrix& whole) {
  Truncation out;
  const double size = norm(whole);
  Matrix sum = zeros(whole.rows, whole.cols);
  for (const Matrix& part : parts) {
    add(sum, part);
    Matrix apart = sum;
    for (std::size_t i = 0; i < apart.values.size(); ++i) apart.values[i] -= whole.values[i];
    out.cosine.push_back(cosine(sum, whole));
    out.error.push_back(norm(apart) / size);
  }
  return out;
}

void differentiate(Study& s) {
  s.whole = backward(s.net, s.values, s.T());
  s.kept = backward(s.net, s.values, s.keep());
  s.gradient = s.kept_gradient = s.net.weights;
  for (const Weight w : all_weights) {
    const std::vector<Matrix> parts = by_lag(s.net, s.values, w);
    s.gradient.of(w) = s.kept_gradient.of(w) = zeros(parts[0].rows, parts[0].cols);
    for (int t = 1; t <= s.T(); ++t) {
      add(s.gradient.of(w), share(s.net, s.values, s.whole, w, t));
      add(s.kept_gradient.of(w), share(s.net, s.values, s.kept, w, t));
    }
    s.finite = s.finite && finite(s.gradient.of(w));
    for (const Matrix& part : parts) s.finite = s.finite && finite(part);
    s.truncations[static_cast<std::size_t>(w)] = truncation(parts, s.gradient.of(w));
  }
}

// Operations of a witness beyond which less is checked.
constexpr std::int64_t most_work = 30'000'000;

void call_witnesses(Study& s) {
  // Where each loss has a stretch of its own, the kept steps are walked again for every loss.
  const bool apart = s.net.loss == Loss::every && s.keep() < s.T();
  const std::int64_t again = apart ? s.keep() : 1;
  s.accumulated = again * accumulation_cost(s.net) <= most_work;
  if (s.accumulated) {
    s.accumulation = by_accumulation(s.net, s.values, s.keep());
    s.accumulation_gap = largest_gap(s.kept_gradient, s.accumulation);
  }
  // Four runs for each entry, and the activation of every node beside the products.
  const std::int64_t work = again * 4 * differences_cost(s.net);
  s.stride = static_cast<int>(work / most_work) + 1;
  s.differences = by_differences(s.net, s.values, s.keep(), s.stride);
  s.differences_gap = largest_gap(s.kept_gradient, s.differences);
}

}  // namespace

int Study::keep() const { return params.truncate == 0 ? T() : std::min(params.truncate, T()); }

int Study::walked(int position) const { return std::min(T(), T() + 1 - position); }

int Study::time(int position) const {
  return params.time >= 1 && params.time <= T() ? params.time : walked(position);
}

Study study(const Params& p) {
  Study s;
  s.params = p;
  const Sizes size = sizes(p);
  check_shapes(p, size, s.problems);
  if (!s.fits()) return s;
  s.net = instance(p, size);
  s.values = forward(s.net);
  s.kink = kink_distance(s.net, s.values);
  s.finite = finite(s.values.h);
  if (s.finite) differentiate(s);
  if (s.finite) call_witnesses(s);
  return s;
}

}  // namespace laboratory::bptt
