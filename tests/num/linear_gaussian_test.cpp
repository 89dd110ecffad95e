#include "num/linear_gaussian.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "num/inverse.h"
#include "num/rng.h"
#include "num/separation.h"
#include "thinning.h"

namespace {

using doctest::Approx;
using num::Digraph, num::LinearGaussian, num::Matrix, num::NodeSet, num::only;

constexpr NodeSet latent = 0b111;  // z1, z2, z3 are 0, 1, 2; x1, x2, x3 are 3, 4, 5

// z of variance 1 with neighbours' correlation 0.9; x is z with noise of variance 0.5.
Matrix walk_covariance() {
  LinearGaussian m{Digraph(6, {{0, 1}, {1, 2}, {0, 3}, {1, 4}, {2, 5}}), Matrix::zero(6, 6), {}};
  m.weights.at(0, 1) = m.weights.at(1, 2) = 0.9;
  m.weights.at(0, 3) = m.weights.at(1, 4) = m.weights.at(2, 5) = 1;
  m.noise = {1, 0.19, 0.19, 0.5, 0.5, 0.5};
  return num::covariance(m);
}

double cost(const std::vector<std::pair<int, int>>& arrows) {
  return num::best_encoder(walk_covariance(), latent, Digraph(6, arrows)).nats;
}

// Another way: E_x KL of two Gaussians by their means and covariances over z alone,
//   (tr(L C) + tr(L (M - G) X (M - G)^T) - k - ln |L C|) / 2,
// with p(z|x) = N(G x, L^-1) and q(z|x) = N(M x, C).
struct ByMoments {
  Matrix L, G, X;
  std::vector<int> z, x;
  ByMoments(const Matrix& p, NodeSet of) {
    for (int i = 0; i < p.rows; ++i) (num::has_node(of, i) ? z : x).push_back(i);
    const Matrix precision = *num::inverse(p);
    L = pick(precision, z, z);
    X = pick(p, x, x);
    G = num::product(*num::inverse(L), pick(precision, z, x));
    for (double& g : G.values) g = -g;
  }
  static Matrix pick(const Matrix& m, const std::vector<int>& r, const std::vector<int>& c) {
    Matrix out = Matrix::zero(static_cast<int>(r.size()), static_cast<int>(c.size()));
    for (int i = 0; i < out.rows; ++i)
      for (int j = 0; j < out.cols; ++j)
        out.at(i, j) = m.at(r[static_cast<std::size_t>(i)], c[static_cast<std::size_t>(j)]);
    return out;
  }
  // `weights` at (from, to), as the code under test has them.
  double operator()(const Matrix& weights, const std::vector<double>& variances) const {
    const int k = L.rows;
    Matrix A = Matrix::identity(k), C = Matrix::zero(k, k);
    const Matrix into = num::transposed(weights);
    const Matrix own = pick(into, z, z);
    for (std::size_t i = 0; i < A.values.size(); ++i) A.values[i] -= own.values[i];
    A = *num::inverse(A);
    for (int i = 0; i < k; ++i)
      for (int j = 0; j < k; ++j)
        for (int e = 0; e < k; ++e)
          C.at(i, j) += A.at(i, e) * A.at(j, e) *
                        variances[static_cast<std::size_t>(z[static_cast<std::size_t>(e)])];
    Matrix off = num::product(A, pick(into, z, x));
    for (std::size_t i = 0; i < off.values.size(); ++i) off.values[i] -= G.values[i];
    const Matrix LC = num::product(L, C);
    const Matrix miss = num::product(L, num::product(off, num::product(X, num::transposed(off))));
    double sum = -k - std::log(num::determinant(LC));
    for (int i = 0; i < k; ++i) sum += LC.at(i, i) + miss.at(i, i);
    return sum / 2;
  }
};

// Goes downhill over the weights and log variances by trying steps of each, from a random start.
double by_trying(const Matrix& p, const Digraph& shape, num::Rng& rng) {
  const ByMoments kl(p, latent);
  Matrix w = Matrix::zero(p.rows, p.rows);
  std::vector<double> variances(static_cast<std::size_t>(p.rows), 0.3);
  std::vector<double*> knobs;
  for (const auto& [from, to] : shape.arrows()) {
    w.at(from, to) = rng.normal();
    knobs.push_back(&w.at(from, to));
  }
  for (int j = 0; j < 3; ++j) knobs.push_back(&variances[static_cast<std::size_t>(j)]);
  double best = kl(w, variances);
  std::vector<double> before;
  const auto values = [&knobs] {
    std::vector<double> v;
    for (const double* k : knobs) v.push_back(*k);
    return v;
  };
  const auto attempt = [&](const std::vector<double>& to) {
    const std::vector<double> from = values();
    for (std::size_t i = 0; i < knobs.size(); ++i) *knobs[i] = to[i];
    const bool sound = variances[0] > 0 && variances[1] > 0 && variances[2] > 0;
    const double now = sound ? kl(w, variances) : 1e9;
    if (now < best) return best = now, true;
    for (std::size_t i = 0; i < knobs.size(); ++i) *knobs[i] = from[i];
    return false;
  };
  // Hooke & Jeeves (1961): a step along each, then once more the way that all have gone together.
  for (double step = 0.5; step > 1e-5;) {
    const std::vector<double> start = values();
    bool better = false;
    for (std::size_t i = 0; i < knobs.size(); ++i)
      for (const double d : {step, -step}) {
        std::vector<double> to = values();
        to[i] += d;
        better = attempt(to) || better;
      }
    while (better) {
      const std::vector<double> now = values();
      std::vector<double> to = now;
      for (std::size_t i = 0; i < to.size(); ++i) to[i] += now[i] - start[i];
      if (!attempt(to)) break;
    }
    if (!better) step /= 2;
  }
  return best;
}

}  // namespace

TEST_CASE("covariances follow the arrows") {
  const Matrix s = walk_covariance();
  CHECK(s.at(0, 2) == Approx(0.81));
  CHECK(s.at(2, 2) == Approx(1));
  CHECK(s.at(3, 5) == Approx(0.81));
  CHECK(s.at(3, 3) == Approx(1.5));
  CHECK(num::partial_correlation(s, 0, 2, 0) == Approx(0.81));
  CHECK(std::fabs(num::partial_correlation(s, 0, 2, only(1))) < 1e-15);
  // By hand: z1 and z3 given x2: (0.81 - 0.81/1.5) / (1 - 0.81/1.5).
  CHECK(num::partial_correlation(s, 0, 2, only(4)) == Approx(0.27 / 0.46));
}

TEST_CASE("what an encoder's missing arrows cost, to four digits") {
  // Of the product's specification, which got them in another way.
  CHECK(cost({{3, 0}, {4, 1}, {5, 2}}) == Approx(1.533).epsilon(4e-4));
  CHECK(cost({{3, 0}, {3, 1}, {4, 1}, {3, 2}, {4, 2}, {5, 2}}) == Approx(0.740).epsilon(7e-4));
  CHECK(cost({{3, 0}, {4, 0}, {5, 0}, {3, 1}, {4, 1}, {5, 1}, {3, 2}, {4, 2}, {5, 2}}) ==
        Approx(0.384).epsilon(2e-3));
  CHECK(cost({{3, 0}, {0, 1}, {4, 1}, {1, 2}, {5, 2}}) == Approx(0.3590).epsilon(2e-4));
  CHECK(cost({{5, 2}, {2, 1}, {4, 1}, {1, 0}, {3, 0}}) == Approx(0.3590).epsilon(2e-4));
  CHECK(cost({{3, 0}, {0, 1}, {3, 1}, {4, 1}, {1, 2}, {0, 2}, {3, 2}, {4, 2}, {5, 2}}) ==
        Approx(0.3564).epsilon(2e-4));
  CHECK(cost({{3, 0}, {4, 0}, {5, 0}, {0, 1}, {4, 1}, {5, 1}, {1, 2}, {5, 2}}) < 1e-12);
  CHECK(cost({{3, 2}, {4, 2}, {5, 2}, {2, 1}, {3, 1}, {4, 1}, {1, 0}, {3, 0}}) < 1e-12);
}

TEST_CASE("no other search finds a cheaper encoder, and its cost is that of two Gaussians") {
  num::Rng rng(11, 1);
  tests::Thinned thinned(tests::thinning == 1 ? 1 : 4);
  const Matrix p = walk_covariance();
  const ByMoments kl(p, latent);
  for (int round = 0; round < 24; ++round) {
    // Arrows from x, and among z along an order.
    Digraph shape(6);
    for (int z = 0; z < 3; ++z) {
      for (int x = 3; x < 6; ++x)
        if (rng.below(2) == 0) shape.add(x, z);
      for (int after = z + 1; after < 3; ++after)
        if (rng.below(2) == 0) round % 2 == 0 ? shape.add(z, after) : shape.add(after, z);
    }
    const std::uint64_t seed = static_cast<std::uint64_t>(round);
    if (!thinned.tries()) continue;
    CAPTURE(round);
    const num::Encoder best = num::best_encoder(p, latent, shape);
    CHECK(kl(best.weights, best.variances) == Approx(best.nats).epsilon(1e-9));
    num::Rng start(seed, 2);
    const double other = by_trying(p, shape, start);
    CHECK(other > best.nats - 1e-9);
    CHECK(other == Approx(best.nats).epsilon(1e-4).scale(1));
  }
}

TEST_CASE("an arrow more never costs, and all of them cost nothing") {
  const Matrix p = walk_covariance();
  Digraph shape(6);
  double last = num::best_encoder(p, latent, shape).nats;
  for (const auto& [from, to] :
       {std::pair{3, 0}, {5, 0}, {0, 1}, {4, 1}, {5, 1}, {1, 2}, {4, 0}, {5, 2}}) {
    shape.add(from, to);
    const double now = num::best_encoder(p, latent, shape).nats;
    CHECK(now < last + 1e-12);
    last = now;
  }
  CHECK(last < 1e-12);
}
