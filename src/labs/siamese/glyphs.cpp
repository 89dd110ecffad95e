#include "labs/siamese/glyphs.h"

#include <array>
#include <cmath>

#include "nn/data.h"
#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/trainer.h"
#include "num/rng.h"

namespace laboratory::siamese {
namespace {

constexpr int pixels = glyph_side * glyph_side, pairs_at_once = 32, held_out_pairs = 600;
constexpr int training_each = 16, held_out_each = 20;

// Streams of the seed.
enum : std::uint64_t { drawings = 201, other_drawings, tower_weights, pairs, held_out };

// Drawings of the first signs, as many of each, sign after sign.
struct Drawings {
  std::vector<float> pictures;  // pixels x count
  int each;

  const float* at(int sign, int which) const {
    return pictures.data() + static_cast<std::ptrdiff_t>(sign * each + which) * pixels;
  }
};

Drawings draw_signs(int each, std::uint64_t seed) {
  constexpr double variation = 0.6;
  constexpr int all_signs = 10;
  const nn::Dataset data = nn::glyphs(all_signs * each, glyph_side, variation, seed);
  Drawings d{std::vector<float>(static_cast<std::size_t>(glyph_signs * each * pixels)), each};
  std::array<int, all_signs> found{};
  for (int i = 0; i < data.size(); ++i) {
    const int sign = static_cast<int>(data.labels[static_cast<std::size_t>(i)]);
    int& n = found[static_cast<std::size_t>(sign)];
    if (sign >= glyph_signs || n == each) continue;
    const float* const from = data.inputs.data() + static_cast<std::ptrdiff_t>(i) * pixels;
    std::copy(from, from + pixels,
              d.pictures.begin() + static_cast<std::ptrdiff_t>(sign * each + n) * pixels);
    ++n;
  }
  return d;
}

// Pairs of drawings side by side; every second one is of one sign.
struct Pairs {
  std::vector<float> first, second, same;

  Pairs(const Drawings& d, int count, num::Rng& rng) {
    for (int i = 0; i < count; ++i) {
      const int sign = rng.below(glyph_signs);
      const int other = i % 2 == 0 ? sign : (sign + 1 + rng.below(glyph_signs - 1)) % glyph_signs;
      add(first, d.at(sign, rng.below(d.each)));
      add(second, d.at(other, rng.below(d.each)));
      same.push_back(i % 2 == 0 ? 1.0f : 0.0f);
    }
  }

 private:
  static void add(std::vector<float>& to, const float* picture) {
    to.insert(to.end(), picture, picture + pixels);
  }
};

nn::Var activated(nn::Var z, Activation g) {
  switch (g) {
    case Activation::relu:
      return nn::relu(z);
    case Activation::leaky:
      return nn::leaky_relu(z);
    case Activation::tanh:
      return nn::tanh(z);
    case Activation::sigmoid:
      return nn::sigmoid(z);
  }
  return z;
}

nn::Var merged(nn::Var a1, nn::Var a2, Merge merge) {
  switch (merge) {
    case Merge::difference:
      return nn::subtract(a1, a2);
    case Merge::sum:
      return nn::add(a1, a2);
    case Merge::product:
      return nn::multiply(a1, a2);
    case Merge::distance:
      return nn::absolute(nn::subtract(a1, a2));
  }
  return a1;
}

// The twins for a batch of pairs, in a graph of their own over weights that batches of other sizes
// share.
struct Twins {
  nn::Var x, xp, same, a1, z3, loss;

  Twins(nn::Graph& graph, const Params& p, int count) {
    x = graph.input(nn::vectors(pixels, count), "x");
    xp = graph.input(nn::vectors(pixels, count), "x'");
    same = graph.input(nn::vectors(1, count), "same");
    a1 = activated(nn::dense(x, glyph_hidden, "tower"), p.activation);
    const nn::Var a2 = activated(nn::dense(xp, glyph_hidden, "tower"), p.activation);
    z3 = nn::dense(merged(a1, a2, p.merge), 1, "verdict");
    loss = nn::sigmoid_cross_entropy(z3, same);
  }
  void show(const Pairs& pairs) {
    x.graph->set(x, pairs.first);
    x.graph->set(xp, pairs.second);
    x.graph->set(same, pairs.same);
  }
};

using Vector = std::array<double, glyph_hidden>;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// The direction along which centred rows spread most, by power iteration; rows then lose it.
Vector main_axis(std::vector<Vector>& rows) {
  constexpr int rounds = 60;
  Vector axis;
  for (std::size_t i = 0; i < axis.size(); ++i) axis[i] = 1 + 0.1 * static_cast<double>(i);
  for (int round = 0; round < rounds; ++round) {
    Vector next{};
    for (const Vector& row : rows) {
      const double share = dot(row, axis);
      for (std::size_t i = 0; i < next.size(); ++i) next[i] += share * row[i];
    }
    const double size = std::sqrt(dot(next, next));
    if (!(size > 1e-12)) return Vector{};
    for (std::size_t i = 0; i < axis.size(); ++i) axis[i] = next[i] / size;
  }
  return axis;
}

// The two main coordinates of the embeddings, hidden x count, drawings sign after sign.
std::vector<GlyphTraining::Spot> spread(std::span<const float> embeddings, int each) {
  std::vector<Vector> rows(embeddings.size() / glyph_hidden);
  Vector mean{};
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t i = 0; i < mean.size(); ++i) {
      rows[r][i] = static_cast<double>(embeddings[r * glyph_hidden + i]);
      mean[i] += rows[r][i] / static_cast<double>(rows.size());
    }
  for (Vector& row : rows)
    for (std::size_t i = 0; i < mean.size(); ++i) row[i] -= mean[i];
  std::vector<GlyphTraining::Spot> spots(rows.size());
  for (const bool across : {true, false}) {
    const Vector axis = main_axis(rows);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const double at = dot(rows[r], axis);
      (across ? spots[r].x : spots[r].y) = at;
      spots[r].sign = static_cast<int>(r) / each;
      for (std::size_t i = 0; i < axis.size(); ++i) rows[r][i] -= at * axis[i];
    }
  }
  return spots;
}

}  // namespace

GlyphTraining train_on_glyphs(const Params& p) {
  const auto seed = static_cast<std::uint64_t>(p.seed);
  const Drawings known = draw_signs(training_each, num::Rng(seed, drawings).bits());
  const Drawings unknown = draw_signs(held_out_each, num::Rng(seed, other_drawings).bits());
  nn::Trainer trainer(num::Rng(seed, tower_weights).bits());
  Twins twins(trainer.add_graph(), p, pairs_at_once);
  num::Rng order(seed, pairs);
  nn::Recipe recipe;
  recipe.rule = nn::Rule::adam;
  recipe.rate = 0.01f;
  trainer.add_phase({.loss = twins.loss, .recipe = recipe, .feed = [&] {
                       twins.show(Pairs(known, pairs_at_once, order));
                     }});
  GlyphTraining t;
  while (trainer.steps() < p.train && trainer.step()) t.losses.push_back(trainer.loss());

  nn::Graph judging(trainer.weights());
  Twins judge(judging, p, held_out_pairs);
  num::Rng chance(seed, held_out);
  const Pairs test(unknown, held_out_pairs, chance);
  judge.show(test);
  judging.forward(judge.z3);
  const std::span<const float> scores = judging.value(judge.z3);
  for (std::size_t i = 0; i < scores.size(); ++i)
    (test.same[i] > 0 ? t.same : t.different).push_back(static_cast<double>(scores[i]));

  nn::Graph looking(trainer.weights());
  Twins eye(looking, p, glyph_signs * held_out_each);
  looking.set(eye.x, unknown.pictures);
  looking.forward(eye.a1);
  t.spots = spread(looking.value(eye.a1), held_out_each);
  return t;
}

}  // namespace laboratory::siamese
