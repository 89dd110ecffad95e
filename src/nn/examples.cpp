// Files of examples, and the order in which training sees them.
#include "nn/examples.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "num/rng.h"

namespace nn {

// Two zero bytes, the type (8: unsigned bytes), the number of sides, then each side in four bytes.
Idx parse_idx(std::span<const std::uint8_t> file) {
  const auto refuse = [](const char* why) { return Idx{{}, {}, why}; };
  if (file.size() < 4 || file[0] != 0 || file[1] != 0) return refuse("this is no IDX file");
  if (file[2] != 8) return refuse("only IDX files of unsigned bytes can be read");
  const std::size_t count = file[3];
  if (count < 1 || count > 3) return refuse("an IDX file of labels or images has 1 to 3 sides");
  if (file.size() < 4 + 4 * count) return refuse("the IDX file ends in its header");
  Idx idx;
  std::uint64_t size = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t* const b = &file[4 + 4 * i];
    const std::uint64_t side = (std::uint64_t{b[0]} << 24) | (std::uint64_t{b[1]} << 16) |
                               (std::uint64_t{b[2]} << 8) | b[3];
    if (side < 1 || side > 0x7fffffff) return refuse("a side of the IDX file is out of range");
    // Each factor is below 2^31, and more than the file holds is refused before the next.
    size *= side;
    if (size > file.size()) return refuse("the IDX file is shorter than its header says");
    idx.sides.push_back(static_cast<int>(side));
  }
  if (size != file.size() - 4 - 4 * count)
    return refuse("the IDX file is not as long as its header says");
  const auto content = file.subspan(4 + 4 * count);
  idx.bytes.assign(content.begin(), content.end());
  return idx;
}

Dataset dataset(const Idx& images, const Idx& labels, std::string& error) {
  error.clear();
  if (!images.error.empty() || !labels.error.empty())
    error = images.error.empty() ? labels.error : images.error;
  else if (images.sides.size() != 3 || labels.sides.size() != 1)
    error = "images have three sides and labels one";
  else if (images.sides[0] != labels.sides[0])
    error = "there are not as many labels as images";
  if (!error.empty()) return {};
  Dataset data;
  data.shape = {1, images.sides[1], images.sides[2], images.sides[0]};
  for (const std::uint8_t grey : images.bytes)
    data.inputs.push_back(static_cast<float>(grey) / 255.0f);
  for (const std::uint8_t label : labels.bytes) {
    data.labels.push_back(static_cast<float>(label));
    data.classes = std::max(data.classes, label + 1);
  }
  return data;
}

Batches::Batches(int examples, int batch, std::uint64_t seed)
    : seed_(seed),
      order_(static_cast<std::size_t>(std::max(examples, 1))),
      batch_(static_cast<std::size_t>(std::max(batch, 1))) {
  shuffle();
}

void Batches::shuffle() {
  std::iota(order_.begin(), order_.end(), 0);
  num::Rng rng(seed_, static_cast<std::uint64_t>(epoch_));
  rng.shuffle(std::span<int>(order_));
}

std::span<const int> Batches::next() {
  for (int& example : batch_) {
    if (at_ == static_cast<int>(order_.size())) {
      at_ = 0;
      ++epoch_;
      shuffle();
    }
    example = order_[static_cast<std::size_t>(at_++)];
  }
  return batch_;
}

void take(const Dataset& data, std::span<const int> which, std::span<float> inputs,
          std::span<float> labels) {
  const auto features = static_cast<std::size_t>(data.shape.features());
  assert(inputs.size() == which.size() * features && labels.size() == which.size());
  for (std::size_t i = 0; i < which.size(); ++i) {
    const auto example = static_cast<std::size_t>(which[i]);
    std::copy_n(data.inputs.begin() + static_cast<std::ptrdiff_t>(example * features), features,
                inputs.begin() + static_cast<std::ptrdiff_t>(i * features));
    labels[i] = data.labels[example];
  }
}

namespace {

// n groups of c numbers moved by `by` groups, towards the end if positive; zeros come in.
void move(float* x, int n, int c, int by) {
  const int size = n * c, step = std::clamp(by, -n, n) * c;
  if (step >= 0) {
    std::copy_backward(x, x + size - step, x + size);
    std::fill_n(x, step, 0.0f);
  } else {
    std::copy(x - step, x + size, x);
    std::fill_n(x + size + step, -step, 0.0f);
  }
}

}  // namespace

void augment(std::span<float> images, const Shape& shape, const Augmentation& how,
             std::uint64_t seed, std::uint64_t batch) {
  assert(images.size() == shape.size());
  num::Rng rng(seed, batch);
  const int row = shape.width * shape.channels;
  for (int b = 0; b < shape.batch; ++b) {
    const int right = rng.below(2 * how.shift + 1) - how.shift;
    const int down = rng.below(2 * how.shift + 1) - how.shift;
    const bool mirrored = rng.uniform() < 0.5 && how.mirror;
    float* const image = images.data() + static_cast<std::ptrdiff_t>(b) * shape.features();
    move(image, shape.height, row, down);
    for (int y = 0; y < shape.height; ++y) {
      float* const line = image + static_cast<std::ptrdiff_t>(y) * row;
      move(line, shape.width, shape.channels, right);
      if (!mirrored) continue;
      for (int x = 0; x < shape.width / 2; ++x)
        std::swap_ranges(line + x * shape.channels, line + (x + 1) * shape.channels,
                         line + (shape.width - 1 - x) * shape.channels);
    }
  }
}

}  // namespace nn
