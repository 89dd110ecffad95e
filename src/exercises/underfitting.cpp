// 1g-iii: what is wrong with a classifier that stops at 90 % on its training set, and what helps?
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "exercises/all.h"
#include "lab/number.h"
#include "labs/all.h"

namespace exercises {
namespace {

// Three errors in percent, as the lab shows them. The paper's own question knows no validation
// error.
struct FittingQuestion {
  double human = 0, train = 0, val = 0;
  double bias() const { return train - human; }
  double variance() const { return val - train; }
  bool complete() const { return !std::isnan(val); }
  bool biased() const { return !complete() || bias() >= variance(); }
};

void follow_fitting(FittingQuestion& q, const lab::Fields& fields) {
  const auto real = [&fields](const char* key) {
    return std::get<lab::Real>(fields.find(key)->slot).value;
  };
  q = {real("human"), real("train"), real("val")};
}

exam::Facts fitting_facts(const FittingQuestion& e) {
  exam::Facts facts;
  facts.flag("complete", e.complete());
  facts.word("issue", e.biased() ? "underfitting" : "overfitting", {"underfitting", "overfitting"});
  facts.number("difference.bias", e.bias());
  facts.number("difference.variance", e.complete() ? e.variance() : 0);
  return facts;
}

exam::OneOf issue(const FittingQuestion& e) {
  using enum exam::Key;
  exam::OneOf one;
  one.options = {
      {"underfitting", "Underfitting: a high avoidable bias.", e.biased() ? yes : no,
       e.biased()
           ? "The network fails on examples whose answers it was given, where people fail on "
             "few of them."
           : "The training error is close to that of people, so there is little bias left to "
             "remove; the distance to the validation error is the larger one.",
       "width=2"},
      {"overfitting", "Overfitting: a high variance.", e.biased() ? no : yes,
       !e.biased()
           ? "The network has the examples right that it was shown; what it loses, it loses "
             "on new ones."
       : e.complete()
           ? "Take the two differences: the validation error is closer to the training error "
             "than the training error is to that of people. The larger distance names the "
             "issue."
           : "A training score alone cannot show overfitting: that is the distance to the "
             "validation error. What you can see is a network that fails on examples whose "
             "answers it was given.",
       "width=128"},
  };
  if (!e.complete())
    one.options.push_back(
        {"unknown",
         "It cannot be decided before the error of people and the validation error are known.", no,
         "Asking for both numbers is right, and this answer earns the marks. If people turn out to "
         "be almost never wrong, the training error alone shows an avoidable bias.",
         "", 1});
  one.options.push_back({"none", "None: that is a good result.", no,
                         "Good or bad is a comparison: whose errors are fewer, and where does the "
                         "network do worse than on the examples that it has seen?",
                         ""});
  one.right = e.biased() ? 0 : 1;
  return one;
}

exam::ManyOf remedies(bool biased) {
  const exam::Key against_bias = biased ? exam::Key::yes : exam::Key::no;
  const exam::Key against_variance = biased ? exam::Key::no : exam::Key::yes;
  const auto either = [biased](const char* for_bias, const char* for_variance) {
    return std::string(biased ? for_bias : for_variance);
  };
  return {{
      {"i", "A larger network, or one whose structure suits images better.", against_bias,
       either("It can express more functions, so it can fit the examples that are wrong so far.",
              "It fits the training examples well enough already; a larger one memorises more."),
       "width=32&dropout=0&l2=0"},
      {"ii", "Training for longer, or with a better optimiser or learning-rate schedule.",
       against_bias,
       either("The error may not have come to its minimum yet; this lowers the training error.",
              "The training error is low already. Further training widens the gap."),
       "step=1500&width=8&dropout=0&l2=0"},
      {"iii", "More regularisation: dropout or a weight penalty.", against_variance,
       either("It fights variance, and makes it harder still to fit the training examples: their "
              "error rises.",
              "It makes single examples harder to learn by heart, so the gap narrows."),
       "l2=0.03&width=32&dropout=0"},
      {"iv", "More training examples.", against_variance,
       either("The network cannot fit the examples that it has; more of them do not lower the "
              "training error.",
              "What fits many examples is closer to what fits new ones."),
       "points=640&width=64&dropout=0&l2=0"},
  }};
}

exam::Rubric underfitting_argument() {
  return {
      {
          {"i", "The issue is named: the network underfits, its avoidable bias is high.",
           "It fails on examples whose answers it has seen.", 2},
          {"ii", "The training error is compared with that of people, or of whoever knows best.",
           "Only the difference is avoidable.", 1},
          {"iii",
           "At least two measures that lower the training error: a larger or better network, "
           "longer or better optimisation, less regularisation, better inputs.",
           "They are what follows from the diagnosis.", 2},
          {"iv",
           "A caveat: wrong labels or images that nobody can name, or one class that makes up "
           "most of the examples.",
           "Ten per cent may be what the labels allow.", 1},
      },
      {{"Add dropout, or a stronger penalty.",
        "That is the cure for variance; here it raises the error that you want to lower."},
       {"Collect more images.",
        "More images do not lower the error on those that the network already has."}}};
}

exam::Number difference(double right, double other, const char* mixed_up) {
  exam::Number number{right, 5e-3, "%", {}};
  for (const exam::NumberMistake& m :
       {exam::NumberMistake{-right,
                            "The sign is reversed: subtract the first error from the one that "
                            "comes after it in the order "
                            "people, training, validation."},
        exam::NumberMistake{other, mixed_up}})
    if (!exam::accepts(number, m.value) &&
        (number.mistakes.empty() || !exam::near(m.value, number.mistakes[0].value, 5e-3)))
      number.mistakes.push_back(m);
  return number;
}

exam::Form underfitting_form(const FittingQuestion& e) {
  exam::Form fs;
  if (e.complete()) {
    const std::string given = " (errors: people " + lab::text(e.human) + " %, training " +
                              lab::text(e.train) + " %, validation " + lab::text(e.val) + " %)";
    fs.push_back({"bias", "Avoidable bias" + given,
                  difference(e.bias(), e.variance(),
                             "That is the variance. The bias compares the training error with "
                             "people."),
                  "Training error minus the error of people."});
    fs.push_back({"variance", "Variance",
                  difference(e.variance(), e.bias(),
                             "That is the bias. The variance compares validation with training."),
                  "Validation error minus training error."});
  }
  fs.push_back({"issue", "The issue", issue(e),
                e.biased() ? "The network fails on what it was shown: it underfits."
                           : "The network knows its examples and fails on others: it overfits."});
  exam::ManyOf measures = remedies(e.biased());
  measures.choice = true;
  fs.push_back(
      {"remedies", "Which of these would help?", std::move(measures),
       "Each measure lowers one of the two differences; these fit the one that is large."});
  if (!e.complete())
    fs.push_back({"argument", "Your answer in words", underfitting_argument(),
                  "A diagnosis, the comparison behind it, and measures that follow from it."});
  return fs;
}

// Differences of at least three points, and clearly one the larger.
std::optional<FittingQuestion> draw_underfitting(num::Rng& rng, lab::Fields& fields) {
  const double human = 0.5 * (1 + rng.below(6));
  const bool biased = rng.below(2) == 0;
  const double large = 6 + rng.below(9), small = 3 + 0.5 * rng.below(3);
  const double train = human + (biased ? large : small);
  fields.set("human", lab::text(human));
  fields.set("train", lab::text(train));
  fields.set("val", lab::text(train + (biased ? small : large)));
  fields.set("seed", std::to_string(2 + rng.below(999)));
  return FittingQuestion{};
}

exam::Prediction fitting_guess(const FittingQuestion&) {
  return {"Which is the larger gap here, do you think?",
          {"*"},
          {"bias", "variance", "verdict"},
          exam::Pick{{{"from people to the training set", "bias"},
                      {"from the training set to new examples", "variance"}},
                     exam::Pick::named,
                     {"verdict"}}};
}

constexpr exam::Asking<FittingQuestion> fitting_asking = {
    .lab = &laboratory::bias_variance::lab_row,
    .draw = draw_underfitting,
    .follow = follow_fitting,
    .form = underfitting_form,
    .predict = fitting_guess,
    .facts = fitting_facts};

}  // namespace

const exam::Exercise underfitting = exam::exercise<fitting_asking>();

}  // namespace exercises
