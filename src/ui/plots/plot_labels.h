// Words and reference lines within a plot.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ui/plots/plot.h"

namespace ui {

// Places labels where they do not cover each other.
class Labels {
 public:
  explicit Labels(const Plot& p) : plot_(p) {}
  void keep_clear(const Box& box) { taken_.push_back({box, 1}); }
  // The same of words: rather over a line than over each other.
  void keep_apart(const Box& words) { taken_.push_back({words, 8}); }
  // The same of what can be taken hold of: a corner that covers any of it comes after all others.
  void keep_off(const Box& handle) { taken_.push_back({handle, 1e4f}); }
  // Writes `text` on the first of the corners that is free, or on the one that covers least.
  // Returns where it stands, empty where nothing is written.
  Box write(std::string_view text, ImU32 colour, std::span<const ImVec2> corners);

 private:
  struct Taken {
    Box box;
    float weight;  // of each point of it that is covered
  };
  const Plot& plot_;
  std::vector<Taken> taken_;
};

// Asks labels to stay off reference lines.
void keep_clear(const Plot& p, std::span<const lab::Rule> all, Labels& labels);

// Reference lines, and their names: after all lines, so that no line crosses a name.
void rule_lines(const Plot& p, std::span<const lab::Rule> all);
void rule_names(const Plot& p, std::span<const lab::Rule> all, Labels& labels);

// A faint note in the top right corner: what could not be drawn.
void note(const Plot& p, std::string_view text);

}  // namespace ui
