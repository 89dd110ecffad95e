// What a sliding kernel says in words and figures. Rows and columns are given from 0 and said from
// 1.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/sliding.h"

namespace lab {

// "red", "green", "blue", or "channel 1".
std::string channel_name(const Sliding& s, int channel);

// "input 8 × 8"
std::string input_words(const Sliding& s);

// ", padding 1 of zeros", or nothing without padding.
std::string padding_words(const Sliding& s);

// "output 4 × 4, stride 2"
std::string output_words(const Sliding& s);

// "row 3, column 5"
std::string cell_words(int row, int col);

// What an output cell reads: "reads rows 1 to 3, columns 2 to 4".
std::string reading_words(const Sliding& s, int row, int col);
// The same from the longest to the shortest.
std::vector<std::string> reading_ways(const Sliding& s, int row, int col);

// What an input cell feeds: "row 3, column 5 feeds 9 output cells".
std::string feeding_words(const Sliding& s, int row, int col);

// The sum of an output cell, in as many ways as it can be told, the longest first: all of its
// products, then by rows of the kernel, then those above and those below zero. By channels alone
// where there are several.
std::vector<std::string> sum_words(const Sliding& s, int row, int col);

}  // namespace lab
