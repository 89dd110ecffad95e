// 1g-i: how well do people do, and how would one find out?
#include <cstdint>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/phrases.h"

namespace exercises {
namespace {

exam::Rubric how_to_measure() {
  return {
      {{"i", "People label a sample of the images, from the image alone.",
        "Human performance is measured with humans at the very task that the network has.", 2},
       {"ii", "The sample is held out from training.",
        "The same images serve for people and for the network, which must not have seen them.", 1},
       {"iii", "It is drawn at random from the images of use.",
        "A hand-picked sample estimates something else.", 1},
       {"iv", "It is large enough.",
        "A tiny one estimates hardly anything: ten images leave an interval of a quarter or more.",
        1},
       {"v", "They label blind: they see neither the catalogue’s label nor the network’s call.",
        "Whoever has seen the key is no witness.", 2},
       {"vi", "Their labels are compared with a truth that can be trusted.",
        "The catalogue’s entry or a settled consensus, not the labels that are being judged.", 2},
       {"vii", "Experts, or a panel by majority, are asked as well as laymen.",
        "Who knows more errs less, and a panel averages out the slips of its members.", 1},
       {"viii", "The best of them counts.",
        "The lowest error that people reach bounds the Bayes error from above; a layman’s is "
        "a loose bound.",
        1},
       {"ix", "The error is given with an interval.",
        "A difference between groups means little until it is larger than the intervals.", 1},
       {"x", "How far people agree among themselves is told.",
        "Where they differ the image may have no answer that all can see.", 1}},
      {{"Take the accuracy on the training set.",
        "That measures the network. Who has to do the task if people are to be measured?"},
       {"Ask a colleague about a few images.",
        "One person and a few images: work out the interval in the lab. And is the colleague "
        "a layman or an expert?"},
       {"People made the labels, so human performance is 100 %.",
        "The same labels cannot be both the test and its key. Fresh, blind labels are "
        "needed."},
       {"Take the 5 % that is known for another data set.",
        "Other images and other classes: the number does not carry over."}}};
}

// The errors of which one is to stand for the Bayes error.
struct HumanQuestion {
  double layman = 6, expert = 2, panel = 1;  // [%]
};

// Whole errors in percent that differ from one another, and a crowd for the lab that has nothing to
// do with them.
std::optional<HumanQuestion> draw_human_level(num::Rng& rng, lab::Fields& fields) {
  const int seed = 2 + rng.below(100000);
  fields.set("seed", std::to_string(seed));
  fields.set("difficulty", lab::text(lab::Slot{lab::Real{(4 + rng.below(9)) / 20.0, 0, 1}}));
  fields.set("ambiguity", lab::text(lab::Slot{lab::Real{(1 + rng.below(6)) / 20.0, 0, 1}}));
  fields.set("panel", std::to_string(3 + 2 * rng.below(3)));
  num::Rng errors(static_cast<std::uint64_t>(seed), /*purpose=*/7);
  const int panel = 1 + errors.below(4), expert = panel + 1 + errors.below(4);
  return HumanQuestion{static_cast<double>(expert + 1 + errors.below(6)),
                       static_cast<double>(expert), static_cast<double>(panel)};
}

exam::Facts human_facts(const HumanQuestion& e) {
  exam::Facts facts;
  facts.number("error.layman", e.layman);
  facts.number("error.expert", e.expert);
  facts.number("error.panel", e.panel);
  return facts;
}

exam::Number stand_in(const HumanQuestion& e) {
  exam::Number number{e.panel, 5e-3, "%", {}};
  number.advice = "Look at the three figures in the question: which is the lowest?";
  const auto add = [&number](double value, const char* cure) {
    if (exam::accepts(number, value)) return;
    for (const exam::NumberMistake& m : number.mistakes)
      if (exam::near(value, m.value, 2 * number.tolerance)) return;
    number.mistakes.push_back({value, cure});
  };
  add(0,
      "You assumed that the best classifier never errs. Some images leave even a panel in doubt; "
      "the error of the best people is what has been shown to be reachable.");
  add(e.layman,
      "You took the error of a layman. It bounds the Bayes error as well, but loosely: "
      "others have shown that less is possible.");
  add(e.expert,
      "You took the error of one expert. Somebody does better still: which is the lowest "
      "of the three?");
  add((e.layman + e.expert + e.panel) / 3,
      "You took the mean of the three. What is wanted is what can be reached at best, and the "
      "worse figures do not speak against the best one.");
  return number;
}

exam::Form human_level_form(const HumanQuestion& e) {
  const auto percent = [](double x) { return laboratory::brief(x) + " %"; };
  return {{"how", "How would you estimate human-level performance?", how_to_measure(),
           "People, blind, on a fair sample, against a trusted truth; the best of them for the "
           "Bayes error."},
          {"proxy",
           "On one large sample a layman is wrong on " + percent(e.layman) + ", an expert on " +
               percent(e.expert) + " and a panel of experts on " + percent(e.panel) +
               ". Which error stands for the Bayes error, in per cent?",
           stand_in(e),
           "The Bayes error cannot be above what anybody reaches, so the lowest figure is the "
           "closest bound."}};
}

exam::Prediction human_guess(const HumanQuestion&) {
  return {
      "A layman, an expert and a panel of experts, by majority, label the same pictures. What "
      "share of them do you think the panel gets wrong?",
      {"*"},
      {"layman.*", "expert.*", "panel.*", "error.human", "agreement"},
      exam::OnAxis{{"panel.error", exam::Source::all, 100},
                   "course",
                   /*upright=*/false,
                   "error of the panel",
                   "%",
                   0,
                   30},
      "A majority outvotes a slip that one expert makes alone, and keeps one that most of them "
      "share."};
}

constexpr exam::Asking<HumanQuestion> human_asking = {.lab = &laboratory::human_level::lab_row,
                                                      .draw = draw_human_level,
                                                      .form = human_level_form,
                                                      .predict = human_guess,
                                                      .facts = human_facts};

}  // namespace

const exam::Exercise human_performance = exam::exercise<human_asking>();

}  // namespace exercises
