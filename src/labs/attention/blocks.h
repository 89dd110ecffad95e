// The matrices of the calculation in a row, and the arithmetic of one output cell.
#pragma once

#include "labs/attention/study.h"

namespace laboratory {

// Q, K, scores, weights, V and output, as far as they exist, with what made the picked cell lit.
lab::Blocks calculation(const AttentionStudy& s);

// The gradients of the picked cell, shaped like Q, K and V. `s.picked` must exist and not jump.
lab::Blocks gradients(const AttentionStudy& s);

// How the picked cell comes about, with its numbers. `s.picked` must exist.
lab::Working arithmetic(const AttentionStudy& s);

}  // namespace laboratory
