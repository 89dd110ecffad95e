#include "num/separation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "num/trails.h"
#include "thinning.h"

namespace {

using num::Digraph, num::NodeSet, num::only;

// z1 → z2 → z3 and z_t → x_t: nodes 0, 1, 2 and 3, 4, 5.
const Digraph state_space(6, {{0, 1}, {1, 2}, {0, 3}, {1, 4}, {2, 5}});

// Calls see(graph) for every acyclic graph of n nodes.
template <class See>
void every_dag(int n, See see) {
  std::vector<std::pair<int, int>> pairs;
  for (int a = 0; a < n; ++a)
    for (int b = a + 1; b < n; ++b) pairs.emplace_back(a, b);
  int codes = 1;
  for (std::size_t i = 0; i < pairs.size(); ++i) codes *= 3;
  for (int code = 0; code < codes; ++code) {
    Digraph g(n);
    int rest = code;
    for (const auto& [a, b] : pairs) {
      if (rest % 3 == 1) g.add(a, b);
      if (rest % 3 == 2) g.add(b, a);
      rest /= 3;
    }
    if (num::topological_order(g)) see(g);
  }
}

}  // namespace

TEST_CASE("Kahn's order takes the first node that is free, and a circle is named") {
  CHECK(*num::topological_order(state_space) == std::vector<int>{0, 1, 2, 3, 4, 5});
  CHECK(*num::topological_order(Digraph(4, {{3, 0}, {2, 1}})) == std::vector<int>{2, 1, 3, 0});
  CHECK(num::find_cycle(state_space).empty());
  const Digraph round(5, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {3, 1}});
  CHECK_FALSE(num::topological_order(round));
  CHECK(num::find_cycle(round) == std::vector<int>{1, 2, 3});  // the shorter of two
  CHECK(num::find_cycle(Digraph(2, {{1, 1}})) == std::vector<int>{1});
}

TEST_CASE("the three ways to d-separation agree on every graph of five nodes") {
  // 29 281 labelled acyclic graphs (Robinson 1973), and 10 pairs with 8 sets each.
  int graphs = 0, queries = 0;
  std::int64_t disagreements = 0;
  tests::Thinned thinned;
  every_dag(5, [&](const Digraph& g) {
    ++graphs;
    if (!thinned.tries()) return;
    for (int a = 0; a < 5; ++a)
      for (int b = a + 1; b < 5; ++b) {
        const num::Trails all = num::trails(g, a, b, 1000);
        REQUIRE(all.complete);
        for (NodeSet given = 0; given < 32; ++given) {
          if (num::has_node(given, a) || num::has_node(given, b)) continue;
          bool open = false;
          for (const num::Trail& t : all.all) open = open || num::open_given(g, t, given);
          const bool apart = num::separated(g, a, b, given);
          disagreements += apart == open;
          disagreements += apart != num::separated_in_moral_graph(g, a, b, given);
          disagreements += apart != num::separated(g, b, a, given);
          ++queries;
        }
      }
  });
  CHECK(graphs == 29281);
  CHECK(disagreements == 0);
  CHECK(queries % 80 == 0);
  if (tests::thinning == 1) CHECK(queries == 29281 * 80);
}

TEST_CASE("graphs are equivalent exactly where they separate the same, and four nodes have 185") {
  // Gillispie & Perlman (2002): 185 classes on four nodes.
  std::vector<Digraph> graphs;
  every_dag(4, [&](const Digraph& g) { graphs.push_back(g); });
  REQUIRE(graphs.size() == 543);
  const auto says = [](const Digraph& g) {
    std::vector<bool> all;
    for (int a = 0; a < 4; ++a)
      for (int b = a + 1; b < 4; ++b)
        for (NodeSet given = 0; given < 16; ++given)
          if (!num::has_node(given, a) && !num::has_node(given, b))
            all.push_back(num::separated(g, a, b, given));
    return all;
  };
  std::set<std::vector<bool>> classes;
  std::vector<std::vector<bool>> said;
  for (const Digraph& g : graphs) said.push_back(says(g)), classes.insert(said.back());
  CHECK(classes.size() == 185);
  int wrong = 0;
  for (std::size_t i = 0; i < graphs.size(); ++i)
    for (std::size_t j = 0; j < graphs.size(); ++j)
      wrong += num::markov_equivalent(graphs[i], graphs[j]) != (said[i] == said[j]);
  CHECK(wrong == 0);
}

TEST_CASE("a separator is smallest, and none exists exactly between neighbours") {
  CHECK(*num::minimal_separator(state_space, 0, 2) == only(1));
  CHECK(*num::minimal_separator(state_space, 3, 5) == only(0));
  CHECK_FALSE(num::minimal_separator(state_space, 0, 1));
  CHECK(*num::minimal_separator(Digraph(3, {{0, 2}, {1, 2}}), 0, 1) == 0);
  every_dag(4, [](const Digraph& g) {
    for (int a = 0; a < 4; ++a)
      for (int b = 0; b < 4; ++b) {
        if (a == b) continue;
        const auto found = num::minimal_separator(g, a, b);
        CHECK(found.has_value() != g.joined(a, b));
        int least = 9;
        for (NodeSet given = 0; given < 16; ++given)
          if (!num::has_node(given, a) && !num::has_node(given, b) &&
              num::separated(g, a, b, given))
            least = std::min(least, num::size_of(given));
        if (found) CHECK(num::size_of(*found) == least);
        if (found) CHECK(num::separated(g, a, b, *found));
      }
  });
}

TEST_CASE("a Markov blanket separates a node from the rest, and nothing smaller does") {
  CHECK(num::markov_blanket(state_space, 1) == (only(0) | only(2) | only(4)));
  every_dag(4, [](const Digraph& g) {
    for (int node = 0; node < 4; ++node) {
      const NodeSet blanket = num::markov_blanket(g, node), rest = g.all() & ~only(node);
      for (NodeSet given = 0; given < 16; ++given) {
        if ((given & ~rest) != 0) continue;
        const bool cuts = (num::connected_given(g, node, given) & rest) == 0;
        if (given == blanket) CHECK(cuts);
        if (cuts) CHECK((given & blanket) == blanket);
      }
    }
  });
}

TEST_CASE("a trail says at which node it is blocked, and what opens a collider") {
  // 0 → 2 ← 1, 2 → 3
  const Digraph g(4, {{0, 2}, {1, 2}, {2, 3}});
  const num::Trails all = num::trails(g, 0, 1, 10);
  REQUIRE(all.all.size() == 1);
  CHECK(all.all[0].nodes == std::vector<int>{0, 2, 1});
  CHECK(all.all[0].passings == std::vector<num::Passing>{num::Passing::collider});
  CHECK_FALSE(num::gates(g, all.all[0], 0)[0].open);
  CHECK(num::gates(g, all.all[0], only(2))[0].witness == 2);
  CHECK(num::gates(g, all.all[0], only(3))[0].witness == 3);
  CHECK(num::trails(state_space, 3, 5, 10).all[0].nodes == std::vector<int>{3, 0, 1, 2, 5});
  // A complete graph of eight nodes has many trails; they are cut where asked, short ones first.
  Digraph full(8);
  for (int a = 0; a < 8; ++a)
    for (int b = a + 1; b < 8; ++b) full.add(a, b);
  const num::Trails cut = num::trails(full, 0, 7, 20);
  CHECK_FALSE(cut.complete);
  CHECK(cut.all.size() == 20);
  CHECK(cut.all[0].nodes == std::vector<int>{0, 7});
  CHECK(num::trails(full, 0, 7, 2000).all.size() == 1957);  // sum of 6!/k! over k
}

TEST_CASE("the changes that decide are those that turn the answer") {
  const auto changes = num::deciding_changes(state_space, 0, 2, only(1));
  // z1 and z3 are apart given z2: an arrow between them, or a second way, joins them.
  const auto has = [&](num::ArrowChange c) {
    return std::find(changes.begin(), changes.end(), c) != changes.end();
  };
  CHECK(has({num::ArrowChange::added, 0, 2}));
  CHECK(has({num::ArrowChange::turned, 1, 2}));  // z2 becomes a collider
  CHECK_FALSE(has({num::ArrowChange::removed, 0, 1}));
  for (const num::ArrowChange& c : changes)
    CHECK_FALSE(num::separated(num::changed(state_space, c), 0, 2, only(1)));
}
