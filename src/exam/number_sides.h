// Where what is written beside a number is parted: sides of "=", statements and remarks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "num/plain_text.h"

namespace exam {

// The bytes [from, to) of a side, and the number of the statement that it belongs to. `sign` is
// what stands before it.
struct SideSpan {
  std::size_t from = 0, to = 0;
  int statement = 0;
  bool remarks = false;  // a reason or circumstance that stands behind the answer
  std::string sign;
};

// The sides of a text that num::read_dress has been through, in order, at least one.
//
//   text      = statement, any number of: ("⇒" | "→" | ";" | line end | ", " before a word | "#" |
//               "so" | "or" | "i.e." and the like) statement
//   statement = side, any number of: ("=" | ":=" | ":" | "≈" | "\approx" | "is" | "equals") side
//
// What stands behind "because", "for", "#" and the like is a remark, up to "so", "⇒" and the like.
// Nothing parts within brackets. A remark in brackets at the end, "5.52 (= ln 250)", "1 % (the
// panel)", is a side or a statement, and brackets around all of it are gone.
std::vector<SideSpan> number_sides(num::PlainText& text);

}  // namespace exam
