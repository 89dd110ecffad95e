// The names of the tabs that figures of the laboratory stand under, and some of its controls.
#pragma once

namespace laboratory::vae::tabs {

inline constexpr const char* training = "training";
inline constexpr const char* samples = "samples";
inline constexpr const char* bounds = "bounds";
inline constexpr const char* dimensions = "dimensions";
inline constexpr const char* posterior = "posterior";
inline constexpr const char* bench = "beside GANs";
inline constexpr const char* unlikely = "small error, unlikely";
inline constexpr const char* collapse = "collapse";
inline constexpr const char* numbers = "in numbers";

}  // namespace laboratory::vae::tabs
