#include "labs/graphical_model/figures.h"

#include <algorithm>
#include <iterator>

#include "lab/digits.h"
#include "labs/graphical_model/separation_figures.h"
#include "labs/phrases.h"

namespace laboratory::graphical_model {
namespace {

using lab::Light, lab::Role;

// Appends the arrows of a graph; those of its circle, if it has one, are lit.
void add_arrows(lab::Graph& out, const num::Digraph& g, const std::vector<int>& cycle, int set,
                bool dashed) {
  for (const auto& [from, to] : g.arrows()) {
    lab::Edge edge;
    edge.from = from, edge.to = to;
    edge.role = dashed ? Role::prediction : Role::weight;
    edge.dashed = dashed;
    edge.set = set;
    const auto at = std::find(cycle.begin(), cycle.end(), from);
    if (at != cycle.end() && to == (at + 1 == cycle.end() ? cycle.front() : *(at + 1)))
      edge.light = Light::chosen;
    out.edges.push_back(std::move(edge));
  }
}

std::vector<int> observed_nodes(const Source& s) {
  std::vector<int> all;
  for (int node = s.sizes.latents; node < s.sizes.nodes(); ++node) all.push_back(node);
  return all;
}

void draw_graph(const Study& s, lab::Report& r) {
  const Source& source = s.source;
  lab::DrawnGraph drawn;
  lab::Graph& graph = drawn.graph;
  for (int node = 0; node < source.sizes.nodes(); ++node)
    graph.nodes.push_back(figure_node(source, node));
  graph.sets = {{"p", "p", false}, {"q", "q", true}};
  add_arrows(graph, source.p, source.p_cycle, 0, false);
  add_arrows(graph, source.q, source.q_cycle, 1, true);
  drawn.filled = observed_nodes(source);
  drawn.rules = {{true, {}}, {true, drawn.filled}};
  drawn.place = "places";
  const lab::Matrix& places = s.params.places;
  if (places.rows == source.sizes.nodes() && places.cols == 2)
    for (int i = 0; i < places.rows; ++i) {
      drawn.x.push_back(static_cast<float>(places.at(i, 0)));
      drawn.y.push_back(static_cast<float>(places.at(i, 1)));
    }
  const std::string alt =
      !source.sound_p() ? "The arrows of p form a cycle, " + circle_text(source, source.p_cycle) +
                              ": such a p is no product."
      : !source.sound_q() ? "The arrows of q form a cycle, " + circle_text(source, source.q_cycle) +
                                ": such a q is no product."
                          : "p has " +
                                lab::counted(static_cast<long long>(source.p.arrows().size()),
                                             "solid arrow", "solid arrows") +
                                " and q " +
                                lab::counted(static_cast<long long>(source.q.arrows().size()),
                                             "dashed one", "dashed ones") +
                                "; observed nodes are grey. Draw an arrow, turn it or take it out, "
                                "and the products follow.";
  r.figure("graph", "Model p, solid, and encoder q, dashed", alt, std::move(drawn)).room =
      lab::Room::story;
}

void draw_products(const Study& s, lab::Report& r) {
  const Source& source = s.source;
  const std::vector<GraphFactor> p = factors_of_p(source), q = factors_of_q(source);
  lab::ProductLine of_p{"p(x, z) = ", {}, ""};
  lab::ProductLine of_q{"q(z|x) = ", {}, ""};
  lab::ProductLine bound{"ELBO = E_q[", {}, "]"};
  const auto add = [&](lab::ProductLine& to, const std::string& before, char letter,
                       const GraphFactor& f) {
    to.pieces.push_back({before + factor_text(source, letter, f, true), std::string(1, letter),
                         source.name(f.node)});
  };
  for (const GraphFactor& f : p) {
    add(of_p, "", 'p', f);
    add(bound, bound.pieces.empty() ? "log " : "+ log ", 'p', f);
  }
  for (const GraphFactor& f : q) {
    add(of_q, "", 'q', f);
    add(bound, "− log ", 'q', f);
  }
  if (p.empty()) of_p.end = "no product: the arrows form a cycle";
  if (q.empty()) of_q.end = "no product: the arrows form a cycle";
  lab::Products products{{of_p, of_q}};
  if (!p.empty() && !q.empty()) products.lines.push_back(bound);
  std::size_t most = 0;
  for (const GraphFactor& f : p) most = std::max(most, f.conditions.size());
  const std::string alt =
      p.empty() || q.empty()
          ? "A graph whose arrows form a cycle has no product of factors."
          : "p has " + std::to_string(p.size()) + " factors, the widest with " +
                (most == 1 ? std::string("1 condition") : std::to_string(most) + " conditions") +
                "; q has one for each of the " + std::to_string(q.size()) +
                " z. Point at a factor to see its arrows.";
  r.figure("products", "The two as products, and the bound", alt, std::move(products)).room =
      lab::Room::row;
}

void draw_encoders(const Study& s, lab::Report& r) {
  if (!s.costs) return;
  lab::Bars bars;
  bars.x = {"encoder", 0, 0, false};
  bars.y = {"least cost [nats]", 0, 0, false};
  const auto add = [&](Shape shape, double nats) {
    const bool none = nats < 1e-9;
    bars.names.emplace_back(shape_titles[static_cast<std::size_t>(shape)]);
    bars.heights.push_back(none ? 0 : static_cast<float>(nats));
    bars.notes.push_back(none ? "0" : brief(nats, 3));
    bars.roles.push_back(shape == Shape::own ? Role::prediction : Role::neutral);
  };
  if (s.cost) {
    add(Shape::own, *s.cost);
    bars.lit = 0;
  }
  int free = 0;
  for (std::size_t i = 0; i < s.costs->size(); ++i) {
    add(static_cast<Shape>(i + 1), (*s.costs)[i]);
    free += (*s.costs)[i] < 1e-9;
  }
  const std::string alt =
      (s.cost ? (*s.cost < 1e-9 ? std::string("The encoder as drawn can hold the exact posterior")
                                : "The arrows that the encoder as drawn lacks cost at least " +
                                      brief(*s.cost) + " nats, however well it is trained")
              : std::string("The encoder as drawn has a cycle")) +
      "; of the named encoders " + std::to_string(free) + (free == 1 ? " costs" : " cost") +
      " nothing.";
  r.figure("encoders", "What the best encoder of each shape costs, E KL(q ‖ p(z|x))", alt,
           std::move(bars))
      .tab = tabs::encoders;
}

void draw_texts(const Study& s, lab::Report& r) {
  const Source& source = s.source;
  lab::Working text;
  text.lines = {"p = " + python_text(source, source.p), "q = " + python_text(source, source.q)};
  r.figure("python", "Edge lists for Python (NetworkX takes them as they are)",
           "p has " + std::to_string(source.p.arrows().size()) + " arrows and q has " +
               std::to_string(source.q.arrows().size()) + ".",
           std::move(text))
      .tab = tabs::text;
  r.figure("tikz", "The picture for LaTeX (TikZ)",
           "Latent nodes stand above, observed ones are shaded and stand below.",
           lab::Working{tikz_lines(source)})
      .tab = tabs::text;
}

}  // namespace

lab::Node figure_node(const Source& s, int node) {
  const bool latent = s.sizes.is_latent(node);
  lab::Node out;
  out.id = s.name(node);
  out.name = lowered(out.id);
  out.role = latent ? Role::activation : Role::target;
  out.layer = latent ? node : node - s.sizes.latents;
  out.row = latent ? 0 : 1;
  out.round = true;
  return out;
}

void draw(const Study& s, lab::Drawings& drawings, lab::Report& report) {
  const Params& p = s.params;
  const lab::Dependence both = lab::on(s.on_p, s.on_q);
  drawings.draw(report, "graph", lab::on(both, p.places),
                [&](lab::Report& r) { draw_graph(s, r); });
  drawings.draw(report, "products", both, [&](lab::Report& r) { draw_products(s, r); });
  drawings.draw(report, "encoders", lab::on(s.on_numbers, s.on_q),
                [&](lab::Report& r) { draw_encoders(s, r); });
  drawings.draw(report, "separation", s.on_query, [&](lab::Report& r) { draw_separation(s, r); });
  drawings.draw(report, "independences", lab::on(s.on_numbers, s.on_query),
                [&](lab::Report& r) { draw_independences(s, r); });
  drawings.draw(report, "samples", lab::on(s.on_query, s.on_numbers, p.samples, p.seed),
                [&](lab::Report& r) { draw_samples(s, r); });
  drawings.draw(report, "texts", both, [&](lab::Report& r) { draw_texts(s, r); });
}

}  // namespace laboratory::graphical_model
