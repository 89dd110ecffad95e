// A picture as the text that a drawing can hold.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ui {

// "data:image/png;base64,…" of width x height pixels, row by row from the top, four bytes each.
// Runs of equal differences are packed, which maps are full of; nothing else is.
std::string png_uri(int width, int height, std::span<const std::uint8_t> rgba);

}  // namespace ui
