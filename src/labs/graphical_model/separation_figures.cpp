#include "labs/graphical_model/separation_figures.h"

#include <algorithm>
#include <cmath>

#include "labs/graphical_model/figures.h"
#include "labs/phrases.h"

namespace laboratory::graphical_model {
namespace {

using lab::Light, lab::Role;

constexpr std::size_t most_lines = 24;

std::string given_words(const Study& s) {
  return s.query.given == 0 ? "with nothing given"
                            : "given " + listed(s.source.names(s.query.given));
}

std::string pair_words(const Study& s) {
  return s.source.name(s.query.from) + " and " + s.source.name(s.query.to);
}

// The arrows of p that some open path takes.
num::Digraph on_open_paths(const Study& s) {
  num::Digraph taken(s.source.sizes.nodes());
  for (std::size_t i = 0; i < s.separation->paths.all.size(); ++i) {
    if (!s.separation->open[i]) continue;
    const std::vector<int>& nodes = s.separation->paths.all[i].nodes;
    for (std::size_t k = 1; k < nodes.size(); ++k)
      s.source.p.has(nodes[k - 1], nodes[k]) ? taken.add(nodes[k - 1], nodes[k])
                                             : taken.add(nodes[k], nodes[k - 1]);
  }
  return taken;
}

lab::DrawnGraph paths_graph(const Study& s) {
  lab::DrawnGraph drawn;
  for (int node = 0; node < s.source.sizes.nodes(); ++node) {
    lab::Node n = figure_node(s.source, node);
    n.role = Role::neutral;
    if (s.query.sound() && (node == s.query.from || node == s.query.to)) n.light = Light::chosen;
    if (num::has_node(s.query.given, node)) drawn.filled.push_back(node);
    drawn.graph.nodes.push_back(std::move(n));
  }
  const num::Digraph open = s.separation ? on_open_paths(s) : num::Digraph(s.source.sizes.nodes());
  for (const auto& [from, to] : s.source.p.arrows()) {
    lab::Edge edge;
    edge.from = from, edge.to = to;
    if (open.has(from, to)) edge.light = Light::full;
    drawn.graph.edges.push_back(std::move(edge));
  }
  drawn.graph.keys = {{"on an open path", Role::neutral, Light::full},
                      {"another arrow of p", Role::neutral}};
  drawn.picks = {{"Given", "given"}, {"From", "from"}, {"To", "to"}};
  return drawn;
}

std::string answer(const Study& s) {
  if (!s.separation) return s.query.sound() ? "The arrows of p form a cycle." : s.query.fault;
  return pair_words(s) + (s.separation->separated ? " are d-separated " : " are d-connected ") +
         given_words(s);
}

lab::Working path_lines(const Study& s) {
  lab::Working words;
  const std::vector<num::Trail>& all = s.separation->paths.all;
  if (all.empty()) words.lines.push_back("No path joins " + pair_words(s) + ".");
  // Open ones first: they decide.
  for (const bool open : {true, false})
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (s.separation->open[i] != open || words.lines.size() >= most_lines) continue;
      words.lines.push_back(path_text(s.source, all[i]) + "  " +
                            path_verdict(s.source, all[i], s.query.given) + ".");
    }
  if (all.size() > most_lines)
    words.lines.push_back("… and " + grouped(static_cast<std::int64_t>(all.size() - most_lines)) +
                          (s.separation->paths.complete ? " more." : " more that were counted."));
  return words;
}

lab::Working further_lines(const Study& s) {
  const Separation& sep = *s.separation;
  lab::Working words;
  words.lines.push_back(sep.separator
                            ? (*sep.separator == 0
                                   ? "Smallest set that separates them: nothing has to be given."
                                   : "Smallest set that separates them: " +
                                         listed(s.source.names(*sep.separator)) + ".")
                            : "No set separates them: an arrow joins the two.");
  words.lines.push_back("Markov blanket of " + s.source.name(s.query.from) + ": " +
                        listed(s.source.names(sep.blanket)) + ".");
  std::string changes;
  std::size_t told = 0;
  for (const num::ArrowChange& change : sep.changes) {
    if (++told > most_lines) break;
    changes += (changes.empty() ? "" : ", ") + change_text(s.source, change);
  }
  words.lines.push_back(sep.changes.empty() ? "No single arrow would change the answer."
                                            : "Single arrows that would change the answer: " +
                                                  changes + (told > most_lines ? ", …" : "") + ".");
  return words;
}

}  // namespace

void draw_separation(const Study& s, lab::Report& r) {
  const std::string title = answer(s);
  if (!s.separation) {
    r.figure("paths", title, "Nothing can be said of paths here. " + title, paths_graph(s)).tab =
        tabs::separation;
    return;
  }
  const Separation& sep = *s.separation;
  const std::string alt = "Of " + grouped(static_cast<std::int64_t>(sep.paths.all.size())) +
                          (sep.paths.all.size() == 1 ? " path " : " paths ") + "between " +
                          pair_words(s) + ", " + grouped(sep.open_paths) +
                          (sep.open_paths == 1 ? " is open " : " are open ") + given_words(s) + ".";
  r.figure("paths", title, alt, paths_graph(s)).tab = tabs::separation;
  lab::Working lines = path_lines(s);
  const std::string first = lines.lines.front();
  r.figure("path-words", "Every path, and what decides it", "The first: " + first, std::move(lines))
      .tab = tabs::separation;
  lab::Working further = further_lines(s);
  const std::string separator = further.lines.front();
  r.figure("further", "What separates them, and what would change the answer", separator,
           std::move(further))
      .tab = tabs::separation;
}

void draw_independences(const Study& s, lab::Report& r) {
  if (!s.numbers) return;
  const int n = s.source.sizes.nodes();
  lab::Pairs grid;
  grid.value = "partial correlation";
  for (int node = 0; node < n; ++node) grid.names.push_back(s.source.name(node));
  grid.row = "from", grid.column = "to";
  if (s.query.sound()) grid.lit = s.query.from * n + s.query.to;
  std::vector<std::string> independent;
  int pairs = 0;
  for (int row = 0; row < n; ++row)
    for (int col = 0; col < n; ++col) {
      const bool asked =
          row != col && !num::has_node(s.query.given, row) && !num::has_node(s.query.given, col);
      float value = std::nanf("");
      if (asked) {
        const bool apart = num::separated(s.source.p, row, col, s.query.given);
        value = apart ? 0
                      : static_cast<float>(num::partial_correlation(s.numbers->covariance, row, col,
                                                                    s.query.given));
        if (apart) grid.apart.push_back(row * n + col);
        pairs += row < col;
        if (apart && row < col)
          independent.push_back(s.source.name(row) + " ⊥ " + s.source.name(col));
      }
      grid.cells.push_back(value);
    }
  lab::Working words;
  for (std::size_t i = 0; i < independent.size(); i += 6) {
    std::string line;
    for (std::size_t k = i; k < std::min(i + 6, independent.size()); ++k)
      line += (line.empty() ? "" : ",  ") + independent[k];
    words.lines.push_back(line);
  }
  if (independent.empty()) words.lines.push_back("No pair is d-separated.");
  const std::string alt =
      std::to_string(independent.size()) + " of " + std::to_string(pairs) +
      " pairs are d-separated " + given_words(s) +
      "; of these the partial correlation is exactly 0. A tap on a cell asks about its pair.";
  r.figure("independences",
           "Every pair, " + given_words(s) + ": ⊥ where the arrows separate the two", alt,
           std::move(grid))
      .tab = tabs::independences;
  r.figure("independences-words", "Pairs that the arrows make independent",
           "In words: " + words.lines.front(), words)
      .tab = tabs::independences;
}

void draw_samples(const Study& s, lab::Report& r) {
  if (!s.residuals) return;
  const auto axis = [&](int node) {
    return s.source.name(node) +
           (s.query.given == 0 ? ""
                               : " less what " + listed(s.source.names(s.query.given)) +
                                     (num::size_of(s.query.given) == 1 ? " tells" : " tell"));
  };
  lab::Scatter scatter;
  scatter.x = {axis(s.query.from), 0, 0, false};
  scatter.y = {axis(s.query.to), 0, 0, false};
  lab::Cloud cloud;
  cloud.name = "samples";
  cloud.role = Role::prediction;
  cloud.x = s.residuals->from, cloud.y = s.residuals->to;
  scatter.clouds.push_back(std::move(cloud));
  const bool none = s.separation->separated;
  const std::string exact = none ? "0" : brief(s.correlation);
  const std::string alt = "The partial correlation of " + pair_words(s) + " " + given_words(s) +
                          " is " + exact + (none ? ", as the arrows say" : "") + "; these " +
                          grouped(s.params.samples) + " samples have " +
                          brief(s.residuals->correlation, 3) + ".";
  r.figure("samples", "Samples: partial correlation " + exact, alt, std::move(scatter)).tab =
      tabs::numbers;
}

}  // namespace laboratory::graphical_model
