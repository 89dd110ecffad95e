#include "labs/convolution/filters.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::convolution {
namespace {

using Weights = std::vector<double>;

constexpr std::uint64_t random_filter = 3;  // purpose of the stream of random numbers

std::size_t at(int row, int col, int side) { return static_cast<std::size_t>(row * side + col); }

// Row `size` of Pascal's triangle, size entries; exact up to 54.
Weights binomial(int size) {
  Weights row = {1};
  for (int i = 1; i < size; ++i) {
    row.push_back(0);
    for (std::size_t j = row.size() - 1; j > 0; --j) row[j] += row[j - 1];
  }
  return row;
}

Weights scaled(Weights w, double factor) {
  for (double& x : w) x *= factor;
  return w;
}

Weights sum(const Weights& a, const Weights& b) {
  Weights c = a;
  for (std::size_t i = 0; i < c.size(); ++i) c[i] += b[i];
  return c;
}

Weights blur(int size) {
  return scaled(binomial(size), 1 / static_cast<double>(std::int64_t{1} << (size - 1)));
}

// A blurred step of height 1 upwards: the differences of a binomial row.
Weights slope(int size) {
  const Weights b = binomial(size - 1);
  Weights d(static_cast<std::size_t>(size));
  for (std::size_t i = 0; i < b.size(); ++i) {
    d[i] -= b[i];
    d[i + 1] += b[i];
  }
  return scaled(d, 1 / *std::max_element(b.begin(), b.end()));
}

// Second differences 1, -2, 1 of a blur.
Weights curvature(int size) {
  const Weights b = blur(size - 2);
  Weights d(static_cast<std::size_t>(size));
  for (std::size_t i = 0; i < b.size(); ++i) {
    d[i] += b[i];
    d[i + 1] -= 2 * b[i];
    d[i + 2] += b[i];
  }
  return d;
}

// down(i) across(j)
Weights outer(const Weights& down, const Weights& across) {
  Weights w;
  for (const double a : down)
    for (const double b : across) w.push_back(a * b);
  return w;
}

Weights turned(const Weights& w, int side) {  // rows and columns exchanged
  Weights t(w.size());
  for (int i = 0; i < side; ++i)
    for (int j = 0; j < side; ++j) t[at(j, i, side)] = w[at(i, j, side)];
  return t;
}

Weights mirrored(const Weights& w, int side) {  // left and right exchanged
  Weights t(w.size());
  for (int i = 0; i < side; ++i)
    for (int j = 0; j < side; ++j) t[at(i, side - 1 - j, side)] = w[at(i, j, side)];
  return t;
}

Weights identity(int side) {
  Weights w(at(side, 0, side));
  w[at((side - 1) / 2, (side - 1) / 2, side)] = 1;
  return w;
}

Weights sobel_x(int side) { return scaled(outer(blur(side), slope(side)), 4); }
Weights sobel_y(int side) { return turned(sobel_x(side), side); }
Weights edge_45(int side) { return scaled(sum(sobel_x(side), sobel_y(side)), 0.5); }

Weights laplacian(int side) {
  Weights narrow(static_cast<std::size_t>(side));
  const Weights inner = blur(side - 2);
  std::copy(inner.begin(), inner.end(), narrow.begin() + 1);
  const Weights across = outer(narrow, curvature(side));
  return sum(across, turned(across, side));
}

// A wave under a bell (Daugman 1985), less its mean: bell(x, y) cos(2 pi u / wavelength), where u
// runs across the lines at (cos, sin).
Weights gabor(int side, double cos, double sin) {
  const double wavelength = 0.5 * (side + 1), width = 0.25 * side, middle = 0.5 * (side - 1);
  Weights w;
  for (int i = 0; i < side; ++i)
    for (int j = 0; j < side; ++j) {
      const double x = j - middle, y = i - middle, u = x * cos + y * sin;
      w.push_back(num::exp(-(x * x + y * y) / (2 * width * width)) *
                  num::cos(2 * std::numbers::pi * u / wavelength));
    }
  const double mean = std::accumulate(w.begin(), w.end(), 0.0) / static_cast<double>(w.size());
  for (double& x : w) x -= mean;
  return w;
}

Weights spot(int side) {
  const double count = static_cast<double>(side) * side;
  Weights w(at(side, 0, side), -1 / (count - 1));
  w[at((side - 1) / 2, (side - 1) / 2, side)] = 1;
  return w;
}

Weights random_weights(int side, std::uint64_t seed) {
  num::Rng rng(seed, random_filter);
  Weights w(at(side, 0, side));
  for (double& x : w) x = std::floor(rng.normal() / side * 100 + 0.5) / 100;
  return w;
}

}  // namespace

std::vector<std::string> filter_names() {
  return {"identity", "box",      "gaussian",  "sobel-x", "sobel-y", "laplacian",
          "sharpen",  "emboss",   "gabor",     "random",  "edge-45", "edge-135",
          "gabor-45", "gabor-90", "gabor-135", "spot"};
}

int least_side(Filter filter) {
  switch (filter) {
    case Filter::identity:
    case Filter::box:
    case Filter::gaussian:
    case Filter::random:
      return 1;
    case Filter::laplacian:
    case Filter::sharpen:
      return 3;
    default:
      return 2;
  }
}

std::vector<double> weights(Filter filter, int side, std::uint64_t seed) {
  assert(side >= least_side(filter));
  const double diagonal = std::sqrt(0.5);
  switch (filter) {
    case Filter::identity:
      return identity(side);
    case Filter::box:
      return Weights(at(side, 0, side), 1 / (static_cast<double>(side) * side));
    case Filter::gaussian:
      return outer(blur(side), blur(side));
    case Filter::sobel_x:
      return sobel_x(side);
    case Filter::sobel_y:
      return sobel_y(side);
    case Filter::laplacian:
      return laplacian(side);
    case Filter::sharpen:
      return sum(identity(side), scaled(laplacian(side), -1));
    case Filter::emboss:
      return sum(identity(side), edge_45(side));
    case Filter::gabor:
      return gabor(side, 1, 0);
    case Filter::random:
      return random_weights(side, seed);
    case Filter::edge_45:
      return edge_45(side);
    case Filter::edge_135:
      return mirrored(edge_45(side), side);
    case Filter::gabor_45:
      return gabor(side, diagonal, diagonal);
    case Filter::gabor_90:
      return gabor(side, 0, 1);
    case Filter::gabor_135:
      return gabor(side, -diagonal, diagonal);
    case Filter::spot:
      return spot(side);
  }
  return identity(side);
}

}  // namespace laboratory::convolution
