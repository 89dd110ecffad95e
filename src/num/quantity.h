// What stands beside "=" as a name: a quantity, or the derivative of one quantity by another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace num {

// A label without its typography: "∂J/∂z₃", "dJ / dz_3", "\frac{\partial J}{\partial z_3}" and
// "∂J/∂z_3^{(i)}" are "dJ/dz3", since the number of an example names no other quantity. Factors are
// joined by "·".
std::string plain_label(std::string_view text);

// The derivative of `of` by `by`, each as plain_label has it.
struct Derivative {
  std::string of, by;
  bool operator==(const Derivative&) const = default;
};

// The derivative that a plain label names: "dL/dz3", "d/dz3·L", "gradz3·L", and by the chain rule
// "dL/dyhat·dyhat/dz3". `of` is "L" for ℒ, ℓ and "loss", and "J" for "cost"; `by` is empty in "L'".
// Nothing where it is no derivative.
std::optional<Derivative> derivative(std::string_view plain_label);

}  // namespace num
