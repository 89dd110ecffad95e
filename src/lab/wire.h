// Views as bytes, for the way from the engine to the canvas. Little-endian, doubles and floats bit
// by bit, so that decode(encode(v)) is v and encode(decode(b)) is b for every b that decodes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lab/view.h"

namespace lab {

std::vector<std::uint8_t> encode(const View& view);

// A figure in pieces: the first holds it but for its long rows of numbers, each of the others one
// of these, so that a row that stands is seen to stand.
std::vector<std::vector<std::uint8_t>> encode_pieces(const Figure& figure);

// The view without its figures.
std::vector<std::uint8_t> encode_head(const View& view);

// The view, or nothing where the bytes are not exactly one encoded view: cut short, too long, a
// count beyond what the bytes could hold, an index or enumerator out of range.
std::optional<View> decode(std::span<const std::uint8_t> bytes);
std::optional<Figure> decode_pieces(std::span<const std::span<const std::uint8_t>> pieces);
std::optional<View> decode_head(std::span<const std::uint8_t> bytes);

// The 64-bit FNV-1a hash of a report as it is encoded within a view: equal reports have equal
// digests, and one bit of a readout, figure or problem makes another.
std::uint64_t digest(const Report& report);

}  // namespace lab
