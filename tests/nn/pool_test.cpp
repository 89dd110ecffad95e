#include "nn/pool.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "nn/arrays.h"

namespace {

using Maps = std::vector<float>;

}  // namespace

TEST_CASE("pooling takes the largest or the mean of each window, and the gradients go back") {
  // 4 x 4 map of two channels, the second the negative of the first; 1 8 2 3 / 4 5 6 7 / ...
  const float first[16] = {1, 8, 2, 3, 4, 5, 6, 7, 9, 0, 1, 2, 3, 4, 4, 1};
  Maps x;
  for (const float v : first) x.insert(x.end(), {v, -v});
  const nn::PoolShape s{.height = 4, .width = 4, .channels = 2, .kernel = 2, .stride = 2};
  Maps z(8), dx(32, NAN);
  std::vector<std::int32_t> place(8);
  nn::max_pool(s, x.data(), z.data(), place.data());
  CHECK(z == Maps{8, -1, 7, -2, 9, 0, 4, -1});
  CHECK(place ==
        std::vector<std::int32_t>{2, 1, 14, 5, 16, 19, 28, 21});  // 4 before, first of two 1s
  const Maps dz{1, 2, 3, 4, 5, 6, 7, 8};
  nn::max_pool_gradient(s, dz.data(), place.data(), nn::Into::overwrite, dx.data());
  CHECK(dx[2] == 1);
  CHECK(dx[1] == 2);
  CHECK(dx[28] == 7);
  CHECK(dx[0] == 0);
  nn::average_pool(s, x.data(), z.data());
  CHECK(z == Maps{4.5f, -4.5f, 4.5f, -4.5f, 4, -4, 2, -2});
  nn::average_pool_gradient(s, dz.data(), nn::Into::overwrite, dx.data());
  CHECK(dx[0] == 0.25f);
  CHECK(dx[9] == 0.5f);
  CHECK(dx[31] == 2);
}

TEST_CASE("padding counts as zero in a mean and never is a maximum") {
  const nn::PoolShape s{.height = 2, .width = 2, .channels = 1, .kernel = 2, .stride = 2, .pad = 1};
  const Maps x{-4, -8, -12, -16};
  Maps z(4);
  std::vector<std::int32_t> place(4);
  nn::max_pool(s, x.data(), z.data(), place.data());
  CHECK(z == x);
  CHECK(place == std::vector<std::int32_t>{0, 1, 2, 3});
  nn::average_pool(s, x.data(), z.data());
  CHECK(z == Maps{-1, -2, -3, -4});
}

TEST_CASE("the largest values are the same with places and without") {
  for (const int channels : {1, 3, 4, 6, 9}) {
    const nn::PoolShape s{
        .height = 5, .width = 7, .channels = channels, .kernel = 3, .stride = 2, .pad = 1};
    Maps x(size(5 * 7 * channels));
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::sin(static_cast<float>(3 * i + 1));
    Maps with(size(s.out_height() * s.out_width() * channels)), without(with.size());
    std::vector<std::int32_t> place(with.size());
    nn::max_pool(s, x.data(), with.data(), place.data());
    nn::max_pool(s, x.data(), without.data());
    CHECK(with == without);
  }
}

TEST_CASE("overlapping windows share a maximum, whose gradient is their sum") {
  const nn::PoolShape s{.height = 1, .width = 3, .channels = 5, .kernel = 1, .stride = 1};
  CHECK(s.out_width() == 3);
  const nn::PoolShape wide{.height = 3, .width = 3, .channels = 5, .kernel = 2, .stride = 1};
  Maps x(45, 0.0f), z(20), dx(45, 1.0f), dz(20, 1.0f);
  std::vector<std::int32_t> place(20);
  for (int c = 0; c < 5; ++c) x[size(20 + c)] = 2;  // the pixel in the middle, in all windows
  nn::max_pool(wide, x.data(), z.data(), place.data());
  nn::max_pool_gradient(wide, dz.data(), place.data(), nn::Into::add, dx.data());
  for (int c = 0; c < 5; ++c) CHECK(dx[size(20 + c)] == 5);
  CHECK(dx[0] == 1);
}
