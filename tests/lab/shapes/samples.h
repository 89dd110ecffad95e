// The samples of all shapes.
#pragma once

#include "lab/shapes/bars_sample.h"
#include "lab/shapes/blocks_sample.h"
#include "lab/shapes/boundary_sample.h"
#include "lab/shapes/dots_sample.h"
#include "lab/shapes/glance_sample.h"
#include "lab/shapes/graph_sample.h"
#include "lab/shapes/heat_sample.h"
#include "lab/shapes/lines_sample.h"
#include "lab/shapes/pictures_sample.h"
#include "lab/shapes/scatter_sample.h"
#include "lab/shapes/sliding_sample.h"
#include "lab/shapes/splats_sample.h"
#include "lab/shapes/surface_sample.h"
#include "lab/shapes/tiles_sample.h"
#include "lab/shapes/tokens_sample.h"
#include "lab/shapes/working_sample.h"
