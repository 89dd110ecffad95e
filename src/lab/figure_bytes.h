// The wire form of figures.
#pragma once

#include "lab/bytes.h"
#include "lab/figure.h"

namespace lab {

void describe(ByteWriter& a, const Matrix& self);
void describe(ByteReader& a, Matrix& self);
void describe(ByteWriter& a, const Figure& self);
void describe(ByteReader& a, Figure& self);

}  // namespace lab
