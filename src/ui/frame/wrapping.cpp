#include "ui/frame/wrapping.h"

#include <algorithm>
#include <cstddef>

#include "ui/frame/marks.h"

namespace ui {

namespace {

// Where the first word ends. A percent sign goes with its number, what is equated with both sides.
std::size_t word_end(std::string_view text) {
  const auto glues = [](std::string_view word) {
    return word.starts_with("%") || word == "=" || word == "×" || word == "≈";
  };
  std::size_t end = std::min(text.find(' '), text.size());
  while (end < text.size()) {
    const std::string_view rest = text.substr(end + 1);
    const std::string_view next = rest.substr(0, std::min(rest.find(' '), rest.size()));
    const std::size_t begun = text.substr(0, end).rfind(' ');
    const std::string_view last = text.substr(0, end).substr(begun == text.npos ? 0 : begun + 1);
    if (!glues(next) && (last.starts_with("%") || !glues(last))) break;
    end += 1 + next.size();
  }
  return end;
}

}  // namespace

std::vector<std::string> broken(std::string_view text, float width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t end = word_end(text);
    const std::string word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && text_size(line + " " + word).x > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

float widest_word(std::string_view text) {
  float widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    widest = std::max(widest, text_size(text.substr(0, end)).x);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

}  // namespace ui
