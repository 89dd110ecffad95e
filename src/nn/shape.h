// Extents of a tensor of float32 numbers.
#pragma once

#include <cstddef>
#include <string>

namespace nn {

// A batch of examples, each a map of `height` x `width` places with `channels` numbers at each
// place. Plain feature vectors have one place. Stored with the channels side by side, then along
// the width, the height and the batch: element (c, y, x, b) is at c + channels (x + width (y +
// height b)), so that a batch of maps is also a column-major matrix of features x batch, with
// nothing moved.
struct Shape {
  int channels = 1, height = 1, width = 1, batch = 1;

  constexpr int places() const { return height * width; }
  constexpr int features() const { return channels * height * width; }  // of one example
  constexpr int columns() const { return height * width * batch; }      // places of all examples
  constexpr std::size_t size() const {
    return static_cast<std::size_t>(features()) * static_cast<std::size_t>(batch);
  }
  constexpr bool operator==(const Shape&) const = default;
};

// A feature vector of `features` numbers for each of `batch` examples.
constexpr Shape vectors(int features, int batch) { return {features, 1, 1, batch}; }

// "32 x 64" for vectors and a batch, "8 x 24 x 24 x 20" for maps.
std::string text(const Shape& shape);

}  // namespace nn
