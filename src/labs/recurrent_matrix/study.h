// What the lab shows at its parameters, and what of it is kept between reports.
#pragma once

#include <string>

#include "lab/memory.h"
#include "labs/recurrent_matrix/court.h"
#include "labs/recurrent_matrix/journey.h"
#include "labs/recurrent_matrix/source.h"

namespace laboratory::recurrent_matrix {

// Gradients of length 1 on their way back, for as many steps as the lab takes.
struct WayBack {
  std::vector<num::Matrix> steps;
  num::ChainCourse course;  // of the longest and the shortest of all of them
};

// How far the points of a plane are from being eigenvalues: log10 of the smallest singular value of
// z I - W, in cells around the eigenvalues and the unit circle.
struct Pseudospectrum {
  double across = 0, up = 0;  // it spans [-across, across] x [-up, up]
  lab::Plane cells;
};

// Natural logarithms of ‖W^T‖ for as many steps as the lab takes, whatever the activation.
using Powers = std::vector<double>;

struct Study {
  const Params& params;
  const Source& source;
  const Character& character;
  const WayBack& way;
  const Powers& powers;
  const Computed& computed;
  const Pseudospectrum& pseudospectrum;
  // What figures of the matrix depend on, and those of the way back.
  lab::Dependence on_matrix, on_way;
  Followed followed;       // the gradient that was chosen
  bool followed_is_sound;  // false where the given one is 0

  bool linear() const { return params.activation == Activation::identity; }
  std::size_t steps() const { return static_cast<std::size_t>(params.T); }
  // log10 after the steps that are shown.
  double longest() const;
  double shortest() const;
  double gradient() const;
};

struct Memory {
  lab::Drawings drawings;
  lab::Kept<Source> source;
  lab::Kept<Character> character;
  lab::Kept<WayBack> way;
  lab::Kept<Powers> powers;
  lab::Kept<Computed> computed;
  lab::Kept<Pseudospectrum> pseudospectrum;
};

// That of these parameters, which takes thousands of draws where one is sought.
const Source& source(const Params& p, Memory& memory);

// `from` is square, and outlives the study as `p` and `memory` do.
Study study(const Params& p, const Source& from, Memory& memory);

// The longest on a way, as log10, by natural logarithms after 0, 1, .. steps; and the first step at
// which that length is reached, whatever rounding does to those that are as long.
struct Peak {
  double height = 0;
  int at = 0;
};
Peak peak(const std::vector<double>& logs);

// What the point z of the plane says of growth on the way.
struct Point {
  num::Complex z;
  double distance = 0;  // of z from the spectrum, the smallest singular value of z I - W
  // Some power of W has at least this norm, (|z| - 1) / distance; 0 for a point within the circle.
  double bound = 0;
  double peak = 0;  // log10 of the largest norm of a power, up to the steps that the lab takes
  int peak_at = 0;
};
Point point(const Study& s);

double decades(double natural_log);  // from a natural logarithm to one to base 10

// `decades`, the decimal logarithm of a length after so many steps: exactly 0 where rounding alone
// may part it from that, which it does by less than ten times its unit a step.
double without_rounding(double decades, int steps);

// "0.5 + 1.2i"
std::string complex_words(num::Complex z);

// "λ₂"
std::string eigenvalue_name(std::size_t from_zero);

}  // namespace laboratory::recurrent_matrix
