// Fields that are written in, one of each kind, for the tests of their kinds and of whole forms.
#pragma once

#include "exam/answer.h"

namespace tests {

inline num::Symbol size(const char* name, double value) {
  num::Symbol s{name};
  s.low = s.high = value;
  s.whole = true;
  return s;
}

inline const std::vector<num::Symbol> sizes = {size("D", 4), size("D_a", 5), size("m", 7)};

inline exam::AnswerField weights() {
  exam::ShapeAnswer s{"D_a", "D", sizes, {{"D_a", "m", "No weight knows the examples."}}, true};
  return {"W1", "W1", s, "It fits."};
}

// L = c², c = a b, a = 3 x: by x, from behind.
inline exam::AnswerField chain() {
  num::Symbol g1{"g1"}, g2{"g2"}, g3{"g3"};
  exam::Derivation d;
  d.symbols = {{"x"}, {"b"}, {"c"}};
  d.steps = {{g1, "2 c", "∂L/∂c", "Square: twice the base.", {{"c", "The 2 is missing."}}},
             {g2, "g1 b", "∂L/∂a", "Times what multiplies a."},
             {g3, "3 g2", "∂L/∂x", "Times 3."}};
  return {"chain", "Derive", d, "All three links."};
}

inline exam::AnswerField product() {
  exam::Factors f{"p(z1) p(z2|z1) p(x1|z1) p(x2|z2)",
                  {{"p(z2) p(z1|z2) p(x1|z1) p(x2|z2)", "The arrow goes from z1 to z2."}}};
  return {"p", "p(z, x)", f, "One factor for each node."};
}

inline exam::AnswerField jacobian() {
  exam::Symbols s;
  s.entries = {{{"-1[z>0]"}, {"0", true}}, {{"0"}, {"w^2"}}};
  s.symbols = {{"z"}, {"w"}};
  s.mistakes = {{{{"1[z>0]", "0"}, {"0", "w^2"}}, "The minus is missing."}};
  return {"M", "Fill in", s, "Diagonal."};
}

}  // namespace tests
