#include "labs/graphical_model/words.h"

#include <algorithm>

namespace laboratory::graphical_model {
namespace {

std::vector<GraphFactor> factors(const num::Digraph& g, const std::vector<int>& order) {
  std::vector<GraphFactor> all;
  for (const int node : order) all.push_back({node, num::nodes_of(g.parents(node))});
  return all;
}

std::string joined(const Source& s, const std::vector<int>& nodes, bool low) {
  std::string all;
  for (const int node : nodes)
    all += (all.empty() ? "" : ",") + (low ? lowered(s.name(node)) : s.name(node));
  return all;
}

// "a chain", "a fork", "a collider"
const char* kind_of(num::Passing passing) {
  switch (passing) {
    case num::Passing::chain:
      return "a chain";
    case num::Passing::fork:
      return "a fork";
    case num::Passing::collider:
      break;
  }
  return "a collider";
}

const char* arrow_text(const num::Digraph& g, int from, int to) {
  return g.has(from, to) ? " → " : " ← ";
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
  if (names.empty()) return "nothing";
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i)
    all += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return all;
}

std::string lowered(const std::string& name) {
  constexpr const char* figures[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string out;
  for (const char c : name)
    out += c >= '0' && c <= '9' ? std::string(figures[c - '0']) : std::string(1, c);
  return out;
}

std::vector<GraphFactor> factors_of_p(const Source& s) {
  const auto order = num::topological_order(s.p);
  return order ? factors(s.p, *order) : std::vector<GraphFactor>{};
}

std::vector<GraphFactor> factors_of_q(const Source& s) {
  num::Digraph among_z(s.sizes.latents);
  for (const auto& [from, to] : s.q.arrows())
    if (s.sizes.is_latent(from)) among_z.add(from, to);
  const auto order = num::topological_order(among_z);
  return order ? factors(s.q, *order) : std::vector<GraphFactor>{};
}

std::string factor_text(const Source& s, char letter, const GraphFactor& f, bool low) {
  const std::string on = joined(s, f.conditions, low);
  return std::string(1, letter) + "(" + joined(s, {f.node}, low) + (on.empty() ? "" : "|") + on +
         ")";
}

std::string product_text(const Source& s, char letter, const std::vector<GraphFactor>& factors) {
  std::string all;
  for (const GraphFactor& f : factors) all += factor_text(s, letter, f);
  return all;
}

std::string elbo_text(const Source& s) {
  std::string all;
  for (const GraphFactor& f : factors_of_p(s))
    all += (all.empty() ? "log " : " + log ") + factor_text(s, 'p', f);
  for (const GraphFactor& f : factors_of_q(s)) all += " − log " + factor_text(s, 'q', f);
  return "E_q[" + all + "]";
}

std::string path_text(const Source& s, const num::Trail& trail) {
  std::string all = s.name(trail.nodes.front());
  for (std::size_t i = 1; i < trail.nodes.size(); ++i)
    all += arrow_text(s.p, trail.nodes[i - 1], trail.nodes[i]) + s.name(trail.nodes[i]);
  return all;
}

std::string path_verdict(const Source& s, const num::Trail& trail, num::NodeSet given) {
  const std::vector<num::Gate> all = num::gates(s.p, trail, given);
  const bool open = std::all_of(all.begin(), all.end(), [](const num::Gate& g) { return g.open; });
  std::string why;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const num::Gate& gate = all[i];
    // Of a blocked path the gates that block it, of an open one all of them.
    if (gate.open != open) continue;
    const int node = trail.nodes[i + 1];
    const bool collides = trail.passings[i] == num::Passing::collider;
    why += (why.empty() ? "" : "; ") + s.name(node) + " is " + kind_of(trail.passings[i]);
    if (!collides)
      why += open ? ", not given" : ", given";
    else if (!open)
      why += ", and neither it nor what follows from it is given";
    else if (gate.witness == node)
      why += ", given";
    else
      why += " whose descendant " + s.name(gate.witness) + " is given";
  }
  if (all.empty()) why = "an arrow joins the two";
  return std::string(open ? "open" : "blocked") + ": " + why;
}

std::string circle_text(const Source& s, const std::vector<int>& cycle) {
  std::string all;
  for (const int node : cycle) all += s.name(node) + " → ";
  return all + s.name(cycle.front());
}

std::string change_text(const Source& s, const num::ArrowChange& change) {
  const char* const verb = change.kind == num::ArrowChange::added     ? "draw "
                           : change.kind == num::ArrowChange::removed ? "take out "
                                                                      : "turn ";
  return verb + s.name(change.from) + " → " + s.name(change.to);
}

std::string arrows_text(const Source& s, const num::Digraph& g) {
  std::string all;
  for (const auto& [from, to] : g.arrows())
    all += (all.empty() ? "" : ",") + s.name(from) + ">" + s.name(to);
  return all;
}

std::string python_text(const Source& s, const num::Digraph& g) {
  std::string all;
  for (const auto& [from, to] : g.arrows())
    all += (all.empty() ? "" : ", ") + ("(\"" + s.name(from)) + "\", \"" + s.name(to) + "\")";
  return "[" + all + "]";
}

std::vector<std::string> tikz_lines(const Source& s) {
  std::vector<std::string> lines = {"\\begin{tikzpicture}[->, node distance=18mm,",
                                    "    every node/.style={circle, draw, minimum size=9mm}]"};
  const auto place = [](int step, int row) {
    return "(" + std::to_string(2 * step) + "," + std::to_string(row) + ")";
  };
  for (int node = 0; node < s.sizes.nodes(); ++node) {
    const bool latent = s.sizes.is_latent(node);
    const int step = latent ? node : node - s.sizes.latents;
    lines.push_back("  \\node" + std::string(latent ? "" : "[fill=gray!30]") + " (" + s.name(node) +
                    ") at " + place(step, latent ? 2 : 0) + " {$" + s.name(node)[0] + "_" +
                    std::to_string(step + 1) + "$};");
  }
  for (const bool of_q : {false, true})
    for (const auto& [from, to] : (of_q ? s.q : s.p).arrows())
      lines.push_back("  \\draw" + std::string(of_q ? "[dashed, bend right=20]" : "") + " (" +
                      s.name(from) + ") to (" + s.name(to) + ");");
  lines.push_back("\\end{tikzpicture}");
  return lines;
}

}  // namespace laboratory::graphical_model
