#include "labs/super_resolution/own_picture.h"

#include <algorithm>

#include "num/picture.h"

namespace laboratory::super_resolution {

std::vector<float> grey_square(const lab::Picture& picture, int side) {
  std::vector<float> plane(picture.rgba.size() / 4);
  for (std::size_t i = 0; i < plane.size(); ++i) {
    const auto byte = [&](std::size_t k) { return static_cast<int>(picture.rgba[4 * i + k]); };
    // Rec. 601, in thousandths.
    const int luminance = 299 * byte(0) + 587 * byte(1) + 114 * byte(2);
    plane[i] = static_cast<float>(luminance) * static_cast<float>(byte(3)) / (255000.0f * 255.0f);
  }
  const int square = std::min(picture.width, picture.height);
  const num::Crop middle{(picture.height - square) / 2, (picture.width - square) / 2, square,
                         square};
  return num::area_average(plane, picture.width, middle, side, side);
}

bool has_bright_ground(const std::vector<float>& picture, int side) {
  double rim = 0;
  for (int i = 0; i < side * side; ++i) {
    const int row = i / side, col = i % side;
    if (row == 0 || col == 0 || row + 1 == side || col + 1 == side)
      rim += static_cast<double>(picture[static_cast<std::size_t>(i)]);
  }
  return rim / (4 * side - 4) > 0.5;
}

void make_negative(std::vector<float>& picture) {
  for (float& x : picture) x = 1 - x;
}

}  // namespace laboratory::super_resolution
