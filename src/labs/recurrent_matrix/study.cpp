#include "labs/recurrent_matrix/study.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::recurrent_matrix {
namespace {

// A little more than the eigenvalues and the circle take.
double reach_of(const Character& c) {
  const double far = std::max(1.0, c.radius());
  return std::max(1.5, std::ceil(2.4 * far) / 2);
}

Pseudospectrum pseudospectrum_of(const Character& c) {
  // Rows are even in number: those below the axis mirror those above it.
  constexpr int rows = 60, cols = 90;
  const double up = reach_of(c), across = up * cols / rows;
  Pseudospectrum p{across, up, {rows, cols, std::vector<float>(rows * cols)}};
  for (int i = 0; i < rows / 2; ++i)
    for (int j = 0; j < cols; ++j) {
      const num::Complex z{across * ((2 * j + 1.0) / cols - 1), up * (1 - (2 * i + 1.0) / rows)};
      const auto value = static_cast<float>(num::log10(num::distance_to_spectrum(c.w, z)));
      p.cells.values[static_cast<std::size_t>(i * cols + j)] = value;
      p.cells.values[static_cast<std::size_t>((rows - 1 - i) * cols + j)] = value;
    }
  return p;
}

WayBack way_of(const num::Matrix& w, Activation activation, int seed) {
  WayBack way{steps_back(w, activation, seed), {}};
  way.course = num::chain_course(way.steps);
  return way;
}

}  // namespace

double decades(double natural_log) { return natural_log / num::log(10); }

double without_rounding(double decades, int steps) {
  constexpr double unit = std::numeric_limits<double>::epsilon();
  return std::fabs(decades) <= 10 * unit * (steps + 1) ? 0 : decades;
}

double Study::longest() const {
  return without_rounding(decades(way.course.largest[steps()]), params.T);
}
double Study::shortest() const {
  return without_rounding(decades(way.course.smallest[steps()]), params.T);
}
double Study::gradient() const {
  return without_rounding(decades(followed.logs[steps()]), params.T);
}

const Source& source(const Params& p, Memory& memory) {
  const int seed = is_drawn(p.origin) ? p.seed : 0;
  return memory.source.of(lab::on(p.origin, p.W, p.eigenvalues, p.normal, seed),
                          [&] { return source(p); });
}

Study study(const Params& p, const Source& from, Memory& memory) {
  const lab::Dependence matrix = lab::on(from.matrix.rows, from.matrix.cols, from.matrix.values);
  const Character& c = memory.character.of(matrix, [&] { return character(from.matrix); });
  const bool linear = p.activation == Activation::identity;
  const lab::Dependence back = lab::on(matrix, p.activation, linear ? 0 : p.seed);
  const WayBack& way =
      memory.way.of(back, [&] { return way_of(from.matrix, p.activation, p.seed); });
  // With the identity the way back is that of the powers.
  const Powers& powers = linear ? way.course.largest : memory.powers.of(matrix, [&] {
    return way_of(from.matrix, Activation::identity, 0).course.largest;
  });
  const Computed& products = memory.computed.of(matrix, [&] { return computed(c); });
  const Pseudospectrum& around =
      memory.pseudospectrum.of(matrix, [&] { return pseudospectrum_of(c); });
  Study s{p, from, c, way, powers, products, around, matrix, back, {}, true};
  if (p.direction == Direction::given) {
    const auto start = unit_gradient(p.dL, c.size());
    s.followed_is_sound = start.has_value();
    s.followed.start = start.value_or(std::vector<double>(static_cast<std::size_t>(c.size())));
  } else {
    s.followed = along_eigenvector(c, p.direction == Direction::vanishing);
  }
  if (p.direction == Direction::given || !linear)
    s.followed.logs = num::lengths_along(way.steps, s.followed.start);
  return s;
}

Peak peak(const std::vector<double>& logs) {
  constexpr double same = 1e-9;  // of lengths, relative
  const double top = *std::max_element(logs.begin(), logs.end());
  const auto first =
      std::find_if(logs.begin(), logs.end(), [&](double log) { return log >= top - same; });
  return {decades(top), static_cast<int>(first - logs.begin())};
}

Point point(const Study& s) {
  Point p{{s.params.z_re, s.params.z_im}};
  p.distance = num::distance_to_spectrum(s.character.w, p.z);
  if (num::modulus(p.z) > 1 && p.distance > 0) p.bound = (num::modulus(p.z) - 1) / p.distance;
  const Peak top = peak(s.powers);
  p.peak = top.height;
  p.peak_at = top.at;
  return p;
}

std::string complex_words(num::Complex z) {
  if (z.im == 0) return brief(z.re);
  return brief(z.re) + (z.im < 0 ? " − " : " + ") + brief(std::fabs(z.im)) + "i";
}

std::string eigenvalue_name(std::size_t from_zero) {
  constexpr const char* low[] = {"₁", "₂", "₃", "₄", "₅", "₆"};
  return std::string("λ") + low[from_zero];
}

}  // namespace laboratory::recurrent_matrix
