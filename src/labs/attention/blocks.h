// The matrices of the calculation in a row, and the arithmetic of one output cell.
#pragma once

#include "labs/attention/study.h"

namespace laboratory::attention {

// Q, K, scores, weights, V and output, as far as they exist, with what made the picked cell lit.
lab::Blocks calculation(const Study& s);

// The gradients of an output cell, shaped like Q, K and V.
lab::Blocks gradients(const num::Gradients& g);

}  // namespace laboratory::attention
