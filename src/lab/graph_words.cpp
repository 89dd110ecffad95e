#include "lab/graph_words.h"

#include <algorithm>

namespace lab {

namespace {

const char* light_word(Light light) {
  switch (light) {
    case Light::part:
    case Light::full:
      return "lit";
    case Light::chosen:
      return "chosen";
    case Light::masked:
      return "left out";
    default:
      return "";
  }
}

// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return out;
}

}  // namespace

bool sound(const Graph& g, const Edge& e) {
  const auto n = static_cast<int>(g.nodes.size());
  return e.from >= 0 && e.to >= 0 && e.from < n && e.to < n;
}

std::vector<int> reading_order(const Graph& g) {
  const std::size_t n = g.nodes.size();
  std::vector<std::vector<std::size_t>> after(n);
  std::vector<int> waiting(n, 0);
  for (const Edge& e : g.edges) {
    if (!sound(g, e) || e.from == e.to) continue;
    after[static_cast<std::size_t>(e.from)].push_back(static_cast<std::size_t>(e.to));
    ++waiting[static_cast<std::size_t>(e.to)];
  }
  std::vector<char> done(n, 0);
  std::vector<int> order;
  while (order.size() < n) {
    std::size_t next = n;
    for (std::size_t i = n; i > 0; --i) {
      if (done[i - 1] == 0 && waiting[i - 1] == 0) next = i - 1;
    }
    if (next == n)
      next = static_cast<std::size_t>(std::find(done.begin(), done.end(), 0) - done.begin());
    done[next] = 1;
    order.push_back(static_cast<int>(next));
    for (const std::size_t to : after[next]) --waiting[to];
  }
  return order;
}

std::string read_aloud(const Graph& g) {
  std::string out;
  for (const int i : reading_order(g)) {
    const Node& node = g.nodes[static_cast<std::size_t>(i)];
    out += out.empty() ? "" : " ";
    out += node.name;
    for (const std::string& line : node.lines) {
      // A line that announces the next one goes on without a comma.
      if (!line.empty()) out += (out.back() == ':' ? " " : ", ") + line;
    }
    const std::string light = light_word(node.light);
    if (!light.empty()) out += ", " + light;
    std::vector<std::string> to, back;
    for (const Edge& e : g.edges) {
      if (!sound(g, e) || e.from != i) continue;
      const std::string end = g.nodes[static_cast<std::size_t>(e.to)].name;
      const std::string labelled = e.label.empty() ? end : end + " (" + e.label + ")";
      to.push_back(e.back ? end : labelled);
      if (e.back) back.push_back(labelled);
    }
    const bool apart = !node.lines.empty() || !light.empty();
    out += (apart ? ", leads " : " leads ") + (to.empty() ? "nowhere" : "to " + listed(to));
    out += back.empty() ? "." : "; the gradient has come back from " + listed(back) + ".";
  }
  return out;
}

}  // namespace lab
