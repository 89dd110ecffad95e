// What a person can choose in the laboratory of graphs.
#pragma once

#include <iterator>

#include "lab/fields.h"
#include "labs/graphical_model/tabs.h"

namespace laboratory::graphical_model {

// Latent nodes z1, z2, … and observed ones x1, x2, …, as many as there may be of each.
constexpr int most_of_a_kind = 6;
constexpr int most_paths = 2000;
constexpr int most_samples = 5000;

// Where the arrows of p come from: the person's own, or a model that is told of often.
enum class Model : std::uint8_t {
  own,
  state_space,
  ladder,
  independent,
  autoregressive,
  shared,
  irregular,
  looped,
};
constexpr const char* model_names[] = {"own",         "state-space",    "ladder",
                                       "independent", "autoregressive", "shared",
                                       "irregular",   "feedback"};

// Where the arrows of q come from: the person's own, or an encoder that is told of often.
enum class Shape : std::uint8_t {
  own,
  per_step,
  so_far,
  mean_field,
  filtering,
  reverse,
  causal,
  smoothing,
  backward,
  complete,
};
constexpr const char* shape_names[] = {"own",       "per-step", "so-far", "mean-field",
                                       "filtering", "reverse",  "causal", "smoothing",
                                       "backward",  "complete"};
// The same for people, in the choice and in figures.
constexpr const char* shape_titles[] = {
    "as drawn",           "each step its own x", "x so far, no z",
    "mean field",         "filtering",           "filtering in reverse",
    "all z and x so far", "smoothing",           "smoothing in reverse",
    "everything"};
static_assert(std::size(shape_titles) == std::size(shape_names));

struct Params {
  Model model = Model::own;
  Shape encoder = Shape::own;
  int latents = 3, observed = 3;
  // By the places in `names()`: z1 to z6 are 0 to 5, x1 to x6 are 6 to 11.
  std::vector<lab::Arrow> p = {{0, 1}, {0, 6}, {1, 2}, {1, 7}, {2, 8}};
  std::vector<lab::Arrow> q = {{0, 1}, {1, 2}, {6, 0}, {7, 1}, {8, 2}};
  int from = 0, to = 2;  // places, as of arrows
  std::vector<int> given = {7};
  double a = 0.9, r = 0.5;
  int samples = 400, seed = 1;
  lab::Matrix places;  // of z1, …, x1, … in a square of side 1; empty: as the arrows say

  // All nodes that there may be.
  static std::vector<std::string> names();
  // Whether the node at a place is in the graph.
  bool has(int place) const {
    return place < most_of_a_kind ? place < latents : place - most_of_a_kind < observed;
  }

  void declare(lab::Fields& f) {
    const std::vector<std::string> all = names();
    f.choice("graph", model, {std::begin(model_names), std::end(model_names)}, "model p")
        .say({"as drawn", "state space", "ladder", "independent pairs", "autoregressive",
              "one shared cause", "irregular", "with feedback"})
        .on_set_clear({"p"});
    f.choice("encoder", encoder, {std::begin(shape_names), std::end(shape_names)}, "encoder q")
        .say({std::begin(shape_titles), std::end(shape_titles)})
        .on_set_clear({"q"});
    f.whole("latents", latents, {1, most_of_a_kind}, "latent nodes z");
    f.whole("observed", observed, {0, most_of_a_kind}, "observed nodes x");
    f.arrows("p", p, all, "arrows of p, by text").extra().on_set_clear({"graph"});
    f.arrows("q", q, all, "arrows of q, by text").extra().on_set_clear({"encoder"});
    std::vector<std::string> absent;
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
      if (!has(i)) absent.push_back(all[static_cast<std::size_t>(i)]);
    const std::vector<std::string> beside = {tabs::separation, tabs::numbers};
    f.of_kind("from", from, lab::Choice{from, all}, "from").beside(beside).withhold(absent);
    f.of_kind("to", to, lab::Choice{to, all}, "to").beside(beside).withhold(absent);
    f.subset("given", given, all, "given")
        .beside({tabs::separation, tabs::independences, tabs::numbers})
        .withhold(absent);
    f.real("a", a, {0, 0.99}, "correlation a of a z with its parents");
    f.log_real("r", r, {0.01, 100}, "variance r of the noise in x");
    f.whole("samples", samples, {3, most_samples}, "samples").beside({tabs::numbers});
    f.whole("seed", seed, {0, 999999}, "seed of the samples").beside({tabs::numbers});
    f.optional_table("places", places, {2 * most_of_a_kind, 2}, {0, 1}, "places of the nodes")
        .looks_only()
        .picked();
  }
};

}  // namespace laboratory::graphical_model
