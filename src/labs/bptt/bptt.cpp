// How does a loss at the end find its way to the weights that every time step has used?
#include "lab/digits.h"
#include "labs/all.h"
#include "labs/bptt/figures.h"
#include "labs/bptt/symbols.h"
#include "labs/differences.h"
#include "labs/entries.h"

namespace laboratory::bptt {
namespace {

// Readouts that stand or fall with the shapes and the range of numbers.
constexpr Entry entries[] = {
    {"h", "states h, a row for each time step"},
    {"L", "loss L = ∇L · h at the steps that have one"},
    {"deltas", "δ = ∂L/∂a of the terms kept, a row for each time step"},
    {"dL_dWx", "∂L/∂Wₓ of the terms kept, n × d"},
    {"dL_dWh", "∂L/∂Wₕ of the terms kept, n × n"},
    {"dL_dbh", "∂L/∂bₕ of the terms kept, n × 1"},
    {"terms", "terms kept"},
    {"check.max_error", "largest relative error against central differences"},
    {"check.forward_error", "largest relative error against forward accumulation"},
    {"time", "time step looked at"},
    {"dL_dh", "∂L/∂h at that step, all terms"},
    {"largest_share", "time step with the largest share in ∂L/∂Wₓ"},
    {"norm", "size of ∂L/∂Wₓ, all terms"},
};

const char* label(std::string_view key) { return label_of(entries, key); }

// Up to so many steps each has its own readouts; of more, these and the last.
constexpr int most_listed = 24;
bool is_listed(int t, int T) {
  if (T <= most_listed || t == T) return true;
  for (const int k : {1, 2, 5, 10, 20, 50, 100, 200})
    if (t == k) return true;
  return false;
}

void report_steps(const Study& s, lab::Report& r) {
  int largest = 1;
  double size = -1;
  const std::string T = std::to_string(s.T());
  for (int t = 1; t <= s.T(); ++t) {
    const double n = norm(s.share_of(Weight::Wx, t));
    if (n > size) largest = t, size = n;
    if (is_listed(t, s.T()))
      r.real("share." + std::to_string(t),
             "size of the share of step " + std::to_string(t) + " in ∂L/∂Wₓ", n);
  }
  r.count("largest_share", label("largest_share"), largest);
  const Truncation& by_terms = s.truncation(Weight::Wx);
  for (int k = 1; k <= s.T(); ++k) {
    if (!is_listed(k, s.T())) continue;
    const std::string key = "cosine." + std::to_string(k);
    const std::string words =
        "cosine of ∂L/∂Wₓ cut to " + lab::counted(k, "term", "terms") + " with all of it";
    const double turned = by_terms.cosine[static_cast<std::size_t>(k - 1)];
    if (turned == turned)
      r.real(key, words, turned);
    else
      r.undefined(key, words, "a gradient of 0 has no direction");
  }
}

void report_study(const Study& s, int position, lab::Report& r) {
  const auto matrix = [&r](const char* key, const lab::Matrix& m) { r.matrix(key, label(key), m); };
  matrix("h", s.values.h);
  r.real("L", label("L"), s.values.L);
  matrix("deltas", s.kept.deltas);
  matrix("dL_dWx", s.kept_gradient.Wx);
  matrix("dL_dWh", s.kept_gradient.Wh);
  matrix("dL_dbh", s.kept_gradient.bh);
  r.count("terms", label("terms"), s.keep());
  r.real("check.max_error", label("check.max_error"), s.differences_gap);
  if (s.accumulated)
    r.real("check.forward_error", label("check.forward_error"), s.accumulation_gap);
  else
    r.undefined("check.forward_error", label("check.forward_error"),
                "carrying all derivatives forwards would take too long here");
  const int t = s.time(position);
  r.count("time", label("time"), t);
  std::vector<double> arriving;
  for (int i = 0; i < s.net.units(); ++i) arriving.push_back(s.whole.arriving.at(t - 1, i));
  r.list("dL_dh", label("dL_dh"), arriving);
  r.real("norm", label("norm"), norm(s.gradient.Wx));
  report_steps(s, r);
  r.count("cost.backward", "multiplications backwards", backward_cost(s.net));
  r.count("cost.forward", "multiplications of forward accumulation", accumulation_cost(s.net));
  r.count("cost.differences", "multiplications of differences", differences_cost(s.net));
}

void blame_limits(const Study& s, lab::Report& r) {
  const std::string T = std::to_string(s.T());
  if (s.params.time > s.T())
    r.blame("time", "There are " + lab::counted(s.T(), "time step", "time steps") +
                        ": the walk’s own is shown in place of step " +
                        std::to_string(s.params.time) + ".");
  if (s.params.truncate > s.T())
    r.blame("truncate", "There are only " + lab::counted(s.T(), "term", "terms") +
                            ", and all of them are kept.");
  if (!s.finite) {
    r.blame("gain", "Values or gradients grow beyond what a double holds on their way through " +
                        lab::counted(s.T(), "step", "steps") +
                        ". Take fewer steps or smaller weights.");
    return;
  }
  blame_kink(s.kink, s.differences_gap, "node", r);
}

class Run {
 public:
  explicit Run(const Params& p) : study_(study(p)) {}

  std::int64_t total() const { return std::min<std::int64_t>(study_.params.step, most()); }
  std::int64_t most() const { return study_.fits() && study_.finite ? study_.T() : 0; }
  void aim(const Params& p) { study_.params = p; }
  void step() { ++position_; }
  int snapshot() const { return position_; }
  void restore(int position) { position_ = position; }
  struct Memory {
    lab::Drawings drawings;
  };
  lab::Report report(Memory& memory) {
    lab::Report r;
    for (const lab::Problem& p : study_.problems) r.blame(p.key, p.message);
    const char* const why = !study_.fits()   ? "the shapes do not fit"
                            : !study_.finite ? "the numbers are beyond what a double holds"
                                             : nullptr;
    if (study_.fits()) blame_limits(study_, r);
    if (why)
      undefine(entries, why, r);
    else
      report_study(study_, position_, r);
    draw(study_, position_, memory.drawings, r);
    return r;
  }

 private:
  Study study_;
  int position_ = 0;
};

}  // namespace

const lab::LabRow lab_row = lab::replay<Params, Run>("bptt", "Gradients back through time");

}  // namespace laboratory::bptt
