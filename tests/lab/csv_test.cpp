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
