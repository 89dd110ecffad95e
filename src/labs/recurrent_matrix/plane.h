// The complex plane with the eigenvalues, and what a point of it says of growth on the way.
#pragma once

#include "labs/recurrent_matrix/study.h"

namespace laboratory::recurrent_matrix {

// Appends the plane and the words of its point.
void draw_plane(const Study& s, lab::Report& report);

}  // namespace laboratory::recurrent_matrix
