#include "ui/frame/font.h"

namespace ui {

void add_font(ImFontAtlas& atlas) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = 2;
  // ImGui asks for a mutable pointer and, not owning the data, does not write to it.
  auto* bytes = const_cast<unsigned char*>(font_bytes.data());
  atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(font_bytes.size()), 16, &config);
}

}  // namespace ui
