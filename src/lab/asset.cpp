#include "lab/asset.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "lab/text_slot.h"

namespace lab {
namespace {

constexpr std::size_t mebibyte = 1 << 20;
constexpr std::size_t longest_idx_file = 64 * mebibyte, longest_text_file = mebibyte;
constexpr int most_dimensions = 4, longest_side = 4096;
constexpr std::int64_t most_pixels = 4194304;

using FileBytes = std::span<const std::uint8_t>;

ContentReading refused(std::string why) { return {nullptr, std::move(why)}; }

template <class T>
ContentReading taken(T content) {
  return {std::make_shared<const Content>(std::move(content)), ""};
}

// `n` bytes as a whole number, the highest first.
std::uint64_t number(const std::uint8_t* at, std::size_t n) {
  std::uint64_t x = 0;
  for (std::size_t i = 0; i < n; ++i) x = x << 8 | at[i];
  return x;
}

std::size_t bytes_of(IdxArray::Type type) {
  using enum IdxArray::Type;
  switch (type) {
    case unsigned_byte:
    case signed_byte:
      return 1;
    case short_whole:
      return 2;
    case whole:
    case single_real:
      return 4;
    case double_real:
      break;
  }
  return 8;
}

bool is_type(std::uint8_t byte) {
  return byte == 0x08 || byte == 0x09 || (byte >= 0x0b && byte <= 0x0e);
}

// A number of `From` bits as the `To` that has the same bits.
template <class To, class From>
To same_bits(From from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

}  // namespace

const char* name(Media media) {
  switch (media) {
    case Media::picture:
      return "picture";
    case Media::idx:
      return "idx";
    case Media::text:
      break;
  }
  return "text";
}

bool holds(const Content& content, Media media) {
  struct Held {
    Media operator()(const Picture&) const { return Media::picture; }
    Media operator()(const IdxArray&) const { return Media::idx; }
    Media operator()(const std::string&) const { return Media::text; }
  };
  return std::visit(Held{}, content) == media;
}

std::size_t IdxArray::size() const {
  std::size_t n = 1;
  for (const int side : shape) n *= static_cast<std::size_t>(side);
  return n;
}

double IdxArray::at(std::size_t i) const {
  const std::size_t n = bytes_of(type);
  const std::uint64_t bits = number(values.data() + i * n, n);
  switch (type) {
    case Type::unsigned_byte:
      return static_cast<double>(bits);
    case Type::signed_byte:
      return same_bits<std::int8_t>(static_cast<std::uint8_t>(bits));
    case Type::short_whole:
      return same_bits<std::int16_t>(static_cast<std::uint16_t>(bits));
    case Type::whole:
      return same_bits<std::int32_t>(static_cast<std::uint32_t>(bits));
    case Type::single_real:
      return static_cast<double>(same_bits<float>(static_cast<std::uint32_t>(bits)));
    case Type::double_real:
      break;
  }
  return same_bits<double>(bits);
}

ContentReading picture_content(int width, int height, FileBytes rgba) {
  if (width < 1 || width > longest_side || height < 1 || height > longest_side)
    return refused("a picture may have sides of 1 to 4096 pixels");
  const std::int64_t pixels = std::int64_t{width} * height;
  if (pixels > most_pixels) return refused("a picture may have at most 4 194 304 pixels");
  if (rgba.size() != static_cast<std::size_t>(4 * pixels))
    return refused("a picture has four bytes for each of its pixels");
  return taken(Picture{width, height, {rgba.begin(), rgba.end()}});
}

ContentReading idx_content(FileBytes file) {
  if (file.size() > longest_idx_file) return refused("an IDX file may have at most 64 MiB");
  if (file.size() >= 2 && file[0] == 0x1f && file[1] == 0x8b)
    return refused("this is compressed with gzip: unpack it first");
  if (file.size() < 4 || file[0] != 0 || file[1] != 0 || !is_type(file[2]))
    return refused("this is not an IDX file: it does not begin with two zero bytes and a type");
  const int dimensions = file[3];
  if (dimensions < 1 || dimensions > most_dimensions)
    return refused("an IDX file of " + std::to_string(dimensions) +
                   " dimensions is of no use here; it may have 1 to 4");
  const std::size_t head = 4 + 4 * static_cast<std::size_t>(dimensions);
  if (file.size() < head) return refused("the IDX file is cut short: its sizes are missing");
  IdxArray array;
  array.type = static_cast<IdxArray::Type>(file[2]);
  std::uint64_t wanted = bytes_of(array.type);
  for (std::size_t at = 4; at < head; at += 4) {
    const std::uint64_t side = number(&file[at], 4);
    if (side == 0) return refused("the IDX file is empty: one of its sizes is 0");
    // Both factors are below 2^32, so the product is a number of 64 bits.
    wanted *= side;
    if (wanted > longest_idx_file)
      return refused("the IDX file says that it has more than 64 MiB of values");
    array.shape.push_back(static_cast<int>(side));
  }
  const std::size_t there = file.size() - head;
  if (there != wanted)
    return refused("the IDX file is " + std::string(there < wanted ? "cut short" : "too long") +
                   ": its sizes ask for " + std::to_string(wanted) + " bytes of values, and " +
                   std::to_string(there) + " are there");
  array.values.assign(file.begin() + static_cast<std::ptrdiff_t>(head), file.end());
  return taken(std::move(array));
}

ContentReading content_of(Media media, FileBytes file, int width, int height) {
  switch (media) {
    case Media::picture:
      return picture_content(width, height, file);
    case Media::idx:
      return idx_content(file);
    case Media::text:
      break;
  }
  return text_content(file);
}

ContentReading text_content(FileBytes file) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  if (file.size() > longest_text_file) return refused("a text file may have at most 1 MiB");
  std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  std::string plain = with_line_feeds(text);
  if (const auto wrong = not_plain(plain)) return refused("this is not plain text: " + *wrong);
  return taken(std::move(plain));
}

}  // namespace lab
