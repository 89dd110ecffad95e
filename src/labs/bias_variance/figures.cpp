#include "labs/bias_variance/figures.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"

namespace laboratory::bias_variance {
namespace {

using lab::Role;

// "8.8 points", "1 point"
std::string points(double share) {
  const std::string number = brief(std::fabs(100 * share), 3);
  return number + (number == "1" ? " point" : " points");
}

// "5 units", of the picked size.
std::string named(int picked) {
  return lab::counted(sizes[static_cast<std::size_t>(picked)], "unit", "units");
}

// What the distance to the error of people says.
std::string of_bias(double bias) {
  if (bias > 0) return points(bias) + " more than people do (bias)";
  return "no more than people do, so that no avoidable bias is left";
}

std::string of_variance(double variance) {
  if (variance > 0) return points(variance) + " more than that (variance)";
  return "no more than that, so that there is no variance to be seen";
}

// "the avoidable bias of 9 points makes the training error 10 %": from an error to the next by what
// is `called` so; where the next is the lower, there is none of it.
std::string step_words(const char* called, double difference, const char* to, double error) {
  const std::string next = std::string(to) + " " + brief(error) + " %";
  if (difference > 0)
    return "the " + std::string(called) + " of " + points(difference / 100) + " makes " + next;
  return next + (difference < 0 ? " is lower" : " is the same") + ", so that there is no " + called;
}

// "the bias falls from 9 to 2 points"; what is below 0 is none.
std::string course(const char* what, double before, double after) {
  const double from = std::max(before, 0.0), to = std::max(after, 0.0);
  const std::string a = brief(100 * from, 3), b = brief(100 * to, 3);
  if (a == b) return std::string(what) + " stays at " + points(to);
  return std::string(what) + (to < from ? " falls from " : " rises from ") + a + " to " +
         points(to);
}

// "With longer training (1 500 steps in place of 250) the networks of 4 units err on 5.7 % …": what
// is looked for where a remedy is tried, and so said first.
std::string of_remedy(const Params& p, const Errors& before, int picked, const Trial* trial) {
  if (p.remedy == Remedy::none) return "";
  if (!trial) return "The remedy is tried when these networks have taken all their steps. ";
  if (!trial->treated.fault.empty()) return "The remedy fails: " + trial->treated.fault + ". ";
  const Errors& after = trial->treated.errors;
  const double people = p.human / 100;
  std::string words = trial->treatment.words + " the networks";
  if (p.remedy != Remedy::larger) words += " of " + named(picked);
  return "With " + words + " err on " + percent(after.train, 3) +
         " of their training examples in place of " + percent(before.train, 3) + ", and on " +
         percent(after.validation, 3) + " of new ones in place of " +
         percent(before.validation, 3) + ": " +
         course("the bias", before.train - people, after.train - people) + ", and " +
         course("the variance", before.validation - before.train, after.validation - after.train) +
         ". ";
}

// Where the line of the picked size stands, as long as nobody has dragged it.
std::string of_line(const Params& p, const Errors& now) {
  if (p.width > 0) return "";
  std::string text = " The line stands at the size whose training error is nearest to the given " +
                     brief(p.train) + " %";
  if (!std::isnan(p.val))
    text += ", whatever the validation error: here it is " + percent(now.validation, 3) +
            ", and given are " + brief(p.val) + " %";
  return text + "; drag it to keep a size.";
}

std::vector<lab::Rule> rules(const Ladder& ladder, const Params& p) {
  std::vector<lab::Rule> all = {
      {"people: " + brief(p.human) + " %", p.human, false, Role::neutral},
      {"given: training " + brief(p.train) + " %", p.train, false, Role::prediction}};
  if (!std::isnan(p.val))
    all.push_back({"given: validation " + brief(p.val) + " %", p.val, false, Role::target});
  // Where the examples overlap more than people err, their line cannot be reached.
  if (100 * ladder.bayes() > p.human)
    all.push_back({"the least possible on these examples: " + percent(ladder.bayes(), 2),
                   100 * ladder.bayes(), false, Role::neutral});
  return all;
}

void draw_sizes(Ladder& ladder, const Params& p, int picked, const Trial* trial,
                lab::Report& report) {
  const double people = p.human / 100;
  lab::Curve train = blank_curve("training", Role::prediction);
  lab::Curve fresh = blank_curve("validation", Role::target, true);
  for (int i = 0; i < size_count; ++i) {
    const Errors e = ladder.errors(i);
    const int width = sizes[static_cast<std::size_t>(i)];
    add_point(train, width, 100 * e.train);
    add_band(train, 100 * std::min(people, e.train), 100 * e.train);
    add_point(fresh, width, 100 * e.validation);
    add_band(fresh, 100 * std::min(e.train, e.validation), 100 * e.validation);
  }
  const Errors now = ladder.errors(picked);
  lab::Lines lines;
  lines.x = {"units in each layer", 1, static_cast<double>(sizes.back()), true};
  lines.y = {"error [%]", 0, 55, false};
  lines.curves = {std::move(train), std::move(fresh)};
  if (trial && trial->treated.fault.empty()) {
    lab::Curve trained = blank_curve("training, after", Role::prediction);
    lab::Curve judged = blank_curve("validation, after", Role::target);
    trained.trace = judged.trace = lab::Trace::marks;
    add_point(trained, trial->treatment.width, 100 * trial->treated.errors.train);
    add_point(judged, trial->treatment.width, 100 * trial->treated.errors.validation);
    lines.curves.push_back(std::move(trained));
    lines.curves.push_back(std::move(judged));
  }
  lines.rules = rules(ladder, p);
  lines.handle = {"width", static_cast<double>(sizes[static_cast<std::size_t>(picked)])};
  std::string alt = of_remedy(p, now, picked, trial) + "On average the " +
                    grouped(ladder.of(picked).count()) + " networks of " + named(picked) +
                    " in each layer err on " + percent(now.train, 3) +
                    " of their training examples, " + of_bias(now.train - people) + ", and on " +
                    percent(now.validation, 3) + " of new ones, " +
                    of_variance(now.validation - now.train) + "." + of_line(p, now);
  if (ladder.bayes() > people)
    alt +=
        " No rule could err as seldom as people do here: the examples overlap, and the least "
        "error is " +
        percent(ladder.bayes(), 2) + ".";
  report
      .figure("sizes", "Mean errors against size: the gap below is bias, the gap above is variance",
              alt, std::move(lines))
      .room = lab::Room::story;
}

void draw_remedy(Ladder& ladder, const Params& p, int picked, const Trial* trial,
                 lab::Report& report) {
  if (!trial || !trial->treated.fault.empty()) return;
  const Errors before = ladder.errors(picked), after = trial->treated.errors;
  lab::Bars bars;
  bars.x = {"before and after"};
  bars.y = {"error [%]"};
  bars.role = Role::prediction;
  bars.names = {"training before", "training after", "validation before", "validation after"};
  bars.roles = {Role::prediction, Role::prediction, Role::target, Role::target};
  for (const double error : {before.train, after.train, before.validation, after.validation}) {
    bars.heights.push_back(static_cast<float>(100 * error));
    bars.notes.push_back(percent(error, 3));
  }
  bars.rules = {{"people: " + brief(p.human) + " %", p.human, false, Role::neutral}};
  std::string title = trial->treatment.words;
  title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
  report
      .figure(
          "remedy", title + ", tried on networks of " + named(picked),
          of_remedy(p, before, picked, trial) + "Both are means over all networks of that size.",
          std::move(bars))
      .tab = "remedy";
}

// From error to error: each is the one before it and a difference.
void draw_split(const Params& p, lab::Report& report) {
  lab::Bars bars;
  bars.x = {"where the error comes from"};
  bars.y = {"error [%]"};
  bars.role = Role::prediction;
  const double bias = p.train - p.human, variance = p.val - p.train;
  const auto add = [&bars](const char* name, Role role, double height, const std::string& note) {
    bars.names.emplace_back(name);
    bars.roles.push_back(role);
    bars.heights.push_back(static_cast<float>(height));
    bars.notes.push_back(note);
  };
  add("people", Role::neutral, p.human, brief(p.human));
  // What is below 0 is none.
  const auto difference = [](double x) { return x < 0 ? std::string("none") : brief(x); };
  const auto sum = [](double from, double by) {
    return brief(from) + (by < 0 ? " − " : " + ") + brief(std::fabs(by));
  };
  add("bias", Role::prediction, std::max(bias, 0.0), difference(bias));
  add("training", Role::neutral, p.train, sum(p.human, bias));
  std::string alt = "People are wrong on " + brief(p.human) + " %; " +
                    step_words("avoidable bias", bias, "the training error", p.train);
  if (!std::isnan(p.val)) {
    add("variance", Role::target, std::max(variance, 0.0), difference(variance));
    add("validation", Role::neutral, p.val, sum(p.train, variance));
    alt += "; " + step_words("variance", variance, "the validation error", p.val) + ".";
  } else {
    alt += "; the variance is not known without a validation error.";
  }
  bars.lit = std::isnan(p.val) || bias >= variance ? 1 : 3;
  report.figure("split", "The given errors, taken apart", alt, std::move(bars)).tab = "asked";
}

void draw_steps(Ladder& ladder, int picked, lab::Report& report) {
  lab::Curve train = blank_curve("training", Role::prediction);
  lab::Curve fresh = blank_curve("validation", Role::target, true);
  for (const Ladder::Moment& m : ladder.moments()) {
    const Errors& e = m.errors[static_cast<std::size_t>(picked)];
    add_point(train, static_cast<double>(m.step), 100 * e.train);
    add_point(fresh, static_cast<double>(m.step), 100 * e.validation);
  }
  const std::string group = grouped(ladder.of(picked).count()) + " networks of " + named(picked);
  lab::Lines lines;
  lines.x = {"training step"};
  lines.y = {"error [%]", 0, 55, false};
  lines.rules.push_back({"least possible", 100 * ladder.bayes(), false, Role::neutral});
  const Errors& now = ladder.errors(picked);
  const std::string said = ladder.steps() == 0
                               ? std::string("No step has been taken yet.")
                               : "After " + lab::counted(ladder.steps(), "step", "steps") +
                                     " their means are " + percent(now.train, 3) + " and " +
                                     percent(now.validation, 3) + ".";
  if (ladder.steps() > 0 &&
      (train.x.empty() || static_cast<std::int64_t>(train.x.back()) != ladder.steps())) {
    add_point(train, static_cast<double>(ladder.steps()), 100 * now.train);
    add_point(fresh, static_cast<double>(ladder.steps()), 100 * now.validation);
  }
  lines.curves = {std::move(train), std::move(fresh)};
  report
      .figure("steps", "Mean errors of the " + group + " while they learn", said, std::move(lines))
      .tab = "this size";
}

void draw_map(Ladder& ladder, int picked, lab::Report& report) {
  constexpr int side = 64;
  constexpr double reach = 1.6;
  Sized& net = ladder.typical(picked);
  const nn::Dataset& data = net.train();
  lab::BoundaryPanel panel{"", {side, side, net.field(side, reach)}, {}};
  panel.clouds = {{"first class", Role::input}, {"second class", Role::target}};
  for (int i = 0; i < data.size(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    lab::Cloud& cloud = panel.clouds[data.labels[at] > 0.5f ? 1 : 0];
    cloud.x.push_back(data.inputs[2 * at]);
    cloud.y.push_back(data.inputs[2 * at + 1]);
  }
  const Errors own = net.errors(ladder.validation());
  report
      .figure("map",
              "One of the " + grouped(ladder.of(picked).count()) + " networks of " + named(picked) +
                  ": what it predicts over the plane",
              "Of all the one whose training error is nearest to their mean. It gets " +
                  percent(own.train, 3) + " of its own " + grouped(data.size()) +
                  " training examples wrong, and " + percent(own.validation, 3) +
                  " of the new ones; the mean is " + percent(ladder.errors(picked).train, 3) + ".",
              lab::Boundary{{"x₁", -reach, reach, false}, {"x₂", -reach, reach, false}, {panel}})
      .tab = "this size";
}

}  // namespace

int picked_size(Ladder& ladder, const Params& p) {
  return p.width > 0 ? nearest_size(p.width) : ladder.nearest({p.train / 100, p.val / 100});
}

void draw(Ladder& ladder, const Params& p, const Trial* trial, lab::Report& report) {
  const int picked = picked_size(ladder, p);
  draw_sizes(ladder, p, picked, trial, report);
  draw_remedy(ladder, p, picked, trial, report);
  draw_split(p, report);
  draw_steps(ladder, picked, report);
  draw_map(ladder, picked, report);
}

}  // namespace laboratory::bias_variance
