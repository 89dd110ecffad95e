#include "lab/number_slots.h"

#include <doctest/doctest.h>

#include <string>

namespace {

// What the slot holds after the text, or the sentence of the refusal.
template <class Slot>
std::string after(Slot slot, std::string_view text) {
  const lab::Reading reading = slot.read("k", text);
  return reading.outcome == lab::Reading::refused ? reading.message : slot.text();
}

const lab::Whole whole{2, 2, 100000};
const lab::Real real{0.5, 0, 100};
const lab::Reals list{{1}, 0, 12, 0, 10};
const lab::Table table{{}, 12, 12, -100, 100, false};

}  // namespace

TEST_CASE("blanks around a number and characters that cannot be seen are no part of it") {
  for (const char* text : {"10", " 10", "10 ", "10\u200b", "\ufeff10", "10\u00a0", "10\n"})
    CHECK_MESSAGE(after(whole, text) == "10", text);
  CHECK(after(list, " 1, 2 ") == "1,2");
}

TEST_CASE("a list is read in a row, in a column and in brackets") {
  for (const char* text :
       {"1,2,3", "1, 2, 3", "1 2 3", "[1, 2, 3]", "1\t2\t3", "1\n2\n3", "[[1],[2],[3]]"})
    CHECK_MESSAGE(after(list, text) == "1,2,3", text);
  CHECK(after(list, " ").empty());
}

TEST_CASE("a table is read as other programs write it") {
  for (const char* text : {"1,0;0,1;2,2", "1, 0; 0, 1; 2, 2", "1,0;0,1;2,2;",
                           "[[1,0],\n[0,1],\n[2,2]]", "1\t0\n0\t1\n2\t2\n", "[1 0; 0 1; 2 2]"})
    CHECK_MESSAGE(after(table, text) == "1,0;0,1;2,2", text);
}

TEST_CASE("a refusal quotes what was typed and says which entry cannot be read") {
  CHECK(after(table, "[[1,x],\n[0,1]]") ==
        "k=[[1,x],\n[0,1]] is left out: entry 1,2, \"x\", is no number");
  CHECK(after(table, "1\t\n2\t3") == "k=1\t\n2\t3 is left out: entry 1,2 is missing");
  CHECK(after(table, "1,2;3") == "k=1,2;3 is left out: row 2 has 1 entry and row 1 has 2");
  CHECK(after(list, "1,2;3,4").starts_with("k=1,2;3,4 is left out: it takes 0 to 12 numbers"));
}

TEST_CASE("a number is read as people write it, and asked about where it has two readings") {
  CHECK(after(real, "0,5") == "0.5");
  CHECK(after(real, "6.18×10⁻⁹") == "6.18e-9");
  CHECK(after(whole, "50 000") == "50000");
  CHECK(after(whole, "1e3") == "1000");
  CHECK(after(whole, "1,000") ==
        "k=1,000 is left out: does 1,000 mean 1000 or 1.000? Write it without the comma, or with a "
        "point.");
  CHECK(after(whole, "1.000").starts_with("k=1.000 is left out: does it mean 1 or 1000?"));
  CHECK(after(whole, "x") == "k=x is left out: it takes a whole number from 2 to 100000");
  CHECK(after(whole, "2.5").ends_with("it takes a whole number from 2 to 100000"));
}

TEST_CASE("beside tabs a comma is a decimal one, or asked about") {
  CHECK(after(table, "1,5\t2,5\n3,5\t4,5") == "1.5,2.5;3.5,4.5");
  CHECK(after(table, "1,000\t2") ==
        "k=1,000\t2 is left out: entry 1,1: does 1,000 mean 1000 or 1.000? Write it without the "
        "comma, "
        "or with a point.");
  CHECK(after(table, "1,5 2,5").find("a comma may part numbers here") != std::string::npos);
}
