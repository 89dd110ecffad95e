// Five rules before the court: what each proves of this matrix, what it suggests, and of what it is
// silent.
#pragma once

#include <array>
#include <string>

#include "labs/recurrent_matrix/verdict.h"

namespace laboratory::recurrent_matrix {

enum class Standing : std::uint8_t { proves, suggests, silent };
constexpr const char* standing_words[] = {"proves", "suggests", "silent"};

// What a rule may say.
enum class Claim : std::uint8_t { all_vanish, some_vanish, all_explode, most_explode };
constexpr const char* claim_words[] = {"every gradient vanishes", "some gradient vanishes",
                                       "every gradient explodes", "almost every gradient explodes"};
// Whether it is so, by where the eigenvalues lie: one on the circle keeps some length as it is.
bool holds(Claim claim, const Sides& sides);

struct Witness {
  const char* key;   // of the rule: "largest_singular"
  const char* name;  // for people: "largest σ"
  double value;      // what is compared with 1
  Standing standing = Standing::silent;
  Claim claim = Claim::all_vanish;  // of no meaning where silent
  bool above = false;               // it is above 1; else below, or silent
  bool holds = true;                // what it says is so
};

// The largest and the smallest singular value, |det| (as its n-th root, the geometric mean of all
// |λ|, comparable with the others), the spectral radius and the smallest |λ|.
//   largest σ < 1 proves that all vanishes, since ‖W^T‖ <= σ^T; above 1 it suggests explosion
//   smallest σ > 1 proves that all explodes; below 1 it suggests a direction that vanishes
//   |det|^(1/n) > 1 proves that something explodes, since the largest |λ| is no smaller; below
//     1, that something vanishes
//   largest |λ| and smallest |λ| prove what happens to almost all and to some gradients
std::array<Witness, 5> court(const Character& c);

// The place of |det| among them.
constexpr std::size_t by_determinant = 2;

}  // namespace laboratory::recurrent_matrix
