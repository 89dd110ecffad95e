// Formulas as they are written elsewhere, in the language of num/algebra.h: LaTeX, NumPy, and the
// words of people. Each works on the plain text in place, and leaves alone what it does not know.
#pragma once

#include <optional>

#include "num/algebra.h"
#include "num/plain_text.h"
#include "num/words.h"

namespace num {

// Rows that LaTeX and Word set: \begin{cases} is "(1 if z > 0, 0 otherwise)", a matrix is
// "[1, 2; 3, 4]", lines of equations follow one another; \boxed{} and what sets a number is gone.
void read_environments(PlainText& text);

// Typefaces, sizes and blanks are gone; \dfrac, \frac1m and {a \over b} are \frac{}{}; brackets are
// plain ones, \mathbb{1} and \mathbf{1} are 𝟙, \hat{y_i} is \hat{y}_i, x^{\prime\top} is x'^{\top}.
void read_latex(PlainText& text);

// "np." and its like are gone, and so are conversions as .astype(float) and double(); a @ b and
// a.dot(b) are matrix products, .transpose() is .T, a.sub(b) is a-(b).
void read_code(PlainText& text);

// A derivative that is another name of a symbol is that symbol: "∂J/∂z_1" among Symbol::also.
void read_derivatives(PlainText& text, const std::vector<Symbol>& symbols);

// Which example is meant says nothing about the value: "^{(i)}", "_{(i)}" and "[i]" are gone, where
// i is no name. "z^{(2)}" and "z^{[2]}" are z_2 where there is one.
void read_examples(PlainText& text, const Words& words);

// The indicator of the positive numbers, 1_{(0,∞)}(z), is step(z).
void read_indicators(PlainText& text);

// "1 if z > 0 else 0", "1 if z > 0, 0 otherwise" and "z > 0 ? 1 : 0" are where(z > 0, 1, 0).
void read_conditionals(PlainText& text);

// "y^", "y-hat", "hat(y)" and "y_pred" are ŷ where there is one.
void read_hats(PlainText& text, const Words& words);

// Reads conditionals and hats. What stands at the end of a sentence is gone, and so are words in
// front, "I think it is", and remarks behind, "where m counts the examples". True where a word says
// that a product goes entry by entry.
bool read_words(PlainText& text, const Words& words);

// "natural logarithm" is ln, and a base in words is below the line: "log base 2 of x", "base-2 log
// of x" and "log x (base 2)" are log_{2} of x.
void read_logarithms(PlainText& text);

// "the sum over j ≠ y of x" and "x summed over the rivals" are sum_{j≠y} x, "the sum from j = 1 to
// 3 of x" is sum_{j=1}^{3} x.
void read_spoken_sums(PlainText& text);

// "[10 12 14]", as NumPy prints and MATLAB takes a list, is "[10, 12, 14]".
void read_list_gaps(PlainText& text);

// "the mean of 3, 5 and 7" is mean(3, 5, 7); likewise sums, products and the largest and smallest.
void read_list_words(PlainText& text);

// "yhat minus y" is yhat - y, "one over m" 1 / m, "W2 transposed" W2ᵀ. The fault asks where it
// stays open how far such a word reaches, as in "yhat minus y over m".
std::optional<Fault> read_spoken(PlainText& text);

// A colon divides, (a − b) : c, unless a name stands before it that is none in `words`.
void read_ratios(PlainText& text, const Words& words);

}  // namespace num
