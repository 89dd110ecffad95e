// Beyond 1h-iv: δ3 entry by entry, and the way through both twins to the weights that they share.
#include "exercises/siamese_terms.h"

namespace exercises {
namespace {

using laboratory::siamese::Merge;
using SiameseParams = laboratory::siamese::Params;

using Entries = std::vector<std::vector<std::string>>;

// `text` with every name of a column replaced by its entry `k`, and ⊙ by blanks: a number.
std::string at_entry(std::string text, int k) {
  for (std::size_t at; (at = text.find("⊙ ")) != std::string::npos;)
    text.erase(at, std::string_view("⊙ ").size());
  for (const char* name : {"z1", "z2", "a1", "a2"})
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += 4)
      text.insert(at + 2, "_" + std::to_string(k));
  return text;
}

Entries diagonal_entries(const std::string& column) {
  return {{at_entry(column, 1), "0"}, {"0", at_entry(column, 2)}};
}

// The line that gives the gradient into one of the twins.
exam::Step into_twin(const SiameseParams& p, const Link& l, int n, bool second) {
  const std::string outer = second ? l.outer2 : l.outer1;
  const std::string slope = second ? l.slope2 : l.slope1;
  const std::string others = second ? l.slope1 : l.slope2;
  const std::string own = second ? "a2" : "a1", name = second ? "g2" : "g1";
  const bool minus = outer[0] == '-';
  // "-a ⊙ b" in front of ga would turn no sign but that of the whole.
  const std::string factor = minus ? outer.substr(1) : outer, sign = minus ? "-" : "";
  exam::Step step{drawn(name.c_str(), n, 1), sign + "ga ⊙ " + factor + slope,
                  "∂J/∂z" + std::string(second ? "2" : "1") + ", into the " +
                      (second ? "second" : "first") + " twin",
                  "Two links: how " + own + " enters the merge, and the slope of the activation."};
  step.called = {second ? "∂J/∂z2" : "∂J/∂z1"};
  step.alternatives = {own_cost(step.value, "the gradient into this twin")};
  step.mistakes = {
      {(minus ? "" : "-") + ("ga ⊙ " + factor + slope),
       "The sign is reversed. With which sign does " + own + " enter the merge?"},
      {sign + "ga ⊙ " + factor + others, "That is the slope at the other twin’s nodes. " + own +
                                             " follows from this twin’s z alone."},
      {factor.empty() ? sign + "ga" : sign + "ga ⊙ " + alone(factor),
       "That is as far as " + own + ". One link is left: the slope of the activation."}};
  if (!factor.empty())
    step.mistakes.push_back({sign + "ga ⊙ " + slope,
                             p.merge == Merge::product
                                 ? "The merge is a product: moving " + own +
                                       " by a little moves a by the other factor times that."
                                 : "|u| has the slope sign(u): the sign of a1 − a2 takes part."});
  return step;
}

exam::Step weight_step(int n, int d) {
  exam::Step step{drawn("GW", n, d), "g1 xᵀ + g2 x′ᵀ", "∂J/∂W1, for this pair, along both twins",
                  "z1 = W1 x + b1: a gradient g of z1 gives W1 the gradient g xᵀ. The second twin "
                  "does the same with x′."};
  step.called = {"∂J/∂W1"};
  step.alternatives = {own_cost(step.value, "the gradient of W1")};
  step.mistakes = {
      {"g1 xᵀ", "One twin only. W1 is at work in both, so the gradients of both paths add up."},
      {"g2 x′ᵀ",
       "The second twin only. W1 is at work in both, so the gradients of both paths "
       "add up."},
      {"g1 xᵀ - g2 x′ᵀ", "Paths add up. The sign with which a2 enters the merge is in g2 already."},
      {"(g1 + g2) xᵀ", "Each twin has its own input: g2 goes with x′."},
      {"g1 x′ᵀ + g2 xᵀ", "The inputs have changed places: g1 belongs to x, g2 to x′."}};
  return step;
}

exam::Step bias_step(int n) {
  exam::Step step{drawn("gb", n, 1), "g1 + g2", "∂J/∂b1, for this pair, along both twins",
                  "b1 is added in both twins, so its gradient is the sum of theirs."};
  step.called = {"∂J/∂b1"};
  step.alternatives = {own_cost(step.value, "the gradient of b1")};
  step.mistakes = {
      {"g1", "One twin only. b1 is added in both."},
      {"g2", "The second twin only. b1 is added in both."},
      {"g1 - g2", "Paths add up. The sign with which a2 enters the merge is in g2 already."}};
  return step;
}

}  // namespace

exam::AnswerField written_out(const SiameseParams& p) {
  const Link l = link(p);
  const std::string g = activation(p.activation);
  exam::Symbols s;
  const Entries right = diagonal_entries(l.outer2 + l.slope2);
  s.entries = {{{right[0][0]}, {right[0][1], true}}, {{right[1][0]}, {right[1][1]}}};
  s.symbols = {drawn("z1", 2, 1), drawn("z2", 2, 1), computed("a1", 2, g + "(z1)"),
               computed("a2", 2, g + "(z2)"), activation_name(p)};
  Entries turned = diagonal_entries(opposite(l.outer2) + l.slope2), filled = right;
  filled[1][0] = right[1][1];
  s.mistakes = {
      {turned, "The sign is reversed. With which sign does a2 enter the merge?"},
      {diagonal_entries(l.outer2 + l.slope1),
       "Those are slopes of the other twin. a1 does not depend on z2; only a2 does."},
      {filled, "Row 2, column 1 asks how entry 2 of a moves with entry 1 of z2: not at all."}};
  return {"delta3_written",
          "the matrix δ3 for two hidden nodes, entry by entry; z2_1 is the first entry of z2",
          std::move(s),
          "Entry k of a moves with entry k of z2 only, so all entries off the diagonal are 0.",
          true};
}

exam::AnswerField to_the_weights(const SiameseParams& p) {
  const Link l = link(p);
  const std::string g = activation(p.activation);
  // Sides that differ, so that only the right product has the right shape.
  const int n = hidden(p), d = n + 1;
  exam::Derivation way;
  way.symbols = {of_layer(drawn("x", d, 1), "D", ""),
                 drawn("x′", d, 1),
                 of_layer(drawn("W2", 1, n), "", "Dₐ"),
                 drawn("ŷ", 1, 1, 0.05, 0.95),
                 drawn("y", 1, 1, 0, 1),
                 drawn("m", 1, 1, 2, 9),
                 computed("δ1", 1, "(ŷ - y)/m"),
                 drawn("z1", n, 1),
                 drawn("z2", n, 1),
                 computed("a1", n, g + "(z1)"),
                 computed("a2", n, g + "(z2)"),
                 activation_name(p)};
  way.symbols[6].also = {"∂J/∂z3"};
  exam::Step start{drawn("ga", n, 1), "W2ᵀ δ1", "∂J/∂a, a column like a",
                   "z3 = W2 a + b2, and ∂J/∂z3 is δ1: two links, multiplied."};
  start.called = {"∂J/∂a"};
  start.alternatives = {own_cost(start.value, "the gradient into a")};
  start.mistakes = {
      {"W2ᵀ", "That is ∂z3/∂a. The gradient δ1 comes in from behind and multiplies it."},
      {"δ1 W2",
       "The numbers are right and they stand in a row. A gradient has the shape of what "
       "it belongs to: transpose W2."}};
  way.steps = {std::move(start), into_twin(p, l, n, false), into_twin(p, l, n, true),
               weight_step(n, d), bias_step(n)};
  return {"gradients", "from δ1 to the shared weights, for one pair, line by line", std::move(way),
          "Two paths lead to W1 and b1, one through each twin, and their gradients add up. Over "
          "all pairs they are summed.",
          true};
}

}  // namespace exercises
