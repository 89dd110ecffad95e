// Views as labs make them, for tests of the canvas and for looking at it.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/sample.h"
#include "lab/view.h"

namespace views {

// Hard attention of three queries over two keys: matrices, geometry, arithmetic.
lab::View attention();

// A classifier of 250 classes that never learns: bars, a histogram, curves with a handle, and a
// control of every kind.
lab::View loss();

// A run on its way, with problems.
lab::View running();

lab::View maps();    // heat maps, decision regions, dots
lab::View graphs();  // towers, a net over time, a net of beliefs
lab::View counts();  // bars on a logarithmic axis, whiskers, stems

// Every shape as its sample, and without data, with numbers that are none, or with far too much.
lab::View samples();
lab::View extreme(tests::Fill fill);

// A view without figures whose fields choose a node ("x1", "h1", "d", "L") and a layer.
lab::View empty_view(const char* title);

}  // namespace views
