// The operations without weights, in one include.
//
// A column is one place of one example: the channels there. Shapes are channels x height x width x
// batch; "n numbers" is any shape. Every operation has a gradient with respect to each tensor
// argument unless it says otherwise.
#pragma once

#include "nn/arrange.h"
#include "nn/elementwise.h"
#include "nn/noise.h"
#include "nn/pairs.h"
#include "nn/product.h"
#include "nn/reductions.h"
