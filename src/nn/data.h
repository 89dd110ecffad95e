// Data sets made by program, and the order in which training sees them, in one include.
#pragma once

#include "nn/clouds.h"
#include "nn/examples.h"
#include "nn/glyphs.h"
