// The pictures of what unit rows make of one matrix.
#pragma once

#include "lab/report.h"

namespace laboratory::rnn_remedies {

// Appends the matrix beside the same with unit rows and, where it is square, how a gradient fares
// that goes back through either.
void draw_matrix(const lab::Matrix& m, lab::Report& report);

}  // namespace laboratory::rnn_remedies
