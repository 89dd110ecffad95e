// What a person can choose in the laboratory of attention.
#pragma once

#include "lab/fields.h"
#include "num/attention.h"

namespace laboratory::attention {

enum class Kind : std::uint8_t { hard, soft };
enum class Mask : std::uint8_t { none, causal };

struct Params {
  lab::Matrix Q{3, 2, {2, -3, -4, 1, 5, -2}};
  lab::Matrix K{2, 2, {1, 4, 0, -3}};
  lab::Matrix V{2, 4, {2, 4, 3, -2, -4, 3, 1, -5}};
  Kind kind = Kind::hard;
  double temperature = 1;
  Mask mask = Mask::none;
  int heads = 1;
  int row = 2, col = 1;  // the query of the paper whose soft weights are not all but one-hot
  int entry = 0;         // 0: the one with the steepest slope
  num::Baseline baseline = num::Baseline::none;
  int draws = 1000, seed = 1;

  void declare(lab::Fields& f) {
    constexpr int side = 12;
    constexpr lab::Bounds<double> entries = {-1e6, 1e6};
    f.table("Q", Q, {side, side}, entries, "queries Q, one a row");
    f.table("K", K, {side, side}, entries, "keys K, one a row");
    f.table("V", V, {side, side}, entries, "values V, one a row");
    f.choice("kind", kind, {"hard", "soft"}, "attention");
    // Where attention is hard the output does not depend on it.
    f.log_real("temperature", temperature, {0.01, 100}, "softmax temperature")
        .on_set_bring({"kind=soft"});
    f.choice("mask", mask, {"none", "causal"}, "mask");
    f.whole("heads", heads, {1, side}, "heads h");
    f.whole("row", row, {1, side}, "row of the output cell").looks_only().picked();
    f.whole("col", col, {1, side}, "column of the output cell").looks_only().picked();
    f.whole("entry", entry, {0, side}, "entry of the query that moves (0: the steepest)")
        .looks_only()
        .extra();
    f.choice("baseline", baseline, {"none", "mean", "best"}, "baseline of the estimate").extra();
    f.whole("draws", draws, {2, 100000}, "keys drawn for the estimate").extra();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
  }
};

}  // namespace laboratory::attention
