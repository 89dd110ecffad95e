#include "labs/curves.h"

#include <utility>

namespace laboratory {

lab::Curve blank_curve(std::string name, lab::Role role, bool dashed) {
  return {std::move(name), role, {}, {}, {}, {}, dashed};
}

void add_point(lab::Curve& curve, double x, double y) {
  curve.x.push_back(static_cast<float>(x));
  curve.y.push_back(static_cast<float>(y));
}

void add_band(lab::Curve& curve, double low, double high) {
  curve.low.push_back(static_cast<float>(low));
  curve.high.push_back(static_cast<float>(high));
}

}  // namespace laboratory
