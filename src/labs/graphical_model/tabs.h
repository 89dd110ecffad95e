// The names of the tabs that the figures stand under.
#pragma once

namespace laboratory::graphical_model::tabs {

inline constexpr const char* encoders = "encoders";
inline constexpr const char* separation = "separation";
inline constexpr const char* independences = "independences";
inline constexpr const char* numbers = "samples";
inline constexpr const char* text = "as text";

}  // namespace laboratory::graphical_model::tabs
