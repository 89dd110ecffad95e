// What a model draws, and how it meets the modes of the data.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "labs/vae/params.h"

namespace laboratory::vae {

// A mode is covered where at least `covered_by` of `drawn` samples lie within `near` standard
// deviations of its centre; the quality is the share of samples that lie so near to any.
inline constexpr int drawn = 4096, covered_by = 20;
inline constexpr double near = 3;

struct Coverage {
  int modes = 0, of = 0;
  double quality = 0;
};
// points and centres: two numbers each.
Coverage coverage(std::span<const float> points, std::span<const double> centres, double sigma);

// `drawn` points x of p(x | z), z from the prior: `decode` gives the mean of x for each z, and
// `variance` is that about it. In the plane.
std::vector<float> planar_samples(
    int latent, double variance, std::uint64_t seed,
    const std::function<std::vector<float>(std::span<const float>)>& decode);

}  // namespace laboratory::vae
