#include "num/attention_cost.h"

#include <doctest/doctest.h>

TEST_CASE("512 tokens of width 512 cost 1.61 GFLOPs, and a little more with each head") {
  CHECK(num::attention_cost(512, 512, 512, 1).total() == 1'611'923'456);
  CHECK(num::attention_cost(512, 512, 512, 8).total() == 1'621'098'496);
  CHECK(num::attention_cost(512, 512, 512, 128).total() == 1'778'384'896);
}

TEST_CASE("heads change the softmax and nothing else") {
  const num::AttentionCost one = num::attention_cost(3, 5, 8, 1),
                           four = num::attention_cost(3, 5, 8, 4);
  CHECK(one.projections == 2048);  // 4 (3 + 5) 64
  CHECK(one.scores == 240);
  CHECK(one.softmax == 75);
  CHECK(one.mix == 240);
  CHECK(four.projections == one.projections);
  CHECK(four.scores + four.mix == one.scores + one.mix);
  CHECK(four.softmax == 4 * one.softmax);
}

TEST_CASE("a sum of k terms that does not begin with 0 takes one addition less") {
  const num::AttentionCost c = num::attention_cost_without_zero(3, 5, 8, 4);
  CHECK(c.projections == (3 + 5) * 2 * 8 * 15);
  CHECK(c.scores == 3 * 5 * 4 * 3);
  CHECK(c.softmax == 300);
  CHECK(c.mix == 3 * 8 * 9);
}

TEST_CASE("heads that see a part of the channels make projections cheaper, but for the output") {
  CHECK(num::split_projections(3, 5, 8, 1) == num::attention_cost(3, 5, 8, 1).projections);
  CHECK(num::split_projections(3, 5, 8, 4) == 2 * 3 * 64 + (2 * 3 + 4 * 5) * 16);
}
