#include "labs/siamese/figures.h"

#include "lab/graph_words.h"
#include "labs/phrases.h"
#include "labs/siamese/arithmetic.h"
#include "labs/siamese/graph.h"
#include "labs/siamese/matrices.h"
#include "labs/siamese/walk.h"

namespace laboratory::siamese {
namespace {

using N = Node;
using lab::Matrix;
using lab::Role;

std::string where(const Study& s, int position) {
  if (position == 0) return "Before the first step";
  const Stop stop = stop_at(position);
  return "Step " + std::to_string(position) + " of " + std::to_string(stops) +
         (stop.back ? ", back at " : ", forward at ") + symbol(stop.node) + ", pair " +
         std::to_string(s.example() + 1) + " of " + std::to_string(s.net.examples());
}

void draw_towers(const Study& s, int position, lab::Report& report) {
  const bool shapes = s.params.view == View::shapes;
  std::string alt = shapes
                        ? shapes_words(s, position)
                        : where(s, position) + ": two towers with one W1 and one b1, merged by " +
                              word(s.net.merge) + ".";
  if (position > 0 && !shapes) {
    const std::string line = arithmetic(s, position).lines.front();
    alt += " " + line + (line.ends_with('.') ? "" : ".");
  }
  std::string title = "Two towers, one set of weights";
  if (shapes) {
    title += ", and the shape of each box";
  } else if (position > 0) {
    const Stop stop = stop_at(position);
    title +=
        std::string(stop.back ? ": gradients back to " : ": values up to ") + symbol(stop.node);
  }
  lab::Graph graph = towers(s, position);
  alt += " " + lab::read_aloud(graph);
  report.figure("towers", title, alt, std::move(graph)).room = lab::Room::story;
}

void draw_node_arithmetic(const Study& s, int position, lab::Report& report) {
  lab::Working working = arithmetic(s, position);
  const N node = looked_at(s.params, position);
  std::string alt = where(s, position) + ": " + working.lines.front();
  report
      .figure(
          "arithmetic",
          node == N::follow ? "What happens here" : std::string("What happens at ") + symbol(node),
          alt, std::move(working))
      .tab = "arithmetic";
}

lab::Block gradient_block(const char* name, Matrix m, const char* joiner) {
  return {name, Role::gradient, std::move(m), {}, "", "", "", joiner};
}

void draw_check(const Study& s, int position, lab::Report& report) {
  N node = looked_at(s.params, position);
  if (!is_weight(node)) node = N::W1;
  Matrix reverse = s.reverse.W1, central = s.central.W1;
  double apart = s.central_gap.W1;
  if (node == N::b1) {
    reverse = s.reverse.b1, central = s.central.b1, apart = s.central_gap.b1;
  } else if (node == N::W2) {
    reverse = s.reverse.W2, central = s.central.W2, apart = s.central_gap.W2;
  } else if (node == N::b2) {
    reverse = {1, 1, {s.reverse.b2}}, central = {1, 1, {s.central.b2}}, apart = s.central_gap.b2;
  }
  const std::string name = symbol(node);
  lab::Blocks blocks = {{gradient_block("by hand", gradient_of(s, node), "="),
                         gradient_block("reverse mode", std::move(reverse), "≈"),
                         gradient_block("differences", std::move(central), "")}};
  report
      .figure("check", "∂J/∂" + name + ", three ways",
              "The gradients with respect to " + name +
                  " by hand and by central differences agree to " + brief(apart, 2) +
                  " relative to its largest entry.",
              std::move(blocks))
      .tab = "check";
}

// dJ/dW1 as far as it comes through one twin.
Matrix path(const Study& s, bool first) {
  const Matrix &dz = first ? s.hand.z1 : s.hand.z2, &x = first ? s.net.X : s.net.Xp;
  Matrix sum = zeros(s.net.hidden(), s.net.inputs());
  for (int i = 0; i < s.net.examples(); ++i)
    for (int k = 0; k < sum.rows; ++k)
      for (int c = 0; c < sum.cols; ++c) sum.at(k, c) += dz.at(k, i) * x.at(c, i);
  return sum;
}

void draw_twin_paths(const Study& s, lab::Report& report) {
  Matrix first = path(s, true), second = path(s, false);
  const std::string alt = "Entry (1, 1) of ∂J/∂W1 gets " + brief(first.at(0, 0)) +
                          " through the first twin and " + brief(second.at(0, 0)) +
                          " through the second: " + brief(s.hand.W1.at(0, 0)) + " in all.";
  report
      .figure("paths", "∂J/∂W1 comes through both twins", alt,
              lab::Blocks{{gradient_block("first twin", std::move(first), "+"),
                           gradient_block("second twin", std::move(second), "="),
                           gradient_block("∂J/∂W1", s.hand.W1, "")}})
      .tab = "check";
}

void draw_chain(const Study& s, lab::Report& report) {
  const auto line = [](const char* formula, double reverse, double central) {
    return std::string(formula) + " · off by " + brief(reverse, 2) + " from reverse mode, " +
           brief(central, 2) + " from differences";
  };
  const Gap &r = s.reverse_gap, &c = s.central_gap;
  lab::Working chain;
  chain.lines = {line("∂J/∂W2 = Σᵢ δ1 aᵀ", r.W2, c.W2), line("∂J/∂b2 = Σᵢ δ1", r.b2, c.b2),
                 line("∂J/∂W1 = Σᵢ (∂J/∂z1 xᵀ + ∂J/∂z2 x′ᵀ)", r.W1, c.W1),
                 line("∂J/∂b1 = Σᵢ (∂J/∂z1 + ∂J/∂z2)", r.b1, c.b1)};
  report
      .figure("chain", "The formulas by hand, and what checks them",
              "No formula by hand is further than " + brief(s.central_gap.largest(), 2) +
                  " from central differences, relative to the largest entry.",
              std::move(chain))
      .tab = "formulas";
}

}  // namespace

void draw(const Study& s, int position, lab::Report& report) {
  if (!s.fits()) {
    lab::Working faults;
    for (const lab::Problem& p : s.problems) faults.lines.push_back(p.message);
    report.figure("towers", "The shapes do not fit", s.problems.front().message, faults).room =
        lab::Room::story;
    return;
  }
  draw_towers(s, position, report);
  if (s.params.view == View::shapes) return draw_shapes(s, position, report);
  draw_link(s, position, report);
  draw_node_arithmetic(s, position, report);
  if (s.params.view == View::link) return;
  draw_twin_paths(s, report);
  draw_check(s, position, report);
  draw_chain(s, report);
}

}  // namespace laboratory::siamese
