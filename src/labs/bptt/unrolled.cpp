#include "labs/bptt/unrolled.h"

#include <algorithm>
#include <span>

#include "labs/bptt/symbols.h"
#include "labs/phrases.h"

namespace laboratory::bptt {
namespace {

using lab::Light;
using lab::Role;

constexpr int most_shown = 4;            // steps side by side
constexpr std::size_t most_entries = 3;  // of a column
constexpr int few_digits = 2;

enum Row : int { loss_row, state_row, input_row };

class Drawing {
 public:
  Drawing(const Study& s, int position)
      : s_(s), position_(position), window_(window(s, position)), time_(s.time(position)) {
    graph_.pick = "time";
  }

  lab::Graph run() {
    for (int t = window_.first; t <= window_.last; ++t) {
      // The arrows of a step lead to what stands in it already.
      const int state = add(t, "h", state_row, Role::activation, state_lines(t));
      graph_.nodes[static_cast<std::size_t>(state)].light = t == time_   ? Light::chosen
                                                            : on_path(t) ? Light::part
                                                                         : Light::plain;
      const int input = add(t, "x", input_row, Role::input, input_lines(t));
      join(input, state, came(t) ? share_label(t) : "Wₓ", came(t), t == time_);
      if (t > window_.first)
        join(state - width_, state, came(t) ? "Wₕᵀ" + at_step("δ", t) : "Wₕ", came(t),
             on_path(t - 1));
      width_ = 2;
      if (s_.net.has_loss(t)) {
        const int loss = add(t, "L", loss_row, Role::neutral, loss_lines(t));
        if (s_.net.loss == Loss::end) graph_.nodes.back().name = "L";
        join(state, loss, "", came(t), on_path(t) && (s_.net.loss == Loss::end || t == s_.T()));
        width_ = 3;
      }
    }
    return std::move(graph_);
  }

 private:
  bool came(int t) const { return position_ > 0 && t >= s_.walked(position_); }
  bool on_path(int t) const { return t >= time_; }

  // The entries of a column, one below the other.
  static void append(std::vector<std::string>& lines, std::span<const double> column) {
    for (const double x : column.first(std::min(column.size(), most_entries)))
      lines.push_back(brief(x, few_digits));
    if (column.size() > most_entries) lines.emplace_back("…");
  }
  static void append(std::vector<std::string>& lines, const lab::Matrix& m, int t) {
    append(lines, at_time(m, t));
  }

  // Where there is room for few lines the last are left out, so the gradient comes first.
  std::vector<std::string> state_lines(int t) const {
    std::vector<std::string> lines;
    if (came(t)) {
      lines.emplace_back("δ");
      append(lines, s_.whole.deltas, t);
    }
    // Once some nodes show δ, the others say that theirs is the state.
    if (position_ > 0) lines.emplace_back("h");
    append(lines, s_.values.h, t);
    return lines;
  }

  std::vector<std::string> input_lines(int t) const {
    std::vector<std::string> lines;
    append(lines, s_.net.X, t);
    return lines;
  }

  std::vector<std::string> loss_lines(int t) const {
    std::vector<std::string> lines;
    if (!came(t)) return lines;
    lines.emplace_back("∇L");
    append(lines, s_.net.slope);
    return lines;
  }

  std::string share_label(int t) const {
    return "share " + brief(norm(s_.share_of(s_.params.weight, t)), few_digits);
  }

  int add(int t, const char* letter, Row row, Role role, std::vector<std::string> lines) {
    lab::Node node;
    node.id = std::to_string(t);
    node.name = at_step(letter, t);
    node.role = role;
    node.layer = t - window_.first;
    node.row = row;
    node.lines = std::move(lines);
    graph_.nodes.push_back(std::move(node));
    return static_cast<int>(graph_.nodes.size()) - 1;
  }

  void join(int from, int to, std::string label, bool back, bool lit) {
    lab::Edge edge;
    edge.from = from;
    edge.to = to;
    edge.label = std::move(label);
    edge.role = back ? Role::gradient : Role::neutral;
    edge.back = back;
    edge.light = lit ? Light::full : Light::plain;
    graph_.edges.push_back(std::move(edge));
  }

  const Study& s_;
  int position_;
  Window window_;
  int time_;
  int width_ = 0;  // nodes of the step before
  lab::Graph graph_;
};

}  // namespace

Window window(const Study& s, int position) {
  const int first = std::clamp(s.time(position) - 2, 1, std::max(1, s.T() - most_shown + 1));
  return {first, std::min(s.T(), first + most_shown - 1)};
}

lab::Graph unrolled(const Study& s, int position) { return Drawing(s, position).run(); }

}  // namespace laboratory::bptt
