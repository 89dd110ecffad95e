// 1f: what does a softmax classifier lose, on average, when it never learns?
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/initial_loss/params.h"
#include "labs/initial_loss/theory.h"
#include "labs/phrases.h"
#include "num/elementary.h"
#include "num/rng.h"
#include "num/softmax.h"

namespace exercises {
namespace {

constexpr double loss_tolerance = 5e-3;

// log K, as long as that is what the weights make of it; weights that a person has spread until the
// loss leaves log K by half the tolerance are taken at their word.
double reference(const laboratory::initial_loss::Params& p) {
  const double uniform = num::log(p.classes), variance = p.variance();
  if (variance > laboratory::initial_loss::widest_logits * laboratory::initial_loss::widest_logits)
    return uniform;
  const double expected = num::expected_log_sum_exp(p.classes, std::sqrt(variance));
  return exam::near(expected, uniform, loss_tolerance / 2) ? uniform : expected;
}

std::vector<exam::NumberMistake> mistakes(int classes) {
  const double k = classes, nats = num::log(k);
  const std::string share = "1/" + std::to_string(classes);
  return {
      {0,
       "You took a loss of 0: every label would have been predicted with certainty. The learning "
       "rate is 0, but the loss is still measured. Which probability does an untrained net give "
       "the right class?"},
      {1 / k, "You took " + share +
                  ", which is the probability that each class gets. The loss is minus the "
                  "logarithm of that probability: take the last step."},
      {k,
       "You gave the number of classes. Each of them gets the same probability: what does minus "
       "the logarithm of that come to?"},
      {-nats,
       "You took the logarithm of " + share +
           ": below 0, as the logarithm of every probability below 1 is. A loss of that sign would "
           "reward mistakes; look for the minus in front of the sum."},
      {k * nats,
       "You took a sum in which every class has its say. The label is one-hot, so all terms but "
       "one are multiplied by 0. Which one is left?"},
      {num::log2(k),
       "You took the loss in bits, with a logarithm to base 2. Your step is right; take the "
       "natural "
       "logarithm to get nats."},
      {num::log10(k),
       "You took a logarithm to base 10. Your step is right; take the natural logarithm, which is "
       "what the loss is made of."},
  };
}

// Classifiers with any number of classes and any spread of the weights.
struct LossQuestion {
  laboratory::initial_loss::Params net;
};

void follow_loss(LossQuestion& q, const lab::Fields& fields) {
  q.net = lab::parameters<laboratory::initial_loss::Params>(fields);
}

exam::Facts loss_facts(const LossQuestion& q) {
  exam::Facts facts;
  const double loss = reference(q.net), uniform = num::log(q.net.classes);
  facts.flag("even", loss == uniform);
  facts.number("average", loss);
  return facts;
}

exam::Form loss_form(const LossQuestion& q) {
  const int classes = q.net.classes;
  const std::string k = std::to_string(classes);
  exam::Number number{reference(q.net), loss_tolerance, "nats", mistakes(classes)};
  number.quantity = "loss";
  number.exact = number.value == num::log(classes);
  // With spread weights a pattern may land on the answer; then it is no mistake.
  std::erase_if(number.mistakes,
                [&number](const exam::NumberMistake& m) { return exam::accepts(number, m.value); });
  return {
      {"loss", "average loss after the first epoch", std::move(number),
       reference(q.net) > num::log(classes)
           ? "Spread logits make some wrong classes likely, which costs more on average than the "
             "ln " +
                 k + " of a uniform prediction; without learning that holds for the whole epoch."
           : "Logits near 0 make every class equally likely, so each sample costs −ln(1/" + k +
                 ") = ln " + k +
                 ", whatever its label; without learning that holds for the whole "
                 "epoch."}};
}

std::optional<LossQuestion> draw_loss(num::Rng& rng, lab::Fields& fields) {
  constexpr int classes[] = {2,   3,    4,    5,    6,    8,     10,    12,    16,
                             20,  26,   37,   50,   62,   75,    100,   120,   128,
                             200, 256,  300,  365,  400,  500,   512,   700,   900,
                             999, 1000, 1203, 2000, 5000, 10000, 21841, 50257, 100000};
  constexpr double spreads[] = {1e-5, 5e-5, 2e-4, 5e-4, 1e-3};
  constexpr int widths[] = {20, 64, 100, 128, 256, 300};
  constexpr int weights = 2000000;  // as many as the lab simulates
  const int k = one_of(rng, classes);
  fields.set("classes", std::to_string(k));
  fields.set("sigma", lab::text(one_of(rng, spreads)));
  fields.set("inputs", std::to_string(std::min(one_of(rng, widths), weights / k)));
  fields.set("seed", std::to_string(1 + rng.below(1000)));
  return LossQuestion{};
}

std::string why_there(const LossQuestion& q) {
  const std::string k = laboratory::grouped(q.net.classes);
  const std::string uniform = laboratory::brief(num::log(q.net.classes));
  if (reference(q.net) > num::log(q.net.classes))
    return "Weights so wide favour some classes at random, which costs more than it saves: the "
           "mean lies above the " +
           uniform + " nats of equal chances.";
  return "Without learning the net gives each of the " + k + " classes a probability near 1/" + k +
         ", and −ln(1/" + k + ") is " + uniform + ".";
}

exam::Prediction loss_guess(const LossQuestion& q) {
  // One axis for every number of classes, so that neither its end nor its middle tells anything.
  constexpr double dearest = 25;
  return {"A net with " + laboratory::grouped(q.net.classes) +
              " classes has not learned anything yet. Where do you think its mean loss stands?",
          {"*"},
          {"loss.*", "probability"},
          exam::OnAxis{{"loss.expected"}, "histogram", true, "mean loss", "nats", 0, dearest},
          why_there(q)};
}

constexpr exam::Asking<LossQuestion> loss_asking = {.lab = &laboratory::initial_loss::lab_row,
                                                    .draw = draw_loss,
                                                    .follow = follow_loss,
                                                    .form = loss_form,
                                                    .predict = loss_guess,
                                                    .facts = loss_facts};

}  // namespace

const exam::Exercise initial_loss = exam::exercise<loss_asking>();

}  // namespace exercises
