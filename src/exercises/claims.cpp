#include "exercises/claims.h"

#include <utility>

namespace exercises {

std::vector<Claim> four_of(std::span<const Claim> helping, std::span<const Claim> idle,
                           num::Rng& rng) {
  std::vector<Claim> help(helping.begin(), helping.end()), others(idle.begin(), idle.end());
  rng.shuffle(std::span(help));
  rng.shuffle(std::span(others));
  const int helpful = 1 + rng.below(3);
  std::vector<Claim> four(help.begin(), help.begin() + helpful);
  four.insert(four.end(), others.begin(), others.begin() + (4 - helpful));
  rng.shuffle(std::span(four));
  return four;
}

exam::Option option(const Claim& claim, std::size_t place, std::string show) {
  constexpr const char* names[] = {"i", "ii", "iii", "iv"};
  return {names[place], claim.text, claim.key, claim.reason, std::move(show)};
}

}  // namespace exercises
