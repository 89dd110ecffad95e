// A lab for tests: it declares a field of every kind and draws a figure of every shape. It is no
// part of the product; the file `app/catalogue.h` beside this one puts it in the product's place.
#pragma once

#include <limits>

#include "lab/fields.h"
#include "lab/lab.h"
#include "lab/memory.h"

namespace sampler {

enum class Mode : std::uint8_t { plain, dotted, dashed };

struct Params {
  int count = 3, seed = 1, points = 1000;
  double at_x = 0.5, at_y = -0.5;
  double yaw = 30, pitch = 20;
  double share = 0.25, rate = 0.01, spread = std::numeric_limits<double>::quiet_NaN();
  bool on = true;
  Mode mode = Mode::plain;
  std::vector<double> weights = {0.5, 0.25};
  lab::Matrix table{2, 2, {1, 2, 3, 4}};
  std::vector<int> given = {0, 2};
  std::vector<lab::Arrow> edges = {{0, 2}, {1, 2}, {2, 3}};
  std::string note = "first line\nsecond line";
  lab::OwnFile picture, digits, words;
  int pick = 1;

  void declare(lab::Fields& f) {
    f.whole("count", count, {0, 100}, "whole number [px]");
    f.real("share", share, {0, 1}, "real number");
    f.log_real("rate", rate, {1e-6, 1}, "real number by ratios").extra();
    f.auto_real("spread", spread, {0, 10}, "real number or auto").extra();
    f.flag("on", on, "flag");
    f.choice("mode", mode, {"plain", "dotted", "dashed"}, "one of three");
    f.reals("weights", weights, {1, 6}, {0, 1}, "row of numbers").extra();
    f.table("table", table, {6, 6}, {-10, 10}, "matrix").extra();
    f.subset("given", given, {"x1", "x2", "x3", "x4", "x5"}, "some of five");
    f.arrows("edges", edges, {"z1", "z2", "x1", "x2"}, "arrows among four nodes");
    f.words("note", note, 280, "words");
    f.asset("picture", picture, lab::Media::picture, "a picture of your own", "mode", "dotted");
    f.asset("digits", digits, lab::Media::idx, "digits of your own (IDX)").extra();
    f.asset("words", words, lab::Media::text, "a text of your own").extra();
    f.whole("pick", pick, {1, 9}, "what is looked at").looks_only().picked();
    f.whole("points", points, {0, 100000}, "points of the cloud").extra();
    f.real("at_x", at_x, {-2, 2}, "cross-hair x").looks_only().picked();
    f.real("at_y", at_y, {-2, 2}, "cross-hair y").looks_only().picked();
    f.real("yaw", yaw, {-180, 180}, "yaw [°]").looks_only().picked();
    f.real("pitch", pitch, {-90, 90}, "pitch [°]").looks_only().picked();
    f.whole("seed", seed, {0, 9999}, "seed").extra();
  }
};

extern const lab::LabRow row;

}  // namespace sampler
