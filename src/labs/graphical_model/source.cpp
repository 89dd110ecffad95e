#include "labs/graphical_model/source.h"

namespace laboratory::graphical_model {
namespace {

// The arrows of a field that both nodes of are there; the others by their names.
num::Digraph drawn(const Source& s, const std::vector<lab::Arrow>& arrows,
                   std::vector<std::string>& lost) {
  const std::vector<std::string> names = Params::names();
  num::Digraph g(s.sizes.nodes());
  for (const lab::Arrow& arrow : arrows) {
    const int from = s.node(arrow.from), to = s.node(arrow.to);
    if (from >= 0 && to >= 0)
      g.add(from, to);
    else
      lost.push_back(names[static_cast<std::size_t>(arrow.from)] + "→" +
                     names[static_cast<std::size_t>(arrow.to)]);
  }
  return g;
}

bool too_large(const num::Digraph& g) { return g.arrows().size() > lab::Arrows::most; }

}  // namespace

std::vector<std::string> Params::names() {
  std::vector<std::string> all;
  for (const char letter : {'z', 'x'})
    for (int i = 1; i <= most_of_a_kind; ++i) all.push_back(letter + std::to_string(i));
  return all;
}

int Source::node(int place) const {
  const int step = place % most_of_a_kind;
  if (place < most_of_a_kind) return step < sizes.latents ? sizes.z(step) : -1;
  return step < sizes.observed ? sizes.x(step) : -1;
}

int Source::place(int node) const {
  return sizes.is_latent(node) ? node : most_of_a_kind + node - sizes.latents;
}

std::string Source::name(int node) const {
  return sizes.is_latent(node) ? "z" + std::to_string(node + 1)
                               : "x" + std::to_string(node - sizes.latents + 1);
}

std::vector<std::string> Source::names(num::NodeSet set) const {
  std::vector<std::string> all;
  for (const int node : num::nodes_of(set)) all.push_back(name(node));
  return all;
}

Source source(const Params& params) {
  Source s;
  s.sizes = {params.latents, params.observed};
  if (params.model != Model::own) s.p = model_graph(params.model, s.sizes);
  s.model_too_large = too_large(s.p);
  if (params.model == Model::own || s.model_too_large) s.p = drawn(s, params.p, s.lost_p);
  if (params.encoder != Shape::own) s.q = encoder_graph(params.encoder, s.sizes);
  s.encoder_too_large = too_large(s.q);
  if (params.encoder == Shape::own || s.encoder_too_large) s.q = drawn(s, params.q, s.lost_q);
  // Of arrows that the lab opens with nobody has to hear that they are not there.
  const Params initial;
  if (params.p == initial.p) s.lost_p.clear();
  if (params.q == initial.q) s.lost_q.clear();
  for (const auto& [from, to] : s.q.arrows()) {
    if (s.sizes.is_latent(to)) continue;
    s.into_observed.push_back(s.name(from) + "→" + s.name(to));
    s.q.remove(from, to);
  }
  s.p_cycle = num::find_cycle(s.p);
  s.q_cycle = num::find_cycle(s.q);
  return s;
}

}  // namespace laboratory::graphical_model
