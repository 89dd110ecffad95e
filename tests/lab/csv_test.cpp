#include "lab/csv.h"

#include <doctest/doctest.h>

TEST_CASE("bars over a range say where each begins and ends") {
  lab::Bars bars;
  bars.x.label = "loss, nats";
  bars.y.label = "samples";
  bars.start = 5, bars.width = 0.5;
  bars.heights = {3, 4};
  CHECK(lab::csv({"h", "", "", bars}) ==
        "\"loss, nats from\",\"loss, nats to\",samples\n5,5.5,3\n5.5,6,4\n");
}

TEST_CASE("cells of a matrix are counted from 1") {
  lab::Block block;
  block.name = "Q";
  block.values = {1, 2, {2, -3}};
  CHECK(lab::csv({"q", "", "", lab::Blocks{{block}}}) ==
        "matrix,row,column,value\nQ,1,1,2\nQ,1,2,-3\n");
}

TEST_CASE("a text that a spreadsheet would run is disarmed, a number is not") {
  CHECK(lab::csv({"w", "", "", lab::Working{{"=1+1", "-3", "a \"b\""}}}) ==
        "step\n'=1+1\n-3\n\"a \"\"b\"\"\"\n");
}

TEST_CASE("a table ends after 5 MiB and says what is left out") {
  lab::Block block;
  block.values = {1000, 2000, std::vector<double>(2000000, 0.123456789)};
  const std::string table = lab::csv({"q", "", "", lab::Blocks{{block}}});
  CHECK(table.size() < lab::csv_bytes + 200);
  const std::string said = lab::left_out_of_csv(table);
  CHECK(said.starts_with("the last "));
  CHECK(said.find(" of 2000001 rows are left out") != said.npos);
  CHECK(table.ends_with("# " + said + '\n'));
  CHECK(lab::left_out_of_csv("a\n# the last 1\n").empty());
}
