// 1g-v: which penalty on the weights, when some labels are wrong?
#include <optional>
#include <string>

#include "exercises/all.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/weight_penalty/params.h"
#include "num/rng.h"

namespace exercises {
namespace {

using exam::Key;
using PenaltyParams = laboratory::weight_penalty::Params;

constexpr const char* sparse_case = "penalty=l1&informative=10&tab=which is ahead&figure=verdict";

// The paper's question, or an experiment, which stays the one that was drawn whatever knob of the
// lab is turned.
struct PenaltyQuestion {
  bool paper = true;
  PenaltyParams experiment;
};

std::string dense_case(const PenaltyParams& p) {
  return "penalty=l2&informative=" + std::to_string(p.features) +
         "&tab=which is ahead&figure=verdict";
}

// The paper's choice. L1 is what the course expects; L2 is accepted.
exam::OneOf choice(const PenaltyParams& p) {
  return {
      {{"l1", "an L1 penalty, λ Σ |w|", Key::yes,
        "It sets many weights to exactly 0. A net with fewer weights has less room to learn "
        "odd cases by heart. It is the better one where few features matter, as the lab shows.",
        sparse_case},
       {"l2", "an L2 penalty, λ/2 Σ w²", Key::contested,
        "It makes all weights small, so that the confident calls which wrong labels "
        "ask for become expensive; where every feature matters a little it beats L1. The course "
        "expects L1, for its sparse weights.",
        dense_case(p), 1}},
      0};
}

exam::Rubric penalty_argument() {
  return {{{"i",
            "Names what the penalty does to the weights: L1 makes many of them exactly 0, or "
            "L2 makes all of them small.",
            "The penalty acts on weights, so the argument has to start there.", 2},
           {"ii",
            "Links that to the wrong labels: less capacity, so odd examples cannot be learned "
            "by heart.",
            "The net fits all its training labels, the wrong ones included; it can be kept from "
            "doing so.",
            2},
           {"iii", "Reads 100 % on training and 85 % on validation as overfitting.",
            "The gap is what regularisation is meant to close.", 1}},
          {{"L1 ignores outliers.",
            "An L1 loss does, for its growth with the residual is only linear. Which quantity does "
            "the penalty look at?"},
           {"L2 sets weights to 0.",
            "That is L1. Near 0 the slope of w² vanishes, so L2 never quite gets there."},
           {"No penalty can help against wrong labels.",
            "It does not mend them, but a net of smaller effective capacity memorises fewer."}}};
}

std::string described(const PenaltyParams& p) {
  const bool dense = p.dense();
  return "A logistic regression on " + std::to_string(p.features) + " features and " +
         std::to_string(p.points) + " examples, " + laboratory::brief(100 * p.flips) +
         " % of them with a wrong label. " +
         (dense ? "All features matter, each a little. "
                : "Only " + std::to_string(p.true_weights()) + " of the features matter. ") +
         "λ is tuned on validation data. Which penalty gives the higher accuracy on clean labels?";
}

// In a variant the truth is known, and with it the answer.
exam::OneOf measured(const PenaltyParams& p) {
  const bool dense = p.dense();
  return {{{"l1", "L1", dense ? Key::no : Key::yes,
            dense ? "L1 looks for few features, and here it has to drop some that matter."
                  : "L1 drops most of the features that do not matter, and with them their noise.",
            "penalty=l1&tab=which is ahead&figure=verdict"},
           {"l2", "L2", dense ? Key::yes : Key::no,
            dense ? "L2 keeps all features with small weights, as the truth has them."
                  : "L2 keeps every feature that does not matter, each with a little noise.",
            "penalty=l2&tab=which is ahead&figure=verdict"}},
          dense ? 1 : 0};
}

exam::OneOf ranking() {
  return {{{"keeps", "it stays the same", Key::yes,
            "Flips cost both penalties accuracy; which of them is ahead is decided by how many "
            "features matter.",
            "flips=0&tab=which is ahead&figure=verdict"},
           {"turns", "it is reversed", Key::no,
            "Try it: set the share of wrong labels to 0 and back. Both accuracies move, and their "
            "order stays.",
            "flips=0&tab=which is ahead&figure=verdict"}},
          0};
}

exam::Facts penalty_facts(const PenaltyQuestion& q) {
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.word("truth", q.experiment.dense() ? "dense" : "sparse", {"dense", "sparse"});
  facts.number("truth.features", q.experiment.features);
  facts.number("truth.weights", q.experiment.true_weights());
  facts.text("wrong_labels", laboratory::brief(100 * q.experiment.flips) + " %");
  return facts;
}

exam::Form penalty_form(const PenaltyQuestion& q) {
  const PenaltyParams& p = q.experiment;
  if (q.paper)
    return {{"penalty", "Which penalty do you add?", choice(p),
             "Sparse weights leave less room to memorise odd labels. L2 can be argued for, too."},
            {"why", "Why? Argue in a few sentences.", penalty_argument(), ""}};
  return {{"penalty", described(p), measured(p),
           p.dense() ? "The truth is spread over all features, as L2 assumes."
                     : "The truth is sparse, as L1 assumes."},
          {"flips", "What happens to that order when all labels are made right?", ranking(),
           "How many features matter decides the order; wrong labels only lower both."}};
}

std::optional<PenaltyQuestion> draw_penalty(num::Rng& rng, lab::Fields& fields) {
  const auto set = [&fields](const char* key, double x) { fields.set(key, lab::text(x)); };
  constexpr int widths[] = {120, 160, 200, 240};
  const int features = one_of(rng, widths);
  const bool dense = rng.below(2) == 0;
  set("features", features);
  set("informative", dense ? features : 4 + rng.below(6));
  set("flips", (1 + rng.below(5)) / 20.0);
  set("seed", 1 + rng.below(1000));
  return PenaltyQuestion{false, lab::parameters<PenaltyParams>(fields)};
}

exam::Prediction penalty_guess(const PenaltyQuestion&) {
  return {
      "Two models are trained alike, one with each penalty. Which one do you think keeps fewer "
      "weights that are not exactly 0?",
      {"*"},
      {"accuracy.*", "nonzero.*", "train.*", "lambda.*", "wins.*", "memorised.*", "lead"},
      exam::Pick{
          {{"L1, λ Σ |w|", "nonzero.l1",
            "The pull of L1 on a weight is as strong just beside 0 as far off, so that small "
            "ones end at exactly 0: over all repeats {{nonzero.l1}} are left on average, and "
            "{{nonzero.l2}} with L2."},
           {"L2, λ/2 Σ w²", "nonzero.l2"}},
          exam::Pick::smallest}};
}

constexpr exam::Asking<PenaltyQuestion> penalty_asking = {
    .lab = &laboratory::weight_penalty::lab_row,
    .draw = draw_penalty,
    .form = penalty_form,
    .predict = penalty_guess,
    .facts = penalty_facts};

}  // namespace

const exam::Exercise label_penalty = exam::exercise<penalty_asking>();

}  // namespace exercises
