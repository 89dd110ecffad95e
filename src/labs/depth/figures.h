// The pictures of the line-up: how far the gradient reaches in every net, what the losses make of
// it, and what the layers do.
#pragma once

#include "labs/depth/line_up.h"

namespace laboratory::depth {

// The names of the tabs that its figures stand under.
namespace tabs {
inline constexpr const char* losses = "losses";
inline constexpr const char* verdicts = "verdicts";
inline constexpr const char* layers = "layers";
inline constexpr const char* units = "units";
inline constexpr const char* plane = "plane";
}  // namespace tabs

// Appends all figures of a run that has taken a step.
void draw(Record& record, lab::Report& report);

}  // namespace laboratory::depth
