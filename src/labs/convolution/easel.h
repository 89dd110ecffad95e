// Something to draw built-in pictures on: soft-edged shapes on a square of n x n pixels whose sides
// have length 1, x to the right and y downwards.
#pragma once

#include <vector>

namespace laboratory::convolution {

struct Colour {
  double red, green, blue;  // in [0, 1]
};
Colour mix(const Colour& a, const Colour& b, double share_of_b);

struct Point {
  double x, y;
};

class Easel {
 public:
  explicit Easel(int n);

  // A colour that runs from the top left to the bottom right.
  void wash(const Colour& from, const Colour& to);
  void disc(double x, double y, double radius, const Colour& colour);
  // A square with sides of 2 half, turned by `angle` in radians.
  void box(double x, double y, double half, double angle, const Colour& colour);
  void triangle(Point a, Point b, Point c, const Colour& colour);  // clockwise as seen
  // A line with round ends, 2 half wide.
  void stroke(Point from, Point to, double half, const Colour& colour);

  // Sets every pixel, row by row, to colour(x, y, side of a pixel) of its middle.
  template <class Paint>
  void paint(Paint colour) {
    const double pixel = 1.0 / n_;
    for (int r = 0; r < n_; ++r)
      for (int c = 0; c < n_; ++c)
        put(r, c, colour((c + 0.5) * pixel, (r + 0.5) * pixel, pixel), 1);
  }

  // Red, green and blue plane, stacked.
  std::vector<float> take() { return std::move(planes_); }

 private:
  // Lays `colour` over pixel (row, col) with the given opacity.
  void put(int row, int col, const Colour& colour, double opacity);
  // Fills where distance(x, y) < 0, soft over one pixel.
  template <class Distance>
  void fill(const Colour& colour, Distance distance);

  int n_;
  std::vector<float> planes_;
};

}  // namespace laboratory::convolution
