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
  total,   // a sum over an index
  chain    // a product over an index
};

enum class Order : std::uint8_t { less, greater, at_most, at_least, equal, unequal };

// What marks a product that goes entry by entry where it cannot be one of matrices: written with an
// asterisk, as in programs, or within diag().
constexpr int starred = 1;

// The value of a product that continues an unbracketed row of factors with ⊙ among them:
// "g ⊙ W d xᵀ". What follows ⊙ is multiplied up to where it has the shape of what stands before.
constexpr double within_row = 1;

// A node of the tree. `parts` are places in Formula::nodes. A total or a chain has the parts body,
// first, last and left out, each but the body -1 where it is not written.
struct Node {
  Op op = Op::number;
  std::size_t at = 0;  // bytes before the sign or name in the text
  double value =
      0;  // of a number; 1 for a chain whose factors stand the other way round; `within_row`
  int which = 0;  // symbol, slot of an index, family, Function, Order, rows of a literal, or
                  // `starred` of a product
  std::vector<int> parts;
};

struct Formula {
  std::vector<Node> nodes;
  int root = -1;
  std::vector<std::vector<int>> families;  // symbols by number, from 1
  std::vector<std::string> labels;         // names beside "=" that are no formula, plainly
  std::vector<Formula> sides;              // the formulas beside "=", apart from this one
  std::string name;                        // of such a side: as if it were a label
  bool elementwise = false;                // ⊙ stands before or after it, or the word

  const Node& node(int i) const { return nodes[static_cast<std::size_t>(i)]; }
};

// What is wrong with a formula: a sentence, and the byte offset of the place. `asks`: it is a
// question between readings that a Choice (num/literal.h) can settle.
struct Fault {
  std::string sentence;
  std::size_t at = 0;
  bool asks = false;
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
// round or curly brackets; |x| and ‖x‖; sums sum_i, Σ_{i=1}^m, Σ_{j≠y}, Σ_{i>t} over an index of
// z_i and products prod_i, ∏_{i=t+1}^m, ∏_{i=m}^{t+1} of what follows up to the last factor that i
// numbers, or of a bracket, with the factors in the order of i; one without factors is 1;
// literals [1, 2; 3, 4] and [[1, 2], [3, 4]]; LaTeX spellings of all these, \frac{}{} and \hat{y}
// among them. ^ of a square matrix is its matrix power, of others it acts on each entry; a column
// added to a matrix is added to each of its columns. Of an equation the last side that is a formula
// counts; the others are kept as labels and sides. Of several statements the last one counts.
// Products and reaches are read as num::calculate reads them.
//
// At most 1 000 characters, 64 levels deep, 400 nodes.
Parsed parse(std::string_view text, const std::vector<Symbol>& symbols);

// The formula as a person would set it: "−diag(1[z2 > 0])".
std::string text(const Formula& formula, const std::vector<Symbol>& symbols);

// A value, or what is wrong: first of all a fault of shapes, in words ("W2 is 1×5 and cannot
// multiply a1ᵀ, which is 1×5"), then one of values. `kink` is how near an argument came to a place
// where a value jumps or bends. `cost` counts operations; beyond `most_operations` evaluation
// stops. `over_examples`: a sum or mean over the examples was met (Symbol::counts_examples); what
// is summed has the value of the one example there.
struct Evaluation {
  Matrix value;
  std::optional<Fault> misshapen, undefined;
  double kink = 1e300;
  bool heavy = false, over_examples = false;
  long cost = 0;
};
constexpr long most_operations = 20000;

// `values` holds a matrix for each symbol.
Evaluation evaluate(const Formula& formula, const std::vector<Symbol>& symbols,
                    const std::vector<Matrix>& values);

// `sentence` with the place in front, in characters: "At character 3: ...".
std::string placed(std::string_view text, std::size_t at, const std::string& sentence);

// "2×3"; "Dₐ×D" where the symbols have names for sides of these lengths.
std::string shape(const Matrix& m, const std::vector<Symbol>& symbols = {});

}  // namespace num
