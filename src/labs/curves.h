// Curves, point by point.
#pragma once

#include <string>

#include "lab/shapes/lines.h"

namespace laboratory {

// A curve that has its name and its looks, and no points yet.
lab::Curve blank_curve(std::string name, lab::Role role, bool dashed = false);

void add_point(lab::Curve& curve, double x, double y);

// How far the band about the curve reaches at the point that was added last.
void add_band(lab::Curve& curve, double low, double high);

}  // namespace laboratory
