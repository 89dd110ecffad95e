#include "app/picture_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

// The two headers hold their code as well, which is compiled here and nowhere else.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wsign-compare"
#endif
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_MAX_DIMENSIONS 16384
#include <stb_image.h>
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace app {

PictureReading read_picture(const std::string& path, int largest_side) {
  int width = 0, height = 0, channels = 0;
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load(path.c_str(), &width, &height, &channels, 4), stbi_image_free);
  if (!pixels) return {std::nullopt, path + " is not a readable PNG or JPEG picture"};
  const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
  return {reduced({width, height, {pixels.get(), pixels.get() + bytes}}, largest_side), ""};
}

lab::ContentReading read_content(const std::string& path, lab::Media media) {
  constexpr int largest_side = 1024;
  if (media == lab::Media::picture) {
    const PictureReading reading = read_picture(path, largest_side);
    if (!reading.picture) return {nullptr, reading.error};
    return lab::picture_content(reading.picture->width, reading.picture->height,
                                reading.picture->rgba);
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return {nullptr, "the file " + path + " cannot be read"};
  const std::vector<char> bytes(std::istreambuf_iterator<char>(file), {});
  return lab::content_of(media,
                         {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

namespace {

// The mean of the pixels in [x0, x1) x [y0, y1), rounded.
std::array<std::uint8_t, 4> mean(const lab::Picture& picture, int x0, int x1, int y0, int y1) {
  std::array<std::int64_t, 4> sum{};
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const std::size_t at = 4 * (static_cast<std::size_t>(y) * picture.width + x);
      for (std::size_t c = 0; c < 4; ++c) sum[c] += picture.rgba[at + c];
    }
  }
  const std::int64_t count = static_cast<std::int64_t>(x1 - x0) * (y1 - y0);
  std::array<std::uint8_t, 4> out;
  for (std::size_t c = 0; c < 4; ++c) {
    out[c] = static_cast<std::uint8_t>((sum[c] + count / 2) / count);
  }
  return out;
}

}  // namespace

lab::Picture reduced(const lab::Picture& picture, int largest_side) {
  const int side = std::max(picture.width, picture.height);
  if (side <= largest_side) return picture;
  const auto scaled = [&](std::int64_t length) {
    return static_cast<int>(std::max<std::int64_t>(1, (length * largest_side + side / 2) / side));
  };
  lab::Picture out{scaled(picture.width), scaled(picture.height), {}};
  const auto edge = [](std::int64_t i, int from, int to) {
    return static_cast<int>(i * from / to);
  };
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const auto pixel =
          mean(picture, edge(x, picture.width, out.width), edge(x + 1, picture.width, out.width),
               edge(y, picture.height, out.height), edge(y + 1, picture.height, out.height));
      out.rgba.insert(out.rgba.end(), pixel.begin(), pixel.end());
    }
  }
  return out;
}

bool write_png(const std::string& path, const lab::Picture& picture) {
  return stbi_write_png(path.c_str(), picture.width, picture.height, 4, picture.rgba.data(),
                        4 * picture.width) != 0;
}

}  // namespace app
