#include "exam/written_lines.h"

#include <algorithm>

#include "exam/mark.h"
#include "lab/parts.h"

namespace exam {
namespace {

constexpr std::size_t longest_answer = 100000;  // bytes

// `line` without "3.", "(3)" or "Line 3:" in front.
std::string_view without_number(std::string_view line, std::size_t number) {
  const std::string digits = std::to_string(number);
  for (const std::string& head : {"Line " + digits + ":", "line " + digits + ":",
                                  "(" + digits + ") ", digits + ". ", digits + ") ", digits + ": "})
    if (line.starts_with(head))
      return line.substr(std::min(line.find_first_not_of(' ', head.size()), line.size()));
  return line;
}

}  // namespace

std::vector<std::string> written_lines(std::string_view text) {
  if (text.size() > longest_answer) return std::vector<std::string>(1, std::string(text));
  std::string all = lab::replaced(text, "\r\n", "\n");
  all = lab::replaced(all, "```", "\n");
  if (all.find("\\begin{") != std::string::npos) {
    all = lab::replaced(all, "\n", " ");
    all = lab::replaced(all, "\\\\", "\n");
    for (const char* const frame : {"\\begin{", "\\end{"})
      for (std::size_t at; (at = all.find(frame)) != std::string::npos;) {
        const std::size_t close = std::min(all.find('}', at), all.size() - 1);
        all.erase(at, close + 1 - at);
      }
    all = lab::replaced(all, "&", " ");
    all = lab::replaced(all, "$$", " ");
  }
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= all.size();) {
    const std::size_t end = std::min(all.find('\n', from), all.size());
    const std::string line = all.substr(from, end - from);
    const std::size_t first = line.find_first_not_of(" \t");
    if (!is_blank(line) && line.substr(first, 3) != "\\[ " && line.substr(first) != "\\[" &&
        line.substr(first) != "\\]")
      lines.push_back(line.substr(first));
    from = end + 1;
  }
  bool numbered = lines.size() > 1, dashed = lines.size() > 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    numbered = numbered && without_number(lines[i], i + 1).size() < lines[i].size();
    dashed = dashed && lines[i].starts_with("- ");
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (numbered) lines[i] = std::string(without_number(lines[i], i + 1));
    if (dashed) lines[i].erase(0, 2);
  }
  return lines;
}

}  // namespace exam
