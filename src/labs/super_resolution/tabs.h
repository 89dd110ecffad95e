// The tabs of the laboratory: which figures are seen together.
#pragma once

namespace laboratory::super_resolution::tabs {

inline constexpr const char* training = "training";
inline constexpr const char* scores = "what D sees";
inline constexpr const char* maps = "feature maps";
inline constexpr const char* split = "what x fixes";
inline constexpr const char* failures = "four failures";
inline constexpr const char* losses = "losses by hand";
inline constexpr const char* by_hand = "consistency by hand";

}  // namespace laboratory::super_resolution::tabs
