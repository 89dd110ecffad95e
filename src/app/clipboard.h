// The clipboard of a page, which only hands its text over in events of its own: what the canvas
// gives to it and takes from it.
#pragma once

#include <string>
#include <string_view>

namespace app {

// What is selected in the text box that is being typed into; "" where nothing is.
std::string selected_text();

// Types `text` into that box. In a box of one line, tabs and line ends become blanks: without them
// two numbers would run together.
void paste_text(std::string_view text);

}  // namespace app
