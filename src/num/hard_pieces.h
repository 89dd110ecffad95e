// Where the choice of hard attention changes while one entry of a query moves.
#pragma once

#include <vector>

#include "num/matrix.h"

namespace num {

// A key is the choice while the entry is in from .. to, which may be infinite.
struct HardPiece {
  int key;  // from 0
  double from, to;
};

// The pieces from left to right, over all values x of entry `entry` of query `row`, from 0. Scores
// are straight lines in x, of slope K_j,entry, so that the choice is their upper envelope, whose
// slopes rise; where lines coincide the first key is taken. Q: N x d, K: M x d; with `causal` the
// query sees the keys up to its own place.
std::vector<HardPiece> hard_pieces(const Matrix& q, const Matrix& k, int row, int entry,
                                   bool causal);

}  // namespace num
