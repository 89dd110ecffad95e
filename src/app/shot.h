// A stage drawn into memory rather than onto a screen.
#pragma once

#include <optional>

#include "app/stage.h"
#include "lab/value.h"

namespace app {

// Draws frames until nothing moves any more, `width` x `height` points at `scale` pixels each, and
// returns the last one. A height of 0 stands for that of the content. Nothing where the driver has
// no room for it.
std::optional<lab::Picture> settled_frame(Stage& stage, int width, int height, float scale);

}  // namespace app
