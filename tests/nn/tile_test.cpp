#include "nn/tile.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include "nn/arrays.h"
#include "nn/conv.h"
#include "nn/conv_shapes.h"
#include "nn/gemm.h"

// Where a processor has no tiles but the general ones, these hold them against themselves.
namespace {

using Floats = std::vector<float>;

// Equal to the bit, so that a zero's sign counts and a NaN equals itself.
bool same_bits(const Floats& a, const Floats& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

// What `compute` leaves in its result by one set of tiles and by the other. The results are
// longer than needed, and what is beyond has to stay.
template <class Compute>
bool alike(const Floats& before, Compute compute) {
  Floats general = before, fastest = before;
  compute(nn::general_tiles(), general.data());
  compute(nn::fastest_tiles(), fastest.data());
  return same_bits(general, fastest);
}

bool tile_alike(const nn::Tile& shape, bool across, bool packed, int height, int columns) {
  nn::Tile t = shape;
  t.a_step = packed ? height : height + 3;
  t.b_step = across ? columns + 2 : t.k + 1;
  t.b_run = across ? t.k * t.b_step - 1 : t.k + 5;
  t.ldc = t.rows + 1;
  const Floats a = noise(size(t.runs * t.k) * static_cast<std::size_t>(t.a_step));
  const Floats b = noise(
      static_cast<std::size_t>((t.runs + columns) * (t.b_step + t.b_run) + t.runs * t.k * t.b_step),
      2);
  const Floats start = noise(size(height), 3), c = noise(size((columns + 1) * (t.rows + 1)), 4);
  t.a = a.data();
  t.b = b.data();
  const auto run = [&](const nn::TileSet& set, float* to, int first, int n) {
    nn::Tile part = t;
    part.c = to + first * t.ldc;
    part.b += first * (across ? 1 : t.b_step);
    set.of(across, packed, height)[n - 1](part);
  };
  for (const float* from : {static_cast<const float*>(nullptr), start.data()}) {
    t.start = from;
    // The general set has fewer columns in a tile: those side by side are as many of its tiles.
    const bool same = alike(c, [&](const nn::TileSet& set, float* to) {
      for (int j = 0; j < columns; j += set.wide) run(set, to, j, std::min(set.wide, columns - j));
    });
    if (!same) return false;
  }
  return true;
}

// Values whose products and sums are infinite, not a number, subnormal or zeros of either sign.
Floats edges(std::size_t n, std::uint64_t seed) {
  const float some[] = {0.0f, -0.0f, 1e-30f, -1e-20f, 3e38f, -3e38f, 1.0f, -0x1p-126f};
  num::Rng rng(seed, 2);
  Floats x(n);
  for (float& v : x) v = some[rng.below(8)];
  return x;
}

}  // namespace

TEST_CASE("each tile gives the bits of the general ones, with rows missing or not") {
  for (const bool across : {false, true})
    for (const bool packed : {false, true})
      for (const int height : {4, 8})
        for (int columns = 1; columns <= nn::fastest_tiles().wide; ++columns)
          for (int rows = 1; rows <= height; ++rows)
            for (const int k : {1, 2, 7, 8, 9, 16, 29})
              for (const int runs : {1, 3})
                for (const bool add : {false, true}) {
                  CAPTURE(across);
                  CAPTURE(packed);
                  CAPTURE(height);
                  CAPTURE(columns);
                  CAPTURE(rows);
                  CAPTURE(k);
                  CAPTURE(runs);
                  CAPTURE(add);
                  CHECK(tile_alike({.k = k, .runs = runs, .rows = rows, .add = add}, across, packed,
                                   height, columns));
                }
}

TEST_CASE("products by the fastest tiles have the bits of those by the general ones") {
  for (const bool trans_a : {false, true})
    for (const bool trans_b : {false, true})
      for (const int m : {1, 3, 4, 5, 8, 11, 12, 16, 33, 70})
        for (const int n : {1, 2, 4, 7, 8, 9, 15, 40, 150})
          for (const int k : {1, 5, 8, 33, 257, 523})
            for (const nn::Into into : {nn::Into::overwrite, nn::Into::add}) {
              CAPTURE(trans_a);
              CAPTURE(trans_b);
              CAPTURE(m);
              CAPTURE(n);
              CAPTURE(k);
              const int lda = (trans_a ? k : m) + 1, ldb = (trans_b ? n : k) + 2, ldc = m + 3;
              const Floats a = noise(size(lda * (trans_a ? m : k)));
              const Floats b = noise(size(ldb * (trans_b ? k : n)), 2);
              Floats scratch(nn::gemm_scratch(m, n, k), NAN);
              CHECK(alike(Floats(size(ldc * n), 3.0f), [&](const nn::TileSet& tiles, float* c) {
                nn::gemm(trans_a, trans_b, m, n, k, a.data(), lda, b.data(), ldb, into, c, ldc,
                         scratch.data(), tiles);
              }));
            }
}

TEST_CASE("sums that start from a bias have the bits of the general tiles") {
  for (const int m : {1, 3, 4, 6, 8, 11, 16, 30})
    for (const int n : {5, 33})
      for (const int k : {1, 9, 40, 600}) {
        const Floats w = noise(size(m * k)), x = noise(size(k * n), 2), bias = noise(size(m), 3);
        Floats scratch(nn::gemm_scratch(m, n, k), NAN);
        CHECK(alike(Floats(size(m * n + 9), 2.0f), [&](const nn::TileSet& tiles, float* z) {
          nn::affine(m, n, k, w.data(), x.data(), bias.data(), z, scratch.data(), tiles);
        }));
      }
}

TEST_CASE("zeros of either sign, subnormals and overflows come out of both sets alike") {
  for (const int m : {4, 8, 11})
    for (const int k : {1, 2, 40}) {
      const int n = 39;
      const Floats a = edges(size(m * k), 1), b = edges(size(k * n), 2);
      Floats scratch(nn::gemm_scratch(m, n, k)), c[2];
      for (const bool fastest : {false, true}) {
        Floats& to = c[fastest];
        to.assign(size(m * n), -0.0f);
        nn::gemm(false, false, m, n, k, a.data(), m, b.data(), k, nn::Into::overwrite, to.data(), m,
                 scratch.data(), fastest ? nn::fastest_tiles() : nn::general_tiles());
        // Which of two NaNs a sum hands on is not said.
        for (float& v : to)
          if (std::isnan(v)) v = std::numeric_limits<float>::quiet_NaN();
      }
      CHECK(same_bits(c[0], c[1]));
    }
}

TEST_CASE("convolutions and their gradients have the bits of the general tiles") {
  std::vector<nn::ConvShape> shapes = conv_shapes();
  for (const int out : {1, 4, 8, 13, 16, 20})
    for (const int stride : {1, 2})
      for (const int dilation : {1, 2}) {
        shapes.push_back({.height = 8, .width = 19, .in = out % 8 + 1, .out = out, .batch = 2});
        shapes.back().kernel = 3;
        shapes.back().stride = stride;
        shapes.back().pad = 1;
        shapes.back().dilation = dilation;
      }
  shapes.push_back({.height = 28, .width = 28, .in = 16, .out = 32, .kernel = 3, .pad = 1});
  for (const nn::ConvShape& s : shapes) {
    CAPTURE(s.kernel);
    CAPTURE(s.stride);
    CAPTURE(s.dilation);
    CAPTURE(s.out);
    const Floats x = noise(size(inputs(s))), dz = noise(size(outputs(s)), 2);
    const Floats filter = noise(size(s.out * s.patch()), 3), bias = noise(size(s.out), 4);
    Floats scratch(nn::conv_scratch(s), NAN);
    for (const float* from : {static_cast<const float*>(nullptr), bias.data()})
      CHECK(alike(Floats(dz.size() + 9, 2.0f), [&](const nn::TileSet& tiles, float* z) {
        nn::conv_forward(s, x.data(), filter.data(), from, z, scratch.data(), tiles);
      }));
    for (const nn::Into into : {nn::Into::overwrite, nn::Into::add}) {
      CHECK(alike(Floats(x.size() + 9, 2.0f), [&](const nn::TileSet& tiles, float* dx) {
        nn::conv_input_gradient(s, dz.data(), filter.data(), into, dx, scratch.data(), tiles);
      }));
      CHECK(alike(Floats(filter.size() + 9, 2.0f), [&](const nn::TileSet& tiles, float* dfilter) {
        nn::conv_filter_gradient(s, x.data(), dz.data(), into, dfilter, scratch.data(), tiles);
      }));
    }
  }
}
