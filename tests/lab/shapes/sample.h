// Examples of every figure shape, at one place for each, for the tests of all layers.
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "lab/fields.h"
#include "lab/figure.h"
#include "thinning.h"

namespace tests {

enum class Kind { hard, soft };

// The parameters that the gestures of the samples set, one of every kind.
struct SampleParams {
  int n = 3;
  double t = std::numeric_limits<double>::quiet_NaN();
  bool on = false;
  Kind kind = Kind::soft;
  std::vector<double> p = {0.25, 0.75};
  lab::Matrix q{2, 2, {1, 2, 3, 4}};
  std::vector<lab::Arrow> edges = {{0, 1}};
  double yaw = 30, pitch = 20;

  void declare(lab::Fields& f) {
    f.whole("n", n, {1, 9}, "n").picked();
    f.auto_real("t", t, {0, 1}, "t").extra().on_set_clear({"n"});
    f.flag("on", on, "on");
    f.choice("kind", kind, {"hard", "soft"}, "kind");
    f.reals("p", p, {1, 4}, {0, 1}, "p");
    f.table("Q", q, {3, 3}, {-9, 9}, "Q");
    f.arrows("edges", edges, {"hard", "soft"}, "edges");
    f.real("yaw", yaw, {-180, 180}, "yaw").looks_only();
    f.real("pitch", pitch, {-90, 90}, "pitch").looks_only();
  }
};

// What a shape may be given at worst: no data, numbers that are none, far too much.
enum class Fill { nothing, odd, huge };

struct Extreme {
  Fill fill = Fill::nothing;
  std::vector<float> many, some;
  lab::Matrix matrix;
  std::string word;

  int count() const { return static_cast<int>(many.size()); }
  lab::Axis axis(bool logarithmic) const { return {word, 0, 0, logarithmic}; }
};

inline std::vector<float> values(Fill fill, std::size_t huge) {
  constexpr float inf = std::numeric_limits<float>::infinity();
  if (fill == Fill::nothing) return {};
  if (fill == Fill::odd) return {std::nanf(""), inf, -inf, 3e38f, -3e38f, 1e-40f, 0, 1};
  std::vector<float> out(huge);
  for (std::size_t i = 0; i < huge; ++i) out[i] = 1e6f * std::sin(static_cast<float>(i) * 0.37f);
  return out;
}

inline Extreme extreme(Fill fill) {
  Extreme e{fill, values(fill, 100000 / thinning), values(fill, 2000), {}, {}};
  if (fill == Fill::odd) e.matrix = {2, 2, {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e308}};
  if (fill == Fill::huge) {
    e.matrix = {12, 12, std::vector<double>(144, -1234.56789)};
    e.word.assign(300, 'w');
  }
  return e;
}

// One specialisation for each alternative of lab::Shape:
//
//   template <>
//   struct Sample<lab::Bars> {
//     static constexpr const char* name = "bars";
//     // Sound and without a NaN; each member differs from a fresh one's, so that the wire cannot
//     // lose one unseen; gestures set fields of SampleParams.
//     static lab::Bars usual();
//     static std::string table();  // of the usual one, as lab::csv writes it
//     static std::vector<lab::Bars> extremes(const Extreme& e);  // sound or not
//   };
template <class Shape>
struct Sample;

template <class Use, class... Shapes>
void each_sample(const Use& use, const std::variant<Shapes...>*) {
  (use(Sample<Shapes>()), ...);
}

// Calls `use` with the Sample of each shape.
template <class Use>
void each_sample(const Use& use) {
  each_sample(use, static_cast<const lab::Shape*>(nullptr));
}

}  // namespace tests
