// A field that holds words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lab/reading.h"

namespace lab {

// Text in UTF-8 of at most `most_bytes` bytes. Line breaks, all read as "\n", and tabs are the only
// control characters. A longer text is cut where a character ends.
struct Text {
  static constexpr const char* kind = "text";
  std::string value;
  int most_bytes = 0;

  template <class Self, class See>
  static void bounds(Self& s, See see) {
    see("most_bytes", s.most_bytes);
  }
  bool sound() const;
  std::string text() const { return value; }
  Reading read(const std::string& key, std::string_view text);
  bool operator==(const Text&) const = default;
};

// Why `text` is no plain text: "byte 4 is no UTF-8", "character 2 is the control character U+0007".
std::optional<std::string> not_plain(std::string_view text);

// With "\n" for every line break.
std::string with_line_feeds(std::string_view text);

}  // namespace lab
