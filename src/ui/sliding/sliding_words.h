// What a sliding kernel says in words and figures.
#pragma once

#include <string>

#include "lab/figure.h"
#include "ui/maps/sheet.h"

namespace ui {

// "red", "green", "blue", or "channel 1".
std::string channel_name(const lab::Sliding& s, int channel);

// "input 8 × 8, padding 1 of zeros", without the padding where that is wider than `width`.
std::string input_words(const lab::Sliding& s, float width);

// "output 4 × 4, stride 2"
std::string output_words(const lab::Sliding& s);

// "row 3, column 5", counted from 1.
std::string cell_words(Cell cell);

// What output cell `shown` reads or, where there is an input cell `source`, what that one feeds.
std::string reading_words(const lab::Sliding& s, Cell shown, Cell source);

// The sum of an output cell: all of its products where they fit into `lines` lines of `width`
// points, otherwise its parts: channels, rows of the kernel, or those above and below zero. Broken
// into lines at spaces.
std::string sum_words(const lab::Sliding& s, Cell shown, float width, int lines);

}  // namespace ui
