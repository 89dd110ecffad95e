#include "num/careful_value.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "num/elementary.h"

namespace num {
namespace {

constexpr double rounding = std::numeric_limits<double>::epsilon();

// A value, its distance from 1, and how far rounding may have carried either.
struct Measured {
  double value = 0, excess = 0;
  double noise = 0, excess_noise = 0;
};

// Of a value that is known no better by its distance from 1.
Measured plain(double value, double noise) {
  const double excess = value - 1;
  noise += rounding * std::fabs(value);
  return {value, excess, noise, noise};
}

Measured given(double value) {
  const double noise = value == std::floor(value) ? 0 : rounding * std::fabs(value) / 2;
  return {value, value - 1, noise, noise};
}

Measured sum(const Measured& a, const Measured& b) {
  Measured s = plain(a.value + b.value, a.noise + b.noise);
  const bool first = std::fabs(a.excess) < std::fabs(b.excess);
  const Measured &near = first ? a : b, &rest = first ? b : a;
  s.excess = near.excess + rest.value;
  s.excess_noise = near.excess_noise + rest.noise + rounding * std::fabs(s.excess);
  return s;
}

Measured negative(const Measured& a) { return {-a.value, -a.value - 1, a.noise, a.noise}; }

Measured product(const Measured& a, const Measured& b) {
  const double va = std::fabs(a.value), vb = std::fabs(b.value);
  Measured p = plain(a.value * b.value, va * b.noise + vb * a.noise);
  p.excess = b.excess + a.excess * b.value;
  p.excess_noise = b.excess_noise + vb * a.excess_noise + std::fabs(a.excess) * b.noise +
                   rounding * (std::fabs(b.excess) + std::fabs(a.excess * b.value));
  return p;
}

Measured quotient(const Measured& a, const Measured& b) {
  const double vb = std::fabs(b.value);
  Measured q = plain(a.value / b.value, 0);
  q.noise += (a.noise + std::fabs(q.value) * b.noise) / vb;
  q.excess = (a.excess - b.excess) / b.value;
  q.excess_noise = (a.excess_noise + b.excess_noise + std::fabs(q.excess) * b.noise) / vb +
                   rounding * (std::fabs(a.excess) + std::fabs(b.excess)) / vb;
  return q;
}

bool is_near_one(const Measured& a) { return std::fabs(a.excess) < 1e-3; }

// exp(x), of an x that is `noise` uncertain.
Measured exponential(double x, double noise) {
  const double value = exp(x);
  Measured e = plain(value, value * noise);
  if (std::fabs(x) < 1e-3) {
    e.excess = apply(Function::expm1, x);
    e.excess_noise = value * noise + rounding * std::fabs(e.excess);
  }
  return e;
}

double log_noise(const Measured& a) {
  return is_near_one(a) ? a.excess_noise / (1 + a.excess) : a.noise / a.value;
}

Measured logarithm(Function f, const Measured& a) {
  if (!is_near_one(a)) return plain(apply(f, a.value), log_noise(a));
  const double scale = f == Function::log ? 1 : f == Function::log2 ? log(2.0) : log(10.0);
  return plain(log1p(a.excess) / scale, log_noise(a) / scale);
}

Measured power(const Measured& a, const Measured& b) {
  const double value = pow(a.value, b.value);
  if (a.value <= 0) return plain(value, std::fabs(b.value * value * rounding));
  const double l = is_near_one(a) ? log1p(a.excess) : log(a.value);
  const double noise = std::fabs(b.value) * log_noise(a) + std::fabs(l) * b.noise;
  Measured p = plain(value, value * noise);
  if (std::fabs(b.value * l) < 1e-3) {
    const Measured e = exponential(b.value * l, noise);
    p.excess = e.excess;
    p.excess_noise = e.excess_noise;
  }
  return p;
}

Measured called(Function f, const Measured& a) {
  switch (f) {
    case Function::log:
    case Function::log2:
    case Function::log10:
      return logarithm(f, a);
    case Function::exp:
      return exponential(a.value, a.noise);
    case Function::log1p:
      return plain(log1p(a.value), a.noise / (1 + a.value));
    case Function::sqrt: {
      const double root = std::sqrt(a.value);
      Measured r = plain(root, root > 0 ? a.noise / root : 0);
      r.excess = a.excess / (root + 1);
      r.excess_noise = a.excess_noise + rounding * std::fabs(r.excess);
      return r;
    }
    default:
      return plain(apply(f, a.value), a.noise * (1 + std::fabs(apply(f, a.value))));
  }
}

// A number, or the numbers of a row.
using Row = std::vector<Measured>;

class Measuring {
 public:
  explicit Measuring(const Formula& formula) : formula_(formula) {}

  Row of(int i) {
    const Node& n = formula_.node(i);
    const auto part = [&](std::size_t k) { return of(n.parts[k]); };
    switch (n.op) {
      case Op::number:
        return {given(n.value)};
      case Op::bound:
        return {given(bound_[n.which])};
      case Op::negate:
        return each(part(0), negative);
      case Op::add:
        return paired(part(0), part(1), sum);
      case Op::subtract:
        return paired(part(0), each(part(1), negative), sum);
      case Op::divide:
        return paired(part(0), part(1), quotient);
      case Op::power:
      case Op::each_power:
        return paired(part(0), part(1), power);
      case Op::matrix: {
        Row row;
        for (const int entry : n.parts) row.push_back(of(entry)[0]);
        return row;
      }
      case Op::total:
        return over_index(n, 0, sum);
      case Op::chain:
        return over_index(n, 1, product);
      case Op::call:
        return call(static_cast<Function>(n.which), part(0));
      default:
        return paired(part(0), part(1), product);
    }
  }

 private:
  static Row call(Function f, const Row& row) {
    const auto size = static_cast<double>(row.size());
    switch (f) {
      case Function::sum:
        return {folded(row, given(0), sum)};
      case Function::mean:
        return {quotient(folded(row, given(0), sum), given(size))};
      case Function::product:
        return {folded(row, given(1), product)};
      case Function::count:
        return {given(size)};
      case Function::max:
      case Function::min: {
        const double sign = f == Function::max ? 1 : -1;
        return {*std::max_element(row.begin(), row.end(), [sign](const auto& a, const auto& b) {
          return sign * a.value < sign * b.value;
        })};
      }
      default:
        return each(row, [f](const Measured& x) { return called(f, x); });
    }
  }

  template <class Apply>
  static Row each(Row row, Apply apply) {
    for (Measured& x : row) x = apply(x);
    return row;
  }

  // Number by number; one alone goes with each of the other row.
  template <class Apply>
  static Row paired(const Row& a, const Row& b, Apply apply) {
    Row all;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i)
      all.push_back(apply(a[a.size() == 1 ? 0 : i], b[b.size() == 1 ? 0 : i]));
    return all;
  }

  template <class Apply>
  static Measured folded(const Row& row, Measured all, Apply apply) {
    for (const Measured& x : row) all = apply(all, x);
    return all;
  }

  template <class Apply>
  Row over_index(const Node& n, double first, Apply apply) {
    Row all = {given(first)};
    const double from = n.parts[1] < 0 ? 1 : of(n.parts[1])[0].value;
    const double last = of(n.parts[2])[0].value;
    for (double k = from; k <= last; ++k) {
      bound_[n.which] = k;
      all = paired(all, of(n.parts[0]), apply);
    }
    return all;
  }

  const Formula& formula_;
  double bound_[8] = {};
};

}  // namespace

CarefulValue careful_value(const Formula& calculation) {
  const Measured m = Measuring(calculation).of(calculation.root)[0];
  return {m.value, m.noise};
}

}  // namespace num
