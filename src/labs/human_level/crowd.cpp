#include "labs/human_level/crowd.h"

#include <algorithm>
#include <cmath>

#include "labs/human_level/pictogram.h"
#include "num/rng.h"

namespace laboratory::human_level {
namespace {

using Scores = std::array<double, product_classes>;

constexpr double layman_skill = 4.7, expert_skill = 9, shared_noise = 0.4, own_noise = 0.9;
constexpr std::uint64_t people = 3'000'000;  // streams of the seed, one for each picture

// Evidence gathered in a while of looking, relative to any time: its square root grows with time.
double speed(double seconds) { return seconds > 0 ? std::sqrt(seconds / (seconds + 0.5)) : 1; }

int call(const Product& product, double gain, const Scores& shared, num::Rng& rng) {
  Scores score = shared;
  score[static_cast<std::size_t>(product.label)] += gain * product.blend;
  score[static_cast<std::size_t>(product.rival)] += gain * (1 - product.blend);
  for (double& s : score) s += own_noise * rng.normal();
  return static_cast<int>(std::max_element(score.begin(), score.end()) - score.begin());
}

}  // namespace

const char* annotator_name(Annotator who) {
  constexpr const char* names[] = {"layman", "expert", "panel"};
  return names[static_cast<std::size_t>(who)];
}

void Crowd::step() {
  const auto seed = static_cast<std::uint64_t>(p_.seed);
  const Product shown = product(seed, seen(), p_.ambiguity);
  num::Rng rng(seed, people + static_cast<std::uint64_t>(seen()));
  const double clear = (1 - 0.5 * p_.difficulty) * speed(p_.limit);
  Scores shared;
  for (double& s : shared) s = shared_noise * rng.normal();

  const bool layman = call(shown, layman_skill * clear, shared, rng) == shown.label;
  std::array<int, product_classes> votes{};
  int first = 0;
  for (int member = 0; member < p_.panel; ++member) {
    const int vote = call(shown, expert_skill * clear, shared, rng);
    if (member == 0) first = vote;
    ++votes[static_cast<std::size_t>(vote)];
  }
  // The majority; the first member decides between equals, as a chair would.
  int verdict = first;
  for (int k = 0; k < product_classes; ++k)
    if (votes[static_cast<std::size_t>(k)] > votes[static_cast<std::size_t>(verdict)]) verdict = k;

  for (const int n : votes) agreeing_ += 0.5 * n * (n - 1);
  pairs_ += 0.5 * p_.panel * (p_.panel - 1);
  std::array<int, annotator_count> sum{};
  if (!course_.empty()) sum = course_.back();
  const bool right[] = {layman, first == shown.label, verdict == shown.label};
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += right[i] ? 1 : 0;
  course_.push_back(sum);
}

int Crowd::right(Annotator who, int pictures) const {
  if (pictures == 0) return 0;
  return course_[static_cast<std::size_t>(pictures - 1)][static_cast<std::size_t>(who)];
}

double Crowd::agreement() const { return pairs_ > 0 ? agreeing_ / pairs_ : 1; }

}  // namespace laboratory::human_level
