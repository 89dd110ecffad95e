#include "ui/sliding/fitted_words.h"

#include <algorithm>

#include "ui/frame/marks.h"

namespace ui {

namespace {

// Breaks a text at spaces; how many lines of `width` points it takes.
struct Broken {
  std::string text;
  int lines = 1;
};
Broken broken(const std::string& text, float width) {
  Broken b;
  std::string line;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from + 1), text.size());
    const std::string word = text.substr(from, end - from);
    if (!line.empty() && text_size(line + word).x > width) {
      b.text += line + "\n";
      ++b.lines;
      line = word.substr(1);
    } else {
      line += word;
    }
    from = end;
  }
  b.text += line;
  return b;
}

}  // namespace

std::string fitted_words(std::span<const std::string> ways, float width, int lines) {
  Broken last;
  for (const std::string& way : ways) {
    last = broken(way, width);
    if (last.lines <= lines) break;
  }
  return last.text;
}

}  // namespace ui
