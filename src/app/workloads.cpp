#include "app/workloads.h"

#include <memory>
#include <utility>
#include <vector>

#include "labs/super_resolution/game.h"
#include "labs/vae/autoencoder.h"
#include "nn/conv.h"
#include "nn/gemm.h"
#include "nn/workload.h"
#include "num/rng.h"

namespace app {
namespace {

std::vector<float> noise(std::size_t n) {
  num::Rng rng(7, n);
  std::vector<float> x(n);
  for (float& v : x) v = static_cast<float>(rng.normal());
  return x;
}

struct SquareProduct {
  explicit SquareProduct(int side)
      : n(side),
        a(noise(std::size_t(n) * std::size_t(n))),
        b(a),
        c(a.size()),
        scratch(nn::gemm_scratch(n, n, n)) {}
  void operator()() {
    nn::gemm(false, false, n, n, n, a.data(), n, b.data(), n, nn::Into::overwrite, c.data(), n,
             scratch.data());
  }
  int n;
  std::vector<float> a, b, c, scratch;
};

struct Convolution {
  // Maps of side x side x in -> out in a batch of 16, by filters 3 x 3.
  Convolution(int side, int in, int out)
      : shape{side, side, in, out, 16, 3, 1, 1},
        x(noise(std::size_t(16 * side * side * in))),
        dz(noise(std::size_t(16 * side * side * out))),
        z(dz),
        dx(x),
        filter(noise(std::size_t(3 * 3 * in * out))),
        dfilter(filter),
        scratch(nn::conv_scratch(shape)) {}
  void forward() {
    nn::conv_forward(shape, x.data(), filter.data(), nullptr, z.data(), scratch.data());
  }
  void input_gradient() {
    nn::conv_input_gradient(shape, dz.data(), filter.data(), nn::Into::overwrite, dx.data(),
                            scratch.data());
  }
  void filter_gradient() {
    nn::conv_filter_gradient(shape, x.data(), dz.data(), nn::Into::overwrite, dfilter.data(),
                             scratch.data());
  }
  nn::ConvShape shape;
  std::vector<float> x, dz, z, dx, filter, dfilter, scratch;
};

// A net of a laboratory with what it learns from.
struct Variational {
  explicit Variational(laboratory::vae::Data which)
      : setting(of(which)),
        data(laboratory::vae::examples_of(setting)),
        net(setting, data, std::uint64_t(setting.seed)) {}
  static laboratory::vae::Setting of(laboratory::vae::Data which) {
    laboratory::vae::Setting s;
    s.data = which;
    return s;
  }
  laboratory::vae::Setting setting;
  laboratory::vae::Examples data;
  laboratory::vae::Autoencoder net;
};

struct SuperResolution {
  laboratory::super_resolution::GameParams params;
  laboratory::super_resolution::Sets sets = laboratory::super_resolution::sets_of(params);
  laboratory::super_resolution::Game game{params, sets};
};

std::function<void()> work_of_labs(std::string_view id) {
  if (id == "W11") return [lab = std::make_shared<SuperResolution>()] { lab->game.step(); };
  using laboratory::vae::Data;
  if (id != "W10" && id != "W10_glyphs") return {};
  return [lab = std::make_shared<Variational>(id == "W10" ? Data::ring : Data::glyphs)] {
    lab->net.step();
  };
}

}  // namespace

std::function<void()> work(std::string_view id) {
  if (id == "W1_256" || id == "W1_512")
    return
        [product = std::make_shared<SquareProduct>(id == "W1_256" ? 256 : 512)] { (*product)(); };
  constexpr const char* trained[] = {"W2", "W3", "W3bn", "W4", "W5", "W6", "W7", "W9"};
  for (std::size_t i = 0; i < std::size(trained); ++i)
    if (id == trained[i])
      return [load = std::make_shared<nn::Workload>(nn::works[i])] { load->step(); };
  for (const auto& [large, of] :
       {std::pair{"W7_100", nn::Work::recurrent}, std::pair{"W9_96", nn::Work::transformer}})
    if (id == large)
      return [load = std::make_shared<nn::Workload>(of, nn::Size::large)] { load->step(); };
  if (id.substr(0, 3) != "W8_") return work_of_labs(id);
  const bool small = id == "W8_16";
  const auto conv =
      small ? std::make_shared<Convolution>(16, 16, 16) : std::make_shared<Convolution>(28, 16, 32);
  if (id == "W8_fwd") return [conv] { conv->forward(); };
  if (id == "W8_dx") return [conv] { conv->input_gradient(); };
  if (id == "W8_dw") return [conv] { conv->filter_gradient(); };
  return [conv, small] {
    if (small) conv->forward();
    conv->input_gradient();
    conv->filter_gradient();
  };
}

}  // namespace app
