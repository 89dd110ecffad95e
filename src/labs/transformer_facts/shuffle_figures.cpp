// The story: words that are shuffled by hand, and outputs that follow or do not.
#include <algorithm>

#include "labs/phrases.h"
#include "labs/transformer_facts/figures.h"

namespace laboratory::transformer_facts {
namespace {

using lab::Light;
using lab::Role;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

bool follows(double error) { return error < rounding; }

// "0.31  −0.52"
std::vector<std::string> lines_of(const num::Matrix& m, int row) {
  std::vector<std::string> lines;
  for (int c = 0; c < m.cols; c += 2)
    lines.push_back(brief(m.at(row, c), 2) + "  " + brief(m.at(row, c + 1), 2));
  return lines;
}

int place_of(const Shuffle& s, int word) {
  return static_cast<int>(std::find(s.order.begin(), s.order.end(), word) - s.order.begin());
}

std::string sentence(const Shuffle& s) {
  std::string text;
  for (const int word : s.order)
    text += (text.empty() ? "" : " ") + std::string(words[index(word)]);
  return text;
}

// Columns from the left: the sentence, the words as they are shuffled, their outputs, and the
// outputs of the sentence, which they should equal.
lab::Graph braid(const Shuffle& s, Break broken) {
  lab::Graph g;
  g.shift = "order";
  const auto add = [&](std::string name, Role role, int column, int row) {
    lab::Node node;
    node.id = std::to_string(g.nodes.size());
    node.name = std::move(name);
    node.role = role;
    node.layer = column;
    node.row = row;
    g.nodes.push_back(std::move(node));
    return static_cast<int>(g.nodes.size()) - 1;
  };
  const auto join = [&](int from, int to, Role role, Light light, std::string label = "") {
    lab::Edge edge{from, to, std::move(label), role};
    edge.light = light;
    edge.dashed = role == Role::gradient;
    g.edges.push_back(std::move(edge));
  };
  // Word by word, so that a word that is moved keeps its place in the list.
  for (int word = 0; word < word_count; ++word) {
    const int place = place_of(s, word);
    const bool keys = broken == Break::keys;
    const int source = add(words[index(word)], Role::input, 0, word);
    const int token =
        add((keys ? "key " : "") + std::string(words[index(word)]), Role::input, 1, place);
    if (place > 0) g.nodes[index(token)].up = swapped(s.order, place - 1);
    if (place + 1 < word_count) g.nodes[index(token)].down = swapped(s.order, place);
    // Where only the keys move, the rows of the output are the queries'.
    const int owner = keys ? place : word;
    const int output =
        add("f(" + std::string(words[index(owner)]) + ")", Role::activation, 2, place);
    const int before = add("f(" + std::string(words[index(owner)]) + ")", Role::target, 3, owner);
    g.nodes[index(output)].lines = lines_of(s.after, place);
    g.nodes[index(before)].lines = lines_of(s.moved, place);
    const double error = s.error(place);
    g.nodes[index(before)].light = follows(error) ? Light::chosen : Light::plain;
    join(source, token, Role::input, Light::plain);
    join(token, output, Role::activation, Light::plain);
    if (follows(error))
      join(output, before, Role::target, Light::plain, "=");
    else
      join(output, before, Role::gradient, Light::plain, "≠");
  }
  return g;
}

std::string finding(const Shuffle& s, Break broken) {
  const std::string error = brief(s.error(), 2);
  if (s.sorted())
    return "The words stand in their order, so that nothing can differ. Pick a word of the "
           "second column and move it up or down.";
  if (follows(s.error()))
    return "“" + sentence(s) + "”: each word takes its output along, to " +
           (s.error() == 0 ? std::string("the last bit") : "a rounding of " + error) +
           ". Without positions it cannot tell who bites whom.";
  return "“" + sentence(s) + "”, " + words_of(broken) + ": the outputs differ by up to " + error +
         " from those that the words had before.";
}

lab::Block block(const char* name, Role role, const num::Matrix& m, const char* joiner) {
  lab::Block b;
  b.name = name;
  b.role = role;
  b.values = {m.rows, m.cols, m.values};
  b.joiner = joiner;
  return b;
}

}  // namespace

void draw_shuffle(const Shuffle& s, Break broken, const std::vector<double>& errors, double joint,
                  lab::Report& r) {
  const bool equal = follows(s.error());
  const std::string title =
      std::string(broken == Break::nothing ? "Plain attention" : words_of(broken)) +
      (s.sorted() ? ": move a word to shuffle the sentence"
       : equal    ? ": the outputs are shuffled like the words"
                  : ": the outputs do not follow the words");
  std::string upper = title;
  upper[0] =
      static_cast<char>(upper[0] >= 'a' && upper[0] <= 'z' ? upper[0] - 'a' + 'A' : upper[0]);
  r.figure("shuffle", upper, finding(s, broken), braid(s, broken)).room = lab::Room::story;

  lab::Bars bars;
  constexpr double least = 1e-17;
  bars.x = {"what is done to the layer", 0, 0, false};
  bars.y = {"largest difference", least, 10, true};
  bars.role = Role::gradient;
  bars.lit = static_cast<int>(broken);
  int breaking = 0;
  for (int i = 0; i < break_count; ++i) {
    bars.names.push_back(key_of(static_cast<Break>(i)));
    bars.heights.push_back(static_cast<float>(std::max(least, errors[index(i)])));
    bars.notes.push_back(brief(errors[index(i)], 2));
    breaking += !follows(errors[index(i)]);
  }
  r.figure(
       "shuffle.breaks", "One layer, and five ways to make it see the order",
       "With the words in this order, " +
           share_of(breaking, break_count - 1, "changes", "makes", "make") +
           " the outputs differ from the shuffled ones; plain attention leaves a difference of " +
           brief(errors[0], 2) + ".",
       std::move(bars))
      .tab = tabs::shuffles;

  lab::Blocks blocks;
  blocks.blocks = {block("P f(X)", Role::target, s.moved, "−"),
                   block("f(P X)", Role::activation, s.after, "=")};
  num::Matrix difference = s.moved;
  for (std::size_t i = 0; i < difference.values.size(); ++i)
    difference.values[i] -= s.after.values[i];
  blocks.blocks.push_back(block("difference", Role::gradient, difference, ""));
  r.figure(
       "shuffle.numbers", "Shuffled outputs against outputs of what was shuffled",
       "The largest difference between the two is " + brief(s.error(), 2) + "." +
           (broken == Break::keys ? " Shuffled alike, keys and values leave every output within " +
                                        brief(joint, 2) + " of what it was."
                                  : std::string()),
       std::move(blocks))
      .tab = tabs::numbers;
}

}  // namespace laboratory::transformer_facts
