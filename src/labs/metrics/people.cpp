#include "labs/metrics/people.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "lab/digits.h"
#include "labs/phrases.h"

namespace laboratory::metrics {
namespace {

using lab::Role;

enum Kind : std::uint8_t { missed, found, spared, alarmed };  // the places of the groups

// Few enough to be seen one by one.
constexpr std::int64_t most_dots = 1000;

// 1, 2 or 5 times a power of ten.
std::int64_t people_per_dot(std::int64_t all) {
  for (std::int64_t power = 1;; power *= 10)
    for (const std::int64_t each : {power, 2 * power, 5 * power})
      if (all <= each * most_dots) return each;
}

// How many dots people of one truth have, and how many of these are flagged. Who is there has a dot
// on either side of the threshold, as far as there are two.
struct Shared {
  std::int64_t all, flagged;
};
Shared shared(std::int64_t below, std::int64_t flagged, std::int64_t each) {
  const std::int64_t all = (below + flagged + each - 1) / each;
  const std::int64_t least = flagged > 0 ? 1 : 0, most = all - (below > 0 ? 1 : 0);
  return {all, std::min(std::max((flagged + each / 2) / each, least), most)};
}

// The score of the person in the middle of those that a dot stands for.
double middle_score(const std::vector<double>& rising, std::int64_t dot, std::int64_t each) {
  const std::int64_t first = dot * each;
  const std::int64_t last =
      std::min((dot + 1) * each, static_cast<std::int64_t>(rising.size())) - 1;
  return rising[static_cast<std::size_t>((first + last) / 2)];
}

// The shortest decimal that is above `below` and at most `most`.
double short_between(double below, double most) {
  for (double power = 1; power < 1e12; power *= 10)
    if (const double x = std::floor(most * power) / power; x > below) return x;
  return most;
}

struct Head {
  Kind kind;
  double score;
};
bool earlier(const Head& a, const Head& b) { return a.score < b.score; }

// Where the scores have no say, who is left alone stands before who is flagged, and the ill next to
// the gap on the one side and farthest from it on the other.
void queue_by_kind(const Shared& ill, const Shared& well, lab::Dots& dots) {
  const auto add = [&dots](Kind kind, std::int64_t n) {
    dots.queue.insert(dots.queue.end(), static_cast<std::size_t>(n), kind);
  };
  add(spared, well.all - well.flagged), add(missed, ill.all - ill.flagged);
  add(alarmed, well.flagged), add(found, ill.flagged);
}

// By their scores, and what the threshold would have to be for the gap to stand elsewhere.
void queue_by_score(const Study& s, const Shared& ill, const Shared& well, lab::Dots& dots) {
  std::vector<Head> left, right;
  const auto add = [&](const std::vector<double>& rising, const Shared& of, Kind below,
                       Kind above) {
    for (std::int64_t i = 0; i < of.all; ++i) {
      const bool flagged = i >= of.all - of.flagged;
      (flagged ? right : left)
          .push_back({flagged ? above : below, middle_score(rising, i, dots.each)});
    }
  };
  add(s.ranking->positive(), ill, missed, found);
  add(s.ranking->negative(), well, spared, alarmed);
  std::stable_sort(left.begin(), left.end(), earlier);
  std::stable_sort(right.begin(), right.end(), earlier);
  std::vector<double> scores;
  for (const std::vector<Head>* side : {&left, &right})
    for (const Head& head : *side) dots.queue.push_back(head.kind), scores.push_back(head.score);
  std::sort(scores.begin(), scores.end());

  double lowest = 1e9, highest = -1e9;
  for (const std::vector<double>* all : {&s.ranking->positive(), &s.ranking->negative()})
    if (!all->empty())
      lowest = std::min(lowest, all->front()), highest = std::max(highest, all->back());
  dots.stops.push_back(std::floor(10 * lowest) / 10);
  for (std::size_t i = 1; i < scores.size(); ++i)
    dots.stops.push_back(short_between(scores[i - 1], scores[i]));
  dots.stops.push_back((std::floor(10 * highest) + 1) / 10);
  dots.drag = "threshold";
}

// The text with blanks at which no line breaks.
std::string unbroken(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == ' ' ? "\u00a0" : std::string(1, c);
  return out;
}

std::string cost_words(const Params& p, const num::Confusion& c) {
  const double misses = p.cost_fn * static_cast<double>(c.fn);
  const double alarms = p.cost_fp * static_cast<double>(c.fp);
  return "cost " + lab::readable(misses + alarms) + " = " +
         unbroken(lab::counted(c.fn, "miss", "misses") + " × " + brief(p.cost_fn)) + " " +
         unbroken("+ " + lab::counted(c.fp, "false alarm", "false alarms") + " × " +
                  brief(p.cost_fp));
}

std::string accuracy_words(const num::Confusion& c) {
  const std::optional<double> accuracy = num::accuracy(c);
  return accuracy ? percent(*accuracy) : "undefined";
}

// What the dots show, in a sentence.
std::string finding(const num::Confusion& c) {
  const std::string ill = grouped(c.positives()), accuracy = accuracy_words(c);
  if (c.positives() == 0)
    return "Nobody is ill, so every flag is a false alarm: " + grouped(c.fp) + " of " +
           grouped(c.negatives()) + " people are flagged.";
  if (c.tp == 0)
    return "Every ill person is missed, " + ill + " of " + ill + ", and accuracy is " + accuracy +
           ".";
  const std::string caught = grouped(c.tp) + " of " +
                             lab::counted(c.positives(), "ill person", "ill people") +
                             (c.tp == 1 ? " is found" : " are found");
  if (c.fp == 0) return caught + " without a false alarm; accuracy is " + accuracy + ".";
  return caught + " at the price of " + lab::counted(c.fp, "false alarm", "false alarms") + ", " +
         brief(static_cast<double>(c.fp) / static_cast<double>(c.tp), 2) +
         " for each one found; accuracy is " + accuracy + ".";
}

}  // namespace

void draw_people(const Study& s, lab::Report& r) {
  const num::Confusion& c = s.table;
  const std::int64_t each = people_per_dot(c.all());
  const Shared ill = shared(c.fn, c.tp, each), well = shared(c.tn, c.fp, each);
  lab::Dots dots{
      {{"ill, missed (FN)", Role::gradient, true, false, static_cast<int>(c.fn), "missed (FN)"},
       {"ill, found (TP)", Role::gradient, false, false, static_cast<int>(c.tp), "found (TP)"},
       {"healthy, spared (TN)", Role::neutral, true, true, static_cast<int>(c.tn), "spared (TN)"},
       {"healthy, flagged (FP)", Role::neutral, false, true, static_cast<int>(c.fp),
        "flagged (FP)"}}};
  dots.each = static_cast<int>(each);
  dots.parted = static_cast<int>(ill.all - ill.flagged + well.all - well.flagged);
  dots.counter = cost_words(s.params, c);
  const bool scored = s.ranking->at(s.params.threshold) == c && c.all() > 0;
  if (scored)
    queue_by_score(s, ill, well, dots);
  else
    queue_by_kind(ill, well, dots);
  std::string title = grouped(c.all()) + " people, " + grouped(c.positives()) +
                      " of them ill: accuracy " + accuracy_words(c) + ", and " + grouped(c.fn) +
                      " ill missed";
  if (each > 1) title += " (one dot for " + grouped(each) + ")";
  r.figure("people", title, finding(c), std::move(dots)).room = lab::Room::story;
}

}  // namespace laboratory::metrics
