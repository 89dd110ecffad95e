// The evaluation behind `evaluate`, in three files: signs, calls, indices.
#pragma once

#include "num/algebra.h"

namespace num {

class Evaluator {
 public:
  Evaluator(const Formula& formula, const std::vector<Symbol>& symbols,
            const std::vector<Matrix>& values)
      : formula_(formula), symbols_(symbols), values_(values) {}

  Evaluation run();

 private:
  bool halted() const;
  Matrix misshapen(const Node& n, std::string sentence);
  void undefined(const Node& n, const std::string& sentence);
  void held(const Node& n, double x);
  void spend(long operations);
  void near_kink(double distance);
  // How a part is called in a sentence: "aᵀ, which is 1×5".
  std::string called(int part, const Matrix& m) const;
  std::string subject(int part, const Matrix& m) const;
  Matrix of(int i);
  Matrix turned(const Node& n);
  static bool is_row(const Node& n);
  // A row of factors with ⊙ among them (`within_row`).
  Matrix row(const Node& last);
  Matrix joined(const Node& n, const Matrix& a, const Matrix& b);
  Matrix matrix_product(const Node& n, const Matrix& a, const Matrix& b);
  Matrix power(const Node& n, const Matrix& a, const Matrix& b);
  // A scalar goes with every entry, a column with every column of a matrix that is as high.
  Matrix entrywise(const Node& n, const Matrix& a, const Matrix& b);
  Matrix unfit(const Node& n, const Matrix& a, const Matrix& b);
  double single(const Node& n, double a, double b);
  Matrix literal(const Node& n);
  Matrix call(const Node& n);
  double applied(const Node& n, Function f, double x);
  Matrix extreme(const Node& n, Function f, const Matrix& a);
  Matrix softmax(const Node& n, Matrix m);
  Matrix diagonal(const Node& n, const Matrix& m);
  // The whole number that a subscript is, from 1 to `count`; 0 with a fault otherwise.
  int index(const Node& n, int part, int count, const std::string& what);
  int index(const Node& n, const Matrix& m, int count, const std::string& what);
  int before_first(int first) const;
  Matrix member(const Node& n);
  Matrix entry(const Node& n);
  // How many values the index in `slot` has by what it numbers below node `i`; 0 if it is not told.
  int extent(int i, int slot) const;
  // The value of an end of a sum, a whole number; `otherwise` where it is not written.
  double end(const Node& n, int part, double otherwise);
  Matrix total(const Node& n);
  bool mentions(int part, int slot) const;
  bool runs_down(const Node& n, int known);
  Matrix chain(const Node& n);
  // The product of two factors of a chain.
  Matrix multiplied(const Node& n, const Matrix& a, const Matrix& b);
  // How many entries of a symbol with a count there are; 0 where no symbol has one.
  int counted() const;
  // The name that counts the examples; -1 where there is none.
  int examples() const;
  // True where the sum `n` runs over examples.
  bool sums_examples(const Node& n) const;

  const Formula& formula_;
  const std::vector<Symbol>& symbols_;
  const std::vector<Matrix>& values_;
  double bound_[8] = {};
  std::vector<const Node*> around_;  // the sums that what is evaluated stands in
  Evaluation result_;
};

inline constexpr int largest_side = 64;

inline int length(const Matrix& m) { return m.rows * m.cols; }
inline bool is_vector(const Matrix& m) { return m.rows == 1 || m.cols == 1; }
inline bool is_scalar(const Matrix& m) { return m.rows == 1 && m.cols == 1; }
inline bool same_shape(const Matrix& a, const Matrix& b) {
  return a.rows == b.rows && a.cols == b.cols;
}
inline Matrix scalar(double x) { return {1, 1, {x}}; }

}  // namespace num
