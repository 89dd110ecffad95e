// Product pictures drawn by program: four classes with three kinds each.
#pragma once

#include <cstdint>
#include <string>

#include "lab/figure.h"

namespace laboratory::human_level {

constexpr int product_classes = 4, product_kinds = 3;
constexpr int pictogram_side = 30;   // [px]
constexpr double pixel_noise = 0.7;  // standard deviation at difficulty 1, ink being 1

// "clothing", "electronics", "home goods", "outdoor"
const char* product_class(int from_zero);
// "T-shirt"
const char* product_kind(int product, int kind);

// What is in a picture. An ambiguous one shows a second product through the first: `blend` is the
// weight of the first, 1 where there is no second and above 1/2 otherwise. The label is the class
// of the first.
struct Product {
  int label = 0, kind = 0;
  int rival = 0, rival_kind = 0;
  double blend = 1;
};

// Product `index` of a population: classes and kinds are equally likely, a share `ambiguity` is
// ambiguous. The same seed and index give the same product whatever the rest.
Product product(std::uint64_t seed, int index, double ambiguity);

// Its picture, ink 0 to 1, in a pose of its own and with noise of standard deviation
// pixel_noise difficulty.
lab::Plane pictogram(const Product& p, std::uint64_t seed, int index, double difficulty);

}  // namespace laboratory::human_level
