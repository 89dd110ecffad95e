#include "exercises/claims.h"

#include <utility>

namespace exercises {
namespace {

constexpr const char* names[] = {"i", "ii", "iii", "iv"};

}  // namespace

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
  return {names[place], claim.text, claim.key, claim.reason, std::move(show)};
}

void tell(const std::vector<Claim>& claims, const Verdicts& verdicts, exam::Facts& facts) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const std::string name = names[i];
    const bool yes = claims[i].key != exam::Key::no;
    facts.text(("claim." + name).c_str(), claims[i].text);
    facts.text(("answer." + name).c_str(), yes ? verdicts.yes : verdicts.no);
    facts.text(("because." + name).c_str(), claims[i].reason);
  }
}

}  // namespace exercises
