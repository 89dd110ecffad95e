// Words of one line or several, and files of the person's own.
#pragma once

#include <string>

#include "ui/frame/widget.h"

namespace ui {

// The first line, which opens for typing all of them.
void words(const lab::Field& field, const lab::Text& text, float width, Desk& desk);

// The name of a file, and buttons that ask for one and give it up.
void file(const lab::Field& field, const lab::Asset& asset, float width, Desk& desk);

// The first line of a text as far as it fits, with "…" where that is not all.
std::string first_line(const std::string& text, float width);

}  // namespace ui
