// What does one prediction cost, and why is it never nothing?
#include <cmath>

#include "labs/all.h"
#include "labs/cross_entropy/figures.h"
#include "labs/cross_entropy/study.h"
#include "labs/entries.h"
#include "num/elementary.h"

namespace laboratory::cross_entropy {
namespace {

constexpr Entry entries[] = {
    {"p", "prediction ŷ"},
    {"loss.nats", "cross-entropy"},
    {"loss.bits", "the same in bits"},
    {"loss", "cross-entropy, −ln ŷ of the true class"},
    {"loss.naive_float32", "the same, computed naively in float32"},
    {"argmax_correct", "the largest entry is the true class"},
    {"argmax", "class with the largest entry, counted from 1"},
    {"argmax.name", "its name"},
    {"argmax.tied", "classes that share the largest entry, of which the first is taken"},
    {"label.name", "name of the true class"},
    {"p.true", "probability of the true class"},
    {"p.missing", "1 minus that probability"},
    {"margin.logit", "margin over the strongest rival, in logits"},
    {"margin.vanishing", "margin from which float32 prints 0"},
};

const char* cost_label(std::string_view key) { return label_of(entries, key); }

// A loss or margin, or why it has no number.
void finite(lab::Report& r, const char* key, double x, const char* unit, const char* why) {
  if (std::isfinite(x))
    r.real(key, cost_label(key), x, unit);
  else
    r.undefined(key, cost_label(key), why);
}

lab::Report solve(const Params& p) {
  const Study s = study(p);
  lab::Report r;
  if (s.fault) {
    r.blame(s.fault->key, s.fault->message);
    undefine(entries, s.fault->message, r);
    draw(s, r);
    return r;
  }
  if (s.remark) r.blame(s.remark->key, s.remark->message);
  const double own = s.p[static_cast<std::size_t>(s.label)];
  if (own == 0)
    r.blame(std::isnan(p.share) ? "p" : "share",
            "The true class has the probability 0, and −ln 0 is infinite: one such example would "
            "make any mean loss infinite. Softmax never predicts an exact 0.");
  else if (s.missing == 0)
    r.blame(std::isnan(p.share) ? "p" : "share",
            "The rivals have the probability 0, which no finite logits give: the margin is "
            "infinite. Softmax comes as near as you like and never arrives.");
  const char* const certain = "no finite logits give this prediction";
  const char* const infinite = "−ln 0 is infinite";
  r.list("p", cost_label("p"), s.p);
  finite(r, "loss.nats", s.loss, "nats", infinite);
  finite(r, "loss.bits", s.from_logits() ? s.loss / num::log(2) : -num::log2(own), "bits",
         infinite);
  finite(r, "loss", s.loss, "nats", infinite);
  finite(r, "loss.naive_float32", s.naive, "nats",
         own == 0 ? infinite : "exp of the difference of the logits overflows in float32");
  r.flag("argmax_correct", cost_label("argmax_correct"), s.top == s.label);
  r.count("argmax", cost_label("argmax"), s.top + 1);
  r.word("argmax.name", cost_label("argmax.name"), class_name(s.top));
  std::vector<double> tied;
  for (const int j : s.tied) tied.push_back(j + 1);
  r.list("argmax.tied", cost_label("argmax.tied"), tied);
  r.word("label.name", cost_label("label.name"), class_name(s.label));
  r.real("p.true", cost_label("p.true"), own);
  r.real("p.missing", cost_label("p.missing"), s.missing);
  finite(r, "margin.logit", s.margin, "", certain);
  r.real("margin.vanishing", cost_label("margin.vanishing"),
         vanishing_margin(static_cast<int>(s.p.size())));
  draw(s, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::formula<Params, solve>("cross-entropy", "The cost of one prediction");

}  // namespace laboratory::cross_entropy
