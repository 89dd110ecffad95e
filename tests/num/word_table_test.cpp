#include "num/word_table.h"

#include <doctest/doctest.h>

namespace {

struct TableRow {
  std::string_view word;
  int number;
};
// Beginnings that share a bucket, 'A' and a first byte of UTF-8 among them, and words of which one
// begins another.
constexpr auto rows = num::word_table<TableRow>(
    {{"minus", 1}, {"mini", 2}, {"min", 3}, {"ŷ", 4}, {"A", 5}, {"-", 6}, {"≥", 7}, {"minus", 8}});

int number(const TableRow* row) { return row ? row->number : 0; }

}  // namespace

TEST_CASE("of the words that stand at a place the first of the table counts") {
  CHECK(number(rows.at("a minus b", 2)) == 1);
  CHECK(number(rows.at("minimal", 0)) == 2);
  CHECK(number(rows.at("mins", 0)) == 3);
  CHECK(number(rows.at("mi", 0)) == 0);
  CHECK(number(rows.at("xŷ", 1)) == 4);
  CHECK(number(rows.at("A", 0)) == 5);
  CHECK(number(rows.at("a≥b", 1)) == 7);
  CHECK(number(rows.at("", 0)) == 0);
  CHECK(number(rows.at("-", 1)) == 0);
  CHECK(number(rows.at("minus", 0, [](const TableRow& row) { return row.number > 3; })) == 8);
}

TEST_CASE("small letters of a table stand for capitals where case does not count") {
  const auto any = [](const TableRow&) { return true; };
  CHECK(number(rows.in_any_case_at("MiNuS", 0, any)) == 1);
  CHECK(number(rows.at("MiNuS", 0)) == 0);
  CHECK(number(rows.in_any_case_at("MI", 0, any)) == 0);
}

TEST_CASE("a word is found as a whole, and looked for from the first row on") {
  CHECK(number(rows.find("mini")) == 2);
  CHECK(number(rows.find("min")) == 3);
  CHECK_FALSE(rows.holds("mi"));
  CHECK_FALSE(rows.holds(""));
  int last = 0;
  for (const TableRow& row : rows) CHECK(row.number == ++last);
}
