// 1g-iii: what is wrong with a classifier that stops at 90 % on its training set, and what helps?
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "exercises/all.h"
#include "lab/digits.h"
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
};

// What the errors show: which of two differences is the larger, as far as rounding can tell, or
// that both are below one percentage point.
enum class Issue : std::uint8_t { underfitting, overfitting, both, none };
constexpr const char* issue_names[] = {"underfitting", "overfitting", "both", "none"};

Issue issue_of(const FittingQuestion& e) {
  constexpr double rounding = 1e-9, small = 1;
  if (!e.complete()) return Issue::underfitting;
  if (e.bias() < small && e.variance() < small) return Issue::none;
  if (std::fabs(e.bias() - e.variance()) < rounding) return Issue::both;
  return e.bias() > e.variance() ? Issue::underfitting : Issue::overfitting;
}

void follow_fitting(FittingQuestion& q, const lab::Fields& fields) {
  const auto real = [&fields](const char* key) {
    return std::get<lab::Real>(fields.find(key)->slot).value;
  };
  q = {real("human"), real("train"), real("val")};
}

exam::Facts fitting_facts(const FittingQuestion& e) {
  exam::Facts facts;
  facts.flag("complete", e.complete());
  facts.word("issue", issue_names[static_cast<std::size_t>(issue_of(e))],
             {std::begin(issue_names), std::end(issue_names)});
  facts.number("difference.bias", e.bias());
  facts.number("difference.variance", e.complete() ? e.variance() : 0);
  return facts;
}

std::string number(double x) { return lab::readable(x, 4); }

// "9 points of bias, 40 of variance: the larger is the variance."
std::string comparison(const FittingQuestion& e, Issue issue) {
  return number(e.bias()) + (number(e.bias()) == "1" ? " point" : " points") + " of bias, " +
         number(e.variance()) + " of variance: the larger is the " +
         (issue == Issue::overfitting ? "variance." : "bias.");
}

// Why a diagnosis is right or wrong.
std::string of_underfitting(const FittingQuestion& e, Issue issue) {
  if (!e.complete())
    return "The network fails on examples whose answers it was given, where people fail on few of "
           "them.";
  if (issue == Issue::none)
    return "The training error is within one percentage point of that of people.";
  return comparison(e, issue);
}

std::string of_overfitting(const FittingQuestion& e, Issue issue) {
  if (!e.complete())
    return "A training score alone cannot show overfitting: that is the distance to the validation "
           "error. What you can see is a network that fails on examples whose answers it was "
           "given.";
  if (issue == Issue::none)
    return "The validation error is within one percentage point of the training error.";
  return comparison(e, issue);
}

// Networks that overfit: they have all of their few examples right and err on 9.1 % of new ones, of
// which 5.6 % cannot be told. People err on 6 %, so that there is no bias.
constexpr const char* overfitted = "human=6&train=0&val=9.1&noise=0.2&width=32";

exam::OneOf issue_choice(const FittingQuestion& e) {
  using enum exam::Key;
  const Issue issue = issue_of(e);
  const bool both = issue == Issue::both;
  const std::string equal =
      "The two differences are equal: either answer counts, and both are worth working on.";
  exam::OneOf one;
  one.options = {
      {"underfitting", "Underfitting: a high avoidable bias.",
       issue == Issue::underfitting || both ? yes : no, both ? equal : of_underfitting(e, issue),
       issue == Issue::overfitting ? "width=3" : "figure=sizes"},
      {"overfitting", "Overfitting: a high variance.", issue == Issue::overfitting ? yes : no,
       both ? equal : of_overfitting(e, issue), overfitted, both ? 1.0 : 0.0},
  };
  if (!e.complete())
    one.options.push_back(
        {"unknown",
         "It cannot be decided before the error of people and the validation error are known.", no,
         "Asking for both numbers is right, and this answer earns the marks. If people turn out to "
         "be almost never wrong, the training error alone shows an avoidable bias.",
         "", 1});
  one.options.push_back(
      {"none", "None: that is a good result.", issue == Issue::none ? yes : no,
       issue == Issue::none
           ? "Both differences are below one percentage point: the network does what people do."
           : "Good or bad is a comparison: whose errors are fewer, and where does the network do "
             "worse than on the examples that it has seen?",
       ""});
  one.right = issue == Issue::none          ? static_cast<int>(one.options.size()) - 1
              : issue == Issue::overfitting ? 1
                                            : 0;
  return one;
}

// A measure, and what is said of it where the bias or the variance is the larger; where neither is,
// either verdict counts. `remedy` is what the lab calls it.
struct Measure {
  const char *text, *for_bias, *for_variance, *remedy;
  bool lowers_bias;
};
constexpr Measure measures[] = {
    {"A larger network, or one whose structure suits images better.",
     "It can express more functions, so it can fit the examples that are wrong so far.",
     "It can lower the training error, and with it the bias, which is the smaller difference here. "
     "It leaves the variance: what it fits more closely are the examples that it has.",
     "larger", true},
    {"Training for longer, or with a better optimiser or learning-rate schedule.",
     "The error may not have come to its minimum yet; then this lowers it.",
     "It can lower the training error further. The distance to the validation error stays, or "
     "widens.",
     "longer", true},
    {"More regularisation: dropout or a weight penalty.",
     "It fights variance, and makes it harder still to fit the training examples: their error "
     "rises.",
     "It makes single examples harder to learn by heart, so the gap narrows.", "regularise", false},
    {"More training examples.",
     "The network cannot fit the examples that it has; more of them do not lower the training "
     "error.",
     "What fits many examples is closer to what fits new ones.", "examples", false},
};

// The measure tried on networks as in the question where these underfit, and else on some that
// overfit.
std::string shown(const Measure& m, bool biased) {
  return (biased ? "" : std::string(overfitted) + "&") + "remedy=" + m.remedy;
}

exam::ManyOf remedies(Issue issue) {
  constexpr const char* names[] = {"i", "ii", "iii", "iv"};
  const bool open = issue == Issue::both || issue == Issue::none;
  const std::string large =
      issue == Issue::none ? " Here neither is large." : " Here both differences are of one size.";
  exam::ManyOf many;
  many.choice = !open;
  for (const Measure& m : measures) {
    const bool biased = open ? m.lowers_bias : issue == Issue::underfitting;
    const exam::Key key = open                      ? exam::Key::contested
                          : m.lowers_bias == biased ? exam::Key::yes
                                                    : exam::Key::no;
    many.options.push_back(
        {names[many.options.size()], m.text, key,
         std::string(biased ? m.for_bias : m.for_variance) +
             (open ? " It lowers the " + std::string(m.lowers_bias ? "bias." : "variance.") + large
                   : ""),
         shown(m, biased)});
  }
  return many;
}

std::string praise_of(const FittingQuestion& e, Issue issue) {
  switch (issue) {
    case Issue::underfitting:
      return e.complete() ? comparison(e, issue) + " The network underfits."
                          : "The network fails on what it was shown: it underfits.";
    case Issue::overfitting:
      return comparison(e, issue) + " The network overfits.";
    case Issue::both:
      return "The two differences are equal, so either may be named.";
    case Issue::none:
      break;
  }
  return "Both differences are below one percentage point.";
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

exam::Number difference(const char* name, double right, double other, const char* mixed_up) {
  exam::Number number{right, 5e-3, "%", {}};
  number.quantity = name;
  number.advice = "Subtract one of the given errors from the one that comes after it.";
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
                  difference("bias", e.bias(), e.variance(),
                             "That is the variance. The bias compares the training error with "
                             "people."),
                  "Training error minus the error of people."});
    fs.push_back({"variance", "Variance",
                  difference("variance", e.variance(), e.bias(),
                             "That is the bias. The variance compares validation with training."),
                  "Validation error minus training error."});
  }
  const Issue issue = issue_of(e);
  fs.push_back({"issue", "The issue", issue_choice(e), praise_of(e, issue)});
  fs.push_back(
      {"remedies", "Which of these would help?", remedies(issue),
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

// Of the networks that the lab shows first: those of the size whose training error is nearest.
exam::Prediction fitting_guess(const FittingQuestion& e) {
  return {"The lab trains networks of many sizes. Some err on about " + number(e.train) +
              " % of their training examples, as yours does. On what share of new examples do you "
              "think these err?",
          {"*"},
          {"bias", "variance", "verdict", "error.val"},
          exam::Estimate{{"error.val", exam::Source::all, 100}, "%", 0, 100},
          "Networks that fail on many of their own examples have learned little by heart, and that "
          "is what opens the gap: new ones are missed only a little more often."};
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
