#include "labs/transformer_facts/heads.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "nn/columns.h"
#include "nn/gemm.h"
#include "num/rng.h"

namespace laboratory::transformer_facts {
namespace {

constexpr std::int64_t most_operations = 1'000'000'000, most_floats = 8 << 20;
constexpr int most_heads = 128;

using Floats = std::vector<float>;

Floats noise(int rows, int cols, std::uint64_t purpose) {
  num::Rng rng(1, purpose);
  Floats x(static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols));
  for (float& value : x) value = static_cast<float>(rng.uniform(-1, 1));
  return x;
}

// Tokens are columns. The heads' scores take turns in one piece of memory.
class TimedLayer {
 public:
  TimedLayer(int n, int m, int d)
      : n_(n), m_(m), d_(d), x_(noise(d, n, 1)), y_(noise(d, m, 2)), w_(noise(d, d, 3)) {
    q_ = noise(d, n, 4), k_ = noise(d, m, 5), v_ = k_, mixed_ = q_, out_ = q_;
    scores_ = noise(m, n, 6);
    std::size_t scratch = 0;
    for (const auto& [rows, cols, inside] :
         {std::array{d, n, d}, std::array{d, m, d}, std::array{m, n, d}, std::array{d, n, m}})
      scratch = std::max(scratch, nn::gemm_scratch(rows, cols, inside));
    scratch_.resize(scratch);
  }

  void run(int heads) {
    project(x_, n_, q_), project(y_, m_, k_), project(y_, m_, v_);
    const int each = d_ / heads;
    for (int h = 0; h < heads; ++h) {
      const std::ptrdiff_t from = std::ptrdiff_t{h} * each;
      nn::gemm(true, false, m_, n_, each, k_.data() + from, d_, q_.data() + from, d_,
               nn::Into::overwrite, scores_.data(), m_, scratch_.data());
      nn::softmax_columns(scores_.data(), m_, n_, scores_.data());
      nn::gemm(false, false, each, n_, m_, v_.data() + from, d_, scores_.data(), m_,
               nn::Into::overwrite, mixed_.data() + from, d_, scratch_.data());
    }
    project(mixed_, n_, out_);
  }

 private:
  void project(const Floats& from, int tokens, Floats& to) {
    nn::gemm(false, false, d_, tokens, d_, w_.data(), d_, from.data(), d_, nn::Into::overwrite,
             to.data(), d_, scratch_.data());
  }

  int n_, m_, d_;
  Floats x_, y_, w_, q_, k_, v_, mixed_, out_, scores_, scratch_;
};

}  // namespace

num::AttentionCost cost(const Params& p, int heads) {
  return num::attention_cost(p.n, p.m, p.width, heads);
}

double weight_bytes(const Params& p, int heads) { return 4.0 * p.n * p.m * heads; }

double learned_bytes(const Params& p) { return 16.0 * p.width * p.width; }

std::vector<int> compared_heads(const Params& p) {
  std::vector<int> all;
  for (int heads = 1; heads <= most_heads && p.width % heads == 0; heads *= 2) all.push_back(heads);
  return all;
}

bool timed_in_passing(const Params& p) {
  const std::int64_t floats =
      std::int64_t{p.n} * p.m + std::int64_t{p.width} * (4 * p.n + 3 * p.m + p.width);
  return floats <= most_floats && cost(p, compared_heads(p).back()).total() <= most_operations;
}

std::vector<lab::Trial> head_trials(const Params& p) {
  if (!timed_in_passing(p)) return {};
  const auto layer = std::make_shared<TimedLayer>(p.n, p.m, p.width);
  std::vector<lab::Trial> trials;
  for (const int heads : compared_heads(p))
    trials.push_back({std::to_string(heads), [layer, heads] { layer->run(heads); }});
  return trials;
}

}  // namespace laboratory::transformer_facts
