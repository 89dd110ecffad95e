// The complex plane with the eigenvalues, and what a point of it says of growth on the way.
#pragma once

#include "labs/recurrent_matrix/study.h"

namespace laboratory::recurrent_matrix {

// Append the plane, in which a cross-hair stands where the fields of z say, and the words of that
// point.
void draw_plane(const Study& s, lab::Report& report);
void draw_point(const Study& s, lab::Report& report);

}  // namespace laboratory::recurrent_matrix
