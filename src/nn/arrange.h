// Operations that move numbers and leave their values: shapes, slices, joins and choices by index.
#pragma once

#include <initializer_list>
#include <span>

#include "nn/graph.h"

namespace nn {

// The same numbers in another shape of the same size.
Var reshape(Var x, const Shape& shape);
Var flatten(Var x);  // features x 1 x 1 x batch

Var channels(Var x, int first, int count);      // a slice of the channels at every place
Var examples(Var x, int first, int count);      // a slice of the batch
Var join_channels(std::span<const Var> parts);  // same height, width and batch
Var join_examples(std::span<const Var> parts);  // same channels, height and width
Var join_channels(std::initializer_list<Var> parts);
Var join_examples(std::initializer_list<Var> parts);
Var repeat_examples(Var x, int times);  // each example so many times in a row

// Columns of `table` (channels x 1 x 1 x n) by the indices 0 .. n - 1 in `which` (1 x h x w x
// batch): channels x h x w x batch. No gradient to the indices; an index outside gives zeros.
Var gather(Var table, Var which);
// One number of each column: the channel that `which` (1 x h x w x batch) names. Same shape as
// `which`.
Var pick(Var x, Var which);
// x where `keep` is not 0, `fill` where it is; same shapes, or `keep` has one example that is used
// for all. No gradient to `keep`.
Var mask(Var x, Var keep, float fill = 0);

// The value without the gradient.
Var detach(Var x);

}  // namespace nn
