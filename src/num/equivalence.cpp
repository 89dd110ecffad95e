#include "num/equivalence.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "num/rng.h"

namespace num {
namespace {

constexpr double near_kink = 1e-3;
constexpr int most_draws = 400;

// A multiple of 1/100 or a whole number in [low, high].
double drawn(Rng& rng, const Symbol& s) {
  const double step = s.whole ? 1 : 0.01;
  const int steps = static_cast<int>(std::floor((s.high - s.low) / step + 1e-9));
  if (steps < 1) return s.low;
  const int k = rng.below(steps + 1);
  return s.whole ? s.low + k : std::round((s.low + k * step) * 100) / 100;
}

Point draw(Rng& rng, const std::vector<Symbol>& symbols,
           const std::vector<std::optional<Formula>>& meanings) {
  Point point;
  for (const Symbol& s : symbols) {
    Matrix m = Matrix::zero(s.rows, s.cols);
    if (s.meaning.empty())
      for (double& x : m.values) x = drawn(rng, s);
    point.push_back(std::move(m));
  }
  for (std::size_t i = 0; i < symbols.size(); ++i)
    if (meanings[i]) point[i] = evaluate(*meanings[i], symbols, point).value;
  return point;
}

}  // namespace

std::vector<Point> sample(const std::vector<Symbol>& symbols, const Formula& reference,
                          std::uint64_t seed) {
  std::vector<std::optional<Formula>> meanings;
  for (const Symbol& s : symbols)
    meanings.push_back(s.meaning.empty() ? std::nullopt : parse(s.meaning, symbols).formula);
  Rng rng(seed, /*purpose=*/17);
  std::vector<Point> points, doubtful;
  for (int i = 0; i < most_draws && static_cast<int>(points.size()) < drawn_points; ++i) {
    Point point = draw(rng, symbols, meanings);
    const Evaluation e = evaluate(reference, symbols, point);
    if (e.undefined || e.misshapen) continue;
    (e.kink < near_kink ? doubtful : points).push_back(std::move(point));
  }
  // Where every point is near a bend, the bend belongs to the question.
  for (Point& p : doubtful)
    if (static_cast<int>(points.size()) < drawn_points) points.push_back(std::move(p));
  return points;
}

bool agree(double a, double b) {
  return std::fabs(a - b) <= 1e-9 + 1e-7 * std::max(std::fabs(a), std::fabs(b));
}

bool agree(const Matrix& a, const Matrix& b) {
  if (a.rows != b.rows || a.cols != b.cols) return false;
  for (std::size_t i = 0; i < a.values.size(); ++i)
    if (!agree(a.values[i], b.values[i])) return false;
  return true;
}

Comparison compare(const Formula& given, const Formula& reference,
                   const std::vector<Symbol>& symbols, const std::vector<Point>& points) {
  Comparison parting;
  bool straight = true, turned = true, parted = false;
  int tried = 0;
  for (std::size_t i = 0; i < points.size() && tried < trials && (straight || turned); ++i) {
    const Evaluation g = evaluate(given, symbols, points[i]);
    if (g.misshapen) return {Agreement::misshapen, *g.misshapen, i, {}, {}};
    if (g.heavy) return {Agreement::heavy, {}, i, {}, {}};
    const Evaluation r = evaluate(reference, symbols, points[i]);
    if (r.undefined || r.misshapen) continue;
    if (g.undefined) return {Agreement::undefined, *g.undefined, i, {}, r.value};
    const bool fits = agree(g.value, r.value);
    // Close to a jump, values that differ say nothing yet; values that agree do.
    if (!fits && g.kink < near_kink && i + trials < points.size()) continue;
    ++tried;
    straight = straight && fits;
    turned = turned && agree(transposed(g.value), r.value);
    if (!fits && !parted) {
      parted = true;
      parting = {Agreement::different, {}, i, g.value, r.value};
    }
  }
  if (tried == 0) return {Agreement::undefined, {}, 0, {}, {}};
  if (straight) return {};
  if (turned) parting.agreement = Agreement::transposed;
  return parting;
}

}  // namespace num
