// Reverse-mode differentiation of a scalar calculation, one recorded operation at a time: the
// independent witness beside a gradient derived by hand.
// Griewank & Walther, "Evaluating Derivatives" (2008), chapter 3.
#pragma once

#include <vector>

namespace num {

// A calculation as a list of operations, each on values recorded before it. A value is named by
// its position in the list.
class ScalarTape {
 public:
  using Ref = int;

  Ref leaf(double x);  // an input or a constant
  Ref add(Ref a, Ref b);
  Ref subtract(Ref a, Ref b);
  Ref multiply(Ref a, Ref b);
  Ref absolute(Ref a);                // |a|, slope 0 at 0
  Ref rectified(Ref a, double leak);  // a where a > 0, else leak a; slope leak at 0
  Ref tanh(Ref a);                    // slope 1 - tanh^2
  Ref sigmoid(Ref a);                 // 1 / (1 + exp(-a)), slope s (1 - s)
  Ref softplus(Ref a);                // log(1 + exp(a)), slope sigmoid(a)
  Ref scaled(Ref a, double factor);   // factor a
  double value(Ref a) const { return entries_[static_cast<std::size_t>(a)].value; }

  // d value(of) / d value(i) for every recorded value i; 0 for those recorded after `of`.
  std::vector<double> gradient(Ref of) const;

 private:
  struct Entry {
    double value;
    Ref from[2];  // -1: none
    double slope[2];
  };
  Ref record(double value, Ref a, double to_a, Ref b, double to_b);

  std::vector<Entry> entries_;
};

// 1 / (1 + exp(-x)), without overflow on either side.
double sigmoid(double x);

// log(1 + exp(x)), without overflow and exact in its tail.
double softplus(double x);

// The slope of f at x by the four-point central difference
//   (f(x - 2h) - 8 f(x - h) + 8 f(x + h) - f(x + 2h)) / 12h,
// which errs by h^4 |f'''''| / 30 and by about 1e-16 |f| / h from rounding. f must be smooth over
// [x - 2h, x + 2h].
template <class F>
double central_slope(F f, double x, double h) {
  return (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) / (12 * h);
}

}  // namespace num
