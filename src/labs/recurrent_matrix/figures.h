// The pictures: the sphere, the matrix, the complex plane, growth on the way, rules and precision.
#pragma once

#include "labs/recurrent_matrix/study.h"

namespace laboratory::recurrent_matrix {

// Appends them; those that stand are taken from `drawings`.
void draw(const Study& s, lab::Drawings& drawings, lab::Report& report);

}  // namespace laboratory::recurrent_matrix
