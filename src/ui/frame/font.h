// The canvas's font: DejaVu Sans with the characters of glyphs.txt, in the program itself.
#pragma once

#include <imgui.h>

#include <span>

namespace ui {

extern const std::span<const unsigned char> font_bytes;  // a TrueType file, made by the build

// Adds the font. The atlas refers to the bytes above and frees nothing.
void add_font(ImFontAtlas& atlas);

}  // namespace ui
