#include "ui/graph/graph_routes.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

class Routes {
 public:
  explicit Routes(const GraphFrame& f) : f_(f), em_(ImGui::GetFontSize()) {
    route();
    place_labels();
  }

  std::vector<GraphPath> result() { return std::move(edges_); }

 private:
  ImVec2 middle(int node) const {
    const Box& b = f_.nodes[at(node)];
    return {0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)};
  }

  // Where arrows meet the two sides of a node: next to each other, in the order of where they go.
  struct Port {
    std::size_t edge;
    float towards;
  };
  float port(int node, bool high, std::size_t edge) const {
    std::vector<Port> all;
    for (std::size_t e = 0; e < f_.graph.edges.size(); ++e) {
      const std::vector<int>& chain = f_.rows.chains[e];
      if (chain.size() < 2) continue;
      if (high && chain.front() == node) all.push_back({e, f_.rows.items[at(chain[1])].middle});
      if (!high && chain.back() == node)
        all.push_back({e, f_.rows.items[at(chain[chain.size() - 2])].middle});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Port& a, const Port& b) { return a.towards < b.towards; });
    const float n = static_cast<float>(all.size());
    const float step = std::min(1.1f * em_, 0.7f * f_.way.across(f_.sizes[at(node)]) / n);
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (all[k].edge == edge)
        return f_.way.across(middle(node)) + (static_cast<float>(k) - 0.5f * (n - 1)) * step;
    }
    return f_.way.across(middle(node));
  }

  // Where a line from the middle of a round node to `target` leaves it.
  ImVec2 rim(int node, ImVec2 target) const {
    const ImVec2 m = middle(node), way{target.x - m.x, target.y - m.y};
    const Box& b = f_.nodes[at(node)];
    const float share = 1 / std::hypot(way.x / (0.5f * b.width()), way.y / (0.5f * b.height()));
    return {m.x + share * way.x, m.y + share * way.y};
  }

  // The side of a node at `across`; a round one curves away from its box.
  float side(int node, bool high, float across) const {
    const Box& b = f_.nodes[at(node)];
    const float centre = f_.way.along(middle(node));
    const float half = 0.5f * f_.way.along({b.width(), b.height()});
    const float tall = 0.5f * f_.way.across({b.width(), b.height()});
    float reach = half;
    if (f_.graph.nodes[at(node)].round) {
      const float off = std::min(std::fabs(across - f_.way.across(middle(node))) / tall, 0.95f);
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

  // How far to the side an arrow bends that shares both ends with others, either way round; the
  // same for all that run alone.
  float aside(std::size_t e) const {
    const auto ends = [&](std::size_t i) {
      const lab::Edge& edge = f_.graph.edges[i];
      return std::minmax(edge.from, edge.to);
    };
    // Those that lead forwards in the order of the nodes come first.
    const auto forward = [&](std::size_t i) {
      return f_.graph.edges[i].from < f_.graph.edges[i].to;
    };
    int before = 0, others = 0;
    for (std::size_t i = 0; i < f_.graph.edges.size(); ++i) {
      if (i == e || ends(i) != ends(e)) continue;
      ++others;
      before += forward(i) != forward(e) ? forward(i) : i < e;
    }
    return (0.5f * static_cast<float>(others) - static_cast<float>(before)) * 1.4f * em_;
  }

  // A smooth line through the knots that has no more turns than they have.
  std::vector<ImVec2> through(std::vector<Knot> knots) const {
    for (std::size_t k = 1; k + 1 < knots.size(); ++k) {
      const auto chord = [&](std::size_t i) {
        return (knots[i + 1].across - knots[i].across) / (knots[i + 1].along - knots[i].along);
      };
      const float before = chord(k - 1), after = chord(k);
      knots[k].slope = before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
    std::vector<ImVec2> out{f_.way.point(knots[0].along, knots[0].across)};
    for (std::size_t k = 0; k + 1 < knots.size(); ++k) {
      const Knot &a = knots[k], &b = knots[k + 1];
      // Where both ends are level the line bends late, like a bracket; otherwise evenly.
      const float reach = (a.slope == 0 && b.slope == 0 ? 0.5f : 1.0f / 3) * (b.along - a.along);
      piece(out, f_.way.point(a.along + reach, a.across + reach * a.slope),
            f_.way.point(b.along - reach, b.across - reach * b.slope),
            f_.way.point(b.along, b.across));
    }
    return out;
  }

  // Boxes are left and reached level, round nodes in the direction of their middle.
  Knot end_knot(int node, bool high, std::size_t edge, const Knot& next) const {
    if (f_.graph.nodes[at(node)].round) {
      const ImVec2 on = rim(node, f_.way.point(next.along, next.across)), m = middle(node);
      const float ahead = f_.way.along(on) - f_.way.along(m);
      const float slope = std::fabs(ahead) > 1 ? (f_.way.across(on) - f_.way.across(m)) / ahead : 0;
      return {f_.way.along(on), f_.way.across(on), slope};
    }
    const float across = port(node, high, edge);
    return {side(node, high, across), across, 0};
  }

  std::vector<ImVec2> across_layers(std::size_t e) const {
    const std::vector<int>& chain = f_.rows.chains[e];
    std::vector<Knot> knots;
    for (std::size_t k = 1; k + 1 < chain.size(); ++k) {
      const GraphItem& passage = f_.rows.items[at(chain[k])];
      const float start = f_.starts[at(passage.layer)], end = f_.ends[at(passage.layer)];
      // Past wide nodes the line keeps to its passage for all of their width.
      if (end - start < 5 * em_) {
        knots.push_back({0.5f * (start + end), passage.middle, 0});
      } else {
        knots.push_back({start, passage.middle, 0});
        knots.push_back({end, passage.middle, 0});
      }
    }
    const auto towards = [&](int node) {
      return Knot{f_.way.along(middle(node)), f_.way.across(middle(node)), 0};
    };
    // Boxes have a place for each arrow at their sides, round nodes the one that points to the
    // other.
    const bool round =
        f_.graph.nodes[at(chain.front())].round || f_.graph.nodes[at(chain.back())].round;
    if (const float off = aside(e); off != 0 && knots.empty() && round) {
      const ImVec2 a = middle(chain.front()), b = middle(chain.back());
      knots.push_back({0.5f * (f_.way.along(a) + f_.way.along(b)),
                       0.5f * (f_.way.across(a) + f_.way.across(b)) + off, 0});
    }
    const Knot second = knots.empty() ? towards(chain.back()) : knots.front();
    const Knot last = knots.empty() ? towards(chain.front()) : knots.back();
    knots.insert(knots.begin(), end_knot(chain.front(), true, e, second));
    knots.push_back(end_knot(chain.back(), false, e, last));
    return through(std::move(knots));
  }

  void route() {
    for (std::size_t e = 0; e < f_.graph.edges.size(); ++e) {
      const lab::Edge& edge = f_.graph.edges[e];
      const std::vector<int>& chain = f_.rows.chains[e];
      GraphPath path;
      if (chain.size() >= 2) {
        path.points = across_layers(e);
        if (chain.front() != edge.from) std::reverse(path.points.begin(), path.points.end());
      } else if (edge.from >= 0 && edge.to >= 0 &&
                 at(std::max(edge.from, edge.to)) < f_.sizes.size()) {
        edge.from == edge.to ? loop(path.points, edge.from) : within(path.points, e);
      }
      edges_.push_back(std::move(path));
    }
  }

  void loop(std::vector<ImVec2>& to, int node) const {
    const Box& b = f_.nodes[at(node)];
    const float x = 0.5f * (b.min.x + b.max.x), r = std::min(0.3f * b.width(), em_);
    to.push_back({x - r, b.min.y});
    piece(to, {x - 1.4f * r, b.min.y - 2 * em_}, {x + 1.4f * r, b.min.y - 2 * em_},
          {x + r, b.min.y});
  }

  // Between nodes of one layer: straight where they are neighbours, around the others otherwise.
  void within(std::vector<ImVec2>& to, std::size_t e) const {
    const lab::Edge& edge = f_.graph.edges[e];
    const std::vector<int>& layer = f_.rows.layers[at(f_.layer[at(edge.from)])];
    const auto place = [&](int node) {
      return std::find_if(layer.begin(), layer.end(),
                          [&](int i) { return f_.rows.items[at(i)].node == node; }) -
             layer.begin();
    };
    const auto a = place(edge.from), b = place(edge.to);
    const bool forward = a < b;
    const ImVec2 m = middle(edge.from), n = middle(edge.to);
    const auto half = [&](int node) { return 0.5f * f_.way.across(f_.sizes[at(node)]); };
    if (std::abs(a - b) == 1) {
      const float shift = aside(e);
      const float from = f_.way.across(m) + (forward ? half(edge.from) : -half(edge.from));
      const float end = f_.way.across(n) + (forward ? -half(edge.to) : half(edge.to));
      to.push_back(f_.way.point(f_.way.along(m) + shift, from));
      const float third = (end - from) / 3;
      piece(to, f_.way.point(f_.way.along(m) + shift, from + third),
            f_.way.point(f_.way.along(n) + shift, end - third),
            f_.way.point(f_.way.along(n) + shift, end));
      return;
    }
    const float out = 1.6f * em_ * (forward ? 1.0f : -1.0f);
    const ImVec2 from = f_.way.point(side(edge.from, forward, f_.way.across(m)), f_.way.across(m));
    const ImVec2 end = f_.way.point(side(edge.to, forward, f_.way.across(n)), f_.way.across(n));
    const float far = forward ? std::max(f_.way.along(from), f_.way.along(end)) + out
                              : std::min(f_.way.along(from), f_.way.along(end)) + out;
    to.push_back(from);
    piece(to, f_.way.point(far, f_.way.across(from)), f_.way.point(far, f_.way.across(end)), end);
  }

  // Each label stands on its arrow where it covers no node and no other label, or else beside it.
  void place_labels() {
    std::vector<Box> taken(f_.nodes);
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      std::vector<ImVec2>& p = edges_[e].points;
      if (!is_labelled(f_.graph.edges[e]) || p.size() < 4) continue;
      const ImVec2 size = label_size(f_.graph.edges[e]);
      const bool reversed =
          !f_.rows.chains[e].empty() && f_.rows.chains[e].front() != f_.graph.edges[e].from;
      const std::size_t from = reversed ? p.size() - 4 : 0;
      float fewest = 1e9f;
      for (const float aside : {0.0f, 1.0f, -1.0f})
        for (const float share :
             {0.5f, 0.42f, 0.58f, 0.34f, 0.66f, 0.26f, 0.74f, 0.18f, 0.82f, 0.12f, 0.88f}) {
          const ImVec2 on = cubic(&p[from], share);
          const ImVec2 c{on.x + aside * (0.5f * size.x + 0.4f * em_), on.y};
          const Box box = with_ground(c, size);
          float covered = 0;
          for (const Box& o : taken) covered += box.shared(o);
          if (covered >= fewest) continue;
          fewest = covered;
          edges_[e].label = c;
        }
      taken.push_back(with_ground(edges_[e].label, size));
    }
  }

  // A label around its middle, as it is drawn.
  static Box with_ground(ImVec2 middle, ImVec2 size) {
    const ImVec2 half{0.5f * size.x + 3, 0.5f * size.y + 1};
    return {{middle.x - half.x, middle.y - half.y}, {middle.x + half.x, middle.y + half.y}};
  }

  static ImVec2 cubic(const ImVec2* p, float t) {
    const float u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
            a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
  }

  const GraphFrame& f_;
  const float em_;
  std::vector<GraphPath> edges_;
};

}  // namespace

std::vector<GraphPath> graph_routes(const GraphFrame& frame) { return Routes(frame).result(); }

}  // namespace ui
