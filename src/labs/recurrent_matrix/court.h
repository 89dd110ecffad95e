// Five rules before the court: what each proves of this matrix, what it suggests, and of what it is
// silent.
#pragma once

#include <array>
#include <string>

#include "labs/recurrent_matrix/verdict.h"

namespace laboratory::recurrent_matrix {

enum class Standing : std::uint8_t { proves, suggests, silent };
constexpr const char* standing_words[] = {"proves", "suggests", "silent"};

struct Witness {
  const char* key;   // of the rule: "largest_singular"
  const char* name;  // for people: "largest σ"
  double value;      // what is compared with 1
  Standing standing;
  std::string says;   // "that every gradient vanishes"; empty where silent
  bool holds = true;  // what it says is so
};

// The largest and the smallest singular value, |det| (as its n-th root, the geometric mean of all
// |λ|, comparable with the others), the spectral radius and the smallest |λ|.
//   largest σ < 1 proves that all vanishes, since ‖W^T‖ <= σ^T; above 1 it suggests explosion
//   smallest σ > 1 proves that all explodes; below 1 it suggests a direction that vanishes
//   |det|^(1/n) > 1 proves that something explodes, since the largest |λ| is no smaller; below 1, that
//   something vanishes
//   largest |λ| and smallest |λ| prove what happens to almost all and to some gradients
std::array<Witness, 5> court(const Character& c);

}  // namespace laboratory::recurrent_matrix
