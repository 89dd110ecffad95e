// 1a: which remedies help a deep net whose first layers have stopped learning?
#include <array>
#include <optional>

#include "exercises/all.h"
#include "exercises/claims.h"
#include "labs/all.h"
#include "labs/depth/params.h"

namespace exercises {
namespace {

using exam::Key;

// What is wrong with a net, as its own parameters make it.
enum class Symptom { dead, saturated };

// A verdict follows from one rule: a remedy helps where it changes the factors of the backward
// product, slopes and weights, so that the symptom goes. What changes them at the start alone is
// shown at the first step: at the question's rate the steps that follow undo it.
constexpr Claim leaky = {
    "Use leaky ReLU in place of every ReLU.", Key::yes,
    "A ReLU that is below zero on all examples has slope 0: no gradient, no update, no way back. "
    "The leaky slope stays above 0, so every unit can recover. It revives dead units; it does "
    "not cure the shrinking through many layers.",
    "beside=leaky&tab=units&figure=dead"};
constexpr Claim batch_norm = {
    "Put batch normalisation before every activation.", Key::yes,
    "Standardised pre-activations keep tanh off its flat ends and about half of each ReLU’s "
    "inputs above 0, so that no layer shuts the gradient out.",
    "beside=norm"};
constexpr Claim more_data = {
    "Train on a larger training set.", Key::no,
    "More data narrows the gap between training and validation. Here the training loss itself is "
    "stuck: the slopes and weights that the gradient passes through are the same for any number "
    "of examples.",
    "beside=more-data"};
constexpr Claim larger_rate = {
    "Use a larger learning rate.", Key::no,
    "The rate only scales the update, and where the gradient is zero there is nothing to scale. "
    "Where it is not zero, larger steps push tanh further into saturation and more ReLUs below "
    "zero.",
    "beside=larger-rate"};

constexpr std::array dead_cures = {
    leaky,
    batch_norm,
    Claim{"Use ELU in place of every ReLU.", Key::yes,
          "Below zero an ELU has the slope of an exponential, small but not 0: a unit that has "
          "fallen silent can come back.",
          ""},
    Claim{"Add a residual link around every layer.", Key::yes,
          "Each factor of the product becomes identity plus Jacobian, so the gradient gets past a "
          "layer whose units are silent. Without normalisation the signal then grows instead.",
          "beside=skips"},
    Claim{"Start again with biases at 0 and He’s initialisation.", Key::yes,
          "Biases at 0 leave about half of each ReLU’s inputs above 0, and weights of variance "
          "2/fan-in keep the size of the signal from layer to layer: the factors start near 1.",
          "beside=he&step=1"},
};
constexpr std::array saturated_cures = {
    batch_norm,
    Claim{"Add a residual link around every layer.", Key::yes,
          "Each factor of the product becomes identity plus Jacobian, so the gradient gets past a "
          "layer whose units are saturated. Without normalisation the signal then grows instead.",
          "beside=skips"},
    Claim{
        "Start again with biases at 0 and Xavier’s initialisation.", Key::yes,
        "Biases at 0 put pre-activations where the slope of tanh is near 1 rather than out on its "
        "flat ends, and weights of variance 1/fan-in keep them there from layer to layer.",
        "beside=xavier&step=1"},
    Claim{"Use leaky ReLU in place of every activation.", Key::yes,
          "It has no flat ends: its slope is 1 or the leak, never 0.", "beside=leaky&step=1"},
};
constexpr std::array no_cures = {
    more_data,
    larger_rate,
    Claim{"Use a smaller learning rate.", Key::no,
          "A smaller step in a direction of length zero is still none. It slows the rest of the "
          "net down and leaves the factors of the product as they are.",
          "beside=smaller-rate"},
    Claim{"Use dropout in the hidden layers.", Key::no,
          "Dropout works against overfitting. It silences more units at each step, and the net has "
          "not even fitted its training set.",
          ""},
    Claim{"Add an L2 penalty on the weights.", Key::no,
          "It pulls all weights towards zero, and with them the factors that are too small "
          "already.",
          ""},
    Claim{"Augment the training data.", Key::no,
          "More variety in the inputs helps a net that has learned too much by heart. The "
          "gradient still has to pass the same slopes and weights.",
          ""},
};

// A net and the remedies that are proposed for it.
struct DyingQuestion {
  bool paper = true;
  lab::Fields net;  // the lab as the question has it, before any remedy
  Symptom symptom = Symptom::dead;
  bool all_relu = false;
  std::vector<Claim> remedies = {leaky, more_data, larger_rate, batch_norm};
};

// The paper's net opens where it has died altogether: from step 171 on no layer has a gradient, and
// with leaky ReLU all of them do.
DyingQuestion at_the_end(lab::Fields& fields) {
  fields.set("step", "200");
  return {.net = fields};
}

std::optional<DyingQuestion> draw_dying(num::Rng& rng, lab::Fields& fields) {
  DyingQuestion q;
  const int depth = 10 * (4 + rng.below(7));
  fields.set("depth", std::to_string(depth));
  fields.set("data", std::array{"moons", "circles", "spirals",
                                "xor"}[static_cast<std::size_t>(rng.below(4))]);
  const int seed = 1 + rng.below(9999);
  fields.set("seed", std::to_string(seed));
  if (rng.below(2) == 0) {
    q.all_relu = rng.below(2) != 0;
    fields.set("mix", q.all_relu ? "relu" : "alternate");
  } else {
    // A large bias, not large weights: those would make the gradient grow on its way back.
    q.symptom = Symptom::saturated;
    fields.set("mix", "tanh");
    fields.set("bias", "2");
  }
  q.net = fields;
  // The paper's own net, should it be drawn, comes with the paper's remedies.
  const laboratory::depth::Params own;
  q.paper = depth == own.depth && seed == own.seed && q.symptom == Symptom::dead && !q.all_relu;
  if (q.paper) return q;
  num::Rng claims(static_cast<std::uint64_t>(seed), /*purpose=*/1);
  q.remedies = q.symptom == Symptom::dead ? some_of(4, dead_cures, no_cures, claims)
                                          : some_of(4, saturated_cures, no_cures, claims);
  return q;
}

// The remedy as a net of its own, with the question's net beside it.
std::string show(const Claim& r, const DyingQuestion& q) {
  return *r.show == 0 ? "" : whole_case(r.show, q.net);
}

exam::Facts dying_facts(const DyingQuestion& q) {
  exam::Facts facts;
  facts.flag("paper", q.paper);
  const bool tanh = q.symptom == Symptom::saturated;
  facts.word("units",
             tanh         ? "tanh"
             : q.all_relu ? "relu"
                          : "alternating",
             {"tanh", "relu", "alternating"});
  facts.word("symptom", tanh ? "saturated" : "dead", {"dead", "saturated"});
  tell(q.remedies, {"helps", "does not help"}, facts);
  return facts;
}

exam::Form dying_form(const DyingQuestion& q) {
  exam::ManyOf remedies;
  remedies.choice = true;
  for (std::size_t i = 0; i < q.remedies.size(); ++i)
    remedies.options.push_back(option(q.remedies[i], i, show(q.remedies[i], q)));
  const char* const label =
      q.symptom == Symptom::dead
          ? "The early layers’ gradients are at or near zero, and many ReLU units give 0 for "
            "every example. Does it help?"
          : "The early layers’ gradients are at or near zero, and many hidden units sit on the "
            "flat ends of their activation. Does it help?";
  return {{"remedies", label, remedies,
           "What helps changes the factors that the gradient is multiplied by on its way back: the "
           "slopes of the activations and the weights."}};
}

// The contenders are one net with one thing changed, under the same names for every symptom.
exam::Prediction dying_guess(const DyingQuestion&) {
  return {
      "Each of these nets is the plain one but for what it is named after. Which of them do you "
      "think gets its loss lowest?",
      {"*"},
      {"loss.*", "accuracy.*", "verdict.*", "grad_norm.*", "dead_share*", "saturated_share*",
       "reach"},
      exam::Pick{{{"leaky ReLU", "loss.i"},
                  {"ten times the examples", "loss.ii"},
                  {"ten times the learning rate", "loss.iii"},
                  {"batch norm", "loss.iv"},
                  {"batch norm with skips", "loss.skips",
                   "A skip hands the gradient on as it is, so that it neither vanishes nor "
                   "explodes on its way back: at layer 1 its norm is {{grad_norm.first.skips}}."},
                  {"He’s start, biases 0", "loss.he"}},
                 exam::Pick::smallest}};
}

constexpr exam::Asking<DyingQuestion> dying_asking = {.lab = &laboratory::depth::lab_row,
                                                      .paper = at_the_end,
                                                      .draw = draw_dying,
                                                      .form = dying_form,
                                                      .predict = dying_guess,
                                                      .facts = dying_facts};

}  // namespace

const exam::Exercise dying_gradients = exam::exercise<dying_asking>();

}  // namespace exercises
