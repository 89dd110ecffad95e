// The yardstick of the benchmark: the work of app/workloads.h written by hand with Eigen, every
// network on its own, matrices allocated beforehand, gradients first and then the update. Features
// x batch; maps as channels x (width * height * batch).
#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <limits>
#include <vector>

#include "num/rng.h"

namespace reference {

using Eigen::Index;
using Matrix = Eigen::MatrixXf;
using Vector = Eigen::VectorXf;

inline num::Rng rng(7, 1);

inline Matrix gaussian(int rows, int cols, float scale = 1) {
  return Matrix::NullaryExpr(rows, cols, [=] { return scale * static_cast<float>(rng.normal()); });
}
inline Matrix uniform(int rows, int cols) {
  return Matrix::NullaryExpr(rows, cols, [] { return static_cast<float>(rng.uniform()); });
}
inline Matrix classes(int rows, int cols) {
  Matrix y = Matrix::Zero(rows, cols);
  for (int j = 0; j < cols; ++j) y(rng.below(rows), j) = 1;
  return y;
}
inline Matrix coins(int cols, float low) {
  return Matrix::NullaryExpr(1, cols, [=] { return rng.uniform() > 0.5 ? 1.0f : low; });
}

inline void relu(Matrix& x) { x = x.cwiseMax(0.f); }
inline void relu_gradient(const Matrix& y, Matrix& d) { d = (y.array() > 0.f).select(d, 0.f); }
inline void tanh_gradient(const Matrix& y, Matrix& d) { d.array() *= 1 - y.array().square(); }

// z becomes d(mean cross-entropy of softmax(z))/dz.
inline void softmax_gradient(Matrix& z, const Matrix& y) {
  const float share = 1.f / static_cast<float>(z.cols());
  for (Index j = 0; j < z.cols(); ++j) {
    auto column = z.col(j);
    column = (column.array() - column.maxCoeff()).exp();
    column = (column / column.sum() - y.col(j)) * share;
  }
}

struct Dense {
  Matrix w, dw;
  Vector b, db;

  Dense(int out, int in, float scale)
      : w(gaussian(out, in, scale)), dw(out, in), b(Vector::Zero(out)), db(out) {}
  void forward(const Matrix& x, Matrix& z) {
    z.noalias() = w * x;
    z.colwise() += b;
  }
  void gradient(const Matrix& dz, const Matrix& x) {
    dw.noalias() = dz * x.transpose();
    db.noalias() = dz.rowwise().sum();
  }
  void back(const Matrix& dz, Matrix& dx) { dx.noalias() = w.transpose() * dz; }
  void descend(float rate) {
    w -= rate * dw;
    b -= rate * db;
  }
};

using Flat = Eigen::Map<Eigen::ArrayXf>;
using ConstFlat = Eigen::Map<const Eigen::ArrayXf>;

struct Adadelta {
  Eigen::ArrayXf s, u, step;
  explicit Adadelta(Index n) : s(Eigen::ArrayXf::Zero(n)), u(Eigen::ArrayXf::Zero(n)), step(n) {}
  template <class Weights>
  void update(Weights& weights, const Weights& gradient) {
    Flat w(weights.data(), weights.size());
    const ConstFlat g(gradient.data(), gradient.size());
    s = .95f * s + .05f * g.square();
    step = ((u + 1e-6f) / (s + 1e-6f)).sqrt() * g;
    u = .95f * u + .05f * step.square();
    w -= step;
  }
};

struct Adam {
  Eigen::ArrayXf m, v;
  explicit Adam(Index n) : m(Eigen::ArrayXf::Zero(n)), v(Eigen::ArrayXf::Zero(n)) {}
  template <class Weights>
  void update(Weights& weights, const Weights& gradient, float rate) {
    Flat w(weights.data(), weights.size());
    const ConstFlat g(gradient.data(), gradient.size());
    m = .9f * m + .1f * g;
    v = .999f * v + .001f * g.square();
    w -= rate * m / (v.sqrt() + 1e-8f);
  }
};

// Convolution with stride 1 that keeps the size, by a matrix of patches for one image at a time.
struct Conv {
  int side, in, out, kernel, batch;
  Matrix f, df, patches, dpatches;
  Vector b, db;

  Conv(int s, int ci, int co, int k, int n, float scale)
      : side(s),
        in(ci),
        out(co),
        kernel(k),
        batch(n),
        f(gaussian(co, ci * k * k, scale)),
        df(co, ci * k * k),
        patches(ci * k * k, s * s),
        dpatches(patches),
        b(Vector::Zero(co)),
        db(co) {}

  // Calls copy(first float of a row of a window inside the image, its place in the patches, floats)
  // and fill(place, floats) for what lies outside.
  template <class Copy, class Fill>
  void each_row(Copy copy, Fill fill) const {
    const int pad = kernel / 2;
    int at = 0;
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x)
        for (int i = y - pad; i < y - pad + kernel; ++i, at += kernel * in) {
          if (i < 0 || i >= side) {
            fill(at, kernel * in);
            continue;
          }
          const int before = std::max(0, pad - x), end = std::min(kernel, side + pad - x);
          fill(at, before * in);
          copy((i * side + x + before - pad) * in, at + before * in, (end - before) * in);
          fill(at + end * in, (kernel - end) * in);
        }
  }
  void gather(const float* x) {
    float* to = patches.data();
    each_row([=](int from, int at, int n) { std::copy(x + from, x + from + n, to + at); },
             [=](int at, int n) { std::fill(to + at, to + at + n, 0.f); });
  }
  void scatter(float* x) const {
    std::fill(x, x + side * side * in, 0.f);
    const float* from = dpatches.data();
    each_row([=](int to, int at, int n) { Flat(x + to, n) += ConstFlat(from + at, n); },
             [](int, int) {});
  }
  const float* image(const Matrix& x, int n) const { return x.data() + n * side * side * in; }
  auto columns(Matrix& z, int n) const { return z.middleCols(n * side * side, side * side); }
  auto columns(const Matrix& z, int n) const { return z.middleCols(n * side * side, side * side); }

  void forward(const Matrix& x, Matrix& z) {
    for (int n = 0; n < batch; ++n) {
      gather(image(x, n));
      auto to = columns(z, n);
      to.noalias() = f * patches;
      to.colwise() += b;
    }
  }
  void gradient(const Matrix& x, const Matrix& dz) {
    df.setZero();
    for (int n = 0; n < batch; ++n) {
      gather(image(x, n));
      df.noalias() += columns(dz, n) * patches.transpose();
    }
    db.noalias() = dz.rowwise().sum();
  }
  void back(const Matrix& dz, Matrix& dx) {
    for (int n = 0; n < batch; ++n) {
      dpatches.noalias() = f.transpose() * columns(dz, n);
      scatter(dx.data() + n * side * side * in);
    }
  }
};

struct Pool {
  int side, channels, kernel, batch;
  std::vector<int> place;

  Pool(int s, int c, int k, int n)
      : side(s),
        channels(c),
        kernel(k),
        batch(n),
        place(static_cast<std::size_t>(n * (s / k) * (s / k) * c)) {}
  void forward(const Matrix& x, Matrix& z) {
    int at = 0;
    for (int n = 0; n < batch; ++n)
      for (int y = 0; y < side / kernel; ++y)
        for (int q = 0; q < side / kernel; ++q)
          for (int c = 0; c < channels; ++c, ++at) {
            float best = -std::numeric_limits<float>::infinity();
            for (int i = 0; i < kernel; ++i)
              for (int j = 0; j < kernel; ++j) {
                const int from =
                    ((n * side + y * kernel + i) * side + q * kernel + j) * channels + c;
                if (x.data()[from] <= best) continue;
                best = x.data()[from];
                place[static_cast<std::size_t>(at)] = from;
              }
            z.data()[at] = best;
          }
  }
  void back(const Matrix& dz, Matrix& dx) {
    dx.setZero();
    for (std::size_t i = 0; i < place.size(); ++i) dx.data()[place[i]] += dz.data()[i];
  }
};

}  // namespace reference
