// What a person can choose in the laboratory of human performance.
#pragma once

#include <vector>

#include "lab/fields.h"

namespace laboratory::human_level {

struct Params {
  static constexpr int most_pictures = 60, most_samples = 20000, most_sittings = 9999;

  std::vector<double> labels;
  int n = 10, item = 0, sitting = 1;
  double difficulty = 0.35, ambiguity = 0.15, limit = 3;
  int panel = 5, samples = 1000, seed = 1;

  // The person's labels are a parameter like any other, so that a link holds the whole attempt.
  // What changes the pictures takes the labels back. The simulated people label pictures of their
  // own, so that a person's labels leave them alone.
  void declare(lab::Fields& f) {
    f.reals("labels", labels, {0, most_pictures}, {0, 4}, "your labels, 1 to 4, or 0 for none yet")
        .looks_only()
        .extra()
        .on_set_clear({"item"});
    f.whole("n", n, {1, most_pictures}, "pictures to label").looks_only();
    f.real("difficulty", difficulty, {0, 1}, "difficulty: noise on the pictures")
        .on_set_clear({"labels", "item"});
    f.real("ambiguity", ambiguity, {0, 1}, "share of pictures between two classes")
        .on_set_clear({"labels", "item"});
    f.real("limit", limit, {0, 30}, "time to look, 0 for no limit [s]");
    f.whole("panel", panel, {1, 15}, "experts in the panel");
    f.whole("samples", samples, {10, most_samples}, "pictures that the simulated people label")
        .horizon();
    f.whole("seed", seed, {0, 999999}, "seed").on_set_clear({"labels", "item"});
    f.whole("sitting", sitting, {1, most_sittings}, "which set of pictures, for labelling again")
        .looks_only()
        .extra()
        .on_set_clear({"labels", "item"});
    f.whole("item", item, {0, most_pictures}, "picture looked at, 0 for the next")
        .looks_only()
        .picked();
  }
};

}  // namespace laboratory::human_level
