// The names of the tabs that figures of the laboratory stand under, and some of its controls.
#pragma once

namespace laboratory::convolution::tabs {

inline constexpr const char* network = "a trained network";
inline constexpr const char* learned = "what it learned";
inline constexpr const char* worth = "worth";
inline constexpr const char* filters = "filters";
inline constexpr const char* moved = "moved";
inline constexpr const char* sizes = "sizes";

}  // namespace laboratory::convolution::tabs
