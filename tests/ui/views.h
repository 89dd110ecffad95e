// Views as labs make them, for tests of the canvas and for looking at it.
#pragma once

#include <string>
#include <vector>

#include "lab/view.h"

namespace views {

// Hard attention of three queries over two keys: matrices, geometry, arithmetic.
lab::View attention();

// A classifier of 250 classes that never learns: bars, a histogram, curves with a handle, and a
// control of every kind.
lab::View loss();

// A run on its way, with problems.
lab::View running();

// Every shape without data, with numbers that are none, or with far too much.
lab::View maps();    // heat maps, decision regions, dots
lab::View graphs();  // towers, a net over time, a net of beliefs
lab::View counts();  // bars on a logarithmic axis, whiskers, stems

enum class Fill { nothing, odd, huge };
lab::View extreme(Fill fill);

// Its maps, graphs and dots, from the same values and names.
void add_extreme_shapes(lab::Report& r, const std::vector<float>& values, const std::string& name);

}  // namespace views
