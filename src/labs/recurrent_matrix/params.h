// What a person can choose in the laboratory of the recurrent matrix.
#pragma once

#include "lab/fields.h"

namespace laboratory::recurrent_matrix {

// Where the matrix comes from: the person's own, a telling one, or one that is drawn at random, for
// the sake of what it shows where it is a find.
enum class Origin : std::uint8_t { own, shear, swap, rotation, jordan, random, calm, wild };

// The gradient at the last step that is followed back.
enum class Direction : std::uint8_t { given, vanishing, exploding };

enum class Activation : std::uint8_t { identity, tanh };

constexpr int most_steps = 500, most_size = 6;

namespace tabs {
constexpr const char* eigenvalues = "eigenvalues";
constexpr const char* growth = "growth";
constexpr const char* rules = "rules";
constexpr const char* precision = "precision";
}  // namespace tabs

struct Params {
  lab::Matrix W{3, 3, {1.03, 0.65, -0.5, -0.08, -0.31, 1.37, 0.59, 1.45, 0.19}};
  Origin origin = Origin::own;
  int T = 50;
  Direction direction = Direction::given;
  std::vector<double> dL = {1, 1, 1};
  Activation activation = Activation::identity;
  double normal = 0;
  lab::Matrix eigenvalues;
  double z_re = 1.5, z_im = 0.5;
  double yaw = 35, pitch = 20;
  int seed = 1;

  void declare(lab::Fields& f) {
    constexpr lab::Bounds<double> entries = {-100, 100};
    f.whole("T", T, {0, most_steps}, "steps back T").played();
    f.choice("matrix", origin,
             {"own", "shear", "swap", "rotation", "jordan", "random", "find-vanishing",
              "find-exploding"},
             "matrix")
        .on_set_clear({"W", "eigenvalues", "normal"});
    f.choice("direction", direction, {"given", "vanishing", "exploding"}, "gradient ∇L");
    f.real("normal", normal, {0, 1}, "towards its normal part");
    f.choice("activation", activation, {"identity", "tanh"}, "activation");
    f.table("W", W, {most_size, most_size}, entries, "recurrent weights W")
        .picked()
        .on_set_clear({"matrix", "eigenvalues", "normal"});
    f.reals("dL", dL, {1, most_size}, {-1e6, 1e6}, "given gradient ∇L")
        .extra()
        .on_set_clear({"direction"});
    f.optional_table("eigenvalues", eigenvalues, {most_size, 2}, entries,
                     "eigenvalues put in place of its own")
        .picked();
    f.real("z_re", z_re, {-10, 10}, "real part of z").looks_only().picked();
    f.real("z_im", z_im, {-10, 10}, "imaginary part of z").looks_only().picked();
    f.real("yaw", yaw, {-180, 180}, "yaw [°]").looks_only().picked();
    f.real("pitch", pitch, {-90, 90}, "pitch [°]").looks_only().picked();
    f.whole("seed", seed, {0, 999999}, "seed of what is random").extra();
  }
};

}  // namespace laboratory::recurrent_matrix
