#include "labs/cross_entropy/study.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/phrases.h"
#include "num/elementary.h"
#include "num/softmax.h"

namespace laboratory::cross_entropy {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

// The paper's prediction for an image of electronics.
const std::vector<double> of_the_paper = {0.05, 0.3, 0.45, 0.2};

double sum_of(const std::vector<double>& p) {
  double sum = 0;
  for (const double x : p) sum += x;
  return sum;
}

std::optional<lab::Problem> fault_of(const Params& p, const Study& s, int classes) {
  if (classes < 2)
    return lab::Problem{p.p.empty() ? "logits" : "p",
                        "One class alone leaves nothing to predict; give at least two."};
  if (!s.from_logits() && std::fabs(sum_of(s.p) - 1) > 1e-6)
    return lab::Problem{"p", "The probabilities sum to " + brief(sum_of(s.p)) +
                                 " and have to sum to 1. Change an entry, or give logits, which "
                                 "softmax brings to that sum."};
  return {};
}

// Gives the label the probability `share`; the others keep their proportions, or share evenly
// where they had nothing.
void move_share(Study& s, double share) {
  const auto label = static_cast<std::size_t>(s.label);
  const double rest = sum_of(s.p) - s.p[label];
  for (std::size_t j = 0; j < s.p.size(); ++j)
    if (j != label)
      s.p[j] = rest > 0 ? s.p[j] * (1 - share) / rest
                        : (1 - share) / static_cast<double>(s.p.size() - 1);
  s.p[label] = share;
}

// One rounding to float32 after each operation.
double rounded(double x) { return static_cast<double>(static_cast<float>(x)); }

// log(1 + sum) in float32 of terms that each were rounded.
double naive_log_sum(const std::vector<double>& rivals) {
  double sum = 0;
  for (const double gap : rivals) sum = rounded(sum + rounded(num::exp(rounded(gap))));
  return rounded(num::log(rounded(1 + sum)));
}

void follow_logits(Study& s) {
  const double own = s.z[static_cast<std::size_t>(s.label)];
  std::vector<double> rivals;
  double sum = 0, nearest = inf;
  for (std::size_t j = 0; j < s.z.size(); ++j) {
    if (static_cast<int>(j) == s.label) continue;
    rivals.push_back(s.z[j] - own);
    sum += num::exp(s.z[j] - own);
    nearest = std::min(nearest, own - s.z[j]);
  }
  s.margin = nearest;
  s.missing = sum / (1 + sum);
  s.loss = num::log1p(sum);
  s.naive = naive_log_sum(rivals);
}

void follow_probabilities(Study& s) {
  const auto label = static_cast<std::size_t>(s.label);
  double rival = 0;
  for (std::size_t j = 0; j < s.p.size(); ++j)
    if (j != label) rival = std::max(rival, s.p[j]), s.missing += s.p[j];
  s.margin = num::log(s.p[label]) - num::log(rival);
  s.loss = s.p[label] == 1 ? 0 : -num::log(s.p[label]);
  s.naive = s.p[label] == 1 ? 0 : -rounded(num::log(rounded(s.p[label])));
}

// Entries that rounding alone may have parted are equal.
void find_top(Study& s) {
  constexpr double rounding = 1e-12;
  const double most = *std::max_element(s.p.begin(), s.p.end());
  for (std::size_t j = 0; j < s.p.size(); ++j)
    if (s.p[j] >= most * (1 - rounding)) s.tied.push_back(static_cast<int>(j));
  s.top = s.tied.front();
  if (s.tied.size() == 1) s.tied.clear();
}

}  // namespace

double Study::rivals_sum() const {
  if (!from_logits()) {
    const double own = p[static_cast<std::size_t>(label)];
    return missing / own;
  }
  double sum = 0;
  for (std::size_t j = 0; j < z.size(); ++j)
    if (static_cast<int>(j) != label) sum += num::exp(z[j] - z[static_cast<std::size_t>(label)]);
  return sum;
}

double margin_loss(int classes, double margin) {
  return num::log1p((classes - 1) * num::exp(-margin));
}

double naive_margin_loss(int classes, double margin) {
  return rounded(
      num::log(rounded(1 + rounded((classes - 1) * rounded(num::exp(rounded(-margin)))))));
}

double vanishing_margin(int classes) { return num::log(classes - 1) + 24 * num::log(2); }

Study study(const Params& p) {
  Study s;
  s.params = p;
  const int classes = !p.p.empty()        ? static_cast<int>(p.p.size())
                      : !p.logits.empty() ? static_cast<int>(p.logits.size())
                                          : p.classes;
  s.label = std::min(p.label, classes) - 1;
  if (p.label > classes)
    s.remark = {"label", "There are " + grouped(classes) + " classes, so none has the number " +
                             grouped(p.label) + "; the last one, " + grouped(classes) +
                             ", is taken."};
  if (!p.p.empty()) {
    s.p = p.p;
  } else if (!p.logits.empty()) {
    s.z = p.logits;
  } else if (std::isnan(p.margin) && p.classes == static_cast<int>(of_the_paper.size())) {
    s.p = of_the_paper;
  } else {
    s.z.assign(static_cast<std::size_t>(p.classes), 0);
    if (!std::isnan(p.margin)) s.z[static_cast<std::size_t>(s.label)] = p.margin;
  }
  s.fault = fault_of(p, s, classes);
  if (s.fault) return s;
  s.of_margins = s.from_logits();
  if (s.of_margins) s.p = num::softmax(s.z);
  if (!std::isnan(p.share)) {
    move_share(s, p.share);
    s.z.clear();
  }
  find_top(s);
  if (s.from_logits())
    follow_logits(s);
  else
    follow_probabilities(s);
  return s;
}

std::string tied_names(const Study& s) {
  constexpr std::size_t most = 4;
  if (s.tied.size() > most) return grouped(static_cast<std::int64_t>(s.tied.size())) + " classes";
  std::string names;
  for (std::size_t i = 0; i < s.tied.size(); ++i)
    names += (i == 0 ? "" : i + 1 < s.tied.size() ? ", " : " and ") + class_name(s.tied[i]);
  return names;
}

std::string class_name(int from_zero) {
  constexpr const char* names[] = {"clothing", "electronics", "home goods", "outdoor", "toys",
                                   "books",    "garden",      "music",      "tools",   "food"};
  if (from_zero < static_cast<int>(std::size(names))) return names[from_zero];
  return "class " + grouped(from_zero + 1);
}

}  // namespace laboratory::cross_entropy
