#include "ui/graph/graph_rows.h"

#include <algorithm>
#include <cmath>

#include "ui/graph/apart.h"
#include "ui/graph/graph_grid.h"

namespace ui {

namespace {

class Rows {
 public:
  Rows(const GraphSpacing& spacing, GraphRows& out) : spacing_(spacing), out_(out) {
    low_.resize(out.items.size());
    high_.resize(out.items.size());
    for (const std::vector<int>& chain : out.chains) {
      for (std::size_t i = 1; i < chain.size(); ++i) {
        high_[at(chain[i - 1])].push_back(chain[i]);
        low_[at(chain[i])].push_back(chain[i - 1]);
      }
    }
  }

  void run() {
    for (std::vector<int>& layer : out_.layers) {
      std::stable_sort(layer.begin(), layer.end(),
                       [&](int a, int b) { return out_.items[at(a)].row < out_.items[at(b)].row; });
      keep_rows(layer);
    }
    order();
    for (std::vector<int>& layer : out_.layers) stack(layer);
    for (int pass = 0; pass < 12; ++pass) pull(pass % 2 == 0, pass >= 10);
  }

 private:
  // Nodes that ask for a row keep their order among themselves, at the places they hold together.
  void keep_rows(std::vector<int>& layer) const {
    std::vector<int> asking;
    for (const int i : layer) {
      if (out_.items[at(i)].row >= 0) asking.push_back(i);
    }
    std::stable_sort(asking.begin(), asking.end(),
                     [&](int a, int b) { return out_.items[at(a)].row < out_.items[at(b)].row; });
    std::size_t next = 0;
    for (int& i : layer) {
      if (out_.items[at(i)].row >= 0) i = asking[next++];
    }
  }

  long long crossings() const {
    std::vector<int> place(out_.items.size());
    for (const std::vector<int>& layer : out_.layers) {
      for (std::size_t k = 0; k < layer.size(); ++k) place[at(layer[k])] = static_cast<int>(k);
    }
    long long n = 0;
    for (const std::vector<int>& layer : out_.layers) {
      std::vector<std::pair<int, int>> links;
      for (const int i : layer) {
        for (const int j : high_[at(i)]) links.push_back({place[at(i)], place[at(j)]});
      }
      for (std::size_t a = 0; a < links.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
          n += (links[a].first - links[b].first) * (links[a].second - links[b].second) < 0;
      }
    }
    return n;
  }

  // Barycentres, swept to and fro; the order with the fewest crossings wins.
  void order() {
    std::vector<std::vector<int>> best = out_.layers;
    long long fewest = crossings();
    for (int sweep = 0; sweep < 8 && fewest > 0; ++sweep) {
      const bool up = sweep % 2 == 0;
      for (std::size_t k = 1; k < out_.layers.size(); ++k)
        sort_by(out_.layers[up ? k : out_.layers.size() - 1 - k], up ? low_ : high_);
      const long long now = crossings();
      if (now < fewest) fewest = now, best = out_.layers;
    }
    out_.layers = best;
  }

  void sort_by(std::vector<int>& layer, const std::vector<std::vector<int>>& towards) {
    std::vector<double> place(out_.items.size()), key(out_.items.size());
    for (const std::vector<int>& other : out_.layers) {
      for (std::size_t k = 0; k < other.size(); ++k) place[at(other[k])] = static_cast<double>(k);
    }
    for (const int i : layer) {
      double sum = 0;
      for (const int j : towards[at(i)]) sum += place[at(j)];
      const auto n = static_cast<double>(towards[at(i)].size());
      key[at(i)] = n > 0 ? sum / n : place[at(i)];
    }
    std::stable_sort(layer.begin(), layer.end(),
                     [&](int a, int b) { return key[at(a)] < key[at(b)]; });
    keep_rows(layer);
  }

  void stack(const std::vector<int>& layer) {
    const std::vector<double> apart = spacing_.distances(layer);
    double whole = 0, place = 0;
    for (const double d : apart) whole += d;
    for (std::size_t k = 0; k < layer.size(); ++k)
      out_.items[at(layer[k])].middle = static_cast<float>((place += apart[k]) - 0.5 * whole);
  }

  // Every item wants to stand where its neighbours do: first those of one side, at last of both.
  void pull(bool up, bool both) {
    const std::size_t n = out_.layers.size();
    for (std::size_t k = 0; k < n; ++k) {
      const std::vector<int>& layer = out_.layers[up ? k : n - 1 - k];
      std::vector<double> wanted, weight;
      for (const int i : layer) {
        double sum = 0, count = 0;
        const auto add = [&](const std::vector<int>& others) {
          for (const int j : others) sum += static_cast<double>(out_.items[at(j)].middle), ++count;
        };
        if (up || both) add(low_[at(i)]);
        if (!up || both) add(high_[at(i)]);
        wanted.push_back(count > 0 ? sum / count : static_cast<double>(out_.items[at(i)].middle));
        // Passages hold a long arrow straight.
        weight.push_back(out_.items[at(i)].node < 0 ? 2.0 : count > 0 ? 1.0 : 0.1);
      }
      const std::vector<double> places = spread(wanted, weight, spacing_.distances(layer));
      for (std::size_t i = 0; i < layer.size(); ++i)
        out_.items[at(layer[i])].middle = static_cast<float>(places[i]);
    }
  }

  const GraphSpacing& spacing_;
  GraphRows& out_;
  std::vector<std::vector<int>> low_, high_;  // neighbours in the layer before and after
};

void add_chain(const lab::Edge& e, GraphRows& out) {
  const bool ahead = out.items[at(e.from)].layer <= out.items[at(e.to)].layer;
  const int first = ahead ? e.from : e.to, last = ahead ? e.to : e.from;
  const GraphItem from = out.items[at(first)], to = out.items[at(last)];
  std::vector<int>& chain = out.chains.back();
  if (from.layer == to.layer) return;
  chain.push_back(first);
  for (int layer = from.layer + 1; layer < to.layer; ++layer) {
    const double share = static_cast<double>(layer - from.layer) / (to.layer - from.layer);
    const bool rows = from.row >= 0 && to.row >= 0;
    chain.push_back(static_cast<int>(out.items.size()));
    out.items.push_back({-1, layer, 4, 0, rows ? from.row + share * (to.row - from.row) : -1});
    out.layers[at(layer)].push_back(chain.back());
  }
  chain.push_back(last);
}

}  // namespace

GraphRows graph_rows(const lab::Graph& g, const std::vector<int>& layer,
                     const std::vector<float>& extents, float gap, float link) {
  GraphRows out;
  const auto n = static_cast<int>(g.nodes.size());
  for (int i = 0; i < n; ++i) {
    const int own = layer[at(i)];
    if (static_cast<std::size_t>(own) >= out.layers.size()) out.layers.resize(at(own) + 1);
    out.items.push_back({i, own, extents[at(i)], 0, static_cast<double>(g.nodes[at(i)].row)});
    out.layers[at(own)].push_back(i);
  }
  for (const lab::Edge& e : g.edges) {
    out.chains.emplace_back();
    const bool sound = e.from >= 0 && e.to >= 0 && e.from < n && e.to < n && e.from != e.to;
    if (sound) add_chain(e, out);
  }
  const GraphSpacing spacing{g, out.items, gap, link};
  if (std::all_of(g.nodes.begin(), g.nodes.end(),
                  [](const lab::Node& node) { return node.row >= 0; }))
    place_on_grid(spacing, out);
  else
    Rows(spacing, out).run();
  float low = 0, high = 0;
  for (std::size_t i = 0; i < out.items.size(); ++i) {
    const GraphItem& item = out.items[i];
    low =
        i == 0 ? item.middle - 0.5f * item.extent : std::min(low, item.middle - 0.5f * item.extent);
    high = i == 0 ? item.middle + 0.5f * item.extent
                  : std::max(high, item.middle + 0.5f * item.extent);
  }
  for (GraphItem& item : out.items) item.middle -= low;
  out.extent = high - low;
  return out;
}

}  // namespace ui
