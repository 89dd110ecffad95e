#include "app/picture_file.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

// A file that is removed with the test.
struct Scratch {
  std::string path = (std::filesystem::temp_directory_path() / "examlab_picture_test.png").string();
  ~Scratch() { std::remove(path.c_str()); }
};

// Pixel (x, y) is (x, y, x ^ y, 255), each modulo 256.
lab::Picture pattern(int width, int height) {
  lab::Picture out{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (const int value : {x, y, x ^ y, 255}) {
        out.rgba.push_back(static_cast<std::uint8_t>(value));
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a picture written as PNG reads back the same") {
  const Scratch file;
  const lab::Picture picture = pattern(37, 21);
  REQUIRE(app::write_png(file.path, picture));
  const app::PictureReading reading = app::read_picture(file.path, 512);
  REQUIRE(reading.picture);
  CHECK(reading.picture->width == 37);
  CHECK(reading.picture->height == 21);
  CHECK(reading.picture->rgba == picture.rgba);
}

TEST_CASE("halving a picture averages squares of four pixels") {
  const lab::Picture half = app::reduced(pattern(4, 2), 2);
  REQUIRE(half.width == 2);
  REQUIRE(half.height == 1);
  // Red of the left square: (0 + 1 + 0 + 1) / 4, rounded up at the half; green likewise.
  CHECK(half.rgba == std::vector<std::uint8_t>{1, 1, 1, 255, 3, 1, 3, 255});
}

TEST_CASE("reducing keeps the proportions and at least one pixel") {
  CHECK(app::reduced(pattern(300, 200), 150).height == 100);
  CHECK(app::reduced(pattern(1000, 2), 100).width == 100);
  CHECK(app::reduced(pattern(1000, 2), 100).height == 1);
  CHECK(app::reduced(pattern(30, 20), 150).width == 30);
}

TEST_CASE("reducing a plain picture leaves its colour") {
  const lab::Picture plain{100, 60, std::vector<std::uint8_t>(100 * 60 * 4, 77)};
  const lab::Picture small = app::reduced(plain, 33);
  CHECK(small.rgba == std::vector<std::uint8_t>(small.rgba.size(), 77));
}

TEST_CASE("a large picture is brought down to the side that was asked for") {
  const Scratch file;
  REQUIRE(app::write_png(file.path, pattern(640, 480)));
  const app::PictureReading reading = app::read_picture(file.path, 512);
  REQUIRE(reading.picture);
  CHECK(reading.picture->width == 512);
  CHECK(reading.picture->height == 384);
}

TEST_CASE("what is no picture is named in a sentence") {
  const Scratch file;
  std::ofstream(file.path) << "\x89PNG and then nothing of the kind";
  for (const std::string& path : {file.path, std::string("/nonexistent/picture.png")}) {
    const app::PictureReading reading = app::read_picture(path, 512);
    CHECK_FALSE(reading.picture);
    CHECK(reading.error.find(path) == 0);
  }
}

TEST_CASE("a PNG cut short at any place is refused or read, never a crash") {
  const Scratch file;
  REQUIRE(app::write_png(file.path, pattern(16, 16)));
  std::ifstream in(file.path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    std::ofstream(file.path, std::ios::binary) << whole.substr(0, size);
    const app::PictureReading reading = app::read_picture(file.path, 512);
    CHECK(reading.picture.has_value() == reading.error.empty());
  }
}
