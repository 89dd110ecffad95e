#include "ui/graph_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/graph_rows.h"

namespace ui {

namespace {

constexpr float smallest_text = 0.5f;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Along the layers and across them.
struct Way {
  bool downwards;
  float along(ImVec2 p) const { return downwards ? p.y : p.x; }
  float across(ImVec2 p) const { return downwards ? p.x : p.y; }
  ImVec2 point(float along, float across) const {
    return downwards ? ImVec2{across, along} : ImVec2{along, across};
  }
};

class Layout {
 public:
  Layout(const lab::Graph& g, const std::vector<int>& layer, bool downwards)
      : graph_(g), layer_(layer), way_{downwards}, em_(ImGui::GetFontSize()) {
    out_.downwards = downwards;
    for (const lab::Node& n : g.nodes) sizes_.push_back(node_size(n));
    std::vector<float> extents;
    for (const ImVec2 size : sizes_) extents.push_back(way_.across(size));
    float label = 0;
    for (const lab::Edge& e : g.edges) label = std::max(label, way_.across(text_size(e.label)));
    rows_ = graph_rows(g, layer, extents, 1.2f * em_ + (downwards ? 0.35f * label : 0),
                       1.9f * em_ + (label > 0 ? label : 0));
    place_layers();
    place_nodes();
    route();
    place_labels();
  }

  GraphLayout result() { return std::move(out_); }

 private:
  // Layers follow each other with room for the labels of the arrows between them.
  void place_layers() {
    const std::size_t n = rows_.layers.size();
    std::vector<float> room(n, 0), label(n + 1, 0);
    for (std::size_t i = 0; i < sizes_.size(); ++i)
      room[at(layer_[i])] = std::max(room[at(layer_[i])], way_.along(sizes_[i]));
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      if (rows_.chains[e].empty() || graph_.edges[e].label.empty()) continue;
      // The label stands in the first gap of its arrow.
      const std::size_t gap = at(rows_.items[at(rows_.chains[e].front())].layer);
      label[gap] = std::max(label[gap], way_.along(text_size(graph_.edges[e].label)));
    }
    float place = 0;
    for (std::size_t k = 0; k < n; ++k) {
      starts_.push_back(place);
      ends_.push_back(place + room[k]);
      place += room[k] + (label[k] > 0 ? label[k] + 1.8f * em_ : 2.4f * em_);
    }
  }

  void place_nodes() {
    out_.nodes.resize(sizes_.size());
    for (const GraphItem& item : rows_.items) {
      if (item.node < 0) continue;
      const std::size_t i = at(item.node), k = at(item.layer);
      const ImVec2 middle = way_.point(0.5f * (starts_[k] + ends_[k]), item.middle);
      const ImVec2 half{0.5f * sizes_[i].x, 0.5f * sizes_[i].y};
      out_.nodes[i] = {{middle.x - half.x, middle.y - half.y},
                       {middle.x + half.x, middle.y + half.y}};
    }
    for (const std::vector<int>& layer : rows_.layers) {
      for (const int i : layer) {
        if (rows_.items[at(i)].node >= 0) out_.order.push_back(rows_.items[at(i)].node);
      }
    }
    const float whole = ends_.empty() ? 0 : ends_.back();
    out_.size = way_.point(whole, rows_.extent);
  }

  ImVec2 middle(int node) const {
    const Box& b = out_.nodes[at(node)];
    return {0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)};
  }

  // Where arrows meet the two sides of a node: next to each other, in the order of where they go.
  struct Port {
    std::size_t edge;
    float towards;
  };
  float port(int node, bool high, std::size_t edge) const {
    std::vector<Port> all;
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      const std::vector<int>& chain = rows_.chains[e];
      if (chain.size() < 2) continue;
      if (high && chain.front() == node) all.push_back({e, rows_.items[at(chain[1])].middle});
      if (!high && chain.back() == node)
        all.push_back({e, rows_.items[at(chain[chain.size() - 2])].middle});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Port& a, const Port& b) { return a.towards < b.towards; });
    const float n = static_cast<float>(all.size());
    const float step = std::min(1.1f * em_, 0.7f * way_.across(sizes_[at(node)]) / n);
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (all[k].edge == edge)
        return way_.across(middle(node)) + (static_cast<float>(k) - 0.5f * (n - 1)) * step;
    }
    return way_.across(middle(node));
  }

  // Where a line from the middle of a round node to `target` leaves it.
  ImVec2 rim(int node, ImVec2 target) const {
    const ImVec2 m = middle(node), way{target.x - m.x, target.y - m.y};
    const Box& b = out_.nodes[at(node)];
    const float share = 1 / std::hypot(way.x / (0.5f * b.width()), way.y / (0.5f * b.height()));
    return {m.x + share * way.x, m.y + share * way.y};
  }

  // The side of a node at `across`; a round one curves away from its box.
  float side(int node, bool high, float across) const {
    const Box& b = out_.nodes[at(node)];
    const float centre = way_.along(middle(node));
    const float half = 0.5f * way_.along({b.width(), b.height()});
    const float tall = 0.5f * way_.across({b.width(), b.height()});
    float reach = half;
    if (graph_.nodes[at(node)].round) {
      const float off = std::min(std::fabs(across - way_.across(middle(node))) / tall, 0.95f);
      reach *= std::sqrt(1 - off * off);
    }
    return centre + (high ? reach : -reach);
  }

  static void piece(std::vector<ImVec2>& to, ImVec2 c1, ImVec2 c2, ImVec2 end) {
    to.push_back(c1);
    to.push_back(c2);
    to.push_back(end);
  }

  // A place that an arrow comes through, and its slope there: across per along.
  struct Knot {
    float along, across, slope;
  };

  // A smooth line through the knots that has no more turns than they have.
  std::vector<ImVec2> through(std::vector<Knot> knots) const {
    for (std::size_t k = 1; k + 1 < knots.size(); ++k) {
      const auto chord = [&](std::size_t i) {
        return (knots[i + 1].across - knots[i].across) / (knots[i + 1].along - knots[i].along);
      };
      const float before = chord(k - 1), after = chord(k);
      knots[k].slope = before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
    std::vector<ImVec2> out{way_.point(knots[0].along, knots[0].across)};
    for (std::size_t k = 0; k + 1 < knots.size(); ++k) {
      const Knot &a = knots[k], &b = knots[k + 1];
      // Where both ends are level the line bends late, like a bracket; otherwise evenly.
      const float reach = (a.slope == 0 && b.slope == 0 ? 0.5f : 1.0f / 3) * (b.along - a.along);
      piece(out, way_.point(a.along + reach, a.across + reach * a.slope),
            way_.point(b.along - reach, b.across - reach * b.slope), way_.point(b.along, b.across));
    }
    return out;
  }

  // Boxes are left and reached level, round nodes in the direction of their middle.
  Knot end_knot(int node, bool high, std::size_t edge, const Knot& next) const {
    if (graph_.nodes[at(node)].round) {
      const ImVec2 on = rim(node, way_.point(next.along, next.across)), m = middle(node);
      const float ahead = way_.along(on) - way_.along(m);
      const float slope = std::fabs(ahead) > 1 ? (way_.across(on) - way_.across(m)) / ahead : 0;
      return {way_.along(on), way_.across(on), slope};
    }
    const float across = port(node, high, edge);
    return {side(node, high, across), across, 0};
  }

  std::vector<ImVec2> across_layers(std::size_t e) const {
    const std::vector<int>& chain = rows_.chains[e];
    std::vector<Knot> knots;
    for (std::size_t k = 1; k + 1 < chain.size(); ++k) {
      const GraphItem& passage = rows_.items[at(chain[k])];
      const float start = starts_[at(passage.layer)], end = ends_[at(passage.layer)];
      // Past wide nodes the line keeps to its passage for all of their width.
      if (end - start < 5 * em_) {
        knots.push_back({0.5f * (start + end), passage.middle, 0});
      } else {
        knots.push_back({start, passage.middle, 0});
        knots.push_back({end, passage.middle, 0});
      }
    }
    const auto towards = [&](int node) {
      return Knot{way_.along(middle(node)), way_.across(middle(node)), 0};
    };
    const Knot second = knots.empty() ? towards(chain.back()) : knots.front();
    const Knot last = knots.empty() ? towards(chain.front()) : knots.back();
    knots.insert(knots.begin(), end_knot(chain.front(), true, e, second));
    knots.push_back(end_knot(chain.back(), false, e, last));
    return through(std::move(knots));
  }

  void route() {
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      const lab::Edge& edge = graph_.edges[e];
      const std::vector<int>& chain = rows_.chains[e];
      GraphPath path;
      if (chain.size() >= 2) {
        path.points = across_layers(e);
        if (chain.front() != edge.from) std::reverse(path.points.begin(), path.points.end());
      } else if (edge.from >= 0 && edge.to >= 0 &&
                 at(std::max(edge.from, edge.to)) < sizes_.size()) {
        edge.from == edge.to ? loop(path.points, edge.from) : within(path.points, edge);
      }
      out_.edges.push_back(std::move(path));
    }
  }

  void loop(std::vector<ImVec2>& to, int node) const {
    const Box& b = out_.nodes[at(node)];
    const float x = 0.5f * (b.min.x + b.max.x), r = std::min(0.3f * b.width(), em_);
    to.push_back({x - r, b.min.y});
    piece(to, {x - 1.4f * r, b.min.y - 2 * em_}, {x + 1.4f * r, b.min.y - 2 * em_},
          {x + r, b.min.y});
  }

  // Between nodes of one layer: straight where they are neighbours, around the others otherwise.
  void within(std::vector<ImVec2>& to, const lab::Edge& edge) const {
    const std::vector<int>& layer = rows_.layers[at(layer_[at(edge.from)])];
    const auto place = [&](int node) {
      return std::find_if(layer.begin(), layer.end(),
                          [&](int i) { return rows_.items[at(i)].node == node; }) -
             layer.begin();
    };
    const auto a = place(edge.from), b = place(edge.to);
    const bool forward = a < b;
    const bool pair =
        std::any_of(graph_.edges.begin(), graph_.edges.end(),
                    [&](const lab::Edge& o) { return o.from == edge.to && o.to == edge.from; });
    const ImVec2 m = middle(edge.from), n = middle(edge.to);
    const auto half = [&](int node) { return 0.5f * way_.across(sizes_[at(node)]); };
    if (std::abs(a - b) == 1) {
      const float shift = pair ? (forward ? 0.7f : -0.7f) * em_ : 0;
      const float from = way_.across(m) + (forward ? half(edge.from) : -half(edge.from));
      const float end = way_.across(n) + (forward ? -half(edge.to) : half(edge.to));
      to.push_back(way_.point(way_.along(m) + shift, from));
      const float third = (end - from) / 3;
      piece(to, way_.point(way_.along(m) + shift, from + third),
            way_.point(way_.along(n) + shift, end - third), way_.point(way_.along(n) + shift, end));
      return;
    }
    const float out = 1.6f * em_ * (forward ? 1.0f : -1.0f);
    const ImVec2 from = way_.point(side(edge.from, forward, way_.across(m)), way_.across(m));
    const ImVec2 end = way_.point(side(edge.to, forward, way_.across(n)), way_.across(n));
    const float far = forward ? std::max(way_.along(from), way_.along(end)) + out
                              : std::min(way_.along(from), way_.along(end)) + out;
    to.push_back(from);
    piece(to, way_.point(far, way_.across(from)), way_.point(far, way_.across(end)), end);
  }

  // Each label stands on its arrow, where it covers no node and no other label.
  void place_labels() {
    std::vector<Box> taken(out_.nodes);
    for (std::size_t e = 0; e < out_.edges.size(); ++e) {
      const std::string& text = graph_.edges[e].label;
      std::vector<ImVec2>& p = out_.edges[e].points;
      if (text.empty() || p.size() < 4) continue;
      const ImVec2 size = text_size(text);
      const bool reversed =
          !rows_.chains[e].empty() && rows_.chains[e].front() != graph_.edges[e].from;
      const std::size_t from = reversed ? p.size() - 4 : 0;
      float fewest = 1e9f;
      for (const float share : {0.5f, 0.4f, 0.6f, 0.3f, 0.7f, 0.22f, 0.78f}) {
        const ImVec2 c = cubic(&p[from], share);
        const Box box{{c.x - 0.5f * size.x - 2, c.y - 0.5f * size.y},
                      {c.x + 0.5f * size.x + 2, c.y + 0.5f * size.y}};
        float covered = 0;
        for (const Box& o : taken) {
          const float wide = std::min(box.max.x, o.max.x) - std::max(box.min.x, o.min.x);
          const float tall = std::min(box.max.y, o.max.y) - std::max(box.min.y, o.min.y);
          if (wide > 0 && tall > 0) covered += wide * tall;
        }
        if (covered >= fewest) continue;
        fewest = covered;
        out_.edges[e].label = c;
      }
      const ImVec2 c = out_.edges[e].label;
      taken.push_back({{c.x - 0.5f * size.x - 2, c.y - 0.5f * size.y},
                       {c.x + 0.5f * size.x + 2, c.y + 0.5f * size.y}});
    }
  }

  static ImVec2 cubic(const ImVec2* p, float t) {
    const float u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
            a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
  }

  const lab::Graph& graph_;
  const std::vector<int>& layer_;
  const Way way_;
  const float em_;
  std::vector<ImVec2> sizes_;
  GraphRows rows_;
  std::vector<float> starts_, ends_;  // of the layers
  GraphLayout out_;
};

// Everything that is drawn lies within the size, from the top left.
void fit(GraphLayout& g, const lab::Graph& shape, float width) {
  ImVec2 low{0, 0}, high = g.size;
  const auto add = [&](ImVec2 p) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  };
  for (std::size_t e = 0; e < g.edges.size(); ++e) {
    for (const ImVec2 p : g.edges[e].points) add(p);
    if (shape.edges[e].label.empty() || g.edges[e].points.empty()) continue;
    const ImVec2 size = text_size(shape.edges[e].label), at = g.edges[e].label;
    add({at.x - 0.5f * size.x - 2, at.y - 0.5f * size.y});
    add({at.x + 0.5f * size.x + 2, at.y + 0.5f * size.y});
  }
  constexpr float rim = 5;
  const float natural = high.x - low.x + 2 * rim;
  g.text = std::clamp(width / natural, smallest_text, 1.0f);
  const auto move = [&](ImVec2& p) {
    p = {(p.x - low.x + rim) * g.text, (p.y - low.y + rim) * g.text};
  };
  for (Box& b : g.nodes) move(b.min), move(b.max);
  for (GraphPath& path : g.edges) {
    for (ImVec2& p : path.points) move(p);
    move(path.label);
  }
  g.size = {natural * g.text, (high.y - low.y + 2 * rim) * g.text};
}

}  // namespace

ImVec2 node_size(const lab::Node& node) {
  const float em = ImGui::GetFontSize(), pad = 0.6f * em;
  float width = text_size(node.name).x;
  for (const std::string& line : node.lines) width = std::max(width, text_size(line).x);
  const float lines =
      node.lines.empty() ? 0 : static_cast<float>(node.lines.size()) * node_line * em;
  const ImVec2 box{width + 2 * pad, node_line * em + pad + (lines > 0 ? lines + 0.3f * em : 0)};
  if (!node.round) return box;
  // The ellipse around the box of words, not narrower than high.
  const float tall = 1.25f * box.y + 0.3f * em;
  return {std::max(1.25f * box.x, tall), tall};
}

GraphLayout graph_layout(const lab::Graph& g, float width) {
  const std::vector<int> layer = graph_layers(g);
  GraphLayout across = Layout(g, layer, false).result();
  fit(across, g, width);
  if (across.text >= 0.85f) return across;
  GraphLayout down = Layout(g, layer, true).result();
  fit(down, g, width);
  return down.text > across.text * 1.1f ? down : across;
}

}  // namespace ui
