// Which remedies bring the gradient back to the first layers of a very deep net?
#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>

#include "labs/all.h"
#include "labs/budget.h"
#include "labs/depth/figures.h"
#include "labs/depth/line_up.h"
#include "labs/phrases.h"

namespace laboratory::depth {
namespace {

// Between two steps the page gets its answers, so none may take much longer than a twentieth of a
// second. The gradients cost twice as much as the forward pass.
constexpr Budget budget{300'000'000, "multiply-adds in one step of all nets"};

std::int64_t multiply_adds_of_one_example(const Params& p) {
  const auto nets = static_cast<std::int64_t>(line_up(p).size());
  return 3 * nets * p.depth * p.width * p.width;
}
std::int64_t multiply_adds(const Params& p) {
  return multiply_adds_of_one_example(p) * std::min(p.batch, p.points);
}

// What all nets hold: for each unit and example of the batch, and of the places that are judged at
// once, three numbers in a plain layer, and more where it is normalised or skipped; for each weight
// its gradient, two moments, and what it was before the step.
std::int64_t numbers(const Params& p) {
  constexpr std::int64_t judged_at_once = 32, of_each_weight = 6;
  std::int64_t sum = numbers_kept;
  for (const Contender& c : line_up(p)) {
    const Params& own = c.params;
    const int each =
        3 + (own.bn ? 3 : 0) + (own.norm == Normalise::layer ? 4 : 0) + (own.residual ? 2 : 0);
    const std::int64_t seen = std::min(own.batch, own.points) + judged_at_once;
    sum += own.depth * own.width * (each * seen + of_each_weight * own.width);
  }
  return sum;
}

bool fits(const Params& p) { return budget.takes(multiply_adds(p)) && room.takes(numbers(p)); }

const char* hidden_layers(Mix mix) {
  switch (mix) {
    case Mix::alternate:
      return "tanh and ReLU in turn";
    case Mix::alternate_leaky:
      return "tanh and leaky ReLU in turn";
    case Mix::tanh:
      return "tanh throughout";
    case Mix::relu:
      return "ReLU throughout";
    case Mix::leaky:
      return "leaky ReLU throughout";
    case Mix::gelu:
      return "GELU throughout";
    case Mix::sigmoid:
      return "sigmoid throughout";
  }
  return "";
}

class Run {
 public:
  explicit Run(const Params& p) : record_{p, line_up(p), 0} {}

  std::int64_t total() const { return fits(record_.params) ? record_.params.step : 0; }
  void aim(const Params& p) { record_.params = p; }
  lab::Report report();

  int members() const { return static_cast<int>(record_.nets.size()); }
  void step_member(int m, std::int64_t) { net(m).step(); }
  nn::Snapshot member_snapshot(int m) {
    net(m).layers();
    return nn::snapshot_of(net(m));
  }
  void restore_member(int m, std::span<const std::byte> bytes) { nn::restore(net(m), bytes); }
  void gathered(std::int64_t steps) { record_.steps = static_cast<int>(steps); }

 private:
  Net& net(int member);
  void report_limits(lab::Report& r) const;
  void report_plain(lab::Report& r);
  void report_remedies(lab::Report& r);
  void report_nothing(lab::Report& r) const;

  Record record_;
};

Net& Run::net(int member) {
  Contender& c = record_.nets[static_cast<std::size_t>(member)];
  if (!c.net) c.net = std::make_unique<Net>(c.params);
  return *c.net;
}

void Run::report_limits(lab::Report& r) const {
  const Params& p = record_.params;
  if (!budget.takes(multiply_adds(p))) {
    Params smaller = p;
    smaller.batch = static_cast<int>(budget.pieces(multiply_adds_of_one_example(p)));
    // A smaller batch does not help where the weights alone fill the memory.
    r.blame("width",
            budget.refusal(multiply_adds(p),
                           fits(smaller) ? "lower the width, or the depth, or the batch to " +
                                               std::to_string(smaller.batch)
                                         : std::string("lower the width or the depth")));
  } else if (!room.takes(numbers(p))) {
    r.blame("depth", room.refusal(numbers(p), "lower the depth, the width or the batch"));
  }
  for (const Contender& c : record_.nets)
    if (c.net && !c.net->fault().empty())
      r.blame("rate", "The net “" + c.name + "” has stopped training: " + c.net->fault() + ".");
}

const char* const loss_label = "loss of the plain net on its last batches";
const char* const accuracy_label = "share that it classifies right there";

void Run::report_nothing(lab::Report& r) const {
  const char* const why = total() == 0 ? over_budget : "no step has been taken yet";
  r.undefined("loss.train", loss_label, why);
  r.undefined("accuracy.train", accuracy_label, why);
}

void Run::report_plain(lab::Report& r) {
  Net& net = *record_.nets[0].net;
  const int depth = record_.params.depth;
  r.real("loss.train", loss_label, net.loss(record_.window()), "nats");
  r.real("accuracy.train", accuracy_label, net.accuracy(record_.window()));
  for (const int layer : {1, (depth + 1) / 2, depth}) {
    const std::string key = "grad_norm." + std::to_string(layer);
    if (!r.find(key))
      r.real(key, "norm of the plain net’s gradient in layer " + std::to_string(layer),
             net.gradient(layer - 1));
  }
  const LayerState& layers = net.layers();
  r.real("dead_share", "share of its units that are dead on the whole batch", layers.dead_share);
  r.real("saturated_share", "share of its tanh and sigmoid outputs with next to no slope",
         layers.saturated_share);
  r.real("reach", "first layer’s gradient over the largest", health(net).reach);
}

void Run::report_remedies(lab::Report& r) {
  const Health plain = health(*record_.nets[0].net);
  for (std::size_t i = 1; i < record_.nets.size(); ++i) {
    Contender& c = record_.nets[i];
    const Health h = health(*c.net);
    r.flag("verdict." + c.id, c.name + ": revives dead units or carries the gradient",
           judge(plain, h).helps());
    r.real("loss." + c.id, c.name + ": loss", c.net->loss(record_.window()), "nats");
    r.real("grad_norm.first." + c.id, c.name + ": gradient norm in layer 1", h.first);
    r.real("dead_share." + c.id, c.name + ": share of dead units", h.dead_share);
  }
}

lab::Report Run::report() {
  lab::Report r;
  report_limits(r);
  r.word("net", "hidden layers",
         std::to_string(record_.params.depth) + " layers, " + hidden_layers(record_.params.mix));
  if (record_.steps == 0) {
    report_nothing(r);
    return r;
  }
  report_plain(r);
  report_remedies(r);
  draw(record_, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row = lab::replay<Params, Run>("depth", "Gradients in a very deep net");

}  // namespace laboratory::depth
