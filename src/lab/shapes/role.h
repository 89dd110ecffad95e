// What a mark stands for, and how strongly it speaks.
#pragma once

#include <cstdint>

namespace lab {

// What a mark stands for. Each has one colour and one second signal everywhere.
enum class Role : std::uint8_t { neutral, input, weight, activation, gradient, target, prediction };
constexpr int role_count = 7;
constexpr int enumerators(Role) { return role_count; }

// How strongly a cell of a block or a node of a graph speaks. Each has a second signal: frame,
// hatching.
enum class Light : std::uint8_t { plain, part, full, chosen, masked };
constexpr int light_count = 5;
constexpr int enumerators(Light) { return light_count; }

}  // namespace lab
