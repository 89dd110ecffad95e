#include "labs/attention/blocks.h"

#include "labs/phrases.h"

namespace laboratory::attention {
namespace {

using lab::Light;
using lab::Role;

// A light for every cell of a block, by its row and column.
template <class Rule>
std::vector<Light> lights(const num::Matrix& m, Rule rule) {
  std::vector<Light> all;
  for (int r = 0; r < m.rows; ++r)
    for (int c = 0; c < m.cols; ++c) all.push_back(rule(r, c));
  return all;
}

// How much a key has to say in the picked row: all of it, its share, or nothing.
Light voice(const Study& s, int key) {
  if (!num::visible(s.picked->row, key, s.causal())) return Light::plain;
  if (s.head().choice(s.picked->row) == key) return Light::full;
  return s.is_hard() ? Light::plain : Light::part;
}

// Scores count for the choice even where they lose.
Light of_score(const Study& s, int row, int key) {
  if (!num::visible(row, key, s.causal())) return Light::masked;
  if (!s.picked || row != s.picked->row) return Light::plain;
  return s.head().choice(row) == key ? Light::full : Light::part;
}

// Whether a column of Q and K is one of those that the picked cell's head sees.
bool in_head(const Study& s, int col) {
  return col >= s.head().from && col < s.head().from + s.head().q.cols;
}

num::Matrix chosen(const Study& s) {
  num::Matrix m = num::Matrix::zero(s.q.rows, s.k.rows);
  for (int i = 0; i < m.rows; ++i) m.at(i, s.head().choice(i)) = 1;
  return m;
}

lab::Block given(const char* name, Role role, const num::Matrix& m, const char* joiner) {
  return {name, role, matrix_of(m), {}, name, "", "", joiner};
}

lab::Block made(const std::string& name, Role role, const num::Matrix& m,
                const std::string& joiner) {
  return {name, role, matrix_of(m), {}, "", "", "", joiner};
}

// The temperature divides once more, which the scaled scores do not show.
std::string softmax_words(const Study& s) {
  const double t = s.params.temperature;
  return t == 1 ? "softmax →" : "÷ " + brief(t) + ", softmax →";
}

void add_weighing(const Study& s, std::vector<lab::Block>& blocks) {
  const num::Attention& a = s.head().weighing;
  const std::string of_head =
      s.several_heads() ? ", head " + std::to_string(s.picked ? s.picked->head + 1 : 1) : "";
  const auto score = [&s](int r, int c) { return of_score(s, r, c); };
  blocks.push_back(made("scores" + of_head, Role::neutral, a.scores,
                        "÷ √" + std::to_string(s.head().q.cols) + " →"));
  blocks.back().light = lights(a.scores, score);
  blocks.push_back(
      made("scaled", Role::neutral, a.scaled, s.is_hard() ? "arg max →" : softmax_words(s)));
  blocks.back().light = lights(a.scores, score);
  const num::Matrix weights = s.is_hard() ? chosen(s) : a.weights;
  blocks.push_back(made(s.is_hard() ? "choice" : "weights", Role::activation, weights, "×"));
  blocks.back().light = lights(weights, score);
}

}  // namespace

lab::Blocks calculation(const Study& s) {
  std::vector<lab::Block> blocks = {given("Q", Role::input, s.q, "×"),
                                    given("K", Role::weight, s.k, "ᵀ =")};
  if (!s.heads.empty()) add_weighing(s, blocks);
  blocks.push_back(given("V", Role::input, s.v, "="));
  if (!s.picked) {
    blocks.back().joiner.clear();
    if (s.heads.empty()) blocks[1].joiner.clear();
    return {blocks};
  }
  const int row = s.picked->row, col = s.picked->col;
  blocks[0].light = lights(
      s.q, [&](int r, int c) { return r == row && in_head(s, c) ? Light::full : Light::plain; });
  blocks[1].light = lights(s.k, [&](int r, int c) {
    const bool seen = num::visible(row, r, s.causal()) && in_head(s, c);
    return seen && s.head().choice(row) == r ? Light::full : seen ? Light::part : Light::plain;
  });
  blocks.back().light =
      lights(s.v, [&](int r, int c) { return c == col ? voice(s, r) : Light::plain; });
  lab::Block output = made("output", Role::prediction, s.output(), "");
  output.light = lights(s.output(), [row, col](int r, int c) {
    return r == row && c == col ? Light::chosen : Light::plain;
  });
  output.pick_row = "row";
  output.pick_col = "col";
  blocks.push_back(std::move(output));
  return {blocks};
}

lab::Blocks gradients(const num::Gradients& g) {
  return {{made("∂o/∂Q", Role::gradient, g.q, " "), made("∂o/∂K", Role::gradient, g.k, " "),
           made("∂o/∂V", Role::gradient, g.v, "")}};
}

}  // namespace laboratory::attention
