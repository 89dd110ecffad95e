// A name that formulas may use: its shape, and the numbers that it is tried with.
#pragma once

#include <string>
#include <vector>

namespace num {

// `text` is how the name is shown: "W2", "ŷ", "x′", "D_a". Other spellings of the same name are
// understood without being listed: W_2, W₂, W_{2}; yhat, y_hat, \hat{y}; x', xp; delta1 for δ1; and
// another case where no name differs in its case only. `also` lists what goes beyond that;
// a derivative may be among it, "∂J/∂z1".
//
// Entries are drawn evenly from [low, high], as whole numbers where `whole` is set. A name with a
// `meaning` is not drawn: it is computed from the names before it, as in {"a2", 5, 1, ...,
// "relu(z2)"}, so that an answer may use either.
struct Symbol {
  std::string text;
  int rows = 1, cols = 1;  // each 1 to 12
  double low = -2, high = 2;
  bool whole = false;
  std::string meaning = "";
  std::vector<std::string> also = {};
  // Another name of a function instead, as in {"g", ..., "relu"}: g(z) is relu(z) then, and g'(z)
  // its slope. Nothing is drawn for it that a formula could use.
  std::string function = "";
  // How many examples there are: all other names are then of one example, and a sum of what is a
  // single number, or one that goes up to here, is a sum over the examples.
  bool counts_examples = false;
  // What its numbers of rows and columns are called, {"Dₐ", "D"}, where a formula is tried at other
  // sizes than people see: sentences then say these. "" is a number that is its own name.
  std::vector<std::string> sides = {};
  // Raised above another name it is the transpose: the T of Wᵀ, where T also counts time steps.
  bool transposes = false;
  // How many of its entries there are, by the name of another symbol, where that differs from one
  // point to the next: the classes of a vector of logits. Sums over its entries end there, and so
  // does a sum that leaves one out and numbers nothing, Σ_{j≠y} e^{−m}. The first entry is the one
  // that is left out; an index that no sum runs over is one of the others.
  std::string count = "";
  // Read where it is written, and not offered as a name.
  bool aside = false;
};

}  // namespace num
