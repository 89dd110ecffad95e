// 2a-i: a graph as a product of factors, p over all nodes and q over the latent ones.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "exercises/all.h"
#include "lab/fields.h"
#include "labs/all.h"
#include "labs/graphical_model/words.h"

namespace exercises {
namespace {

namespace graphs = laboratory::graphical_model;

// The two graphs, as the lab shows them.
struct GraphQuestion {
  graphs::Params given;
};

void follow_graph(GraphQuestion& q, const lab::Fields& fields) {
  q.given = lab::parameters<graphs::Params>(fields);
}

bool is_papers(const graphs::Source& s) {
  const graphs::Source own = graphs::source(graphs::Params{});
  return s.sizes.latents == own.sizes.latents && s.sizes.observed == own.sizes.observed &&
         s.p == own.p && s.q == own.q;
}

bool sound(const graphs::Source& s) { return s.sound_p() && s.sound_q(); }

// The factors of some nodes of a graph, in the order of their names.
std::string product_of(const graphs::Source& s, char letter, const num::Digraph& g,
                       num::NodeSet nodes) {
  std::string all;
  for (const int node : num::nodes_of(nodes))
    all += graphs::factor_text(s, letter, {node, num::nodes_of(g.parents(node))});
  return all;
}

num::Digraph turned(const num::Digraph& g) {
  num::Digraph out(g.nodes());
  for (const auto& [from, to] : g.arrows()) out.add(to, from);
  return out;
}

num::NodeSet roots(const num::Digraph& g) {
  num::NodeSet all = 0;
  for (int node = 0; node < g.nodes(); ++node)
    if (g.parents(node) == 0) all |= num::only(node);
  return all;
}

// A mistake that comes to the right product, or to what another one gives, cannot be told from it.
void add(exam::Factors& factors, const std::string& value, const std::string& cure) {
  if (value.empty()) return;
  const exam::Factoring wrong = exam::factoring(value);
  if (exam::same_factors(wrong, exam::factoring(factors.value))) return;
  for (const exam::FactorsMistake& known : factors.mistakes)
    if (exam::same_factors(wrong, exam::factoring(known.value))) return;
  factors.mistakes.push_back({value, cure});
}

exam::FactorGraph graph_of(const graphs::Source& s, const num::Digraph& g, num::NodeSet given) {
  return {s.names(g.all()), g, given};
}

std::vector<std::string> pieces(const graphs::Source& s, const char* letter) {
  std::vector<std::string> all = {std::string(letter) + "(", "|", ",", ")"};
  for (const std::string& name : s.names(s.p.all())) all.push_back(name);
  return all;
}

exam::Factors factors_of_model(const graphs::Source& s) {
  const num::NodeSet all = s.p.all();
  exam::Factors f{graphs::product_text(s, 'p', graphs::factors_of_p(s)),
                  {},
                  graph_of(s, s.p, 0),
                  pieces(s, "p")};
  add(f, product_of(s, 'p', turned(s.p), all),
      "You read the arrows backwards, each node given the nodes that its arrows lead to. A node is "
      "made from what points at it: behind its bar stand the nodes at the tails of the arrows that "
      "end there.");
  const num::NodeSet first = roots(s.p);
  add(f, product_of(s, 'p', s.p, all & ~first),
      "You left out the nodes at which no arrow ends, " + graphs::listed(s.names(first)) +
          ". They have a factor as well, with nothing behind a bar; without it the product is no "
          "distribution of all the nodes.");
  add(f, graphs::product_text(s, 'p', graphs::factors_of_q(s)),
      "These are the dashed arrows, which belong to q. The model p has the solid ones, and a "
      "factor for every x, too.");
  return f;
}

exam::Factors factors_of_encoder(const graphs::Source& s) {
  const num::NodeSet latent = s.sizes.latent(), observed = s.q.all() & ~latent;
  exam::Factors f{graphs::product_text(s, 'q', graphs::factors_of_q(s)),
                  {},
                  graph_of(s, s.q, observed),
                  pieces(s, "q")};
  add(f, product_of(s, 'q', s.p, latent),
      "You took the solid arrows, which are those of p. The encoder q has the dashed ones: behind "
      "the bar of a z stand the nodes from which a dashed arrow leads to it.");
  add(f, product_of(s, 'q', s.q, observed) + f.value,
      "The factors of the x do not belong here. The encoder is given every x and says nothing of "
      "where they come from: q(z|x) has a factor for each z alone.");
  add(f, product_of(s, 'q', turned(s.q), observed | latent),
      "You read the dashed arrows backwards. A dashed arrow from an x to a z says that the encoder "
      "looks at that x to guess that z: the x stands behind the bar, and the z before it.");
  add(f, product_of(s, 'q', turned(s.p), latent),
      "You reversed the solid arrows. What the exact posterior of p needs is another question; "
      "here "
      "it is asked what the dashed arrows say.");
  return f;
}

exam::Form graph_form(const GraphQuestion& q) {
  const graphs::Source s = graphs::source(q.given);
  if (!sound(s)) return {};
  return {{"p", "the model p, all nodes together", factors_of_model(s),
           "One factor for each node, given the nodes whose solid arrows end at it."},
          {"q", "the encoder q, the z given every x", factors_of_encoder(s),
           "One factor for each z, given the nodes whose dashed arrows end at it; the x are given "
           "and have none."}};
}

// "z₁ → z₂, z₁ → x₁"
std::string arrow_words(const graphs::Source& s, const num::Digraph& g) {
  std::string all;
  for (const auto& [from, to] : g.arrows())
    all += (all.empty() ? "" : ", ") + graphs::lowered(s.name(from)) + " → " +
           graphs::lowered(s.name(to));
  return all.empty() ? "none" : all;
}

std::string shown_product(const graphs::Source& s, char letter,
                          const std::vector<graphs::GraphFactor>& factors) {
  std::string all;
  for (const graphs::GraphFactor& f : factors)
    all += (all.empty() ? "" : " ") + graphs::factor_text(s, letter, f, /*low=*/true);
  return all;
}

// "z₂ is made from z₁; z₁ from nothing".
std::string parents_words(const graphs::Source& s,
                          const std::vector<graphs::GraphFactor>& factors) {
  std::string all;
  for (const graphs::GraphFactor& f : factors) {
    std::vector<std::string> on;
    for (const int node : f.conditions) on.push_back(graphs::lowered(s.name(node)));
    all +=
        (all.empty() ? "" : "; ") + graphs::lowered(s.name(f.node)) + " from " + graphs::listed(on);
  }
  return all;
}

std::string all_of(const char* letter, int count) {
  std::string all;
  for (int i = 1; i <= count; ++i)
    all += (i == 1 ? "" : ", ") + graphs::lowered(letter + std::to_string(i));
  return all.empty() ? "none" : all;
}

exam::Facts graph_facts(const GraphQuestion& q) {
  const graphs::Source s = graphs::source(q.given);
  const bool fits = sound(s);
  exam::Facts facts;
  facts.flag("paper", is_papers(s));
  facts.flag("fits", fits);
  bool x_acts = false;
  for (const int x : num::nodes_of(s.p.all() & ~s.sizes.latent()))
    x_acts = x_acts || s.p.children(x) != 0;
  facts.flag("x_acts", x_acts);
  facts.text("all_z", all_of("z", s.sizes.latents));
  facts.text("all_x", all_of("x", s.sizes.observed));
  facts.text("solid", arrow_words(s, s.p));
  facts.text("dashed", arrow_words(s, s.q));
  facts.text("product_p", fits ? shown_product(s, 'p', graphs::factors_of_p(s)) : "");
  facts.text("product_q", fits ? shown_product(s, 'q', graphs::factors_of_q(s)) : "");
  facts.text("made_p", fits ? parents_words(s, graphs::factors_of_p(s)) : "");
  facts.text("made_q", fits ? parents_words(s, graphs::factors_of_q(s)) : "");
  return facts;
}

// A chain of z with an x each, and an encoder that is told of often.
void draw_sequence(num::Rng& rng, const graphs::Sizes& n, num::Digraph& p, num::Digraph& q) {
  p = graphs::model_graph(
      num::one_of(rng, std::vector{graphs::Model::state_space, graphs::Model::ladder}), n);
  q = graphs::encoder_graph(
      num::one_of(
          rng, std::vector{graphs::Shape::per_step, graphs::Shape::so_far, graphs::Shape::filtering,
                           graphs::Shape::reverse, graphs::Shape::causal, graphs::Shape::smoothing,
                           graphs::Shape::backward}),
      n);
}

// Arrows along a random order: of p among all nodes but x → x, of q into z alone.
void draw_irregular(num::Rng& rng, const graphs::Sizes& n, num::Digraph& p, num::Digraph& q) {
  std::vector<int> order;
  for (int node = 0; node < n.latents; ++node) order.push_back(node);
  rng.shuffle(std::span(order));
  p = q = num::Digraph(n.nodes());
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t k = i + 1; k < order.size(); ++k)
      if (rng.below(5) < 3) p.add(order[i], order[k]);
  for (int x = n.latents; x < n.nodes(); ++x) {
    // One z or two before it in the order, and now and then one that it acts on.
    const int last = rng.below(n.latents);
    p.add(order[static_cast<std::size_t>(last)], x);
    if (last > 0 && rng.below(3) == 0) p.add(order[static_cast<std::size_t>(rng.below(last))], x);
    if (last + 1 < n.latents && rng.below(3) == 0)
      p.add(x, order[static_cast<std::size_t>(last + 1)]);
  }
  rng.shuffle(std::span(order));
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t k = i + 1; k < order.size(); ++k)
      if (rng.below(2) == 0) q.add(order[i], order[k]);
    for (int x = n.latents; x < n.nodes(); ++x)
      if (rng.below(2) == 0) q.add(x, order[i]);
  }
}

// Every z and x takes part, and the two graphs differ in what they say of the z.
bool telling(const graphs::Sizes& n, const num::Digraph& p, const num::Digraph& q) {
  if (p.arrows().size() < 4 || q.arrows().size() < 3) return false;
  for (int node = 0; node < n.nodes(); ++node)
    if (p.neighbours(node) == 0) return false;
  int alike = 0, read = 0;
  for (int z = 0; z < n.latents; ++z) {
    alike += p.parents(z) == q.parents(z);
    read += (q.parents(z) & ~n.latent()) != 0;
  }
  return alike < n.latents && read >= std::min(2, n.latents);
}

std::optional<GraphQuestion> draw_graph_question(num::Rng& rng, lab::Fields& fields) {
  constexpr int most_draws = 200;
  const bool sequence = rng.below(5) < 2;
  const graphs::Sizes n{3, sequence ? 3 : 1 + rng.below(3)};
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    num::Digraph p, q;
    sequence ? draw_sequence(rng, n, p, q) : draw_irregular(rng, n, p, q);
    if (!telling(n, p, q)) continue;
    graphs::Source s;
    s.sizes = n;
    fields.set("observed", std::to_string(n.observed));
    fields.set("p", graphs::arrows_text(s, p));
    fields.set("q", graphs::arrows_text(s, q));
    GraphQuestion question;
    follow_graph(question, fields);
    return question;
  }
  return std::nullopt;
}

// What stands behind the bars is what is asked for; what an encoder pays gives none of it away.
exam::Prediction graph_guess(const GraphQuestion&) {
  exam::OnAxis cost;
  cost.source = {"encoder_cost"};
  cost.figure = "encoders";
  cost.upright = false;
  cost.label = "least cost of q";
  cost.unit = "nats";
  cost.low = 0, cost.high = 3;
  return {
      "An encoder can only use what its arrows bring. With Gaussian nodes, how many nats do you "
      "think the best one with these dashed arrows loses against the exact posterior?",
      {"products", "encoders"},
      {"factor.*", "elbo", "encoder_cost*"},
      std::move(cost),
      "What the exact posterior of a z depends on and no dashed arrow brings has to be paid "
      "for; here that comes to {{encoder_cost}} nats."};
}

constexpr exam::Asking<GraphQuestion> graph_asking = {.lab = &laboratory::graphical_model::lab_row,
                                                      .draw = draw_graph_question,
                                                      .follow = follow_graph,
                                                      .form = graph_form,
                                                      .predict = graph_guess,
                                                      .facts = graph_facts};

}  // namespace

const exam::Exercise graph_factors = exam::exercise<graph_asking>();

}  // namespace exercises
