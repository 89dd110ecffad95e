#include <algorithm>
#include <string>

#include "labs/convolution/net_pointed.h"
#include "labs/convolution/tabs.h"
#include "labs/phrases.h"

namespace laboratory::convolution {
namespace {

// Of what is no digit that somebody has named.
const std::string only_digits =
    " It has learned nothing but ten drawn digits, so whatever it is shown it calls one of them.";

std::string begins(const Pointed& at) {
  if (!at.story) return "Your drawing is taken for ";
  return std::string(at.story->own ? "Your" : "The") + " picture is taken for ";
}

}  // namespace

std::string Pointed::shown() const {
  if (digit) return (*digit == 8 ? "an " : "a ") + std::to_string(*digit);
  if (!story) return "your drawing";
  return story->own ? "your picture" : "the picture";
}

int likeliest(const SmallNet::Passage& p) {
  const auto begin = p.probabilities.begin();
  return static_cast<int>(std::max_element(begin, p.probabilities.end()) - begin);
}

void draw_verdict(const SmallNet::Passage& now, const SmallNet::Passage& intact, const Pointed& at,
                  lab::Report& report) {
  lab::Bars bars;
  bars.x = {"digit", 0, 0, false};
  bars.y = {"probability", 0, 1, false};
  bars.role = lab::Role::prediction;
  for (int k = 0; k < NetSizes::classes; ++k) bars.names.push_back(std::to_string(k));
  bars.heights = now.probabilities;
  const int best = likeliest(now);
  bars.lit = at.digit.value_or(best);
  const auto of = [](const SmallNet::Passage& p, int digit) {
    return brief(static_cast<double>(p.probabilities[static_cast<std::size_t>(digit)]));
  };
  const std::string taken = (best == 8 ? "an " : "a ") + std::to_string(best);
  report
      .figure("net.verdict",
              "The network takes " + at.shown() + " for " + taken +
                  (at.digit ? "; the true digit is lit" : ""),
              at.digit
                  ? "The " + std::to_string(*at.digit) + " gets probability " + of(now, *at.digit) +
                        "; with the network as it was trained, " + of(intact, *at.digit) + "."
                  : begins(at) + taken + " with probability " + of(now, best) +
                        "; with the network as it was trained, " + of(intact, best) + "." +
                        (at.story ? only_digits : ""),
              std::move(bars))
      .tab = tabs::network;
}

void draw_losses(const SmallNet& net, const Params& p, lab::Report& report) {
  lab::Curve curve{"loss", lab::Role::prediction, {}, {}, {}, {}, false};
  for (std::size_t i = 0; i < net.losses().size(); ++i) {
    curve.x.push_back(static_cast<float>(i + 1));
    curve.y.push_back(net.losses()[i]);
  }
  if (curve.y.empty()) return;
  lab::Lines lines;
  lines.x = {"training step", 0, static_cast<double>(std::max(p.steps, 1)), false};
  lines.y = {"loss of a batch [nats]", 0, 0, false};
  lines.rules.push_back({"ln 10", 2.302585092994046, false, lab::Role::target});
  const std::string alt = "The loss of a batch of 16 digits went from " +
                          brief(static_cast<double>(curve.y.front())) + " to " +
                          brief(static_cast<double>(curve.y.back())) + " nats in " +
                          std::to_string(curve.y.size()) + " steps.";
  lines.curves.push_back(std::move(curve));
  report.figure("net.loss", "The network learns: loss of each batch", alt, std::move(lines)).tab =
      tabs::worth;
}

void draw_worth(SmallNet& net, const Pointed& at, lab::Report& report) {
  const int count = NetSizes::filters[at.layer];
  NetEdit edit = at.edit;
  edit.ablated = 0;
  const double intact = net.accuracy(edit);
  lab::Bars bars;
  bars.x = {"filter switched off", 0, 0, false};
  bars.y = {"accuracy lost [points]", 0, 0, false};
  bars.role = lab::Role::weight;
  int worst = 0;
  for (int f = 1; f <= count; ++f) {
    edit.ablated = f;
    bars.names.push_back(std::to_string(f));
    bars.heights.push_back(static_cast<float>(100 * (intact - net.accuracy(edit))));
    if (bars.heights.back() > bars.heights[static_cast<std::size_t>(worst)]) worst = f - 1;
  }
  bars.lit = at.edit.ablated - 1;
  const double most = bars.heights[static_cast<std::size_t>(worst)];
  report
      .figure("net.worth", "What each filter is worth: accuracy lost without it",
              "With all filters " + percent(intact) +
                  " of 200 new digits are recognised; switching off filter " +
                  std::to_string(worst + 1) + ", the one that is missed most, costs " +
                  brief(most) + (most == 1 ? " point." : " points."),
              std::move(bars))
      .tab = tabs::worth;
}

}  // namespace laboratory::convolution
