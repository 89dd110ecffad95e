// Words beside the sizes of a shape.
#pragma once

#include <string>
#include <string_view>

namespace exam {

// What words say of a shape, and `rest`, what is left without them.
struct ShapeWords {
  bool scalar = false, row = false, column = false;
  std::string rows, columns;  // "5 rows", "columns: 4", "1 column of …"
  std::string rest;
};

// Takes words out of `s`: "a column vector of length 5" says `column` and leaves "5".
ShapeWords shape_words(std::string_view s);

// "one" to "twelve" in digits, where more is said than that.
std::string with_digits(std::string_view s);

// `s` up to what is said beside a shape: "because …", "for all examples", "i.e. …".
std::string_view without_reasons(std::string_view s);

}  // namespace exam
