#include "nn/gemm.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "nn/arrays.h"

namespace {

struct Sizes {
  bool trans_a, trans_b;
  int m, n, k;
};

// C after C = 3 (or C += on top of 3), every leading dimension two longer than needed. NaN fills
// what must not be read, so that it would show in the result.
struct Product {
  std::vector<float> a, b, c, scratch;
  int lda, ldb, ldc;

  Product(const Sizes& s, nn::Into into, std::uint64_t seed = 1)
      : lda((s.trans_a ? s.k : s.m) + 2), ldb((s.trans_b ? s.n : s.k) + 2), ldc(s.m + 2) {
    a = operand(lda, s.trans_a ? s.m : s.k, seed);
    b = operand(ldb, s.trans_b ? s.k : s.n, seed + 1);
    c.assign(static_cast<std::size_t>(ldc * s.n), 3.0f);
    scratch.assign(nn::gemm_scratch(s.m, s.n, s.k), NAN);
    nn::gemm(s.trans_a, s.trans_b, s.m, s.n, s.k, a.data(), lda, b.data(), ldb, into, c.data(), ldc,
             scratch.data());
  }

  static std::vector<float> operand(int ld, int columns, std::uint64_t seed) {
    std::vector<float> x = noise(static_cast<std::size_t>(ld * columns), seed);
    for (int j = 0; j < columns; ++j)
      for (int i = ld - 2; i < ld; ++i) x[static_cast<std::size_t>(i + j * ld)] = NAN;
    return x;
  }

  // The product's value at row i, column j, in double, and the sum of its terms' magnitudes.
  double wanted(const Sizes& s, int i, int j, double* magnitude) const {
    double sum = 0;
    for (int p = 0; p < s.k; ++p) {
      const double term =
          double{a[static_cast<std::size_t>(s.trans_a ? p + i * lda : i + p * lda)]} *
          b[static_cast<std::size_t>(s.trans_b ? j + p * ldb : p + j * ldb)];
      sum += term;
      *magnitude += std::fabs(term);
    }
    return sum;
  }
};

// Each entry within the bound of a sum of k rounded terms: k 2^-24 times their magnitudes.
bool agrees(const Sizes& s, nn::Into into) {
  const Product product(s, into);
  for (int j = 0; j < s.n; ++j) {
    for (int i = 0; i < s.m; ++i) {
      double magnitude = into == nn::Into::add ? 3 : 0;
      const double want = product.wanted(s, i, j, &magnitude) + (into == nn::Into::add ? 3 : 0);
      const double got = product.c[static_cast<std::size_t>(i + j * product.ldc)];
      if (!(std::fabs(got - want) <= (s.k + 2) * magnitude * 0x1p-24)) return false;
    }
    for (int i = s.m; i < product.ldc; ++i)  // between the columns
      if (product.c[static_cast<std::size_t>(i + j * product.ldc)] != 3) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("products of all small sizes, transposed or not, are those of double loops") {
  for (const bool trans_a : {false, true})
    for (const bool trans_b : {false, true})
      for (int m = 1; m <= 13; ++m)
        for (int n = 1; n <= 9; ++n)
          for (const int k : {1, 2, 3, 7, 8, 9, 17}) {
            const Sizes s{trans_a, trans_b, m, n, k};
            CAPTURE(trans_a);
            CAPTURE(trans_b);
            CAPTURE(m);
            CAPTURE(n);
            CAPTURE(k);
            CHECK(agrees(s, (m + n + k) % 2 == 0 ? nn::Into::add : nn::Into::overwrite));
          }
}

TEST_CASE("products larger than the blocks are those of double loops") {
  for (const bool trans_a : {false, true})
    for (const bool trans_b : {false, true}) {
      CHECK(agrees({trans_a, trans_b, 70, 150, 130}, nn::Into::overwrite));
      CHECK(agrees({trans_a, trans_b, 9, 131, 523}, nn::Into::add));
      CHECK(agrees({trans_a, trans_b, 133, 5, 300}, nn::Into::overwrite));
    }
}

TEST_CASE("an empty sum overwrites with zero and adds nothing") {
  for (const nn::Into into : {nn::Into::overwrite, nn::Into::add}) {
    const Product product({false, false, 3, 2, 0}, into);
    CHECK(product.c[0] == (into == nn::Into::add ? 3 : 0));
    CHECK(product.c[7] == (into == nn::Into::add ? 3 : 0));
    CHECK(product.c[3] == 3);
  }
}

TEST_CASE("an affine map starts its sums from the bias") {
  for (const int m : {1, 3, 4, 6, 11, 16})
    for (const int k : {2, 40, 600}) {
      const int n = 5;
      const auto size = [](int x) { return static_cast<std::size_t>(x); };
      const std::vector<float> w = noise(size(m * k)), x = noise(size(k * n), 2);
      const std::vector<float> bias = noise(size(m), 3);
      std::vector<float> scratch(nn::gemm_scratch(m, n, k)), z(size(m * n), NAN);
      nn::affine(m, n, k, w.data(), x.data(), bias.data(), z.data(), scratch.data());
      double worst = 0;
      for (int j = 0; j < n; ++j)
        for (int i = 0; i < m; ++i) {
          double want = bias[size(i)];
          for (int p = 0; p < k; ++p) want += double{w[size(i + p * m)]} * x[size(p + j * k)];
          worst = std::fmax(worst, std::fabs(want - z[size(i + j * m)]));
        }
      CHECK(worst < 2e-7 * k);
    }
}

TEST_CASE("a transposed operand gives the same bits as one that is transposed beforehand") {
  for (const int m : {5, 40})
    for (const int k : {6, 300}) {
      const int n = 37;
      const auto size = [](int x) { return static_cast<std::size_t>(x); };
      const std::vector<float> a = noise(size(m * k)), b = noise(size(k * n), 2);
      std::vector<float> at(a.size()), bt(b.size()), c(size(m * n)), d(c.size());
      for (int p = 0; p < k; ++p) {
        for (int i = 0; i < m; ++i) at[size(p + i * k)] = a[size(i + p * m)];
        for (int j = 0; j < n; ++j) bt[size(j + p * n)] = b[size(p + j * k)];
      }
      std::vector<float> scratch(nn::gemm_scratch(m, n, k));
      nn::gemm(false, false, m, n, k, a.data(), m, b.data(), k, nn::Into::overwrite, c.data(), m,
               scratch.data());
      nn::gemm(true, true, m, n, k, at.data(), k, bt.data(), n, nn::Into::overwrite, d.data(), m,
               scratch.data());
      CHECK(c == d);
    }
}

TEST_CASE("products give the same bits on every platform") {
  std::uint64_t hash = bits_hash({});
  for (const bool trans_a : {false, true})
    for (const bool trans_b : {false, true})
      for (const int m : {1, 4, 6, 20, 64}) {
        Product product({trans_a, trans_b, m, 33, 270 - m}, nn::Into::add, 9);
        hash = bits_hash(product.c, hash);
      }
  CHECK(hash == 10215474810120078368u);
}
