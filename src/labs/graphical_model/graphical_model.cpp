// What does a graph say of a distribution, and what does an encoder pay for the arrows it lacks?
#include <algorithm>

#include "labs/all.h"
#include "labs/graphical_model/figures.h"

namespace laboratory::graphical_model {
namespace {

constexpr const char* circle = "the arrows form a cycle";

// "z1, z2 and x1", or a sign that says that the set is empty.
std::string set_text(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ",") + name;
  return all.empty() ? "∅" : all;
}

void report_products(const Study& s, lab::Report& r) {
  const Source& g = s.source;
  const char* const labels[] = {"p as a product", "q as a product", "the bound, ELBO"};
  if (g.sound_p())
    r.word("factor.p", labels[0], product_text(g, 'p', factors_of_p(g)));
  else
    r.undefined("factor.p", labels[0], circle);
  if (g.sound_q())
    r.word("factor.q", labels[1], product_text(g, 'q', factors_of_q(g)));
  else
    r.undefined("factor.q", labels[1], circle);
  if (g.sound_p() && g.sound_q())
    r.word("elbo", labels[2], elbo_text(g));
  else
    r.undefined("elbo", labels[2], circle);
  r.flag("acyclic", "no arrows form a cycle", g.sound_p() && g.sound_q());
}

void report_separation(const Study& s, lab::Report& r) {
  const char* const labels[] = {"d-separated",
                                "open paths",
                                "blocked paths",
                                "smallest set that separates them",
                                "Markov blanket of the first",
                                "single arrows that would change the answer",
                                "partial correlation",
                                "partial correlation of the samples"};
  if (!s.separation) {
    const std::string why = s.query.sound() ? circle : "there are no two nodes to ask about";
    constexpr const char* keys[] = {
        "separated", "paths.open", "paths.blocked",       "separator",
        "blanket",   "changes",    "partial_correlation", "partial_correlation.sample"};
    for (std::size_t i = 0; i < std::size(keys); ++i) r.undefined(keys[i], labels[i], why);
    return;
  }
  const Separation& sep = *s.separation;
  r.flag("separated", labels[0], sep.separated);
  r.count("paths.open", labels[1], sep.open_paths);
  r.count("paths.blocked", labels[2], sep.blocked_paths);
  if (sep.separator)
    r.word("separator", labels[3], set_text(s.source.names(*sep.separator)));
  else
    r.undefined("separator", labels[3], "none exists: an arrow joins the two");
  r.word("blanket", labels[4], set_text(s.source.names(sep.blanket)));
  r.count("changes", labels[5], static_cast<std::int64_t>(sep.changes.size()));
  // Where the arrows separate the two, rounding alone would part it from 0.
  r.real("partial_correlation", labels[6], sep.separated ? 0 : s.correlation);
  r.real("partial_correlation.sample", labels[7], s.residuals->correlation);
}

// A cost that rounding alone parts from 0 is 0.
double shown(double nats) { return nats < 1e-9 ? 0 : nats; }

void report_costs(const Study& s, lab::Report& r) {
  const std::string label = "least cost of the encoder, E KL(q ‖ p(z|x))";
  if (s.cost)
    r.real("encoder_cost", label, shown(*s.cost), "nats");
  else
    r.undefined("encoder_cost", label, circle);
  for (std::size_t i = 1; i < std::size(shape_names); ++i) {
    const std::string key = std::string("encoder_cost.") + shape_names[i];
    const std::string of = std::string("the same, ") + shape_titles[i];
    if (s.costs)
      r.real(key, of, shown((*s.costs)[i - 1]), "nats");
    else
      r.undefined(key, of, circle);
  }
}

void report_texts(const Study& s, lab::Report& r) {
  r.word("arrows.p", "arrows of p", arrows_text(s.source, s.source.p));
  r.word("arrows.q", "arrows of q", arrows_text(s.source, s.source.q));
}

void complain_of_arrows(const Study& s, lab::Report& r) {
  const Source& g = s.source;
  const auto lost = [&](const char* key, const std::vector<std::string>& arrows) {
    if (!arrows.empty())
      r.blame(key, "Not all nodes of " + listed(arrows) +
                       " are there. Raise the number of nodes, or leave " +
                       (arrows.size() == 1 ? "the arrow" : "the arrows") + " out.");
  };
  lost("p", g.lost_p);
  lost("q", g.lost_q);
  if (!g.into_observed.empty())
    r.blame("q", "The encoder is given every x, so that none of its arrows leads to one: " +
                     listed(g.into_observed) + " of q is left out.");
  if (!g.sound_p())
    r.blame("p", "The arrows of p form a cycle, " + circle_text(g, g.p_cycle) +
                     ". Turn or take out one of them.");
  if (!g.sound_q())
    r.blame("q", "The arrows of q form a cycle, " + circle_text(g, g.q_cycle) +
                     ". Turn or take out one of them.");
  const auto too_large = [&r](const char* key) {
    r.blame(
        key,
        "With this many nodes it has more than " + std::to_string(lab::Arrows::most) +
            " arrows, the most that can be drawn. The arrows stay as they were; take fewer nodes.");
  };
  if (g.model_too_large) too_large("graph");
  if (g.encoder_too_large) too_large("encoder");
}

void complain(const Study& s, lab::Report& r) {
  complain_of_arrows(s, r);
  if (!s.query.sound()) r.blame(s.query.at_fault, s.query.fault);
  const Params& p = s.params;
  std::vector<std::string> absent, asked;
  const std::vector<std::string> names = Params::names();
  for (const int place : p.given) {
    const std::string& name = names[static_cast<std::size_t>(place)];
    if (!p.has(place)) absent.push_back(name);
    if (p.has(place) && (place == p.from || place == p.to)) asked.push_back(name);
  }
  const Params initial;
  if (!absent.empty() && p.given != initial.given)
    r.blame("given", "There is no " + listed(absent) + " among the nodes to be given.");
  if (!asked.empty())
    r.blame("given", "A node that is asked about cannot be given as well: " + listed(asked) +
                         (asked.size() == 1 ? " counts" : " count") + " as not given.");
  if (s.separation && !s.separation->paths.complete)
    r.blame("to",
            "There are more than 2 000 paths between the two. The 2 000 shortest are counted; "
            "whether they are separated is known all the same.");
  const int nodes = s.source.sizes.nodes();
  if (!p.places.empty() && (p.places.rows != nodes || p.places.cols != 2))
    r.blame("places", "There are " + std::to_string(nodes) +
                          " nodes, and each needs a row of two "
                          "numbers. They stand where the arrows put them.");
}

lab::Report solve(const Params& p, Memory& memory) {
  lab::Report r;
  const Study s = study(p, memory);
  complain(s, r);
  report_products(s, r);
  report_separation(s, r);
  report_costs(s, r);
  report_texts(s, r);
  draw(s, memory.drawings, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::formula<Params, Memory, solve>("graphical-model", "Graphs and their factors");

}  // namespace laboratory::graphical_model
