// Pictures drawn by program, at any size and from a seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace laboratory::convolution {

enum class Scene : std::uint8_t { shapes, stripes, checker, glyph, face, texture, noise, own };

// As links name them, in the order of the enumerators.
std::vector<std::string> scene_names();

// A red, a green and a blue plane of n x n values in [0, 1], stacked. The seed moves what is drawn.
// `own` stands for a picture of the person's own; without one, it is drawn as `face`.
std::vector<float> draw(Scene scene, int n, std::uint64_t seed);

// What a layer with `channels` channels is shown of it: one plane of luminance, the red and the
// green plane, or, from three channels on, all three planes.
std::vector<float> channel_planes(const std::vector<float>& rgb, int channels);

// How many planes that are.
constexpr int drawn_channels(int channels) { return channels < 3 ? channels : 3; }

}  // namespace laboratory::convolution
