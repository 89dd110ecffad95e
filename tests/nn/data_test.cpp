#include "nn/data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "num/statistics.h"

namespace {

const nn::Cloud kinds[] = {nn::Cloud::moons,       nn::Cloud::circles, nn::Cloud::spirals,
                           nn::Cloud::xor_squares, nn::Cloud::blobs,   nn::Cloud::ring,
                           nn::Cloud::grid,        nn::Cloud::pinwheel};

// Two images of 1 x 2 pixels and their labels, as bytes of IDX files.
const std::vector<std::uint8_t> images = {0, 0, 8, 3, 0, 0, 0, 2,   0,  0,
                                          0, 1, 0, 0, 0, 2, 0, 255, 51, 102};
const std::vector<std::uint8_t> labels = {0, 0, 8, 1, 0, 0, 0, 2, 7, 3};

}  // namespace

TEST_CASE("the density of a cloud is that of its points") {
  constexpr double noise = 0.05;
  constexpr int n = 500;
  for (const nn::Cloud kind : kinds) {
    CAPTURE(static_cast<int>(kind));
    const num::Mixture p = nn::density(kind, noise);
    double weight = 0;
    for (const num::Mixture::Node& node : p.nodes) weight += node.weight;
    CHECK(weight == doctest::Approx(1).epsilon(1e-12));
    // The mean of ln p over the points is minus the entropy, to four standard errors.
    const nn::Dataset data = nn::cloud(kind, n, noise, 3);
    num::Running logs;
    for (std::size_t i = 0; i < n; ++i)
      logs.add(std::log(p.density(static_cast<double>(data.inputs[2 * i]),
                                  static_cast<double>(data.inputs[2 * i + 1]))));
    CHECK(std::fabs(logs.mean() - p.negative_entropy()) < 4 * logs.standard_error());
  }
}

TEST_CASE("the classes that are one Gaussian have their middles") {
  CHECK(nn::centres(nn::Cloud::ring).size() == 16);
  CHECK(nn::centres(nn::Cloud::grid).size() == 50);
  CHECK(nn::centres(nn::Cloud::moons).empty());
  const nn::Dataset clean = nn::cloud(nn::Cloud::ring, 8, 0, 1);
  for (std::size_t i = 0; i < 16; ++i)
    CHECK(static_cast<double>(clean.inputs[i]) ==
          doctest::Approx(nn::centres(nn::Cloud::ring)[i]).epsilon(1e-6));
}

TEST_CASE("clouds are balanced, in view, and the same points with less noise or fewer of them") {
  for (const nn::Cloud kind : kinds) {
    CAPTURE(static_cast<int>(kind));
    const nn::Dataset clean = nn::cloud(kind, 200, 0, 5), noisy = nn::cloud(kind, 100, 0.1, 5);
    std::vector<int> count(static_cast<std::size_t>(clean.classes));
    for (const float label : clean.labels) ++count[static_cast<std::size_t>(label)];
    CHECK(*std::max_element(count.begin(), count.end()) -
              *std::min_element(count.begin(), count.end()) <=
          1);
    double sum = 0;
    for (std::size_t i = 0; i < noisy.inputs.size(); ++i) {
      CHECK(std::fabs(clean.inputs[i]) < 1.3f);
      const double d = static_cast<double>(noisy.inputs[i]) - static_cast<double>(clean.inputs[i]);
      sum += d * d;
    }
    CHECK(std::sqrt(sum / 200) == doctest::Approx(0.1).epsilon(0.2));
  }
}

TEST_CASE("a circle has its radius and the sign of xor is its class") {
  const nn::Dataset circles = nn::cloud(nn::Cloud::circles, 20, 0, 1);
  for (std::size_t i = 0; i < 20; ++i)
    CHECK(std::hypot(circles.inputs[2 * i], circles.inputs[2 * i + 1]) ==
          doctest::Approx(i % 2 == 0 ? 0.85 : 0.4));
  const nn::Dataset squares = nn::cloud(nn::Cloud::xor_squares, 20, 0, 1);
  for (std::size_t i = 0; i < 20; ++i)
    CHECK((squares.inputs[2 * i] * squares.inputs[2 * i + 1] > 0) == (squares.labels[i] == 0));
}

TEST_CASE("glyphs are inked, vary when they may, and are told apart by their nearest mean") {
  const nn::Dataset still = nn::glyphs(20, 16, 0, 1), train = nn::glyphs(400, 16, 0.7, 1),
                    test = nn::glyphs(100, 16, 0.7, 2);
  const std::size_t size = 256;
  const auto first = still.inputs.begin();
  std::vector<double> mean(10 * size);
  for (std::size_t i = 0; i < 400; ++i)
    for (std::size_t k = 0; k < size; ++k)
      mean[i % 10 * size + k] += static_cast<double>(train.inputs[i * size + k]) / 40;
  int right = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    std::size_t best = 0;
    double least = 1e9;
    for (std::size_t c = 0; c < 10; ++c) {
      double square = 0;
      for (std::size_t k = 0; k < size; ++k) {
        const double d = mean[c * size + k] - static_cast<double>(test.inputs[i * size + k]);
        square += d * d;
      }
      if (square < least) least = square, best = c;
    }
    right += best == i % 10 ? 1 : 0;
  }
  CHECK(right >= 70);  // chance is 10
  CHECK(right <= 99);  // and not so easy that nothing is left to learn
  CHECK(std::equal(first, first + 256, first + 2560));  // 0 and the next 0, pens aside
  CHECK_FALSE(
      std::equal(train.inputs.begin(), train.inputs.begin() + 256, train.inputs.begin() + 2560));
  CHECK(*std::max_element(test.inputs.begin(), test.inputs.end()) == 1);
}

TEST_CASE("IDX files give images and labels") {
  std::string error;
  const nn::Dataset data = nn::dataset(nn::parse_idx(images), nn::parse_idx(labels), error);
  CHECK(error.empty());
  CHECK(data.shape == nn::Shape{1, 1, 2, 2});
  CHECK(data.classes == 8);
  CHECK(data.inputs == std::vector<float>{0, 1, 0.2f, 0.4f});
  CHECK(data.labels == std::vector<float>{7, 3});
}

TEST_CASE("no truncation or changed byte of an IDX header gets past the checks") {
  for (std::size_t n = 0; n < images.size(); ++n)
    CHECK_FALSE(nn::parse_idx(std::span(images).first(n)).error.empty());
  for (std::size_t at = 0; at < 16; ++at) {
    std::vector<std::uint8_t> file = images;
    for (const int byte : {0x01, 0x7f, 0xff}) {
      if (file[at] == byte || (at == 11 && byte == 1)) continue;
      file[at] = static_cast<std::uint8_t>(byte);
      CAPTURE(at);
      CAPTURE(byte);
      const nn::Idx idx = nn::parse_idx(file);
      CHECK_FALSE(idx.error.empty());
      CHECK(idx.bytes.empty());
    }
  }
  std::string error;
  nn::dataset(nn::parse_idx(images), nn::parse_idx(images), error);
  CHECK(error == "images have three sides and labels one");
}

TEST_CASE("an epoch shows every example once, in an order that a restored state continues") {
  nn::Batches batches(10, 4, 3);
  std::vector<int> seen;
  for (int i = 0; i < 5; ++i)
    for (const int example : batches.next()) seen.push_back(example);
  for (int epoch = 0; epoch < 2; ++epoch) {
    std::vector<int> once(seen.begin() + 10 * epoch, seen.begin() + 10 * (epoch + 1));
    std::sort(once.begin(), once.end());
    CHECK(once == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  }
  CHECK(batches.epoch() == 1);
  nn::Snapshot moment;
  moment(batches);
  const auto next = batches.next();
  const std::vector<int> expected(next.begin(), next.end());
  nn::Batches other(10, 4, 3);
  nn::SnapshotReader reader(moment);
  reader(other);
  CHECK(reader.complete());
  const auto again = other.next();
  CHECK(std::vector<int>(again.begin(), again.end()) == expected);
}

TEST_CASE("a shift moves every pixel alike and a mirror reverses rows") {
  const nn::Shape shape{2, 3, 4, 16};
  std::vector<float> x(shape.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i % 24 + 1);
  std::vector<float> y = x;
  nn::augment(y, shape, {.shift = 1, .mirror = true}, 1, 1);
  int moved = 0, mirrored = 0;
  for (std::size_t b = 0; b < 16; ++b) {
    const float* const image = &y[24 * b];
    // Places that both images show differ by one constant, or by its mirror.
    bool found = false;
    for (int down = -1; down <= 1; ++down)
      for (int right = -1; right <= 1; ++right)
        for (const bool mirror : {false, true}) {
          bool same = true;
          for (int v = 0; v < 3; ++v)
            for (int u = 0; u < 4; ++u) {
              const int from_v = v - down, from_u = (mirror ? 3 - u : u) - right;
              const bool inside = from_v >= 0 && from_v < 3 && from_u >= 0 && from_u < 4;
              const float want = inside ? static_cast<float>(2 * (from_u + 4 * from_v) + 1) : 0;
              same = same && image[2 * (u + 4 * v)] == want;
            }
          if (!same) continue;
          found = true;
          moved += down != 0 || right != 0 ? 1 : 0;
          mirrored += mirror ? 1 : 0;
        }
    CHECK(found);
  }
  CHECK(moved > 8);
  CHECK(mirrored > 3);
  CHECK(mirrored < 13);
}
