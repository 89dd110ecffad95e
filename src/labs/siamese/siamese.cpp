// How do gradients find their way through two towers that share their weights?
#include <optional>

#include "labs/all.h"
#include "labs/differences.h"
#include "labs/entries.h"
#include "labs/siamese/figures.h"
#include "labs/siamese/glyph_figures.h"
#include "labs/siamese/glyphs.h"
#include "labs/siamese/walk.h"

namespace laboratory::siamese {
namespace {

// Readouts that stand or fall with the shapes.
constexpr Entry entries[] = {
    {"z1", "pre-activations z1 = W1 X + b1, a column for each pair"},
    {"z2", "pre-activations z2 = W1 X′ + b1, a column for each pair"},
    {"a1", "activations a1, a column for each pair"},
    {"a2", "activations a2, a column for each pair"},
    {"a", "merged activations a, a column for each pair"},
    {"z3", "z3 = W2 a + b2, a number for each pair"},
    {"yhat", "predictions ŷ, a number for each pair"},
    {"J", "mean loss J"},
    {"delta1", "δ1 = ∂J/∂z3, a number for each pair"},
    {"delta2", "δ2 = ∂z3/∂a"},
    {"delta3_diag", "diagonals of δ3 = ∂a/∂z2, a column for each pair"},
    {"dJ_dW1", "∂J/∂W1"},
    {"dJ_db1", "∂J/∂b1"},
    {"dJ_dW2", "∂J/∂W2"},
    {"dJ_db2", "∂J/∂b2"},
    {"check.max_error", "largest relative error against central differences"},
    {"check.reverse_error", "largest relative error against reverse mode"},
    {"node", "node looked at"},
    {"node.value", "its value, for the example shown"},
};

const char* label(std::string_view key) { return label_of(entries, key); }

lab::Matrix one_column(const lab::Matrix& m, int col) {
  lab::Matrix out = zeros(m.rows, 1);
  for (int r = 0; r < m.rows; ++r) out.at(r, 0) = m.at(r, col);
  return out;
}

void report_study(const Study& s, int position, lab::Report& r) {
  const Forward& f = s.values;
  const Gradients& g = s.hand;
  const auto matrix = [&r](const char* key, const lab::Matrix& m) { r.matrix(key, label(key), m); };
  matrix("z1", f.z1);
  matrix("z2", f.z2);
  matrix("a1", f.a1);
  matrix("a2", f.a2);
  matrix("a", f.a);
  matrix("z3", f.z3);
  matrix("yhat", f.yhat);
  r.real("J", label("J"), f.J, "nats");
  matrix("delta1", g.delta1);
  matrix("delta2", g.delta2);
  matrix("delta3_diag", g.delta3);
  matrix("dJ_dW1", g.W1);
  matrix("dJ_db1", g.b1);
  matrix("dJ_dW2", g.W2);
  r.real("dJ_db2", label("dJ_db2"), g.b2);
  r.real("check.max_error", label("check.max_error"), s.central_gap.largest());
  r.real("check.reverse_error", label("check.reverse_error"), s.reverse_gap.largest());
  const Node node = looked_at(s.params, position);
  r.word("node", label("node"), id(node));
  const bool shared = is_weight(node) || node == Node::J || node == Node::follow;
  matrix("node.value", shared ? value_of(s, node) : one_column(value_of(s, node), s.example()));
}

void blame_limits(const Study& s, lab::Report& r) {
  if (s.params.example > s.net.examples())
    r.blame("example", "The examples go up to " + std::to_string(s.net.examples()) + ": example " +
                           std::to_string(s.net.examples()) + " is shown in place of example " +
                           std::to_string(s.params.example) + ".");
  blame_kink(s.kink, s.central_gap.largest(), "unit", r);
}

class Run {
 public:
  explicit Run(const Params& p) : study_(study(p)) {}

  std::int64_t total() const { return study_.fits() ? study_.params.step : 0; }
  void aim(const Params& p) { study_.params = p; }
  void step() { ++position_; }
  int snapshot() const { return position_; }
  void restore(int position) { position_ = position; }
  lab::Report report() {
    lab::Report r;
    for (const lab::Problem& p : study_.problems) r.blame(p.key, p.message);
    if (study_.fits()) {
      blame_limits(study_, r);
      report_study(study_, position_, r);
    } else {
      undefine(entries, "the shapes do not fit", r);
    }
    draw(study_, position_, r);
    if (study_.params.train > 0) {
      if (!glyphs_) glyphs_ = train_on_glyphs(study_.params);
      report_glyphs(study_.params, *glyphs_, r);
    }
    return r;
  }

 private:
  Study study_;
  int position_ = 0;
  std::optional<GlyphTraining> glyphs_;  // trained for the first report
};

}  // namespace

const lab::LabRow lab_row = lab::replay<Params, Run>("siamese", "Twins that share weights");

}  // namespace laboratory::siamese
