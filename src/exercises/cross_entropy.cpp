// 1g-ii: what does one example cost? 1g-iv: why is it never nothing?
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "exercises/mistakes.h"
#include "lab/digits.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/cross_entropy/study.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace exercises {
namespace {

using CrossEntropyParams = laboratory::cross_entropy::Params;
using CrossEntropyStudy = laboratory::cross_entropy::Study;

constexpr double tolerance = 5e-3;

// A prediction and a label; both exercises ask for what the lab shows.
struct CostQuestion {
  CrossEntropyParams example;
};

void follow_cost(CostQuestion& q, const lab::Fields& fields) {
  q.example = lab::parameters<CrossEntropyParams>(fields);
}

bool has_answer(const CrossEntropyStudy& s) { return !s.fault && std::isfinite(s.loss); }

exam::Number cost(const CrossEntropyStudy& s) {
  const auto minus_log = [&s](int j) { return -num::log(s.p[static_cast<std::size_t>(j)]); };
  const int classes = static_cast<int>(s.p.size());
  const double own = s.p[static_cast<std::size_t>(s.label)];
  exam::Number number{s.loss, tolerance, "nats", {}};
  number.quantity = "loss";
  add_mistake(
      number, minus_log(s.top),
      "You took the entry of " + laboratory::cross_entropy::class_name(s.top) +
          ", the largest one. The loss does not ask which class the network would have chosen: it "
          "reads the entry of the label.");
  for (const int slip : {s.label - 1, s.label + 1})
    if (slip >= 0 && slip < classes)
      add_mistake(number, minus_log(slip),
                  "You took the entry of " + laboratory::cross_entropy::class_name(slip) +
                      ", a neighbour of the right one. Put the order of the classes beside the "
                      "prediction and count again.");
  double all = 0;
  for (int j = 0; j < classes; ++j) all += minus_log(j);
  add_mistake(
      number, all,
      "You took a sum over all classes. The label is one-hot, so all terms but one are multiplied "
      "by 0.");
  add_mistake(
      number, -s.loss,
      "You took the logarithm itself, which is below 0 for every probability below 1. The loss has "
      "a minus "
      "in front.");
  add_mistake(
      number, s.loss / num::log(2),
      "You took the loss in bits, with a logarithm to base 2. Your step is right; take the natural "
      "logarithm to get nats.");
  add_mistake(
      number, s.loss / num::log(10),
      "You took a logarithm to base 10. Your step is right; take the natural logarithm, which is "
      "what the loss is made of.");
  add_mistake(
      number, own,
      "You took the probability of the true class. The loss is minus its logarithm: take the last "
      "step.");
  add_mistake(
      number, 1 - own,
      "You took 1 − ŷ of the true class. That is the size of the loss’s slope with respect to its "
      "logit; the loss itself is minus a logarithm.");
  return number;
}

// "clothing, electronics, home goods": the classes in their order, as far as they have names.
std::string named_classes(const CrossEntropyStudy& s) {
  constexpr std::size_t most = 10;
  std::string names;
  for (std::size_t i = 0; i < s.p.size() && i < most; ++i)
    names += (i == 0 ? "" : ", ") + laboratory::cross_entropy::class_name(static_cast<int>(i));
  return s.p.size() > most ? names + " and others without a name" : names;
}

exam::Facts cost_facts(const CostQuestion& q) {
  const CrossEntropyStudy s = laboratory::cross_entropy::study(q.example);
  exam::Facts facts;
  facts.flag("called", s.label == s.top);
  facts.flag("tied", !s.tied.empty());
  facts.text("tied.names", laboratory::cross_entropy::tied_names(s));
  facts.text("classes.named", named_classes(s));
  facts.number("cost", s.loss);
  return facts;
}

exam::Form cost_form(const CostQuestion& q) {
  const CrossEntropyStudy s = laboratory::cross_entropy::study(q.example);
  if (!has_answer(s)) return {};
  return {{"loss", "cross-entropy of this example", cost(s),
           "One-hot labels leave one term, −ln " +
               laboratory::brief(s.p[static_cast<std::size_t>(s.label)]) +
               "; what the other entries are does not matter."}};
}

// Its own controls alone: the others would ask another question.
CostQuestion cost_paper(lab::Fields& fields) {
  for (const char* key : {"logits", "classes", "margin"}) fields.find(key)->picked();
  fields.find("p")->offer = lab::Offer::control;
  return {};
}

// A prediction in steps of 0.05 without zeros; in about half of them the call is wrong.
std::optional<CostQuestion> draw_cost(num::Rng& rng, lab::Fields& fields) {
  constexpr int steps = 20;
  const int classes = 3 + rng.below(8);
  std::vector<int> share(static_cast<std::size_t>(classes), 1);
  // Two favourites take most of what is left, so that predictions look like predictions.
  const int favourite = rng.below(classes), second = rng.below(classes);
  for (int left = steps - classes; left > 0; --left) {
    const int die = rng.below(6);
    const int j = die < 3 ? favourite : die < 5 ? second : rng.below(classes);
    ++share[static_cast<std::size_t>(j)];
  }
  lab::Matrix p{1, classes, {}};
  for (const int n : share) p.values.push_back(static_cast<double>(n) / steps);
  const int label = rng.below(2) == 0 ? favourite : rng.below(classes);
  fields.set("p", lab::text(p));
  fields.set("label", std::to_string(label + 1));
  return CostQuestion{};
}

exam::Rubric why_never_zero() {
  return {
      {{"i",
        "Softmax gives the true class exp(z_y)/Σ exp(z_j), and every term of the sum is above "
        "0.",
        "The exponential of a finite number is positive, so the rivals never vanish.", 1},
       {"ii", "Hence its probability is below 1 for all finite logits.",
        "Its share of the sum is never the whole sum, since the rivals’ terms are in it, too.", 1},
       {"iii",
        "Hence the loss −log ŷ is above 0; 0 is approached as the margins grow, and not "
        "reached.",
        "Zero is an infimum, not a minimum: minus the logarithm of a number below 1 is above "
        "0.",
        1},
       {"iv", "An accuracy of 100 % needs only that the true class is the largest.",
        "So a perfect accuracy and a positive loss go together.", 1}},
      {{"The network has not converged.",
        "It would go on falling for ever: no finite weights bring it to 0."},
       {"The regularisation term is above 0.",
        "The statement is about the cross-entropy itself, without a penalty."},
       {"Some images are classified wrongly.",
        "All of them may be right; the loss is above 0 all the same."}}};
}

// The logits z, of which z_y is the true class's and leads each of the others by m, so that a sum
// over the rivals can be read.
void add_logits(exam::Expression& e) {
  constexpr int most = 12;
  num::Symbol y{"y", 1, 1, 1, 1, true}, own{"z_y", 1, 1, 0.73, 0.73}, z{"z", 1, most};
  z.meaning = "[z_y";
  for (int j = 1; j < most; ++j) z.meaning += ", z_y - m";
  z.meaning += "]";
  z.count = "K";
  for (num::Symbol* s : {&y, &own, &z}) {
    s->aside = true;
    e.symbols.push_back(*s);
  }
  constexpr const char* note =
      "That is right of any logits. Here z_j − z_y is −m for each of the K − 1 rivals: put that "
      "in, "
      "and count them.";
  e.unfinished = {{"z", note}, {"z_y", note}};
}

// The loss of a true class that leads its K - 1 rivals by m each.
exam::Expression floor_formula() {
  exam::Expression e;
  e.value = "log(1 + (K - 1) exp(-m))";
  e.called = {"L"};
  e.symbols = {{"K", 1, 1, 2, 12, true}, {"m", 1, 1, 0, 5}};
  add_logits(e);
  e.mistakes = {
      {"log(1 + exp(-m))",
       "You counted one rival. There are K − 1 of them, and each adds exp(−m) to the sum.", 0.5},
      {"log(1 + K exp(-m))",
       "You counted all K classes as rivals. The true class is the 1 in 1 + Σ, so K − 1 are left.",
       0.5},
      {"log(2 + (K - 1) exp(-m))",
       "You counted the true class twice. The 1 in 1 + Σ is its own term, so the sum runs over the "
       "rivals alone, j ≠ y.",
       0.5},
      {"log(1 + (K - 1) exp(m))",
       "You have the sign of the exponent reversed: z_j − z_y is −m, and a larger margin makes "
       "the loss smaller.",
       0.25},
      {"-log(1 + (K - 1) exp(-m))",
       "That is the logarithm of the probability, which is below 0. The loss is minus that.", 0.5},
      {"1/(1 + (K - 1) exp(-m))",
       "That is the probability of the true class. The loss is minus its logarithm: take the last "
       "step.",
       0.5},
      {"(K - 1) exp(-m)",
       "That is the sum over the rivals, which the loss comes close to for large margins. Exactly "
       "it is the logarithm of 1 plus that sum.",
       0.5},
      {"log((K - 1) exp(-m))",
       "That is the logarithm of the sum over the rivals alone, which falls below 0 for large "
       "margins. The true class adds the 1 in 1 + Σ.",
       0.25},
      {"log(K)",
       "That is the loss without a margin, where all classes are alike. With a margin m over each "
       "rival the logits differ, so m takes part."},
      {"0",
       "The loss would be 0 only if the true class had all of the probability. For every finite "
       "margin the rivals keep some of it."},
      {"exp(-m)",
       "That is what one rival adds to the sum. There are K − 1 of them, and the loss is the "
       "logarithm of 1 plus their sum."}};
  return e;
}

// Whether the question is about K classes and one margin, or about a prediction with rivals of its
// own.
bool by_margin(const CrossEntropyStudy& s) {
  return s.from_logits() && s.params.logits.empty() && !std::isnan(s.params.margin);
}

exam::Number cost_at_margin(const CrossEntropyStudy& s) {
  exam::Number number{s.loss, tolerance, "nats", {}};
  number.quantity = "loss";
  const CrossEntropyParams& p = s.params;
  constexpr double half_a_digit = 5.96e-8;  // below it 1 + x is 1 in float32
  add_mistake(
      number, 0,
      s.loss < half_a_digit
          ? "You gave 0. A program that works in float32 may print that, because 1 + " +
                lab::readable(s.loss, 2) + " rounds to 1; the true value is small and above 0."
          : "You gave 0. No rival vanishes, so the true class has less than the whole probability, "
            "and the loss is above 0.");
  add_mistake(number, s.loss / num::log(2),
              "You took the loss in bits, with a logarithm to base 2. Your step is right; take the "
              "natural logarithm to get nats.");
  add_mistake(number, s.loss / num::log(10),
              "You took a logarithm to base 10. Your step is right; take the natural logarithm to "
              "get nats.");
  if (!by_margin(s)) return number;
  number.advice = "Put the margin and K into your formula, then compare with the lab.";
  const double decay = num::exp(-p.margin);
  const std::string rivals = std::to_string(p.classes - 1);
  add_mistake(
      number, num::log1p(decay),
      "You counted one rival. The sum has " + rivals + ", and each adds exp(−margin) to it.");
  add_mistake(number, num::log1p(p.classes * decay),
              "You counted all " + std::to_string(p.classes) +
                  " classes as rivals. The true class itself is the 1 in 1 + Σ, so " + rivals +
                  (p.classes == 2 ? " is left." : " are left."));
  add_mistake(number, num::log1p((p.classes - 1) * num::exp(p.margin)),
              "You gave the exponent a plus sign. The true class leads every rival by the margin, "
              "so each adds "
              "exp(−margin), which is small.");
  add_mistake(number, 1 / (1 + (p.classes - 1) * decay),
              "You took the probability of the true class. The loss is minus its logarithm.");
  return number;
}

exam::Facts floor_facts(const CostQuestion& q) {
  const CrossEntropyStudy s = laboratory::cross_entropy::study(q.example);
  exam::Facts facts;
  facts.flag("of_margin", by_margin(s));
  facts.number("rivals", static_cast<double>(s.p.size()) - 1);
  facts.number("sum", s.rivals_sum());
  facts.number("cost", s.loss);
  return facts;
}

exam::Form floor_form(const CostQuestion& q) {
  const CrossEntropyStudy s = laboratory::cross_entropy::study(q.example);
  if (!has_answer(s)) return {};
  return {{"why", "Why can the loss not be exactly 0?", why_never_zero(),
           "A finite logit leaves every rival something, so the true class has less than 1."},
          {"formula", "loss of K classes, with a margin m over every rival", floor_formula(),
           "exp(z_y) cancels, and each of the K − 1 rivals is left with exp(−m): positive for "
           "every m."},
          {"loss", by_margin(s) ? "loss at the K and m of the question" : "loss of that prediction",
           cost_at_margin(s),
           s.rivals_sum() < 0.01
               ? "ln(1 + S), with S the sum of exp(z_j − z_y) over the rivals, is about S where S "
                 "is small: positive, however large the margin."
               : "ln(1 + S), with S the sum of exp(z_j − z_y) over the rivals: positive, since "
                 "every term of S is."}};
}

CostQuestion floor_paper(lab::Fields& fields) {
  fields.set("margin", "20");
  return {};
}

std::optional<CostQuestion> draw_floor(num::Rng& rng, lab::Fields& fields) {
  constexpr double margins[] = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 25};
  const int classes = 3 + rng.below(8);
  fields.set("classes", std::to_string(classes));
  fields.set("margin", lab::text(margins[rng.below(static_cast<int>(std::size(margins)))]));
  fields.set("label", std::to_string(1 + rng.below(classes)));
  return CostQuestion{};
}

exam::Prediction cost_guess(const CostQuestion&) {
  // It says neither whether the loss has a lowest value nor how high it gets.
  constexpr double lowest = -2, dearest = 6;
  return {
      "How does the loss of one example depend on the probability that the true class gets? "
      "Sketch it.",
      {"curve", "margin", "arithmetic"},
      {"loss*"},
      exam::Sketch{"curve",
                   "−ln ŷ",
                   "probability of the true class",
                   "loss [nats]",
                   lowest,
                   dearest,
                   {0.05, 0.15, 0.3, 0.5, 0.75, 1}},
      "The loss is −ln of the true class’s probability: 0 where it is 1, ln 2 = 0.693 nats more "
      "each time that "
      "it is halved, and so without bound towards 0."};
}

exam::Prediction floor_guess(const CostQuestion&) {
  constexpr double widest = 40;
  return {
      "The true class leads every rival by a margin that grows, and a program computes the "
      "loss in float32. From which margin on do you think it prints exactly 0?",
      {"*"},
      {"loss*", "p.missing", "margin.vanishing"},
      exam::OnAxis{{"margin.vanishing"}, "margin", true, "margin", "", 0, widest},
      "Beside a 1 float32 loses what is below 2⁻²⁴, some 6×10⁻⁸: the share of the rivals is "
      "rounded away, and −ln 1 is 0."};
}

constexpr exam::Asking<CostQuestion> cost_asking = {.lab = &laboratory::cross_entropy::lab_row,
                                                    .paper = cost_paper,
                                                    .draw = draw_cost,
                                                    .follow = follow_cost,
                                                    .form = cost_form,
                                                    .predict = cost_guess,
                                                    .facts = cost_facts};
constexpr exam::Asking<CostQuestion> floor_asking = {.lab = &laboratory::cross_entropy::lab_row,
                                                     .paper = floor_paper,
                                                     .draw = draw_floor,
                                                     .follow = follow_cost,
                                                     .form = floor_form,
                                                     .predict = floor_guess,
                                                     .facts = floor_facts};

}  // namespace

const exam::Exercise example_loss = exam::exercise<cost_asking>();
const exam::Exercise loss_floor = exam::exercise<floor_asking>();

}  // namespace exercises
