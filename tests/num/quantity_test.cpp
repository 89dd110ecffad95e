#include "num/quantity.h"

#include <doctest/doctest.h>

TEST_CASE("a label is read without its typography") {
  for (const char* label :
       {"∂J/∂z₃", "dJ / dz_3", "\\frac{\\partial J}{\\partial z_3}", "\\dfrac{dJ}{dz_{3}}",
        "∂J/∂z_3^{(i)}", "\\frac{\\partial \\mathcal{J}}{\\partial \\mathbf{z}_3}"}) {
    CAPTURE(label);
    CHECK(num::plain_label(label) == "dJ/dz3");
  }
  CHECK(num::plain_label("δ_1") == "delta1");
}

TEST_CASE("a derivative is known in its usual forms, and through the chain rule") {
  const num::Derivative wanted{"L", "z3"};
  for (const char* label :
       {"∂L/∂z3", "∂L_i/∂z_3", "∂ℓ/∂z3", "\\frac{\\partial}{\\partial z_3} L", "∇_{z_3} L",
        "∂_{z3} L", "d loss/dz3", "∂L/∂ŷ · ∂ŷ/∂z3",
        "\\frac{\\partial L}{\\partial\\hat y}\\frac{\\partial\\hat y}{\\partial z_3}", "L'(z3)"}) {
    CAPTURE(label);
    const auto d = num::derivative(num::plain_label(label));
    REQUIRE(d);
    CHECK(*d == wanted);
  }
  for (const char* label : {"δ1", "L", "∂L/∂ŷ · ∂a/∂z3", "3/4", ""}) {
    CAPTURE(label);
    CHECK_FALSE(num::derivative(num::plain_label(label)));
  }
}
