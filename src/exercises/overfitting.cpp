// 1b: which measures reduce overfitting?
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "exercises/all.h"
#include "exercises/claims.h"
#include "labs/all.h"
#include "num/rng.h"

namespace exercises {
namespace {

using enum exam::Key;

constexpr Claim augmentation = {
    "Data augmentation: training on moved, turned or otherwise changed copies that keep their "
    "label.",
    yes,
    "The copies are new examples in all but name: the network must give one answer all around "
    "an example, so a single odd one cannot be learned by heart. The gap narrows from both sides.",
    "augment=1"};
constexpr Claim dropout = {"Dropout: leaving out units at random in each training step.", yes,
                           "No unit can rely on a particular other one, and what is learned "
                           "resembles an average over many "
                           "thinned networks. The training accuracy falls, the gap with it.",
                           "dropout=0.3"};
constexpr Claim normalising = {
    "Batch normalisation.", contested,
    "Either verdict earns the mark. An example’s output depends on its chance companions in the "
    "mini-batch, and that noise regularises mildly, so most courses count it. A purist calls it an "
    "aid to optimisation whose side effect fades with large batches. At test time the statistics "
    "are frozen and the noise is gone.",
    "bn=1"};
constexpr Claim adam = {
    "Adam in place of plain stochastic gradient descent.", no,
    "It changes how the minimum is searched for, not what can be learned by heart. Compare the "
    "gap, not the speed: the training accuracy rises sooner, and the gap is no narrower for it.",
    "optimizer=adam"};

// What variants draw from, beside the paper's four.
constexpr std::array more_help = {
    augmentation,
    dropout,
    Claim{"An L2 penalty on the weights (weight decay).", yes,
          "Small weights make smooth functions: fencing in one odd example takes large ones, and "
          "those cost.",
          "l2=0.03"},
    Claim{"An L1 penalty on the weights.", yes,
          "It drives weights to exactly 0, so fewer inputs and units are left to memorise with.",
          "l1=0.003"},
    Claim{"Stopping as soon as the validation accuracy no longer rises.", yes,
          "The network is taken from before the point where the two curves part.", "epochs=20"},
    Claim{"Collecting more labelled examples.", yes,
          "With more examples it takes more to learn each by heart, and what fits them all is "
          "closer to what fits new ones.",
          "points=400"},
    Claim{"A network with fewer units.", yes,
          "It expresses fewer functions, and the ones that fence in single examples go first.",
          "width=4"},
};
constexpr std::array no_help = {
    adam,
    Claim{"Momentum in the gradient steps.", no,
          "It averages over past gradients, so a minimum is reached sooner. What the "
          "network can memorise stays as it was.",
          "optimizer=momentum"},
    Claim{"A network with many more units.", no,
          "It can express more, single examples included. (Very wide networks sometimes "
          "generalise well all the same, but widening is no remedy for a gap.)",
          "width=128"},
    Claim{"Training for many more epochs.", no,
          "By then the training set is known by heart; further epochs make the network surer of "
          "what it memorised.",
          "epochs=1000"},
    Claim{"A larger learning rate.", no,
          "It changes the length of the steps. As long as training converges, the same examples "
          "are memorised.",
          "rate=1"},
};

// Epochs after which plain descent has learned nearly all by heart. Before that Adam seems to widen
// the gap by far, since it merely got there sooner, and what batch norm does cannot be told.
constexpr int settled = 500;

struct OverfittingQuestion {
  bool paper = true;
  lab::Fields net;  // the lab as the question has it, before any measure
  std::vector<Claim> measures = {augmentation, dropout, normalising, adam};
};

OverfittingQuestion overfitting_when_settled(lab::Fields& fields) {
  fields.set("epochs", std::to_string(settled));
  return {.net = fields};
}

std::optional<OverfittingQuestion> draw_overfitting(num::Rng& rng, lab::Fields& fields) {
  constexpr const char* data[] = {"moons", "circles", "spirals", "blobs"};
  constexpr std::uint64_t purpose = 20;
  const int seed = 2 + rng.below(900000);
  fields.set("seed", std::to_string(seed));
  fields.set("epochs", std::to_string(settled));
  fields.set("data", one_of(rng, data));
  num::Rng claims(static_cast<std::uint64_t>(seed), purpose);
  return OverfittingQuestion{false, fields, some_of(4, more_help, no_help, claims)};
}

exam::Facts overfitting_facts(const OverfittingQuestion& q) {
  exam::Facts facts;
  facts.flag("paper", q.paper);
  tell(q.measures, {"reduces it", "does not reduce it"}, facts);
  return facts;
}

exam::Form overfitting_form(const OverfittingQuestion& q) {
  exam::ManyOf many;
  for (const Claim& m : q.measures)
    many.options.push_back(option(m, many.options.size(), beside_start(whole_case(m.show, q.net))));
  return {{"measures", "Does it reduce overfitting?", std::move(many),
           "Regularisers make it harder to learn single examples by heart; optimisers only change "
           "how the minimum is found."}};
}

// Whatever four measures a variant asks about, the lab tries the same ones.
exam::Prediction overfitting_guess(const OverfittingQuestion&) {
  return {
      "The lab adds one measure at a time to a net that overfits. Which of these do you think "
      "narrows the gap most?",
      {"*"},
      {"gap*", "accuracy.*"},
      exam::Pick{{{"data augmentation", "gap.augment",
                   "With augmentation every epoch shows the examples moved a little, their labels "
                   "kept, so that none can be learned by heart as it is: the mean gap is "
                   "{{gap.augment}}, and "
                   "{{gap.plain}} without."},
                  {"dropout", "gap.dropout"},
                  {"batch norm", "gap.bn"},
                  {"Adam", "gap.adam"}},
                 exam::Pick::smallest}};
}

constexpr exam::Asking<OverfittingQuestion> overfitting_asking = {
    .lab = &laboratory::regularise::lab_row,
    .paper = overfitting_when_settled,
    .draw = draw_overfitting,
    .form = overfitting_form,
    .predict = overfitting_guess,
    .facts = overfitting_facts};

}  // namespace

const exam::Exercise overfitting = exam::exercise<overfitting_asking>();

}  // namespace exercises
