#include "exam/mark.h"

#include "num/plain_text.h"

namespace exam {

const char* name(Outcome outcome) {
  switch (outcome) {
    case Outcome::right:
      return "right";
    case Outcome::partly:
      return "partly";
    case Outcome::wrong:
      return "wrong";
    case Outcome::invalid:
      return "invalid";
    case Outcome::blank:
      break;
  }
  return "blank";
}

FieldMark invalid(std::string message) {
  FieldMark mark;
  mark.outcome = Outcome::invalid;
  mark.message = std::move(message);
  return mark;
}

void set_share(FieldMark& mark, double share) {
  mark.share = share;
  mark.outcome = share >= 1 ? Outcome::right : share > 0 ? Outcome::partly : Outcome::wrong;
}

Understood read_as(std::string_view text) { return {true, "read as " + std::string(text)}; }

Understood read_as(const FieldMark& mark) {
  if (mark.outcome == Outcome::invalid) return {false, mark.message};
  return read_as(mark.read_as);
}

bool is_blank(std::string_view text) { return num::is_blank(text); }

std::string cell_id(std::size_t row, std::size_t col) {
  return std::to_string(row + 1) + "," + std::to_string(col + 1);
}

std::string cell_place(std::size_t row, std::size_t col) {
  return "Row " + std::to_string(row + 1) + ", column " + std::to_string(col + 1);
}

}  // namespace exam
