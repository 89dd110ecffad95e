// The heights that widgets other than plots ask for at a width, in points.
#pragma once

#include "lab/figure.h"

namespace ui {

float tiles_height(const lab::Tiles& shape, float width);
float sliding_height(const lab::Sliding& shape, float width);
float heat_height(const lab::Heat& shape, float width);
float boundary_height(const lab::Boundary& shape, float width);
float graph_height(const lab::Graph& shape, float width);
float glance_height(const lab::Glance& shape, float width);
float dots_height(const lab::Dots& shape, float width);

}  // namespace ui
