#include "labs/transformer_facts/shuffle.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "num/attention.h"
#include "num/positions.h"
#include "num/rng.h"

namespace laboratory::transformer_facts {
namespace {

using num::Matrix;

constexpr int width = 4;
constexpr std::uint64_t weights_purpose = 511, tokens_purpose = 512;

Matrix drawn(int rows, int cols, num::Rng& rng) {
  Matrix m = Matrix::zero(rows, cols);
  for (double& x : m.values) x = rng.normal();
  return m;
}

Matrix reordered(const Matrix& m, const std::vector<int>& order) {
  Matrix found = Matrix::zero(m.rows, m.cols);
  for (int i = 0; i < m.rows; ++i)
    for (int c = 0; c < m.cols; ++c) found.at(i, c) = m.at(order[static_cast<std::size_t>(i)], c);
  return found;
}

Matrix rows_between(const Matrix& m, int from, int to) {
  Matrix found = Matrix::zero(to - from, m.cols);
  for (int i = from; i < to; ++i)
    for (int c = 0; c < m.cols; ++c) found.at(i - from, c) = m.at(i, c);
  return found;
}

Matrix attended(const Matrix& q, const Matrix& k, const Matrix& v, bool causal) {
  return num::soft_output(num::attend(q, k, 1, causal), v);
}

// Each token with its neighbours alone.
Matrix windowed(const Matrix& q, const Matrix& k, const Matrix& v) {
  Matrix found = Matrix::zero(q.rows, v.cols);
  for (int i = 0; i < q.rows; ++i) {
    const int from = std::max(0, i - 1), to = std::min(q.rows, i + 2);
    const Matrix one = attended(rows_between(q, i, i + 1), rows_between(k, from, to),
                                rows_between(v, from, to), false);
    for (int c = 0; c < v.cols; ++c) found.at(i, c) = one.at(0, c);
  }
  return found;
}

class WordLayer {
 public:
  explicit WordLayer(int seed) {
    num::Rng rng(static_cast<std::uint64_t>(seed), weights_purpose);
    for (Matrix* w : {&q_, &k_, &v_}) *w = drawn(width, width, rng);
    scale_ = drawn(word_count, width, rng);
  }

  Matrix queries(const Matrix& x) const { return product(x, q_); }
  Matrix keys(const Matrix& x) const { return product(x, k_); }
  Matrix values(const Matrix& x) const { return product(x, v_); }

  // `keys_from`: the tokens that the keys are made of.
  Matrix operator()(Matrix x, const Matrix& keys_from, Break broken) const {
    if (broken == Break::keys) return attended(queries(x), keys(keys_from), values(x), false);
    if (broken == Break::positions) add_codes(x);
    if (broken == Break::norm) norm_all(x);
    if (broken == Break::window) return windowed(queries(x), keys(x), values(x));
    return attended(queries(x), keys(x), values(x), broken == Break::mask);
  }

 private:
  static void add_codes(Matrix& x) {
    const num::SinusoidCode code{width, 10000};
    for (int i = 0; i < x.rows; ++i) {
      const std::vector<double> added = code.at(i);
      for (int c = 0; c < width; ++c) x.at(i, c) += added[static_cast<std::size_t>(c)];
    }
  }
  void norm_all(Matrix& x) const {
    const auto count = static_cast<double>(x.values.size());
    double mean = 0, square = 0;
    for (const double v : x.values) mean += v / count;
    for (const double v : x.values) square += (v - mean) * (v - mean) / count;
    for (std::size_t i = 0; i < x.values.size(); ++i)
      x.values[i] = scale_.values[i] * (x.values[i] - mean) / std::sqrt(square);
  }

  Matrix q_, k_, v_, scale_;
};

Matrix tokens(int seed) {
  num::Rng rng(static_cast<std::uint64_t>(seed), tokens_purpose);
  return drawn(word_count, width, rng);
}

}  // namespace

const char* key_of(Break broken) {
  constexpr const char* keys[] = {"nothing", "keys", "mask", "positions", "window", "norm"};
  return keys[static_cast<std::size_t>(broken)];
}

const char* words_of(Break broken) {
  constexpr const char* said[] = {"plain attention",
                                  "only the keys are shuffled",
                                  "a causal mask: no word sees a later one",
                                  "sinusoid codes of the places are added to the words",
                                  "a window: each word sees its neighbours alone",
                                  "a norm over the whole sentence, with a scale for each place"};
  return said[static_cast<std::size_t>(broken)];
}

bool Shuffle::sorted() const { return std::is_sorted(order.begin(), order.end()); }

double Shuffle::error(int place) const {
  double most = 0;
  for (int c = 0; c < after.cols; ++c)
    most = std::max(most, std::fabs(moved.at(place, c) - after.at(place, c)));
  return most;
}

double Shuffle::error() const {
  double most = 0;
  for (int i = 0; i < after.rows; ++i) most = std::max(most, error(i));
  return most;
}

Shuffle shuffled(const std::vector<int>& order, Break broken, int seed) {
  const WordLayer layer(seed);
  const Matrix x = tokens(seed), px = reordered(x, order);
  Shuffle s;
  s.order = order;
  s.before = layer(x, x, broken);
  // Where only the keys move, the rows of the output have no reason to.
  const bool keys_alone = broken == Break::keys;
  s.moved = keys_alone ? s.before : reordered(s.before, order);
  s.after = keys_alone ? layer(x, px, broken) : layer(px, px, broken);
  return s;
}

double joint_error(const std::vector<int>& order, int seed) {
  const WordLayer layer(seed);
  const Matrix x = tokens(seed), px = reordered(x, order);
  const Matrix before = attended(layer.queries(x), layer.keys(x), layer.values(x), false);
  const Matrix after = attended(layer.queries(x), layer.keys(px), layer.values(px), false);
  double most = 0;
  for (std::size_t i = 0; i < before.values.size(); ++i)
    most = std::max(most, std::fabs(before.values[i] - after.values[i]));
  return most;
}

bool is_order(const std::vector<double>& numbers) {
  if (static_cast<int>(numbers.size()) != word_count) return false;
  std::vector<bool> there(words.size());
  for (const double x : numbers) {
    const int place = static_cast<int>(x) - 1;
    if (place < 0 || place >= word_count || x != place + 1 ||
        there[static_cast<std::size_t>(place)])
      return false;
    there[static_cast<std::size_t>(place)] = true;
  }
  return true;
}

std::vector<int> order_of(const std::vector<double>& numbers) {
  std::vector<int> order(words.size());
  std::iota(order.begin(), order.end(), 0);
  if (is_order(numbers))
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(numbers[i]) - 1;
  return order;
}

std::string swapped(std::vector<int> order, int place) {
  const auto at = static_cast<std::size_t>(place);
  std::swap(order[at], order[at + 1]);
  std::string text;
  for (const int word : order) text += (text.empty() ? "" : ",") + std::to_string(word + 1);
  return text;
}

}  // namespace laboratory::transformer_facts
