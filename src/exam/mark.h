// What is said of one answer: how it was read, how it was judged, and what it earns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exam {

// `invalid` could not be read and `blank` was not given: neither counts as an attempt.
enum class Outcome : std::uint8_t { right, partly, wrong, invalid, blank };
const char* name(Outcome);

// One option, one point, one line or one cell ("2,1": row 2, column 1).
struct PartMark {
  std::string id;
  Outcome outcome = Outcome::blank;
  std::string message;
  bool contested = false;
  bool unscored = false;  // it is worth no marks and has no outcome, whatever was answered
};

struct FieldMark {
  std::string id;
  Outcome outcome = Outcome::blank;
  double share = 0;     // of the field's marks, 0 to 1
  std::string read_as;  // what was understood: "5.521461"
  std::string message;  // the reason, the cure, or what is wrong with the text
  std::vector<PartMark> parts;
  std::vector<std::string> notes;  // more to say, a sentence or two each
  bool self_assessed = false;      // the marks are the writer's own judgement
  bool practice = false;           // worth no marks
};

// The outcome `invalid` with the sentence that says what the field takes.
FieldMark invalid(std::string message);

// Sets share and outcome: right at 1, partly above 0, wrong at 0.
void set_share(FieldMark& mark, double share);

// What a person's text means before it is marked: "read as …" or why it is invalid.
struct Understood {
  bool valid = false;
  std::string message;
};
Understood read_as(std::string_view text);

// A marking by what it read; its verdict is not told.
Understood read_as(const FieldMark& mark);

// True where `text` holds blanks only.
bool is_blank(std::string_view text);

// The name of a cell as part of a field, "2,1" for row 1 and column 0 counted from 0.
std::string cell_id(std::size_t row, std::size_t col);
// The same cell in words: "Row 2, column 1".
std::string cell_place(std::size_t row, std::size_t col);

}  // namespace exam
