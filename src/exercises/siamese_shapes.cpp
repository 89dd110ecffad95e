// 1h-i: the shapes of everything that takes part in a pair of twins.
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "exercises/siamese_shape_fields.h"
#include "exercises/siamese_terms.h"
#include "labs/all.h"
#include "labs/siamese/params.h"

namespace exercises {
namespace {

using SiameseParams = laboratory::siamese::Params;

// Which shapes are asked for: the paper's, or in a variant those of what is computed on the way.
enum class Wanted : std::uint8_t { given, on_the_way, gradients };
constexpr const char* wanted_words[] = {"given", "way", "gradients"};

struct ShapesQuestion {
  SiameseParams net;
  Wanted wanted = Wanted::given;
};

void follow_net(ShapesQuestion& q, const lab::Fields& fields) {
  q.net = lab::parameters<SiameseParams>(fields);
}

exam::Form shapes_form(const ShapesQuestion& q) {
  switch (q.wanted) {
    case Wanted::on_the_way:
      return shapes_on_the_way(q.net);
    case Wanted::gradients:
      return shapes_of_gradients(q.net);
    case Wanted::given:
      break;
  }
  return given_shapes(q.net);
}

exam::Facts shapes_facts(const ShapesQuestion& q) {
  exam::Facts facts;
  facts.word("wanted", wanted_words[static_cast<std::size_t>(q.wanted)],
             {std::begin(wanted_words), std::end(wanted_words)});
  return facts;
}

// The picture is of z1 = W1 X + b1, which tells most.
void look_at_shapes(lab::Fields& fields) {
  fields.set("view", "shapes");
  fields.set("node", "z1");
}

std::optional<ShapesQuestion> draw_shapes(num::Rng& rng, lab::Fields& fields) {
  const int D = 1 + rng.below(6), Da = 1 + (D + rng.below(5)) % 6;
  fields.set("D", std::to_string(D));
  fields.set("Da", std::to_string(Da));
  fields.set("m", std::to_string(1 + rng.below(6)));
  fields.set("seed", std::to_string(1 + rng.below(1000)));
  fields.set("step", "8");
  look_at_shapes(fields);
  const auto wanted = static_cast<Wanted>(rng.below(3));
  if (!telling_twins(fields)) return std::nullopt;
  return ShapesQuestion{{}, wanted};
}

// Forwards all the way: every node has its shape, and no gradient is in sight yet. Two inputs,
// three hidden nodes and four pairs: a number in a shape says which of the three it is.
ShapesQuestion forwards(lab::Fields& fields) {
  fields.set("step", "8");
  fields.set("m", "4");
  look_at_shapes(fields);
  return {};
}

exam::Prediction shapes_guess(const ShapesQuestion& q) {
  const SiameseParams& p = q.net;
  const auto n = [](int x) { return std::to_string(x); };
  return {"The sizes are D = " + n(p.D) + " for x, Dₐ = " + n(p.Da) +
              " for the hidden layer and m = " + n(p.m) +
              " for the pairs. How many rows do you think z1 = W1 X + b1 has?",
          {"*"},
          {"z*", "a*", "yhat", "d*", "node*"},
          exam::Estimate{{"z1", exam::Source::rows}, "rows", 1, 144, true},
          "z1 has an entry for each of the " + n(p.Da) +
              " hidden nodes, however many inputs they read."};
}

constexpr exam::Asking<ShapesQuestion> shapes_asking = {.lab = &laboratory::siamese::lab_row,
                                                        .paper = forwards,
                                                        .draw = draw_shapes,
                                                        .follow = follow_net,
                                                        .form = shapes_form,
                                                        .predict = shapes_guess,
                                                        .facts = shapes_facts};

}  // namespace

const exam::Exercise siamese_shapes = exam::exercise<shapes_asking>();

}  // namespace exercises
