#include "app/workloads.h"

#include <memory>
#include <utility>
#include <vector>

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
  nn::ConvShape shape{28, 28, 16, 32, 16, 3, 1, 1};
  std::vector<float> x = noise(16 * 28 * 28 * 16), dz = noise(16 * 28 * 28 * 32), z = dz, dx = x;
  std::vector<float> filter = noise(3 * 3 * 16 * 32), dfilter = filter;
  std::vector<float> scratch = std::vector<float>(nn::conv_scratch(shape));
};

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
  if (id.substr(0, 3) != "W8_") return {};
  const auto conv = std::make_shared<Convolution>();
  if (id == "W8_fwd") return [conv] { conv->forward(); };
  if (id == "W8_dx") return [conv] { conv->input_gradient(); };
  if (id == "W8_dw") return [conv] { conv->filter_gradient(); };
  return [conv] {
    conv->input_gradient();
    conv->filter_gradient();
  };
}

}  // namespace app
