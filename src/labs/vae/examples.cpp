#include "labs/vae/examples.h"

#include <algorithm>

#include "nn/clouds.h"
#include "nn/glyphs.h"
#include "num/picture.h"

namespace laboratory::vae {
namespace {

constexpr int test_points = 256, test_images = 64;
// Seeds of what a model is judged on lie far from those of what it learns from.
constexpr std::uint64_t test_seed = 0x7e57'0000'0000u;

nn::Cloud kind_of(Data data) {
  switch (data) {
    case Data::moons:
      return nn::Cloud::moons;
    case Data::pinwheel:
      return nn::Cloud::pinwheel;
    case Data::grid:
      return nn::Cloud::grid;
    default:
      return nn::Cloud::ring;
  }
}

const char* class_word(Data data) {
  switch (data) {
    case Data::moons:
      return "moon ";
    case Data::pinwheel:
      return "arm ";
    default:
      return "";
  }
}

// Ink where a place has more than half of it.
void binarise(nn::Dataset& data) {
  for (float& x : data.inputs) x = x > 0.5f ? 1.0f : 0.0f;
}

struct Own {
  nn::Dataset all;
  std::string reason;
};

// Images of the file brought to the side of the laboratory's, in [0, 1]; without labels.
Own own_images(const lab::OwnFile& file, int most) {
  const char* const instead = " The glyphs are learned in its place.";
  if (!file.given()) return {{}, std::string("No file has been given yet.") + instead};
  const auto* const array = file.as<lab::IdxArray>();
  if (!array || array->shape.size() != 3)
    return {{},
            "The file has to hold images: three dimensions, their number, rows and columns." +
                std::string(instead)};
  const int rows = array->shape[1], cols = array->shape[2];
  const int count = std::min(array->shape[0], most);
  if (count < 2 || rows < 4 || cols < 4 || rows > 512 || cols > 512)
    return {{},
            "The file has to hold two images or more, with sides from 4 to 512." +
                std::string(instead)};
  const std::size_t each = static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols);
  double largest = 0;
  for (std::size_t i = 0; i < each * static_cast<std::size_t>(count); ++i)
    largest = std::max(largest, array->at(i));
  if (!(largest > 0)) return {{}, "The images of the file are blank." + std::string(instead)};
  Own own;
  own.all.shape = {1, image_side, image_side, count};
  own.all.classes = 1;
  own.all.labels.assign(static_cast<std::size_t>(count), 0.0f);
  std::vector<float> plane(each);
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    for (std::size_t j = 0; j < each; ++j)
      plane[j] = static_cast<float>(array->at(i * each + j) / largest);
    const std::vector<float> small =
        num::area_average(plane, cols, {0, 0, rows, cols}, image_side, image_side);
    own.all.inputs.insert(own.all.inputs.end(), small.begin(), small.end());
  }
  return own;
}

nn::Dataset part(const nn::Dataset& all, int from, int count) {
  nn::Dataset some;
  some.shape = all.shape;
  some.shape.batch = count;
  some.classes = all.classes;
  const auto each = static_cast<std::ptrdiff_t>(all.shape.features());
  some.inputs.assign(all.inputs.begin() + each * from, all.inputs.begin() + each * (from + count));
  some.labels.assign(all.labels.begin() + from, all.labels.begin() + from + count);
  return some;
}

// The last eighth of the images, at most as many as of the glyphs, is what the model is judged on.
void learn_own(const nn::Dataset& all, Examples& e) {
  const int held = std::clamp(all.size() / 8, 1, test_images);
  e.train = part(all, 0, all.size() - held);
  e.test = part(all, all.size() - held, held);
  e.classes = {"image"};
}

}  // namespace

Examples examples_of(const Setting& s) {
  Examples e;
  const auto seed = static_cast<std::uint64_t>(s.seed);
  e.binary = s.images_only();
  if (s.data == Data::own) {
    Own own = own_images(s.images, s.points + test_images);
    e.not_own = own.reason;
    if (own.reason.empty()) learn_own(own.all, e);
  }
  if (e.binary) {
    if (e.train.inputs.empty()) {
      const double variation = std::min(1.0, 10 * s.noise);
      e.train = nn::glyphs(s.points, image_side, variation, seed);
      e.test = nn::glyphs(test_images, image_side, variation, seed + test_seed);
    }
    binarise(e.train);
    binarise(e.test);
    // A vector for each image: dense layers read it as it lies.
    for (nn::Dataset* const d : {&e.train, &e.test})
      d->shape = nn::vectors(d->shape.features(), d->size());
  } else {
    const nn::Cloud kind = kind_of(s.data);
    e.train = nn::cloud(kind, s.points, s.noise, seed);
    e.test = nn::cloud(kind, test_points, s.noise, seed + test_seed);
    e.centres = nn::centres(kind);
    e.ceiling = nn::density(kind, s.noise).negative_entropy();
  }
  // Glyphs are digits, and called what they are.
  const int first = e.binary ? 0 : 1;
  for (int c = static_cast<int>(e.classes.size()); c < e.train.classes; ++c)
    e.classes.push_back(class_word(s.data) + std::to_string(c + first));
  return e;
}

}  // namespace laboratory::vae
