#include "labs/convolution/own_picture.h"

#include <algorithm>

#include "num/picture.h"

namespace laboratory::convolution {
namespace {

// One colour in [0, 1] over white: alpha colour + 1 - alpha.
std::vector<float> over_white(const lab::Picture& picture, std::size_t channel) {
  std::vector<float> plane(picture.rgba.size() / 4);
  for (std::size_t i = 0; i < plane.size(); ++i) {
    const int alpha = picture.rgba[4 * i + 3];
    plane[i] =
        static_cast<float>(alpha * picture.rgba[4 * i + channel] + (255 - alpha) * 255) / 65025.0f;
  }
  return plane;
}

}  // namespace

std::vector<float> square_planes(const lab::Picture& picture, int n) {
  const int side = std::min(picture.width, picture.height);
  const num::Crop middle{(picture.height - side) / 2, (picture.width - side) / 2, side, side};
  std::vector<float> planes;
  planes.reserve(3 * static_cast<std::size_t>(n) * static_cast<std::size_t>(n));
  for (std::size_t channel = 0; channel < 3; ++channel) {
    const std::vector<float> plane =
        num::area_average(over_white(picture, channel), picture.width, middle, n, n);
    planes.insert(planes.end(), plane.begin(), plane.end());
  }
  return planes;
}

}  // namespace laboratory::convolution
