// The character model of the benchmark by hand: a Transformer whose blocks have norms before their
// parts, one product for the queries, keys and values of all tokens, scores of one head of one text
// at a time, gradients first and then AdamW.
#pragma once

#include <cmath>
#include <vector>

#include "bench/layers.h"

namespace reference {

// Over each column: normalised, scaled and shifted.
struct TokenNorm {
  Vector scale, shift, dscale, dshift, factor;
  Matrix h;

  TokenNorm(int width, int tokens)
      : scale(Vector::Ones(width)),
        shift(Vector::Zero(width)),
        dscale(width),
        dshift(width),
        factor(tokens),
        h(width, tokens) {}
  void forward(const Matrix& x, Matrix& z) {
    const float share = 1.f / static_cast<float>(x.rows());
    for (Index j = 0; j < x.cols(); ++j) {
      auto column = h.col(j);
      column = x.col(j).array() - x.col(j).sum() * share;
      factor[j] = 1 / std::sqrt(column.squaredNorm() * share + 1e-5f);
      column *= factor[j];
      z.col(j) = column.cwiseProduct(scale) + shift;
    }
  }
  // Adds to dx.
  void back(const Matrix& dz, Matrix& dx, Vector& g) {
    const float share = 1.f / static_cast<float>(dz.rows());
    dscale.setZero();
    dshift.setZero();
    for (Index j = 0; j < dz.cols(); ++j) {
      const auto column = h.col(j);
      dscale += dz.col(j).cwiseProduct(column);
      dshift += dz.col(j);
      g = dz.col(j).cwiseProduct(scale);
      const float mean = g.sum() * share, along = g.dot(column) * share;
      dx.col(j).array() += factor[j] * (g.array() - mean - column.array() * along);
    }
  }
};

struct Block {
  int width, heads, context, batch;
  TokenNorm before, between;
  Dense qkv, mix, wide, narrow;
  Matrix normed, all, dall, looked, seen, out, normed2, h, t, g;
  std::vector<Matrix> weights;  // of each text and head, keys x queries

  Block(int d, int count, int tokens, int texts)
      : width(d),
        heads(count),
        context(tokens),
        batch(texts),
        before(d, tokens * texts),
        between(d, tokens * texts),
        qkv(3 * d, d, 1 / std::sqrt(static_cast<float>(d))),
        mix(d, d, 1 / std::sqrt(static_cast<float>(d))),
        wide(4 * d, d, std::sqrt(2 / static_cast<float>(d))),
        narrow(d, 4 * d, 1 / std::sqrt(4 * static_cast<float>(d))),
        normed(d, tokens * texts),
        all(3 * d, tokens * texts),
        dall(all),
        looked(normed),
        seen(normed),
        out(normed),
        normed2(normed),
        h(4 * d, tokens * texts),
        t(h),
        g(h),
        weights(static_cast<std::size_t>(count * texts), Matrix::Zero(tokens, tokens)) {}

  // One head's rows of one text's columns; `part` 0: queries, 1: keys, 2: values.
  auto head(Matrix& of, int part, int i, int text) const {
    const int each = width / heads;
    return of.block(part * width + i * each, text * context, each, context);
  }
  float unit() const { return 1 / std::sqrt(static_cast<float>(width / heads)); }

  void look(int i, int text) {
    Matrix& p = weights[static_cast<std::size_t>(text * heads + i)];
    p.noalias() = head(all, 1, i, text).transpose() * head(all, 0, i, text);
    for (int query = 0; query < context; ++query) {
      auto seen_keys = p.col(query).head(query + 1);
      seen_keys = ((seen_keys.array() - seen_keys.maxCoeff()) * unit()).exp();
      seen_keys /= seen_keys.sum();
      p.col(query).tail(context - query - 1).setZero();
    }
    head(looked, 0, i, text).noalias() = head(all, 2, i, text) * p;
  }
  // dp: room for as many weights.
  void look_back(Matrix& dlooked, int i, int text, Matrix& dp) {
    const Matrix& p = weights[static_cast<std::size_t>(text * heads + i)];
    const auto d = head(dlooked, 0, i, text);
    head(dall, 2, i, text).noalias() = d * p.transpose();
    dp.noalias() = head(all, 2, i, text).transpose() * d;
    for (int query = 0; query < context; ++query) {
      const float along = dp.col(query).dot(p.col(query));
      dp.col(query) = (dp.col(query).array() - along) * p.col(query).array() * unit();
    }
    head(dall, 0, i, text).noalias() = head(all, 1, i, text) * dp;
    head(dall, 1, i, text).noalias() = head(all, 0, i, text) * dp.transpose();
  }

  void forward(const Matrix& x) {
    before.forward(x, normed);
    all.noalias() = qkv.w * normed;
    for (int text = 0; text < batch; ++text)
      for (int i = 0; i < heads; ++i) look(i, text);
    mix.forward(looked, seen);
    seen += x;
    between.forward(seen, normed2);
    wide.forward(normed2, h);
    // GELU by a hyperbolic tangent, as it is often written.
    t = ((h.array() + .044715f * h.array().cube()) * .7978845608f).tanh();
    g = .5f * h.array() * (1 + t.array());
    narrow.forward(g, out);
    out += seen;
  }
  // d: the gradient of `out`, which becomes that of the input. Scratch of widths 4 d and d.
  void back(Matrix& d, Matrix& dwide, Matrix& dnarrow, Matrix& dp, Vector& column) {
    narrow.gradient(d, g);
    narrow.back(d, dwide);
    dwide.array() *=
        .5f * (1 + t.array()) + .5f * h.array() * (1 - t.array().square()) *
                                    (.7978845608f * (1 + 3 * .044715f * h.array().square()));
    wide.gradient(dwide, normed2);
    wide.back(dwide, dnarrow);
    between.back(dnarrow, d, column);
    mix.gradient(d, looked);
    mix.back(d, dnarrow);
    for (int text = 0; text < batch; ++text)
      for (int i = 0; i < heads; ++i) look_back(dnarrow, i, text, dp);
    qkv.dw.noalias() = dall * normed.transpose();
    qkv.back(dall, dnarrow);
    before.back(dnarrow, d, column);
  }
};

struct Language {
  static constexpr int characters = 27;
  int tokens;
  std::vector<int> read, next;
  Matrix letters, dletters, x, normed, z, d, dwide, dnarrow, dp;
  Vector column;
  std::vector<Block> blocks;
  TokenNorm last;
  Dense output;
  struct Part {
    Flat w, g;
    Eigen::ArrayXf m, v;
    bool decays;
  };
  std::vector<Part> parts;
  int step = 0;

  Language(int width, int heads, int context, int batch)
      : tokens(context * batch),
        letters(gaussian(width, characters, .1f)),
        dletters(letters),
        x(width, tokens),
        normed(x),
        z(characters, tokens),
        d(x),
        dwide(4 * width, tokens),
        dnarrow(x),
        dp(context, context),
        column(width),
        last(width, tokens),
        output(characters, width, 1 / std::sqrt(static_cast<float>(width))) {
    for (int i = 0; i < tokens; ++i) read.push_back(rng.below(characters));
    for (int i = 0; i < tokens; ++i) next.push_back(rng.below(characters));
    for (int i = 0; i < 2; ++i) blocks.emplace_back(width, heads, context, batch);
    take(letters, dletters, true);
    for (Block& b : blocks) {
      take(b.qkv.w, b.qkv.dw, true);
      take(b.mix), take(b.wide), take(b.narrow);
      take(b.before), take(b.between);
    }
    take(last);
    take(output);
  }
  Language(const Language&) = delete;  // parts look at the matrices where they are

  template <class Weights>
  void take(Weights& w, Weights& g, bool decays) {
    const Eigen::ArrayXf none = Eigen::ArrayXf::Zero(w.size());
    parts.push_back({Flat(w.data(), w.size()), Flat(g.data(), g.size()), none, none, decays});
  }
  void take(Dense& layer) { take(layer.w, layer.dw, true), take(layer.b, layer.db, false); }
  void take(TokenNorm& norm) {
    take(norm.scale, norm.dscale, false), take(norm.shift, norm.dshift, false);
  }

  float forward() {
    for (int i = 0; i < tokens; ++i) x.col(i) = letters.col(read[static_cast<std::size_t>(i)]);
    const Matrix* from = &x;
    for (Block& b : blocks) b.forward(*from), from = &b.out;
    last.forward(*from, normed);
    output.forward(normed, z);
    float loss = 0;
    const float share = 1.f / static_cast<float>(tokens);
    for (Index j = 0; j < tokens; ++j) {
      const int right = next[static_cast<std::size_t>(j)];
      auto logits = z.col(j);
      logits = (logits.array() - logits.maxCoeff()).exp();
      logits /= logits.sum();
      loss -= std::log(logits[right]);
      logits[right] -= 1;
      logits *= share;
    }
    return loss * share;
  }
  void back() {
    output.gradient(z, normed);
    output.back(z, dnarrow);
    d.setZero();
    last.back(dnarrow, d, column);
    for (std::size_t i = blocks.size(); i-- > 0;) blocks[i].back(d, dwide, dnarrow, dp, column);
    dletters.setZero();
    for (int i = 0; i < tokens; ++i) dletters.col(read[static_cast<std::size_t>(i)]) += d.col(i);
  }
  void descend() {
    double square = 0;
    for (const Part& p : parts) square += static_cast<double>(p.g.square().sum());
    const float length = static_cast<float>(std::sqrt(square));
    const float shrink = length > 1 ? 1 / length : 1;
    const auto n = static_cast<float>(++step);
    const float rate = 3e-3f * std::sqrt(1 - std::pow(.99f, n)) / (1 - std::pow(.9f, n));
    for (Part& p : parts) {
      p.g *= shrink;
      p.m = .9f * p.m + .1f * p.g;
      p.v = .99f * p.v + .01f * p.g.square();
      p.w = (p.decays ? 1 - 3e-5f : 1.f) * p.w - rate * p.m / (p.v.sqrt() + 1e-8f);
    }
  }
  void operator()() {
    forward();
    back();
    descend();
  }
};

}  // namespace reference
