// Files of the person's own as labs read them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lab/value.h"

namespace lab {

// What a file holds.
enum class Media : std::uint8_t { picture, idx, text };
constexpr int media_count = 3;
const char* name(Media media);  // "picture", "idx", "text"

// An array from an IDX file (LeCun, "The MNIST database of handwritten digits", 1998): two bytes 0,
// one for the type of the values, one for the number of dimensions, a size of four bytes for each,
// then the values, row by row; all numbers begin with their highest byte.
struct IdxArray {
  enum class Type : std::uint8_t {
    unsigned_byte = 0x08,
    signed_byte = 0x09,
    short_whole = 0x0b,
    whole = 0x0c,
    single_real = 0x0d,
    double_real = 0x0e
  };
  Type type = Type::unsigned_byte;
  std::vector<int> shape;            // sizes from the outermost dimension on, each at least 1
  std::vector<std::uint8_t> values;  // as the file has them

  std::size_t size() const;        // number of values: the product of `shape`
  double at(std::size_t i) const;  // the value at a place below `size`
};

using Content = std::variant<Picture, IdxArray, std::string>;
bool holds(const Content& content, Media media);

// Why a file cannot be used, a sentence, where there is no content.
struct ContentReading {
  std::shared_ptr<const Content> content;
  std::string error;
};

// Pixels, four bytes each. Sides from 1 to 4096 px and at most 4 194 304 pixels.
ContentReading picture_content(int width, int height, std::span<const std::uint8_t> rgba);

// The content of a file that is no picture.
// IDX: at most 64 MiB and 4 dimensions, as many bytes as the sizes ask for. Text: at most 1 MiB of
// UTF-8, of control characters line breaks and tabs alone; a byte order mark is left out.
ContentReading idx_content(std::span<const std::uint8_t> file);
ContentReading text_content(std::span<const std::uint8_t> file);

// The content of a file for a field of that kind of media; a picture comes as its pixels, and the
// sides say how many.
ContentReading content_of(Media media, std::span<const std::uint8_t> file, int width = 0,
                          int height = 0);

}  // namespace lab
