// Where an axis is marked and what range it shows.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lab/figure.h"

namespace ui {

// The range of the finite values that it has been shown.
class Extent {
 public:
  void add(double x);
  void add(std::span<const float> values);
  bool empty() const { return !(low_ <= high_); }
  double low() const { return low_; }
  double high() const { return high_; }
  double smallest_positive() const { return positive_; }
  // All of them are whole numbers: epochs, layers, people.
  bool whole() const { return whole_ && !empty(); }

 private:
  double low_ = 1, high_ = 0, positive_ = 0;
  bool whole_ = true;
};

struct Range {
  double low = 0, high = 1;  // low < high; both positive where logarithmic
  bool logarithmic = false;
  bool whole = false;  // of what comes in whole numbers, between which there is nothing to mark

  // Where x lies between low (0) and high (1); NaN for what the axis cannot show.
  double share(double x) const;
  double value(double share) const;
};

// The axis's own range where it has one, otherwise that of the values with a little room.
// `with_zero` for lengths that start at zero.
Range fitted(const lab::Axis& axis, const Extent& values, bool with_zero);

// The axis's label, which says where the scale is logarithmic.
std::string titled(const lab::Axis& axis);

// The axis where logarithms mean nothing.
lab::Axis linear(lab::Axis axis);

struct Tick {
  double at;
  std::string label;  // empty for a minor tick
};

// At most `most` labelled ticks: steps of 1, 2 or 5 times a power of ten, and of 1 at least where
// the range is of whole numbers and holds two of them; on a logarithmic axis
// decades with their minor ticks, or, within two decades, 1, 2 and 5 in each.
std::vector<Tick> ticks(const Range& range, int most);

}  // namespace ui
