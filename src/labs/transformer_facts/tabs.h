// The tabs of the laboratory: which figures are seen together.
#pragma once

namespace laboratory::transformer_facts::tabs {

inline constexpr const char* shuffles = "five ways to break it";
inline constexpr const char* numbers = "in numbers";
inline constexpr const char* positions = "positions";
inline constexpr const char* one_to_one = "one-to-one?";
inline constexpr const char* heads = "heads";
inline constexpr const char* model = "a small model";
inline constexpr const char* letters = "letter by letter";
inline constexpr const char* looks = "where it looks";

}  // namespace laboratory::transformer_facts::tabs
