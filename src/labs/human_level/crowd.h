// Simulated people who label the same pictures: a layman, an expert, and a panel of experts.
#pragma once

#include <array>
#include <vector>

#include "labs/human_level/params.h"

namespace laboratory::human_level {

enum class Annotator : std::uint8_t { layman, expert, panel };
constexpr int annotator_count = 3;
const char* annotator_name(Annotator who);

// What a person perceives of class k is signal_k + shared_k + own_k and the call is the largest:
//   signal  of the label gain blend, of a rival that shows through gain (1 - blend), else 0,
//   shared  N(0, 0.4^2), the same for all who look at the picture,
//   own     N(0, 0.9^2), each person's,
//   gain    skill (1 - difficulty / 2) sqrt(t / (t + 0.5)) for t seconds of looking.
// The skills, 4.7 and 9, are set so that at the default settings a layman errs in about six
// pictures of a hundred, an expert in two and a panel of five in one. Drift and noise of this form:
// Thurstone, "A law of comparative judgment" (1927).
class Crowd {
 public:
  explicit Crowd(const Params& p) : p_(p) {}

  void step();  // everybody labels the next picture

  int seen() const { return static_cast<int>(course_.size()); }
  // Right calls after the first `pictures` pictures.
  int right(Annotator who, int pictures) const;
  // Pairs of panel members that gave one picture the same label, among all pairs so far; 1 for a
  // panel of one.
  double agreement() const;

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.course_, self.agreeing_, self.pairs_);
  }

 private:
  Params p_;
  std::vector<std::array<int, annotator_count>> course_;  // right calls, summed up
  double agreeing_ = 0, pairs_ = 0;
};

}  // namespace laboratory::human_level
