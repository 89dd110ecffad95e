#include "labs/graphical_model/study.h"

#include <algorithm>
#include <iterator>

namespace laboratory::graphical_model {
namespace {

lab::Dependence on_arrows(const num::Digraph& g) {
  std::vector<int> ends;
  for (const auto& [from, to] : g.arrows()) ends.insert(ends.end(), {from, to});
  return lab::on(g.nodes(), ends);
}

Query query(const Params& p, const Source& s) {
  const std::vector<std::string> names = Params::names();
  Query q{s.node(p.from), s.node(p.to), 0, {}, {}};
  // Of what the lab opens with nobody has to hear that it is not there: the last node is asked of.
  if (q.to < 0 && p.to == Params{}.to) q.to = s.sizes.nodes() - 1;
  const auto absent = [&](const char* key, int place) {
    q.at_fault = key;
    q.fault = "There is no " + names[static_cast<std::size_t>(place)] +
              " among the nodes. Pick another one, or raise their number.";
  };
  if (q.to < 0) absent("to", p.to);
  if (q.from < 0) absent("from", p.from);
  if (q.sound() && q.from == q.to) {
    q.at_fault = "to";
    q.fault = "A question of independence is about two different nodes. Pick another one.";
  }
  for (const int place : p.given)
    if (const int node = s.node(place); node >= 0 && node != q.from && node != q.to)
      q.given |= num::only(node);
  return q;
}

Separation separation(const Source& s, const Query& q) {
  Separation out;
  out.paths = num::trails(s.p, q.from, q.to, most_paths);
  for (const num::Trail& trail : out.paths.all) {
    out.open.push_back(num::open_given(s.p, trail, q.given));
    ++(out.open.back() ? out.open_paths : out.blocked_paths);
  }
  out.separated = num::separated(s.p, q.from, q.to, q.given);
  out.separator = num::minimal_separator(s.p, q.from, q.to);
  out.blanket = num::markov_blanket(s.p, q.from);
  out.changes = num::deciding_changes(s.p, q.from, q.to, q.given);
  return out;
}

Costs costs(const Source& s, const num::Matrix& covariance) {
  Costs all;
  for (std::size_t shape = 1; shape < std::size(shape_names); ++shape)
    all.push_back(
        encoder_cost(covariance, s.sizes, encoder_graph(static_cast<Shape>(shape), s.sizes)));
  return all;
}

}  // namespace

Study study(const Params& p, Memory& memory) {
  std::vector<int> own;
  for (const std::vector<lab::Arrow>* arrows : {&p.p, &p.q}) {
    own.push_back(-1);
    for (const lab::Arrow& arrow : *arrows) own.insert(own.end(), {arrow.from, arrow.to});
  }
  const Source& s = memory.source.of(lab::on(p.model, p.encoder, p.latents, p.observed, own),
                                     [&] { return source(p); });
  Study out{.params = p, .source = s, .query = query(p, s)};
  out.on_p = lab::on(on_arrows(s.p), s.sizes.latents);
  out.on_q = on_arrows(s.q);
  const Query& q = out.query;
  out.on_query = lab::on(out.on_p, q.from, q.to, q.given, q.sound());
  out.on_numbers = lab::on(out.on_p, p.a, p.r);
  if (!s.sound_p()) return out;
  out.numbers = &memory.numbers.of(out.on_numbers, [&] {
    Numbers n{instance(s, p.a, p.r), {}};
    n.covariance = num::covariance(n.model);
    return n;
  });
  const num::Matrix& covariance = out.numbers->covariance;
  if (q.sound()) {
    out.separation = &memory.separation.of(out.on_query, [&] { return separation(s, q); });
    out.correlation = num::partial_correlation(covariance, q.from, q.to, q.given);
    out.residuals =
        &memory.residuals.of(lab::on(out.on_query, out.on_numbers, p.samples, p.seed), [&] {
          return residuals(out.numbers->model, covariance, q.from, q.to, q.given, p.samples,
                           p.seed);
        });
  }
  out.costs = &memory.costs.of(out.on_numbers, [&] { return costs(s, covariance); });
  if (s.sound_q())
    out.cost = memory.cost.of(lab::on(out.on_numbers, out.on_q),
                              [&] { return encoder_cost(covariance, s.sizes, s.q); });
  return out;
}

}  // namespace laboratory::graphical_model
