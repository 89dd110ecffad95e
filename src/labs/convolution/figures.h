// The pictures of the report.
#pragma once

#include "labs/convolution/study.h"

namespace laboratory::convolution {

// The names of the tabs that its figures stand under.
namespace tabs {
inline constexpr const char* network = "a trained network";
inline constexpr const char* learned = "what it learned";
inline constexpr const char* worth = "worth";
inline constexpr const char* filters = "filters";
inline constexpr const char* moved = "moved";
inline constexpr const char* sizes = "sizes";
}  // namespace tabs

// Appends the figures; where the kernel does not fit, those that need no map.
void add_figures(lab::Report& report, const Study& study);

}  // namespace laboratory::convolution
