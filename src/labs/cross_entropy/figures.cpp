#include "labs/cross_entropy/figures.h"

#include <algorithm>
#include <cmath>

#include "lab/digits.h"
#include "labs/cross_entropy/study.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::cross_entropy {
namespace {

using lab::Role;

lab::Curve point(const char* name, double x, double y) {
  lab::Curve c = blank_curve(name, Role::prediction);
  c.trace = lab::Trace::marks;
  add_point(c, x, y);
  return c;
}

double own(const Study& s) { return s.p[static_cast<std::size_t>(s.label)]; }

// A probability that falls short of 1 by less than is read off it: "1 − 6.183×10⁻⁹".
constexpr double close = 1e-4;
std::string share_words(double p, double missing, int digits = 4) {
  return missing > 0 && missing < close ? "1 − " + brief(missing, digits) : brief(p, digits);
}

int classes(const Study& s) { return static_cast<int>(s.p.size()); }

std::string nats(double loss) { return brief(loss) + " nats"; }

// The same within a sentence.
std::string spoken(double loss) {
  return std::isfinite(loss) ? nats(loss) : "without bound, since the true class has probability 0";
}

// The story, or under a tab where another figure is.
void place(lab::Figure& figure, bool story, const char* tab) {
  if (story)
    figure.room = lab::Room::story;
  else
    figure.tab = tab;
}

void draw_prediction(const Study& s, lab::Report& report) {
  constexpr std::size_t most_names = 10;
  lab::Bars bars;
  bars.x = {"class", 0, 0, false};
  bars.y = {"predicted probability", 0, 1, false};
  bars.role = Role::prediction;
  bars.lit = s.label;
  bars.pull = "share";
  bars.start = 0.5;
  for (std::size_t j = 0; j < s.p.size(); ++j) {
    bars.heights.push_back(static_cast<float>(s.p[j]));
    if (s.p.size() <= most_names) bars.names.push_back(class_name(static_cast<int>(j)));
  }
  if (s.missing > 0 && s.missing < close) {
    // In few digits for all, so that every bar has room for its words: cut to fit they would call
    // the true class's share 1.
    constexpr int few = 2;
    for (const double p : s.p) bars.notes.push_back(brief(p, few));
    bars.notes[static_cast<std::size_t>(s.label)] = share_words(own(s), s.missing, few);
  }
  const std::string truth = class_name(s.label), top = class_name(s.top);
  const std::string alt =
      "The true class, " + truth + ", gets " + share_words(own(s), s.missing) +
      (!s.tied.empty()    ? "; the largest entry is shared by " + tied_names(s) + "."
       : s.top == s.label ? ", and no class gets more."
                          : "; the arg max, " + top + ", gets " +
                                brief(s.p[static_cast<std::size_t>(s.top)]) + ".");
  report.figure("prediction", "The prediction; pull the true class, " + truth, alt, std::move(bars))
      .tab = "prediction";
}

constexpr double least_share = 1e-3;  // where the curve of -ln p begins

void draw_curve(const Study& s, bool story, lab::Report& report) {
  constexpr int points = 400;
  lab::Curve loss = blank_curve("−ln ŷ", Role::neutral);
  // Points crowd where the curve is steep.
  for (int i = 0; i <= points; ++i) {
    const double u = static_cast<double>(i) / points, x = least_share + (1 - least_share) * u * u;
    add_point(loss, x, -num::log(x));
  }
  lab::Lines lines;
  lines.x = {"probability of the true class ŷ", 0, 1, false};
  lines.y = {"loss [nats]", 0, -num::log(least_share), false};
  lines.curves = {std::move(loss)};
  if (std::isfinite(s.loss)) lines.curves.push_back(point("this example", own(s), s.loss));
  lines.handle = {"share", own(s)};
  const double chance = num::log(classes(s));
  lines.rules.push_back(
      {"ln " + grouped(classes(s)) + " = " + brief(chance), chance, false, Role::target});
  const std::string alt = "At probability " + share_words(own(s), s.missing) + " the loss is " +
                          spoken(s.loss) +
                          "; it falls towards 0 as the probability nears 1 and grows without bound "
                          "as it nears 0.";
  place(report.figure("curve", "The loss reads one number, ŷ of the true class: drag it", alt,
                      std::move(lines)),
        story, "prediction");
}

void draw_margin(const Study& s, bool story, lab::Report& report) {
  // Wide enough for every margin of a trained net, and for the one in hand.
  constexpr double pitch = 0.1, air = 2, decade = 10;
  double from = -5, to = 40, least = 1e-18;
  if (std::isfinite(s.margin)) {
    from = std::min(from, std::floor(s.margin - air));
    to = std::max(to, std::ceil(s.margin + air));
    while (s.loss > 0 && least > s.loss) least /= decade;
  }
  const double end = vanishing_margin(classes(s));
  lab::Curve exact = blank_curve("exact", Role::neutral),
             naive = blank_curve("float32", Role::gradient, true);
  for (int i = 0; i <= static_cast<int>((to - from) / pitch); ++i) {
    const double m = from + pitch * i;
    add_point(exact, m, margin_loss(classes(s), m));
    if (const double loss = naive_margin_loss(classes(s), m); loss > 0) add_point(naive, m, loss);
  }
  lab::Lines lines;
  lines.x = {"margin of the true class over every rival", from, to, false};
  lines.y = {"loss [nats]", least, 100, true};
  lines.rules.push_back({"float32 prints 0 from " + brief(end, 3), end, true, Role::gradient});
  lines.curves = {std::move(exact), std::move(naive)};
  if (std::isfinite(s.margin)) {
    // A prediction whose rivals differ lies under the curve, which gives all of them one margin.
    lines.curves.push_back(point("this example", s.margin, s.loss));
    lines.handle = {"margin", s.margin};
  }
  const std::string alt =
      "At large margins the loss falls as a straight line on a log axis, by a factor of e for each "
      "unit, and has no zero; computed naively in float32 it is exactly 0 from a margin of " +
      brief(end, 3) + ".";
  place(report.figure("margin", "The loss against the margin: ever smaller, never 0", alt,
                      std::move(lines)),
        story, "margin");
}

void draw_loss_arithmetic(const Study& s, lab::Report& report) {
  const std::string number = grouped(s.label + 1), y = "ŷ" + std::string("₍") + number + "₎";
  lab::Working w;
  if (s.from_logits()) {
    constexpr std::size_t most_terms = 6;
    std::string line =
        "S = Σ e^(z_j − z_y) over the " + lab::counted(classes(s) - 1, "rival", "rivals");
    if (s.z.size() <= most_terms) {
      for (std::size_t j = 0, written = 0; j < s.z.size(); ++j) {
        if (static_cast<int>(j) == s.label) continue;
        line += (written++ == 0 ? " = e^(" : " + e^(") +
                brief(s.z[j] - s.z[static_cast<std::size_t>(s.label)]) + ")";
      }
    }
    w.lines.push_back(line + " = " + brief(s.missing < 1 ? s.missing / (1 - s.missing) : INFINITY) +
                      ", which is above 0");
    w.lines.push_back("ŷ of class " + number + " = 1/(1 + S), short of 1 by " + brief(s.missing));
    w.lines.push_back("loss = ln(1 + S) = " + nats(s.loss) + " = " + brief(s.loss / num::log(2)) +
                      " bits");
    w.lines.push_back("in float32, one rounding at a time: " +
                      (std::isfinite(s.naive) ? brief(s.naive) : std::string("overflow")));
  } else {
    w.lines.push_back("label: class " + number + ", " + class_name(s.label) +
                      ", so the one-hot y leaves one term of −Σ y_k ln ŷ_k");
    w.lines.push_back("loss = −ln " + brief(own(s)) + " = " + nats(s.loss) + " = " +
                      brief(s.loss / num::log(2)) + " bits");
    w.lines.push_back(!s.tied.empty() ? "arg max: " + tied_names(s) +
                                            " share the largest entry; the loss never looks at it"
                      : s.top == s.label
                          ? "arg max: the true class, so the call is right; the loss is above 0 "
                            "all the same"
                          : "arg max: " + class_name(s.top) +
                                ", so the call is wrong, which the loss never looks at");
    if (s.loss == 0) w.lines.back() = "a probability of exactly 1 is out of reach for softmax";
  }
  const std::string costs = std::isfinite(s.loss) ? "The example costs " + nats(s.loss)
                                                  : "The loss of the example is " + spoken(s.loss);
  const std::string alt = costs + ": " + w.lines.back() + ".";
  report.figure("arithmetic", "How the loss comes about", alt, std::move(w)).tab = "arithmetic";
}

}  // namespace

void draw(const Study& s, lab::Report& report) {
  if (s.fault) {
    lab::Working w;
    w.lines.push_back(s.fault->message);
    report.figure("prediction", "The prediction cannot be used", s.fault->message, std::move(w))
        .room = lab::Room::story;
    return;
  }
  // A share that a hand pulls replaces the margins and leaves the story where it is.
  if (s.of_margins)
    draw_margin(s, true, report);
  else
    draw_curve(s, true, report);
  draw_prediction(s, report);
  if (s.of_margins)
    draw_curve(s, false, report);
  else
    draw_margin(s, false, report);
  draw_loss_arithmetic(s, report);
}

}  // namespace laboratory::cross_entropy
