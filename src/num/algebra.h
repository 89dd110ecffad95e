// The language that formulas are answered in: scalars and matrices, as a person types them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "num/functions.h"
#include "num/matrix.h"
#include "num/symbol.h"

namespace num {

enum class Op : std::uint8_t {
  number,
  symbol,
  bound,   // the index of a sum
  family,  // δ_t: one of the symbols δ1, δ2, ... by the value of its part
  entry,   // z_i: an entry of a vector, a column of a matrix
  negate,
  add,
  subtract,
  multiply,  // of matrices, or by a scalar
  divide,
  each_multiply,  // entry by entry: ⊙
  power,
  each_power,
  transpose,
  compare,  // 1 where it holds, else 0
  call,
  matrix,  // a literal
  total    // a sum over an index
};

enum class Order : std::uint8_t { less, greater, at_most, at_least, equal, unequal };

// A node of the tree. `parts` are places in Formula::nodes. A total has the parts body, first, last
// and left out, each but the body -1 where it is not written.
struct Node {
  Op op = Op::number;
  std::size_t at = 0;  // bytes before the sign or name in the text
  double value = 0;    // of a number
  int which = 0;       // symbol, slot of an index, family, Function, Order, or rows of a literal
  std::vector<int> parts;
};

struct Formula {
  std::vector<Node> nodes;
  int root = -1;
  std::vector<std::vector<int>> families;  // symbols by number, from 1
  std::vector<std::string> labels;         // what is written before each "=", without blanks
  bool elementwise = false;                // ⊙ stands before or after it, or the word

  const Node& node(int i) const { return nodes[static_cast<std::size_t>(i)]; }
};

// What is wrong with a formula: a sentence, and the byte offset of the place.
struct Fault {
  std::string sentence;
  std::size_t at = 0;
};

struct Parsed {
  std::optional<Formula> formula;
  Fault fault;
};

// Reads `text` as a formula in `symbols`.
//
// Numbers; names; + - * / ^; the matrix product as *, ·, × or nothing; ⊙, ∘, .*, ./ and .^ entry by
// entry; the transpose as ᵀ, ^T, .T, ' or transpose(); the functions of num/functions.h, with or
// without brackets, and f'(x) for the derivative of an activation; indicators 1[z2>0], also with
// round or curly brackets; |x| and ‖x‖; sums sum_i, Σ_{i=1}^m, Σ_{j≠y} over an index of z_i;
// literals [1, 2; 3, 4] and [[1, 2], [3, 4]]; LaTeX spellings of all these, \frac{}{} and \hat{y}
// among them. ^ of a square matrix is its matrix power, of others it acts on each entry; a column
// added to a matrix is added to each of its columns. What stands before "=" is kept as a label.
// Products and reaches are read as num::calculate reads them.
//
// At most 1 000 characters, 64 levels deep, 400 nodes.
Parsed parse(std::string_view text, const std::vector<Symbol>& symbols);

// The formula as a person would set it: "−diag(1[z2 > 0])".
std::string text(const Formula& formula, const std::vector<Symbol>& symbols);

// A value, or what is wrong: first of all a fault of shapes, in words ("W2 is 1×5 and cannot
// multiply a1ᵀ, which is 1×5"), then one of values. `kink` is how near an argument came to a place
// where a value jumps or bends. `cost` counts operations; beyond `most_operations` evaluation
// stops.
struct Evaluation {
  Matrix value;
  std::optional<Fault> misshapen, undefined;
  double kink = 1e300;
  bool heavy = false;
  long cost = 0;
};
constexpr long most_operations = 20000;

// `values` holds a matrix for each symbol.
Evaluation evaluate(const Formula& formula, const std::vector<Symbol>& symbols,
                    const std::vector<Matrix>& values);

// `sentence` with the place in front, in characters: "At character 3: ...".
std::string placed(std::string_view text, std::size_t at, const std::string& sentence);

// "2×3".
std::string shape(const Matrix& m);

// A label without its typography: "∂J/∂z₃", "dJ / dz_3" and "\frac{\partial J}{\partial z_3}"
// agree.
std::string plain_label(std::string_view text);

}  // namespace num
