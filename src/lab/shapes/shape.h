// All shapes of figures. Each has a header of its own beside this one, with all that this layer
// knows of it:
//   the struct                 what is seen, not how it is drawn
//   describe(archive, shape)   its bytes, one description for both ways (lab/bytes.h)
//   table(rows, shape)         its data for a spreadsheet (lab/csv.h)
//   gestures(shape)            what a hand may do to it, and which fields that sets
// How it is drawn is ui::Widget<Shape>, its example for tests is tests::Sample<Shape>. An
// alternative that lacks one of them does not compile.
#pragma once

#include <variant>

#include "lab/shapes/bars.h"
#include "lab/shapes/blocks.h"
#include "lab/shapes/boundary.h"
#include "lab/shapes/dots.h"
#include "lab/shapes/drawn_graph.h"
#include "lab/shapes/glance.h"
#include "lab/shapes/graph.h"
#include "lab/shapes/heat.h"
#include "lab/shapes/lines.h"
#include "lab/shapes/pairs.h"
#include "lab/shapes/pictures.h"
#include "lab/shapes/products.h"
#include "lab/shapes/scatter.h"
#include "lab/shapes/sliding.h"
#include "lab/shapes/spectrum.h"
#include "lab/shapes/splats.h"
#include "lab/shapes/surface.h"
#include "lab/shapes/tiles.h"
#include "lab/shapes/tokens.h"
#include "lab/shapes/working.h"

namespace lab {

using Shape =
    std::variant<Bars, Lines, Scatter, Blocks, Tiles, Sliding, Working, Heat, Boundary, Graph, Dots,
                 Glance, Tokens, Pictures, Splats, Surface, Spectrum, Products, DrawnGraph, Pairs>;

}  // namespace lab
