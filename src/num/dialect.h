// Formulas as they are written elsewhere, in the language of num/algebra.h: LaTeX, NumPy, and the
// words of people. Each works on the plain text in place, and leaves alone what it does not know.
#pragma once

#include "num/plain_text.h"
#include "num/words.h"

namespace num {

// Typefaces, sizes and blanks are gone; \dfrac, \frac1m and {a \over b} are \frac{}{}; brackets are
// plain ones, \mathbb{1} and \mathbf{1} are 𝟙, \hat{y_i} is \hat{y}_i, x^{\prime\top} is x'^{\top}.
void read_latex(PlainText& text);

// "np." and its like are gone, and so are conversions as .astype(float); a @ b and a.dot(b) are
// matrix products, .transpose() is .T.
void read_code(PlainText& text);

// A derivative that is another name of a symbol is that symbol: "∂J/∂z_1" among Symbol::also.
void read_derivatives(PlainText& text, const std::vector<Symbol>& symbols);

// Which example is meant says nothing about the value: "^{(i)}", "_{(i)}" and "[i]" are gone, where
// i is no name. "z^{(2)}" and "z^{[2]}" are z_2 where there is one.
void read_examples(PlainText& text, const Words& words);

// The indicator of the positive numbers, 1_{(0,∞)}(z), is step(z).
void read_indicators(PlainText& text);

// "y^", "y-hat" and "hat(y)" are ŷ where there is one; what stands at the end of a sentence is gone,
// and so is what follows "where". True where a word says that a product goes entry by entry.
bool read_words(PlainText& text, const Words& words);

}  // namespace num
