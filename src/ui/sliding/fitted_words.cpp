#include "ui/sliding/fitted_words.h"

#include <vector>

#include "ui/frame/wrapping.h"

namespace ui {

std::string fitted_words(std::span<const std::string> ways, float width, int lines) {
  std::vector<std::string> in_lines;
  for (const std::string& way : ways) {
    in_lines = broken(way, width);
    if (std::ssize(in_lines) <= lines) break;
  }
  std::string text;
  for (const std::string& line : in_lines) text += (&line == &in_lines[0] ? "" : "\n") + line;
  return text;
}

}  // namespace ui
