// The names of the tabs that the figures stand under.
#pragma once

namespace laboratory::attention::tabs {

inline constexpr const char* arithmetic = "arithmetic";
inline constexpr const char* weights = "weights";
inline constexpr const char* gradients = "gradients";
inline constexpr const char* sampling = "sampling";
inline constexpr const char* hardening = "hardening";

}  // namespace laboratory::attention::tabs
