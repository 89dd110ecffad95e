// Factorisations, paths and graphs in words and as program text.
#pragma once

#include <string>
#include <vector>

#include "labs/graphical_model/source.h"
#include "num/separation.h"
#include "num/trails.h"

namespace laboratory::graphical_model {

// "z1, z2 and x1"; "nothing" for none.
std::string listed(const std::vector<std::string>& names);

// "z₁"
std::string lowered(const std::string& name);

// A factor of a product: a node with what stands behind its bar, in the order of z1, …, x1, ….
struct GraphFactor {
  int node = 0;
  std::vector<int> conditions;
};

// The factors of p, one for each node, or of q, one for each z: always the first of z1, …, x1, …
// that waits for no other (Kahn); in q no node waits for an x, all of which are given. Empty where
// the arrows close a circle.
std::vector<GraphFactor> factors_of_p(const Source& s);
std::vector<GraphFactor> factors_of_q(const Source& s);

// "p(z2|z1)", or with lowered figures "p(z₂|z₁)".
std::string factor_text(const Source& s, char letter, const GraphFactor& f, bool low = false);
// All of them, "p(z1)p(z2|z1)".
std::string product_text(const Source& s, char letter, const std::vector<GraphFactor>& factors);

// The bound with its terms: "E_q[log p(z1) + … − log q(z1|x1) − …]".
std::string elbo_text(const Source& s);

// "z1 → z2 ← x1"
std::string path_text(const Source& s, const num::Trail& trail);
// Whether a path is open, and the nodes that decide it: "blocked: z2 is a chain, given".
std::string path_verdict(const Source& s, const num::Trail& trail, num::NodeSet given);
// "z1 → z2 → z1": a circle, back to where it began.
std::string circle_text(const Source& s, const std::vector<int>& cycle);

// "take out z1 → z2", "turn z1 → z2", "draw z1 → x2"
std::string change_text(const Source& s, const num::ArrowChange& change);

// The arrows as they are typed: "z1>z2,z2>z3".
std::string arrows_text(const Source& s, const num::Digraph& g);
// A list for NetworkX: '[("z1", "z2"), …]'.
std::string python_text(const Source& s, const num::Digraph& g);
// A picture for LaTeX, one command a line: latent nodes above, observed ones shaded below.
std::vector<std::string> tikz_lines(const Source& s);

}  // namespace laboratory::graphical_model
