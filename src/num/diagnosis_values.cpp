#include "num/diagnosis_values.h"

#include <cmath>
#include <optional>

namespace num {
namespace {

// Ratios, each with the number of its point.
using Ratios = std::vector<std::pair<std::size_t, double>>;

template <class Test>
bool all(const PairedValues& pairs, Test test) {
  for (std::size_t i = 0; i < pairs.points.size(); ++i)
    if (!test(pairs.given[i], pairs.wanted[i])) return false;
  return true;
}

// given = ratio · reference at one point; nothing where no number does that.
std::optional<double> ratio(const Matrix& g, const Matrix& r) {
  if (g.rows != r.rows || g.cols != r.cols) return std::nullopt;
  std::size_t largest = 0;
  for (std::size_t i = 0; i < r.values.size(); ++i)
    if (std::fabs(r.values[i]) > std::fabs(r.values[largest])) largest = i;
  if (std::fabs(r.values[largest]) < 1e-9) return std::nullopt;
  const double k = g.values[largest] / r.values[largest];
  for (std::size_t i = 0; i < r.values.size(); ++i)
    if (!agree(g.values[i], k * r.values[i])) return std::nullopt;
  return k;
}

// The ratios at the points where the reference is not 0.
std::optional<Ratios> ratios(const PairedValues& pairs) {
  Ratios found;
  for (std::size_t i = 0; i < pairs.points.size(); ++i) {
    bool zero = true;
    for (const double x : pairs.wanted[i].values) zero = zero && x == 0;
    if (zero && agree(pairs.given[i], pairs.wanted[i])) continue;
    const auto k = ratio(pairs.given[i], pairs.wanted[i]);
    if (!k || *k == 0) return std::nullopt;
    found.emplace_back(i, *k);
  }
  if (found.size() < 3) return std::nullopt;
  return found;
}

// A ratio that is the value of a symbol which is not drawn: the number of examples.
void name_constant(Diagnosis& d, const std::vector<Symbol>& symbols) {
  for (std::size_t s = 0; s < symbols.size(); ++s) {
    const Symbol& symbol = symbols[s];
    if (symbol.rows * symbol.cols != 1 || symbol.low != symbol.high || !symbol.meaning.empty() ||
        symbol.low == 1)
      continue;
    for (const int power : {1, -1}) {
      const double k = power > 0 ? d.ratio / symbol.low : d.ratio * symbol.low;
      if (!agree(std::fabs(k), 1)) continue;
      d = {Slip::symbol_ratio, k > 0 ? 1.0 : -1.0, static_cast<int>(s), power, "", false};
      return;
    }
  }
}

Diagnosis by_ratio(const PairedValues& pairs, const std::vector<Symbol>& symbols) {
  Diagnosis d;
  const auto found = ratios(pairs);
  if (!found) return d;
  const auto constant = [&found](auto of) {
    const double first = of((*found)[0]);
    for (const auto& f : *found)
      if (!agree(of(f), first)) return false;
    return true;
  };
  if (constant([](const auto& f) { return f.second; })) {
    d.ratio = (*found)[0].second;
    d.slip = agree(d.ratio, -1) ? Slip::sign : Slip::ratio;
    name_constant(d, symbols);
    return d;
  }
  if (all(pairs, [](const Matrix& g, const Matrix& r) {
        return g.values.size() == 1 && r.values.size() == 1 && agree(g.values[0] * r.values[0], 1);
      }))
    return {Slip::reciprocal, 1, -1, 1, "", false};
  for (std::size_t s = 0; s < symbols.size(); ++s)
    for (const int power : {1, -1, 2, -2}) {
      if (symbols[s].rows * symbols[s].cols != 1) continue;
      const auto left = [&](const auto& f) {
        const double x = (*pairs.points[f.first])[s].values[0];
        double scaled = f.second;
        for (int k = 0; k < std::abs(power); ++k) scaled = power > 0 ? scaled / x : scaled * x;
        return scaled;
      };
      if (!constant(left) || !agree(std::fabs(left((*found)[0])), 1)) continue;
      return {Slip::symbol_ratio,
              left((*found)[0]) > 0 ? 1.0 : -1.0,
              static_cast<int>(s),
              power,
              "",
              false};
    }
  return d;
}

}  // namespace

Diagnosis diagnose_values(const PairedValues& pairs, const std::vector<Symbol>& symbols) {
  Diagnosis d;
  if (all(pairs, [](const Matrix& g, const Matrix& w) { return agree(transposed(g), w); }))
    d.slip = Slip::transposed;
  return d.slip == Slip::none ? by_ratio(pairs, symbols) : d;
}

}  // namespace num
