// Verdicts against powers, and rules against what comes of them.
#include "labs/recurrent_matrix/verdict.h"

#include <doctest/doctest.h>

#include <cmath>

#include "labs/recurrent_matrix/court.h"
#include "labs/recurrent_matrix/source.h"
#include "num/inverse.h"
#include "num/rng.h"
#include "thinning.h"

using laboratory::recurrent_matrix::character;
using laboratory::recurrent_matrix::Character;
using laboratory::recurrent_matrix::Claim;
using laboratory::recurrent_matrix::Standing;
using laboratory::recurrent_matrix::Verdict;
using Square = num::Matrix;

namespace {

// log of the spectral radius as the growth of m^k between k = 1024 and k = 2048, each power the
// square of the last one. What a change of base or a defect adds is divided by 1024.
double log_radius(Square m) {
  double log = 0, last = 0;
  for (int doubling = 0; doubling <= 11; ++doubling) {
    double top = 0;
    for (const double x : m.values) top = std::max(top, std::fabs(x));
    for (double& x : m.values) x /= top;
    log += std::log(top);
    if (doubling == 10) last = log;
    if (doubling == 11) break;
    m = product(m, m);
    log *= 2;
  }
  return (log - last) / 1024;
}

struct Limits {
  double largest, smallest;  // logs of |λ|
};

Limits limits(const Square& m) { return {log_radius(m), -log_radius(*num::inverse(m))}; }

Square random_matrix(num::Rng& rng, int n) {
  Square m = Square::zero(n, n);
  const double spread = (0.3 + 1.4 * rng.uniform()) / std::sqrt(n);
  for (double& x : m.values) x = spread * rng.normal();
  if (rng.below(2) == 0)
    for (int i = 0; i < n; ++i) m.at(i, i) += rng.below(2) ? 1.2 : -0.9;
  return m;
}

// Of either sign and either side of the circle, not near it: rounding moves a defective eigenvalue
// of six rows by a hundredth.
double drawn_eigenvalue(num::Rng& rng) {
  const double size = rng.below(2) ? rng.uniform(0.4, 0.94) : rng.uniform(1.06, 1.6);
  return rng.below(2) ? size : -size;
}

// Blocks of one eigenvalue with ones beside it, in another base.
Square defective_matrix(num::Rng& rng, int n) {
  Square blocks = Square::zero(n, n), base = Square::zero(n, n);
  const double first = drawn_eigenvalue(rng), second = drawn_eigenvalue(rng);
  const int split = 2 + rng.below(n - 1);
  for (int i = 0; i < n; ++i) {
    blocks.at(i, i) = i < split ? first : second;
    if (i + 1 < n && i + 1 != split) blocks.at(i, i + 1) = 1;
    for (int j = 0; j < n; ++j) base.at(i, j) = 0.15 * rng.normal() + 1.5 * (i == j);
  }
  return product(product(base, blocks), *num::inverse(base));
}

Verdict expected(const Limits& l) {
  if (l.largest < 0) return Verdict::vanishes;
  return l.smallest > 0 ? Verdict::explodes : Verdict::both;
}

Character of(int n, std::vector<double> values) { return character({n, n, std::move(values)}); }

}  // namespace

TEST_CASE(
    "10 000 verdicts, defective matrices among them, are those of powers of W and its inverse" *
    tests::thorough_only) {
  num::Rng rng(21, 1);
  int met[3] = {}, defective = 0, wrong = 0;
  for (int judged = 0; judged < 10000;) {
    const int n = 2 + rng.below(5);
    const bool odd = rng.below(5) == 0;
    const Square m = odd ? defective_matrix(rng, n) : random_matrix(rng, n);
    if (!num::inverse(m)) continue;
    const Limits l = limits(m);
    if (std::fabs(l.largest) < 0.02 || std::fabs(l.smallest) < 0.02) continue;
    ++judged;
    const Verdict v = character(m).verdict;
    wrong += v != expected(l);
    defective += odd;
    if (v != Verdict::neither) ++met[static_cast<int>(v)];
  }
  CHECK(wrong == 0);
  CHECK(defective > 1000);
  for (const int count : met) CHECK(count > 500);
}

TEST_CASE("the paper's matrix explodes in general and vanishes along one direction") {
  const Character c = of(3, {1.03, 0.65, -0.5, -0.08, -0.31, 1.37, 0.59, 1.45, 0.19});
  CHECK(c.verdict == Verdict::both);
  CHECK(c.note.empty());
  CHECK(c.henrici == doctest::Approx(1.3143).epsilon(4e-5));
  CHECK(c.condition == doctest::Approx(2.358).epsilon(2e-4));
  CHECK(rule_verdict(c) == Verdict::both);
}

TEST_CASE("both counterexamples to the rule of singular values are judged by their eigenvalues") {
  const Character shear = of(2, {0.5, 4, 0, 0.6}), swap = of(2, {0, 2.5, 0.5, 0});
  CHECK(shear.verdict == Verdict::vanishes);
  CHECK(shear.singular[0] == doctest::Approx(4.07487).epsilon(2e-6));
  CHECK(shear.singular[1] == doctest::Approx(0.0736220).epsilon(2e-6));
  CHECK(rule_verdict(shear) == Verdict::both);
  CHECK(swap.verdict == Verdict::explodes);
  CHECK(swap.singular == std::vector<double>{2.5, 0.5});
  CHECK(swap.least() == doctest::Approx(1.11803).epsilon(2e-6));
}

TEST_CASE("an eigenvalue on the circle is seen as one, and what it means is said") {
  // Explodes, and one direction keeps its length.
  const Character kept = of(2, {2, 0, 0, 1});
  CHECK(kept.verdict == Verdict::explodes);
  CHECK(kept.note.find("keeps its length") != std::string::npos);
  // Turns, mirrors and permutations neither grow nor shrink, whatever base they are written in.
  CHECK(of(2, {0.6, -0.8, 0.8, 0.6}).verdict == Verdict::neither);
  CHECK(of(3, {0, 0, 1, 1, 0, 0, 0, 1, 0}).verdict == Verdict::neither);
  CHECK(of(2, {1, 5, 0, -1}).verdict == Verdict::neither);
  CHECK(of(2, {1, 0, 0, 0.5}).verdict == Verdict::neither);
  CHECK(of(2, {1, 0, 0, 0.5}).note.find("some directions vanish") != std::string::npos);
  // A defective eigenvalue on the circle grows all the same, typed or in another base.
  CHECK(of(2, {1, 1, 0, 1}).verdict == Verdict::explodes);
  CHECK(of(2, {2, 1, -1, 0}).verdict == Verdict::explodes);
  CHECK(of(2, {2, 1, -1, 0}).note.find("power of T") != std::string::npos);
  CHECK(of(3, {1, 1, 0, 0, 1, 0, 0, 0, 0.5}).verdict == Verdict::both);
}

TEST_CASE("what is near the circle, and not on it, is judged by its side") {
  CHECK(of(2, {1.0001, 0, 0, 1.0002}).verdict == Verdict::explodes);
  CHECK(of(2, {0.9999, 3, 0, 0.9998}).verdict == Verdict::vanishes);
  CHECK(of(2, {1.0001, 3, 0, 0.9999}).verdict == Verdict::both);
  CHECK(of(2, {0, 1, 0, 0}).verdict == Verdict::vanishes);
}

TEST_CASE("no rule proves what is not so, for drawn matrices; what is suggested may be") {
  num::Rng rng(23, 1);
  int refuted = 0;
  for (int trial = 0; trial < 2000; ++trial) {
    const Character c = character(random_matrix(rng, 2 + rng.below(5)));
    for (const auto& w : laboratory::recurrent_matrix::court(c)) {
      CAPTURE(w.key);
      if (w.standing == Standing::proves) CHECK(w.holds);
      refuted += !w.holds;
    }
  }
  CHECK(refuted > 20);
}

TEST_CASE(
    "before the court the paper's determinant proves what its largest singular value suggests") {
  const auto all = laboratory::recurrent_matrix::court(
      of(3, {1.03, 0.65, -0.5, -0.08, -0.31, 1.37, 0.59, 1.45, 0.19}));
  CHECK(all[0].standing == Standing::suggests);
  CHECK(all[0].holds);
  CHECK(all[1].standing == Standing::suggests);
  CHECK(all[2].standing == Standing::proves);
  CHECK(all[2].value == doctest::Approx(1.171).epsilon(4e-4));
  CHECK(all[3].standing == Standing::proves);
  CHECK(all[4].claim == Claim::some_vanish);
}

TEST_CASE("of a matrix with an eigenvalue on the circle no two rules contradict each other") {
  using laboratory::recurrent_matrix::court;
  const auto holds = [](const Character& c, Claim claim) {
    return laboratory::recurrent_matrix::holds(claim, c.sides);
  };
  // One direction halves at every step, the other keeps its length.
  const Character kept = of(2, {1, 0, 0, 0.5});
  CHECK(kept.verdict == Verdict::neither);
  CHECK(court(kept)[1].standing == Standing::suggests);
  CHECK(court(kept)[4].standing == Standing::proves);
  for (const auto& w : court(kept)) {
    CAPTURE(w.key);
    CHECK(w.holds);
    if (w.standing != Standing::silent) CHECK(w.claim == Claim::some_vanish);
  }
  // A shear: (W^T)^k (1, 0) grows by 1 at every step, (0, 1) stays, and nothing shrinks.
  const Character shear = of(2, {1, 1, 0, 1});
  CHECK(shear.sides.creeping);
  CHECK(holds(shear, Claim::most_explode));
  CHECK_FALSE(holds(shear, Claim::all_explode));
  CHECK(court(shear)[0].holds);
  CHECK_FALSE(court(shear)[1].holds);
  for (const std::size_t silent : {2u, 3u, 4u})
    CHECK(court(shear)[silent].standing == Standing::silent);
  // The same in another base, where rounding moves the eigenvalues off the circle.
  for (const auto& w : court(of(2, {2, 1, -1, 0})))
    if (w.standing == Standing::proves) CHECK(w.holds);
  // One direction doubles, the other keeps its length.
  const Character doubled = of(2, {2, 0, 0, 1});
  CHECK(holds(doubled, Claim::most_explode));
  CHECK_FALSE(holds(doubled, Claim::all_explode));
  CHECK_FALSE(holds(doubled, Claim::some_vanish));
  for (const auto& w : court(doubled)) CHECK(w.holds);
}

TEST_CASE("where some explode, some vanish and one stays, the note speaks for none of them alone") {
  const Character c = of(3, {2, 0, 0, 0, 1, 0, 0, 0, 0.5});
  CHECK(c.verdict == Verdict::both);
  CHECK(c.note.find("almost every other gradient explodes") != std::string::npos);
}

TEST_CASE("towards the normal part eigenvalues stay and the departure shrinks to nothing") {
  num::Rng rng(25, 1);
  for (int trial = 0; trial < 200; ++trial) {
    const int n = 2 + rng.below(5);
    const num::Schur s = num::real_schur(random_matrix(rng, n));
    const Character c = character(product(product(s.q, s.t), transposed(s.q)));
    const Character half = character(laboratory::recurrent_matrix::towards_normal(s, 0.5));
    const Character end = character(laboratory::recurrent_matrix::towards_normal(s, 1));
    CHECK(half.henrici <= c.henrici + 1e-9);
    CHECK(end.henrici < 1e-6);
    for (int k = 0; k < n; ++k) {
      const auto at = static_cast<std::size_t>(k);
      CHECK(num::modulus(end.values[at]) ==
            doctest::Approx(num::modulus(c.values[at])).epsilon(1e-6));
      CHECK(end.singular[at] == doctest::Approx(num::modulus(end.values[at])).epsilon(1e-6));
    }
  }
}

TEST_CASE("eigenvalues that are put in are those of the matrix, pairs and all") {
  const num::Schur s = num::real_schur({3, 3, {0.2, -1, 0.3, 1, 0.4, 2, 0, 0.1, 1.5}});
  const auto own = laboratory::recurrent_matrix::upper_eigenvalues(s);
  REQUIRE(own.size() == 2);
  std::vector<num::Complex> moved = own;
  for (num::Complex& z : moved) z = z.im > 0 ? num::Complex{-0.5, 0.25} : num::Complex{1.25, 0};
  const auto found = num::eigenvalues(laboratory::recurrent_matrix::with_eigenvalues(s, moved));
  CHECK(found[0].re == doctest::Approx(1.25));
  CHECK(found[1].re == doctest::Approx(-0.5));
  CHECK(found[1].im == doctest::Approx(0.25));
}
