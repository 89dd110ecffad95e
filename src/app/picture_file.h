// Pictures from and to files, for the native program.
#pragma once

#include <optional>
#include <string>

#include "lab/asset.h"
#include "lab/value.h"

namespace app {

// The picture in a PNG or JPEG file, at most `largest_side` pixels on its longer side: larger ones
// are averaged down. Nothing where `error` says why.
struct PictureReading {
  std::optional<lab::Picture> picture;
  std::string error;
};
PictureReading read_picture(const std::string& path, int largest_side);

// What a file holds for a field of that kind of media: a picture as `read_picture` makes it, of
// at most 1024 pixels on its longer side, as on the page; else its bytes, read by `lab`.
lab::ContentReading read_content(const std::string& path, lab::Media media);

// Pixels averaged into a picture whose longer side is `largest_side`; as it is where that is
// enough.
lab::Picture reduced(const lab::Picture& picture, int largest_side);

// Writes a PNG file. False where that fails.
bool write_png(const std::string& path, const lab::Picture& picture);

}  // namespace app
