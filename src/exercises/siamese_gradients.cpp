// 1h-ii to 1h-iv: three links of the chain rule through a pair of twins.
#include <iterator>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "exercises/siamese_numbers.h"
#include "exercises/siamese_terms.h"
#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/siamese/study.h"
#include "labs/siamese/walk.h"
#include "num/rng.h"

namespace exercises {
namespace {

using laboratory::siamese::Activation;
using laboratory::siamese::Merge;
using laboratory::siamese::Node;
using SiameseParams = laboratory::siamese::Params;

num::Symbol whole_number(const char* name, double low, double high) {
  num::Symbol s = drawn(name, 1, 1, low, high);
  s.whole = true;
  return s;
}

exam::Form delta1(const TwinsQuestion& q) {
  exam::Expression e;
  e.value = "(ŷ - y)/m";
  e.called = {"δ1", "∂J/∂z3"};
  num::Symbol m = whole_number("m", 2, 9);
  m.counts_examples = true;
  e.symbols = {drawn("z3", 1, 1), computed("ŷ", 1, "sigmoid(z3)"), whole_number("y", 0, 1), m};
  e.over_examples =
      "A sum over the examples is ∂J/∂b2: b2 is shared by all of them. Each has a z3 of its own, "
      "so "
      "δ1 of one example has no sum: (ŷ − y)/m.";
  e.alternatives = {
      {"ŷ - y",
       "That is the gradient of one example’s own cost, −L, and counts. J is the mean over m "
       "examples, so ∂J/∂z3 of one of them carries 1/m: (ŷ − y)/m."},
      {"y - ŷ", "As you name it: ∂L/∂z3 = y − ŷ, and J has the minus and 1/m on top of that.", 1,
       "∂L/∂z3"}};
  e.mistakes = {
      {"y - ŷ",
       "You give y − ŷ, which is ∂L/∂z3. L is written without a minus here, so J = −(1/m) Σ L "
       "brings one in. Follow it through."},
      {"(y - ŷ)/m",
       "The size is right. L has no minus of its own, and J = −(1/m) Σ L has one: carry it along."},
      {"(ŷ - y) ŷ (1-ŷ)/m",
       "You keep σ′ = ŷ(1 − ŷ). With this loss it cancels against the ŷ(1 − ŷ) in the denominator "
       "of ∂J/∂ŷ; it would stay with a squared error."},
      {"(ŷ - y) ŷ (1-ŷ)",
       "Two things to mend: σ′ = ŷ(1 − ŷ) cancels with this loss (with a squared error it would "
       "stay), and the 1/m of the mean is missing."},
      {"(ŷ - y)/(ŷ (1-ŷ) m)", "That is ∂J/∂ŷ. One link is left: ∂ŷ/∂z3 = ŷ(1 − ŷ)."},
      {"(ŷ - y)/(ŷ (1-ŷ))",
       "That is the derivative of one example’s own cost with respect to ŷ. One link is left: "
       "∂ŷ/∂z3 = ŷ(1 − ŷ)."},
      {"(y - ŷ)/(ŷ (1-ŷ))",
       "That is ∂L/∂ŷ. One link is left, ∂ŷ/∂z3 = ŷ(1 − ŷ), and J = −(1/m) Σ L brings −1/m."},
      {"(y - ŷ)/(ŷ (1-ŷ) m)",
       "That is ∂J/∂ŷ with the sign reversed: J has a minus. And one link is left, "
       "∂ŷ/∂z3 = ŷ(1 − ŷ)."},
      {"(y - ŷ) ŷ (1-ŷ)/m",
       "You keep σ′ = ŷ(1 − ŷ), which cancels with this loss, and the minus of J is missing."},
      {"(y - ŷ) ŷ (1-ŷ)",
       "You keep σ′ = ŷ(1 − ŷ), which cancels with this loss. J = −(1/m) Σ L brings −1/m on top of "
       "that."},
      {"ŷ (1-ŷ)", "That is ∂ŷ/∂z3, the last link alone. It has to be multiplied by ∂J/∂ŷ."}};
  exam::Form form = {{"delta1", "the gradient δ1 = ∂J/∂z3, for one example", e,
                      "∂J/∂ŷ = (ŷ − y)/(m ŷ(1 − ŷ)), and the sigmoid’s slope ŷ(1 − ŷ) cancels."}};
  if (auto worked = q.worked ? worked_output(q.net) : std::nullopt)
    form.push_back(std::move(worked->field));
  return form;
}

// How the twins are built.
exam::Facts twin_facts(const TwinsQuestion& q) {
  constexpr const char* merges[] = {"difference", "sum", "product", "distance"};
  exam::Facts facts;
  facts.word("merged_by", merges[static_cast<std::size_t>(q.net.merge)],
             {std::begin(merges), std::end(merges)});
  facts.word("g", activation(q.net.activation), {"relu", "leaky", "tanh", "sigmoid"});
  return facts;
}

// And what the words say of the number that a variant asks for.
exam::Facts worked_facts(const TwinsQuestion& q, const std::optional<WorkedNumber>& worked) {
  exam::Facts facts = twin_facts(q);
  facts.flag("worked", worked.has_value());
  facts.number("worked.value", worked ? worked->value : 0);
  return facts;
}

exam::Facts delta1_facts(const TwinsQuestion& q) {
  const auto worked = q.worked ? worked_output(q.net) : std::nullopt;
  exam::Facts facts = worked_facts(q, worked);
  facts.number("worked.pair", worked ? worked->pair : 1);
  return facts;
}

exam::Facts delta2_facts(const TwinsQuestion& q) {
  return worked_facts(q, q.worked ? worked_head(q.net) : std::nullopt);
}

exam::Form delta2(const TwinsQuestion& q) {
  const int n = hidden(q.net);
  exam::Expression e;
  e.value = "W2";
  e.called = {"δ2", "∂z3/∂a"};
  e.transposable = true;
  e.symbols = {of_layer(drawn("W2", 1, n), "", "Dₐ"),
               drawn("b2", 1, 1),
               drawn("a", n, 1),
               computed("z3", 1, "W2 a + b2"),
               computed("ŷ", 1, "sigmoid(z3)"),
               of_layer(drawn("W1", n, n + 1), "Dₐ", "D"),
               drawn("δ1", 1, 1),
               whole_number("m", 2, 9)};
  e.mistakes = {
      {"aᵀ", "That is ∂z3/∂W2. Here W2 stays fixed and a moves: what multiplies a?"},
      {"W2 a",
       "That is z3 without its bias, not a derivative. What is left of W2 a when it is "
       "differentiated with respect to a?"},
      {"ŷ (1-ŷ) W2",
       "You go one link too far: the factor ŷ(1 − ŷ) belongs to ∂ŷ/∂z3. The question is how z3 "
       "itself "
       "moves with a."},
      {"δ1 W2",
       "That is ∂J/∂a, two links at once: δ1 = ∂J/∂z3 comes in from behind. Here only z3 is "
       "differentiated."},
      {"W2 + b2", "b2 does not depend on a, so its derivative is 0."},
      {"sum(W2)",
       "z3 is one number and a has several entries: the derivative has one entry for each "
       "of them and is not summed up."},
      {"1", "z3 = W2 a + b2: a is multiplied by something before it gets there."}};
  exam::Form form = {
      {"delta2", "the derivative δ2 = ∂z3/∂a", e,
       "z3 = W2 a + b2 is linear in a, so its derivative is the row W2 (written as a gradient, the "
       "column W2ᵀ)."}};
  if (auto worked = q.worked ? worked_head(q.net) : std::nullopt)
    form.push_back(std::move(worked->field));
  return form;
}

std::string diagonal(const std::string& column) { return "diag(" + column + ")"; }

// True of a product that says itself that it goes entry by entry.
bool by_entries(const std::string& value) { return value.find("⊙") != std::string::npos; }

// A wrong column, with what is said of it where it is to be multiplied entry by entry, as the
// answer says, and where it stands in place of a matrix.
void add_column_mistake(const std::string& value, const std::string& cure, const std::string& bare,
                        exam::Expression& e) {
  e.mistakes.push_back({value, cure + " That it goes entry by entry is right.", 0, true});
  if (!by_entries(value)) e.mistakes.push_back({value, bare});
}

// What the merge has to do with is missing: a factor of its own, or a minus.
void add_merge_mistakes(const SiameseParams& p, const Link& l, exam::Expression& e) {
  const bool minus = p.merge == Merge::difference;
  e.mistakes.push_back(
      {diagonal(opposite(l.outer2) + l.slope2),
       minus ? "The sign is reversed. Write out a = a1 − a2 first: a2 enters with a minus."
             : "The sign is reversed. Write out the merge first: with which sign does a2 "
               "enter?"});
  add_column_mistake(
      opposite(l.outer2) + l.slope2,
      "The sign is reversed. With which sign does a2 enter the merge?",
      "Two things are missing: the sign with which a2 enters the merge, and the matrix, "
      "since the derivative of a vector by a vector is one.",
      e);
  constexpr const char* a_matrix = " The derivative of a vector by a vector is a matrix, too.";
  const auto without_factor = [&](const std::string& sign, const std::string& cure) {
    e.mistakes.push_back({diagonal(sign + l.slope2), cure});
    add_column_mistake(sign + l.slope2, cure, cure + a_matrix, e);
  };
  if (p.merge == Merge::product) {
    const std::string moves =
        "a = a1 ⊙ a2 is a product: moving a2 by a little moves a by a1 times "
        "that.";
    without_factor("", moves);
    without_factor("-", moves + " It has no minus.");
  }
  if (p.merge == Merge::distance) {
    const std::string slope = " |u| has the slope sign(u), so the sign of a1 − a2 takes part.";
    without_factor("-", "That is right where a1 > a2 only." + slope);
    without_factor("", "That is right where a1 < a2 only." + slope + " a2 enters with a minus.");
  }
}

void add_activation_mistakes(const SiameseParams& p, const Link& l, exam::Expression& e) {
  const std::string g = activation(p.activation);
  // a1 ⊙ 1[z1>0] is a1 itself, which has a cure of its own.
  if (p.merge != Merge::product || p.activation != Activation::relu)
    e.mistakes.push_back(
        {diagonal(l.outer2 + g + "'(z1)"),
         "That is the slope of the other twin. a1 does not depend on z2; only a2 does."});
  e.mistakes.push_back(
      {diagonal(l.outer2 + g + "(z2)"),
       "You use the activation itself. The question is how it moves: take its derivative."});
  if (p.activation == Activation::relu)
    e.mistakes.push_back({diagonal(l.outer2 + "1[z2<0]"),
                          "The condition is reversed: ReLU lets through what is above 0."});
}

// ∂a/∂a2 in place of ∂a/∂z2: as a matrix, and as what multiplies each entry; with either sign.
void add_half_way(const Link& l, exam::Expression& e) {
  const bool plain = l.outer2.empty() || l.outer2 == "-";
  for (const std::string& outer : {l.outer2, opposite(l.outer2)}) {
    const bool right = outer == l.outer2;
    const std::string factor = alone(outer);
    const std::string what = right ? "That is ∂a/∂a2, how a2 enters the merge."
                                   : "That is ∂a/∂a2 with the sign reversed: write the merge out.";
    const std::string link =
        " One link is left from a2 to z2: a2 = g(z2), so the slope of the activation comes in.";
    e.mistakes.push_back({plain ? factor + "I" : diagonal(factor), what + link});
    add_column_mistake(plain ? factor + "1" : factor, what + link,
                       what + link + " And the derivative of a vector by a vector is a matrix.", e);
  }
}

exam::Form delta3(const TwinsQuestion& q) {
  const SiameseParams& p = q.net;
  const int n = hidden(p);
  const Link l = link(p);
  const std::string g = activation(p.activation);
  exam::Expression e;
  e.value = diagonal(l.outer2 + l.slope2);
  e.called = {"δ3", "∂a/∂z2"};
  e.symbols = {of_layer(drawn("z1", n, 1), "Dₐ", ""),
               drawn("z2", n, 1),
               computed("a1", n, g + "(z1)"),
               computed("a2", n, g + "(z2)"),
               computed("a", n, l.merged),
               identity(n),
               activation_name(p),
               of_layer(drawn("W1", n, n + 1), "Dₐ", "D"),
               drawn("W2", 1, n)};
  e.alternatives = {{l.outer2 + l.slope2,
                     "The diagonal as a column, multiplied entry by entry, as your ⊙ says. As a "
                     "matrix it is diag of that.",
                     1, "", true}};
  if (const std::string bare = l.outer2 + l.slope2; !by_entries(bare))
    e.mistakes = {
        {bare,
         "The entries are right. Written as a column it may not be multiplied as a matrix: put "
         "diag(…) around it, or a ⊙ behind it.",
         0.5}};
  add_merge_mistakes(p, l, e);
  add_activation_mistakes(p, l, e);
  add_half_way(l, e);
  return {
      {"delta3", "the derivative δ3 = ∂a/∂z2", std::move(e),
       "Entry k of a moves with entry k of z2 only, so the matrix is diagonal: how a2 enters the "
       "merge, times the slope of the activation."},
      written_out(p),
      to_the_weights(p)};
}

void set_sizes(num::Rng& rng, lab::Fields& fields) {
  fields.set("D", std::to_string(1 + rng.below(5)));
  fields.set("Da", std::to_string(2 + rng.below(5)));
  fields.set("m", std::to_string(1 + rng.below(6)));
  fields.set("seed", std::to_string(1 + rng.below(1000)));
}

void set_functions(num::Rng& rng, lab::Fields& fields) {
  constexpr const char* merges[] = {"a1-a2", "a1+a2", "a1*a2", "|a1-a2|"};
  constexpr const char* activations[] = {"relu", "leaky", "tanh", "sigmoid"};
  fields.set("merge", one_of(rng, merges));
  fields.set("activation", one_of(rng, activations));
}

// A part opens where the walk has come back to what it asks about: to δ1 at z3, over δ2 to a, and
// over δ3 to z2. What the last part goes on to, the gradients of the weights, is shown there alone.
void walk_back_to(Node node, lab::Fields& fields) {
  fields.set("step", std::to_string(laboratory::siamese::stop_back(node)));
  if (node != Node::z2) fields.set("view", "link");
}
template <Node node>
TwinsQuestion opened_at(lab::Fields& fields) {
  walk_back_to(node, fields);
  return {};
}

// Behind the merge the formula is the same whatever the twins do; the numbers of a pair are not.
template <Node node>
std::optional<TwinsQuestion> draw_pair(num::Rng& rng, lab::Fields& fields) {
  walk_back_to(node, fields);
  set_sizes(rng, fields);
  set_functions(rng, fields);
  std::optional<TwinsQuestion> q = telling_twins(fields);
  if (q) q->worked = true;
  return q;
}

std::optional<TwinsQuestion> draw_net(num::Rng& rng, lab::Fields& fields) {
  walk_back_to(Node::z2, fields);
  set_sizes(rng, fields);
  fields.set("Da", std::to_string(2 + rng.below(3)));
  set_functions(rng, fields);
  return telling_twins(fields);
}

exam::Prediction output_guess(const TwinsQuestion& q) {
  const laboratory::siamese::Study s = laboratory::siamese::study(q.net);
  const std::string told =
      s.fits()
          ? "For the first pair the net says ŷ = " + laboratory::brief(s.values.yhat.at(0, 0)) +
                ", and its label is y = " + laboratory::brief(s.net.Y.at(0, 0)) + ". "
          : "";
  return {
      told + "Which sign do you think ∂J/∂z3 has for it?",
      {"*"},
      {"delta*", "d*", "J", "yhat", "node*"},
      exam::Pick{{{"negative: raising z3 would lower the cost", "-1",
                   "ŷ is below the label: a larger z3 brings it nearer, and the cost down."},
                  {"0: the cost would not change", "0", "ŷ is the label, where the cost is flat."},
                  {"positive: raising z3 would raise the cost", "1",
                   "ŷ is above the label: a larger z3 takes it further off, and the cost up."}},
                 exam::Pick::named,
                 {"delta1", exam::Source::sign}}};
}

exam::Prediction head_guess(const TwinsQuestion& q) {
  const laboratory::siamese::Study s = laboratory::siamese::study(q.net);
  const auto first = [&s](const lab::Matrix& m) {
    return s.fits() ? laboratory::brief(m.at(0, 0)) : std::string("not known");
  };
  constexpr double furthest = 1000;
  return {"In W2 the first entry is " + first(s.net.W2) + ". For the first pair that of a is " +
              first(s.values.a) + ", and ŷ is " + first(s.values.yhat) +
              ". What do you think is the first entry of ∂z3/∂a?",
          {"*"},
          {"delta*", "d*", "node*"},
          exam::Estimate{{"delta2", exam::Source::first}, "", -furthest, furthest},
          "A nudge of an entry of a moves z3 by as much as its weight says, whatever a and ŷ are."};
}

exam::Prediction twin_guess(const TwinsQuestion& q) {
  const std::string n = std::to_string(q.net.Da);
  return {"∂a/∂z2 is a matrix of " + n + " × " + n +
              ". In how many of its entries do you think it can be other than 0?",
          {"*"},
          {"delta*", "d*", "node*"},
          exam::Estimate{{"delta3_diag", exam::Source::rows},
                         "entries",
                         0,
                         static_cast<double>(q.net.Da) * q.net.Da,
                         true},
          "Entry k of a depends on entry k of z2 and on no other, so that only the " + n +
              " places of the diagonal can differ from 0."};
}

constexpr exam::Asking<TwinsQuestion> output_asking = {.lab = &laboratory::siamese::lab_row,
                                                       .paper = opened_at<Node::z3>,
                                                       .draw = draw_pair<Node::z3>,
                                                       .follow = follow_twins,
                                                       .form = delta1,
                                                       .predict = output_guess,
                                                       .facts = delta1_facts};
constexpr exam::Asking<TwinsQuestion> head_asking = {.lab = &laboratory::siamese::lab_row,
                                                     .paper = opened_at<Node::a>,
                                                     .draw = draw_pair<Node::a>,
                                                     .follow = follow_twins,
                                                     .form = delta2,
                                                     .predict = head_guess,
                                                     .facts = delta2_facts};
constexpr exam::Asking<TwinsQuestion> twin_asking = {.lab = &laboratory::siamese::lab_row,
                                                     .paper = opened_at<Node::z2>,
                                                     .draw = draw_net,
                                                     .follow = follow_twins,
                                                     .form = delta3,
                                                     .predict = twin_guess,
                                                     .facts = twin_facts};

}  // namespace

const exam::Exercise siamese_output = exam::exercise<output_asking>();
const exam::Exercise siamese_head = exam::exercise<head_asking>();
const exam::Exercise siamese_twin = exam::exercise<twin_asking>();

}  // namespace exercises
