#include "bench/reference.h"

#include <cmath>
#include <memory>

#include "bench/language.h"
#include "bench/layers.h"

using Run = std::function<void()>;

namespace reference {
namespace {

struct Classifier {
  Matrix x = uniform(784, 64), y = classes(10, 64), h{256, 64}, dh{256, 64}, z{10, 64};
  Dense a{256, 784, .05f}, b{10, 256, .05f};

  void operator()() {
    a.forward(x, h);
    relu(h);
    b.forward(h, z);
    softmax_gradient(z, y);
    b.gradient(z, h);
    b.back(z, dh);
    relu_gradient(h, dh);
    a.gradient(dh, x);
    a.descend(.01f);
    b.descend(.01f);
  }
};

// 100 hidden layers of 32 tanh units; with `normed`, batch norm before each tanh.
struct Deep {
  struct Norm {
    Matrix h = Matrix(32, 64);  // normalised
    Vector scale = Vector::Ones(32), factor = Vector(32), dscale = Vector(32);
  };
  bool normed;
  Matrix x = gaussian(2, 64), y = coins(64, 0), z{1, 64}, d{32, 64}, d2{32, 64};
  std::vector<Dense> layers;
  std::vector<Matrix> h;
  std::vector<Norm> norms;
  Vector mean{32}, c{32};
  Dense last{1, 32, .1f};

  explicit Deep(bool with_norm) : normed(with_norm) {
    for (int l = 0; l < 100; ++l) {
      const int in = l == 0 ? 2 : 32;
      layers.emplace_back(32, in, 1 / std::sqrt(static_cast<float>(in)));
      h.emplace_back(32, 64);
      norms.emplace_back();
    }
  }
  const Matrix& input(std::size_t l) const { return l == 0 ? x : h[l - 1]; }

  void forward_norm(std::size_t l) {
    Norm& q = norms[l];
    Matrix& z1 = h[l];
    z1.noalias() = layers[l].w * input(l);
    mean.noalias() = z1.rowwise().sum() / 64.f;
    q.h.noalias() = z1.colwise() - mean;
    q.factor = (q.h.array().square().rowwise().sum() / 64.f + 1e-5f).rsqrt();
    q.h.array().colwise() *= q.factor.array();
    z1 = ((q.h.array().colwise() * q.scale.array()).colwise() + layers[l].b.array()).tanh();
  }
  void back_norm(std::size_t l) {
    Norm& q = norms[l];
    layers[l].db.noalias() = d.rowwise().sum();
    q.dscale = (d.array() * q.h.array()).rowwise().sum();
    c = q.scale.cwiseProduct(q.factor);
    mean = layers[l].db / 64.f;
    d.colwise() -= mean;
    d.array() -= q.h.array().colwise() * (q.dscale.array() / 64.f);
    d.array().colwise() *= c.array();
    q.scale -= 1e-3f * q.dscale;
    layers[l].dw.noalias() = d * input(l).transpose();
  }
  void operator()() {
    for (std::size_t l = 0; l < 100; ++l) {
      if (normed) {
        forward_norm(l);
        continue;
      }
      layers[l].forward(input(l), h[l]);
      h[l] = h[l].array().tanh();
    }
    last.forward(h[99], z);
    z = ((1 + (-z.array()).exp()).inverse() - y.array()) / 64.f;
    last.gradient(z, h[99]);
    last.back(z, d);
    last.descend(1e-3f);
    for (std::size_t l = 100; l-- > 0;) {
      tanh_gradient(h[l], d);
      if (normed)
        back_norm(l);
      else
        layers[l].gradient(d, input(l));
      if (l > 0) {
        layers[l].back(d, d2);
        d.swap(d2);
      }
      layers[l].descend(1e-3f);
    }
  }
};

struct SmallCnn {
  Matrix x = uniform(1, 20 * 576), y = classes(10, 20);
  Matrix c1{8, 20 * 576}, p1{8, 20 * 144}, c2{16, 20 * 144}, p2{16, 20 * 16}, f{256, 20}, z{10, 20};
  Matrix dc1 = c1, dp1 = p1, dc2 = c2, dp2 = p2, df = f;
  Conv a{24, 1, 8, 5, 20, .2f}, b{12, 8, 16, 5, 20, .07f};
  Pool q{24, 8, 2, 20}, r{12, 16, 3, 20};
  Dense o{10, 256, .06f};
  std::vector<Adadelta> state;

  SmallCnn() {
    for (const Index n : {a.f.size(), a.b.size(), b.f.size(), b.b.size(), o.w.size(), o.b.size()})
      state.emplace_back(n);
  }
  void operator()() {
    a.forward(x, c1);
    relu(c1);
    q.forward(c1, p1);
    b.forward(p1, c2);
    relu(c2);
    r.forward(c2, p2);
    std::copy(p2.data(), p2.data() + p2.size(), f.data());
    o.forward(f, z);
    softmax_gradient(z, y);
    o.gradient(z, f);
    o.back(z, df);
    std::copy(df.data(), df.data() + df.size(), dp2.data());
    r.back(dp2, dc2);
    relu_gradient(c2, dc2);
    b.gradient(p1, dc2);
    b.back(dc2, dp1);
    q.back(dp1, dc1);
    relu_gradient(c1, dc1);
    a.gradient(x, dc1);
    state[0].update(a.f, a.df);
    state[1].update(a.b, a.db);
    state[2].update(b.f, b.df);
    state[3].update(b.b, b.db);
    state[4].update(o.w, o.dw);
    state[5].update(o.b, o.db);
  }
};

struct Points {
  std::vector<Matrix> x, y;
  Dense a{4, 2, .5f}, b{2, 4, .5f}, c{1, 2, .5f};
  Matrix h1{4, 10}, h2{2, 10}, o{1, 10}, d1 = h1, d2 = h2;

  Points() {
    for (int i = 0; i < 25; ++i) {
      x.push_back(gaussian(2, 10));
      y.push_back(coins(10, -1));
    }
  }
  void operator()() {
    for (std::size_t i = 0; i < 25; ++i) {
      a.forward(x[i], h1);
      h1 = h1.array().tanh();
      b.forward(h1, h2);
      h2 = h2.array().tanh();
      c.forward(h2, o);
      o = o.array().tanh();
      o.array() = (o - y[i]).array() * (1 - o.array().square()) * .1f;
      c.gradient(o, h2);
      c.back(o, d2);
      tanh_gradient(h2, d2);
      b.gradient(d2, h1);
      b.back(d2, d1);
      tanh_gradient(h1, d1);
      a.gradient(d1, x[i]);
      for (Dense* layer : {&a, &b, &c}) layer->descend(.03f);
    }
  }
};

struct Autoencoder {
  Matrix x = uniform(784, 64), h{256, 64}, dh = h, dh1 = h, h2 = h, dh2 = h, o{784, 64};
  Matrix mean{8, 64}, log_variance = mean, noise = mean, z = mean, dz = mean, dlv = mean;
  Dense encode{256, 784, .05f}, m{8, 256, .06f}, v{8, 256, .06f}, decode{256, 8, .3f},
      image{784, 256, .05f};
  std::vector<Adam> state;
  int step = 0;

  std::vector<Dense*> layers() { return {&encode, &m, &v, &decode, &image}; }
  Autoencoder() {
    for (const Dense* layer : layers()) {
      state.emplace_back(layer->w.size());
      state.emplace_back(layer->b.size());
    }
  }
  void operator()() {
    const float share = 1.f / 64;
    encode.forward(x, h);
    relu(h);
    m.forward(h, mean);
    v.forward(h, log_variance);
    for (Index i = 0; i < noise.size(); ++i) noise.data()[i] = static_cast<float>(rng.normal());
    noise.array() *= (log_variance.array() * .5f).exp();
    z = mean + noise;
    decode.forward(z, h2);
    relu(h2);
    image.forward(h2, o);
    o = ((1 + (-o.array()).exp()).inverse() - x.array()) * share;
    image.gradient(o, h2);
    image.back(o, dh2);
    relu_gradient(h2, dh2);
    decode.gradient(dh2, z);
    decode.back(dh2, dz);
    dlv = dz.array() * noise.array() * .5f + (log_variance.array().exp() - 1) * (.5f * share);
    dz += mean * share;
    m.gradient(dz, h);
    v.gradient(dlv, h);
    m.back(dz, dh);
    v.back(dlv, dh1);
    dh += dh1;
    relu_gradient(h, dh);
    encode.gradient(dh, x);
    ++step;
    const auto n = static_cast<float>(step);
    const float rate = 1e-3f * std::sqrt(1 - std::pow(.999f, n)) / (1 - std::pow(.9f, n));
    std::size_t i = 0;
    for (Dense* layer : {&encode, &m, &v, &decode, &image}) {
      state[i++].update(layer->w, layer->dw, rate);
      state[i++].update(layer->b, layer->db, rate);
    }
  }
};

struct Recurrent {
  static constexpr int batch = 32;
  int times, all = batch * times;
  Matrix x = gaussian(32, all), y = classes(32, all), h = Matrix::Zero(64, all + batch);
  Matrix d{64, all}, z{32, all}, dh{64, all};
  Dense a{64, 32, .1f}, r{64, 64, .1f}, o{32, 64, .1f};

  explicit Recurrent(int steps) : times(steps) {}
  void operator()() {
    auto later = h.rightCols(all);
    later.noalias() = a.w * x;
    for (int t = 0; t < times; ++t) {
      auto now = h.middleCols((t + 1) * batch, batch);
      now.noalias() += r.w * h.middleCols(t * batch, batch);
      now = (now.colwise() + a.b).array().tanh();
    }
    z.noalias() = o.w * later;
    z.colwise() += o.b;
    softmax_gradient(z, y);
    o.dw.noalias() = z * later.transpose();
    o.db = z.rowwise().sum();
    dh.noalias() = o.w.transpose() * z;
    for (int t = times - 1; t >= 0; --t) {
      auto g = dh.middleCols(t * batch, batch);
      if (t < times - 1) g.noalias() += r.w.transpose() * d.middleCols((t + 1) * batch, batch);
      d.middleCols(t * batch, batch) =
          g.array() * (1 - h.middleCols((t + 1) * batch, batch).array().square());
    }
    r.dw.noalias() = d * h.leftCols(all).transpose();
    a.dw.noalias() = d * x.transpose();
    a.db = d.rowwise().sum();
    a.descend(.01f);
    r.w -= .01f * r.dw;
    o.descend(.01f);
  }
};

struct Convolution {
  Matrix x, z, dz, dx;
  Conv conv;
  Convolution(int side, int in, int out)
      : x(gaussian(in, 16 * side * side)),
        z(out, 16 * side * side),
        dz(gaussian(out, 16 * side * side)),
        dx(x),
        conv(side, in, out, 3, 16, 1.f) {}
};

template <class Net, class... Args>
Run stepping(Args... args) {
  return [net = std::make_shared<Net>(args...)] { (*net)(); };
}

}  // namespace
}  // namespace reference

Run reference::work(std::string_view id) {
  reference::rng = num::Rng(7, 1);
  if (id == "W1_256" || id == "W1_512") {
    const int n = id == "W1_256" ? 256 : 512;
    return [a = gaussian(n, n), b = gaussian(n, n), c = std::make_shared<Matrix>(n, n)] {
      c->noalias() = a * b;
    };
  }
  if (id == "W2") return stepping<reference::Classifier>();
  if (id == "W3") return stepping<reference::Deep>(false);
  if (id == "W3bn") return stepping<reference::Deep>(true);
  if (id == "W4") return stepping<reference::SmallCnn>();
  if (id == "W5") return stepping<reference::Points>();
  if (id == "W6") return stepping<reference::Autoencoder>();
  if (id == "W7") return stepping<reference::Recurrent>(60);
  if (id == "W7_100") return stepping<reference::Recurrent>(100);
  if (id == "W9") return stepping<reference::Language>(32, 4, 24, 32);
  if (id == "W9_96") return stepping<reference::Language>(96, 4, 64, 16);
  if (id.substr(0, 3) != "W8_") return {};
  const bool small = id == "W8_16";
  const auto q = small ? std::make_shared<reference::Convolution>(16, 16, 16)
                       : std::make_shared<reference::Convolution>(28, 16, 32);
  if (id == "W8_fwd") return [q] { q->conv.forward(q->x, q->z); };
  if (id == "W8_dx") return [q] { q->conv.back(q->dz, q->dx); };
  if (id == "W8_dw") return [q] { q->conv.gradient(q->x, q->dz); };
  return [q, small] {
    if (small) q->conv.forward(q->x, q->z);
    q->conv.back(q->dz, q->dx);
    q->conv.gradient(q->x, q->dz);
  };
}
