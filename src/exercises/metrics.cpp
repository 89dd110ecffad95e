// 1e: which number should judge a detector, when a miss and a false alarm do not weigh the same?
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/metrics/study.h"
#include "labs/phrases.h"

namespace exercises {
namespace {

using MetricsParams = laboratory::metrics::Params;

enum class Metric : std::uint8_t { accuracy, precision, recall, f1 };

// A detector and what its errors cost; the first is the paper's.
struct Scenario {
  Metric right;
  double cost_fn, cost_fp;
  double least, most;  // share of positives
  const char* story;
};

constexpr std::array<Scenario, 9> scenarios = {{
    {Metric::recall, 200, 1, 0.01, 0.01,
     "A detector flags chest X-rays that may show cancer. Flagged people are examined further, the "
     "others are sent home."},
    {Metric::recall, 300, 2, 0.005, 0.05,
     "A bank flags payments that may be fraud. A payment that is flagged costs one telephone call; "
     "a fraud that passes is paid by the bank."},
    {Metric::recall, 1000, 5, 0.002, 0.02,
     "A sensor flags bridge cables that may be about to snap. A flagged cable is looked at by a "
     "climber; one that snaps closes the bridge."},
    {Metric::precision, 1, 60, 0.3, 0.5,
     "A filter moves messages that look like spam to a folder that nobody opens. A spam message "
     "that gets through costs a glance; a lost letter may cost a contract."},
    {Metric::precision, 2, 150, 0.02, 0.1,
     "A program closes accounts that look like robots, without appeal. A robot that stays costs "
     "little; a person who is shut out is gone for good."},
    {Metric::accuracy, 1, 1, 0.45, 0.55,
     "A sorting line sends apples left and pears right. It meets about as many of one as of the "
     "other, and an "
     "apple among the pears is as bad as a pear among the apples."},
    {Metric::accuracy, 3, 3, 0.45, 0.55,
     "An app tells whether a photographed page is upright or upside down. Both occur equally "
     "often, and either error costs one tap."},
    {Metric::f1, 2, 2, 0.01, 0.03,
     "A search picks the few pages of an archive that mention a rare bird. A page that is missed "
     "and a page that is read in vain cost the reader about the same time."},
    {Metric::f1, 4, 4, 0.01, 0.04,
     "A program marks the few names of places in a long text. A name left unmarked and a word "
     "marked by mistake take the editor equally long to mend."},
}};

// A scenario with the share of positives and the distance of the scores that were drawn for it.
// Only the table whose metric is asked for follows the knobs of the lab.
struct MetricsQuestion {
  const Scenario* scenario = &scenarios[0];
  double prevalence = MetricsParams{}.prevalence, separation = MetricsParams{}.separation;
  MetricsParams shown;

  bool paper() const { return scenario == &scenarios[0]; }
  // Of the scores that the lab shows.
  num::Confusion table() const { return laboratory::metrics::Study(shown).table; }
};

void follow_metrics(MetricsQuestion& q, const lab::Fields& fields) {
  q.shown = lab::parameters<MetricsParams>(fields);
}

using laboratory::percent;

std::string times(double ratio) { return laboratory::brief(ratio) + " times"; }

// The paper's story is about people, the others about payments, pages and the like.
bool of_people(const Scenario& s) { return &s == &scenarios[0]; }

std::string why_accuracy(const Scenario& s, double prevalence) {
  if (s.right == Metric::accuracy)
    return "Both classes are about equally common and both errors cost the same, so the share of "
           "right calls is the thing itself.";
  if (s.right == Metric::precision && prevalence > 0.2)
    return "It counts both errors alike, and here one costs " + times(s.cost_fp / s.cost_fn) +
           " the other.";
  return "Only " + percent(prevalence) + " of all cases are positive, so flagging " +
         (of_people(s) ? "nobody" : "nothing") + " at all scores " + percent(1 - prevalence) +
         " and finds none of them.";
}

std::string why_precision(const Scenario& s) {
  if (s.right == Metric::precision)
    return "It asks how far a flag can be trusted, and a wrong flag is the error that costs: in "
           "the lab " +
           times(s.cost_fp / s.cost_fn) +
           " a miss. Read it together with some recall, for a detector that flags one sure case is "
           "perfectly precise.";
  if (s.right == Metric::recall)
    return std::string("It asks how many flags are right. ") +
           (of_people(s) ? "Those who" : "The cases that") +
           " were never flagged do not occur in it, and they are the costly ones.";
  return "It sees false alarms alone. A single sure flag would be perfect, with nearly everything "
         "missed.";
}

std::string why_recall(const Scenario& s) {
  if (s.right == Metric::recall)
    return "It counts the positives that were found, TP/(TP + FN), and a miss is the error that "
           "costs: in the lab " +
           times(s.cost_fn / s.cost_fp) + " a false alarm. Flagging " +
           (of_people(s) ? "everyone" : "everything") +
           " has recall 1 as well, so read it at a precision that you can bear.";
  if (s.right == Metric::precision)
    return "It sees misses alone, the cheap error here, and is perfect when everything is flagged.";
  return "It sees misses alone: flagging everything would be perfect.";
}

std::string why_f1(const Scenario& s) {
  if (s.right == Metric::f1)
    return "Positives are rare, so accuracy would reward finding none; both errors cost the same, "
           "and F1 weighs both, without the many true negatives.";
  if (s.right == Metric::accuracy)
    return "It would do little harm, as the classes are balanced, but it leaves the true negatives "
           "out, which are worth as much as the rest.";
  return std::string("It can be defended: it sees both errors and is not fooled by flagging ") +
         (of_people(s) ? "nobody or everybody" : "nothing or everything") +
         ". But it weighs them alike, and here they are far apart; Fβ with " +
         std::string(s.right == Metric::recall ? "β above 1" : "β below 1") + " says so.";
}

// Most of the marks for F1 where one error outweighs the other, half where nothing does.
double f1_share(const Scenario& s) {
  if (s.right == Metric::accuracy) return 0.5;
  return s.right == Metric::f1 ? 0 : 0.8;
}

std::string threshold(double at) { return "threshold=" + lab::text(at); }

// What accuracy rewards: where one class is rare, calling nobody positive, the better the rarer it
// is; where both are common, a threshold between them.
std::string accurate(const Scenario& s, double prevalence, double separation) {
  if (s.right == Metric::accuracy || prevalence > 0.2) return threshold(separation / 2);
  return "prevalence=" + lab::text(prevalence / 10) + "&" + threshold(12);
}

exam::OneOf metrics(const MetricsQuestion& q) {
  using enum exam::Key;
  const Scenario& s = *q.scenario;
  const auto key = [&s](Metric m) { return s.right == m ? yes : no; };
  return {{{"accuracy", "accuracy, (TP + TN)/all", key(Metric::accuracy),
            why_accuracy(s, q.prevalence), accurate(s, q.prevalence, q.separation)},
           {"precision", "precision, TP/(TP + FP)", key(Metric::precision), why_precision(s),
            threshold(q.separation + 1)},
           {"recall", "recall, TP/(TP + FN)", key(Metric::recall), why_recall(s), threshold(-6)},
           {"f1", "F1, the harmonic mean of precision and recall", key(Metric::f1), why_f1(s),
            threshold(0.8 * q.separation), f1_share(s)}},
          static_cast<int>(s.right)};
}

exam::Rubric metrics_argument() {
  return {{{"i", "A missed cancer costs far more than an examination that finds nothing.",
            "Whoever has it goes home untreated. Recall counts these people, and precision does "
            "not.",
            2},
           {"ii", "The ill are few, so a detector that finds nobody has a high accuracy.",
            "Calling everybody healthy is right for 99 people of 100 in the lab.", 1},
           {"iii",
            "Recall alone can be fooled by flagging everyone, so it is read at a precision or a "
            "specificity that the clinic can bear, or as F2.",
            "No single number is safe by itself; say what keeps yours honest.", 1}},
          {{"An accuracy of 99 % shows that the detector is good.",
            "Calling everybody healthy has it, too. How many of the ill are found?"},
           {"Precision, so that nobody is frightened for nothing.",
            "A fright is a cost; weigh it against a cancer that nobody treats."},
           {"F1 is best since it balances both errors.",
            "It balances them alike. Are they equally bad here? If you argue that both matter, say "
            "how much."},
           {"Recall is TP/(TP + FP).",
            "That is precision. Recall divides by those who are ill, flagged or not."}}};
}

// What the table of a detector gives, and what is said to whoever gives it in place of another.
struct Quotient {
  std::optional<double> (*value)(const num::Confusion&);
  const char* cure;
};

// In the order of Metric, and the specificity, which is never asked for.
constexpr std::array<Quotient, 5> quotients = {{
    {num::accuracy, "That is the accuracy: all right calls among all calls."},
    {num::precision, "That is the precision: it divides by all that were flagged, TP + FP."},
    {num::recall, "That is the recall: it divides by all that are positive, TP + FN."},
    {[](const num::Confusion& c) { return num::f_score(c, 1); },
     "That is F1, which mixes precision and recall."},
    {num::specificity, "That is the specificity: it looks at the negatives only, TN/(TN + FP)."},
}};

// The value of the metric that was to be chosen, for the table that the lab shows. None where it
// has none.
std::optional<exam::Number> value(const num::Confusion& table, Metric right) {
  const auto at = static_cast<std::size_t>(right);
  const std::optional<double> answer = quotients[at].value(table);
  if (!answer) return std::nullopt;
  exam::Number number{*answer};
  number.is_share = true;
  for (std::size_t i = 0; i < quotients.size(); ++i) {
    const std::optional<double> wrong = quotients[i].value(table);
    if (i == at || !wrong || exam::accepts(number, *wrong)) continue;
    const auto taken = [&](const exam::NumberMistake& m) {
      return exam::near(*wrong, m.value, 2 * number.tolerance);
    };
    if (std::none_of(number.mistakes.begin(), number.mistakes.end(), taken))
      number.mistakes.push_back({*wrong, quotients[i].cure});
  }
  return number;
}

std::string words(const num::Confusion& table) {
  return "TP = " + laboratory::grouped(table.tp) + ", FP = " + laboratory::grouped(table.fp) +
         ", FN = " + laboratory::grouped(table.fn) + ", TN = " + laboratory::grouped(table.tn);
}

exam::Form metrics_form(const MetricsQuestion& q) {
  const Scenario& s = *q.scenario;
  if (q.paper())
    return {{"metric", "Which metric should decide?", metrics(q),
             "A miss is the error that costs, and recall is the share of the ill that is not "
             "missed."},
            {"argument", "Why? Argue in a few sentences.", metrics_argument(), ""}};
  exam::Form fs = {{"metric",
                    std::string(s.story) + " " + percent(q.prevalence) +
                        " of all cases are positive; a miss costs " + laboratory::brief(s.cost_fn) +
                        ", a false alarm " + laboratory::brief(s.cost_fp) +
                        ". Which metric should decide?",
                    metrics(q), "Of the four it comes closest to what the errors cost."}};
  const num::Confusion table = q.table();
  if (auto number = value(table, s.right))
    fs.push_back({"value", "The value of that metric for " + words(table), std::move(*number),
                  "You divided by the right total for what was to be counted."});
  return fs;
}

exam::Facts metrics_facts(const MetricsQuestion& q) {
  constexpr const char* names[] = {"accuracy", "precision", "recall", "f1"};
  const Scenario& s = *q.scenario;
  // The clinic is asked for no value, so that no knob of the lab makes another question of it.
  const std::optional<double> value =
      q.paper() ? std::nullopt : quotients[static_cast<std::size_t>(s.right)].value(q.table());
  exam::Facts facts;
  facts.flag("paper", q.paper());
  facts.word("right", names[static_cast<std::size_t>(s.right)],
             {std::begin(names), std::end(names)});
  facts.text("story", s.story);
  facts.text("positives", percent(q.prevalence));
  facts.number("cost.miss", s.cost_fn);
  facts.number("cost.alarm", s.cost_fp);
  facts.text("why.accuracy", why_accuracy(s, q.prevalence));
  facts.text("why.precision", why_precision(s));
  facts.text("why.recall", why_recall(s));
  facts.text("why.f1", why_f1(s));
  facts.flag("defined", value.has_value());
  facts.number("value", value.value_or(0));
  return facts;
}

std::optional<MetricsQuestion> draw_metrics(num::Rng& rng, lab::Fields& fields) {
  constexpr int people[] = {1000, 2000, 5000, 10000};
  const auto set = [&fields](const char* key, double x) { fields.set(key, lab::text(x)); };
  const Scenario& s =
      scenarios[static_cast<std::size_t>(1 + rng.below(static_cast<int>(scenarios.size()) - 1))];
  set("cost_fn", s.cost_fn), set("cost_fp", s.cost_fp);
  // Shares in steps of a thousandth, so that they can be said.
  const int steps = static_cast<int>(1000 * (s.most - s.least) + 0.5) + 1;
  const double prevalence = (1000 * s.least + rng.below(steps)) / 1000;
  const double separation = (15 + rng.below(21)) / 10.0;
  set("prevalence", prevalence), set("separation", separation);
  set("threshold", (8 + rng.below(16)) / 10.0);
  set("n", people[rng.below(4)]);
  set("seed", 1 + rng.below(1000));
  return MetricsQuestion{&s, prevalence, separation};
}

exam::Prediction metrics_guess(const MetricsQuestion& q) {
  return {"In " + percent(q.prevalence) +
              " of all cases there is something to find, and a detector says “nothing” to every "
              "one of them. What share of its calls do you think is right?",
          {"people", "always-healthy", "yours", "roc", "precision-recall"},
          {"accuracy", "healthy.*", "recall", "precision", "f1", "fbeta", "mcc", "specificity"},
          exam::Estimate{{"healthy.accuracy", exam::Source::all, 100}, "%", 0, 100},
          "A detector that always says “nothing” is wrong in the " + percent(q.prevalence) +
              " of cases in which there is something to find, and right in all others."};
}

constexpr exam::Asking<MetricsQuestion> metrics_asking = {.lab = &laboratory::metrics::lab_row,
                                                          .draw = draw_metrics,
                                                          .follow = follow_metrics,
                                                          .form = metrics_form,
                                                          .predict = metrics_guess,
                                                          .facts = metrics_facts};

}  // namespace

const exam::Exercise screening_metric = exam::exercise<metrics_asking>();

}  // namespace exercises
