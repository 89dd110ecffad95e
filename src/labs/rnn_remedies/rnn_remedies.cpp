// What keeps a gradient from vanishing or exploding in time, and what of it makes a net learn?
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>

#include "labs/all.h"
#include "labs/budget.h"
#include "labs/rnn_remedies/figures.h"
#include "labs/rnn_remedies/loss_figures.h"
#include "labs/rnn_remedies/matrix_figures.h"
#include "labs/rnn_remedies/unit_rows.h"

namespace laboratory::rnn_remedies {
namespace {

// Between two steps the page gets its answers.
constexpr Budget budget{300'000'000, "multiply-adds in one step of all nets"};

constexpr std::size_t normalised = 1;  // the place of batch norm in the line-up

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}

  std::int64_t total() const { return fits() ? p_.step : 0; }
  void aim(const Params& p) { p_ = p; }

  int members() const { return static_cast<int>(remedies(p_).size()) * p_.repeats; }
  void step_member(int m, std::int64_t) { line_up().net(m).step(); }
  nn::Snapshot member_snapshot(int m) { return nn::snapshot_of(line_up().net(m)); }
  void restore_member(int m, std::span<const std::byte> bytes) {
    nn::restore(line_up().net(m), bytes);
  }
  void gathered(std::int64_t steps) { line_up().set_steps(static_cast<int>(steps)); }

  struct Memory {
    lab::Kept<Validity> validity;
    lab::Drawings drawings;
  };
  lab::Report report(Memory& memory);

 private:
  bool fits() const { return budget.takes(multiply_adds(p_)) && room.takes(numbers(p_)); }
  LineUp& line_up() {
    if (!line_up_) line_up_ = std::make_unique<LineUp>(p_);
    return *line_up_;
  }
  // What a report tells of the nets after the steps taken. Which card is open changes nothing of
  // it.
  struct Findings {
    std::vector<Standing> standing;
    double held_out = 0;  // of the net with batch norm; where it stands still, of no meaning
  };
  const Findings& findings() {
    return findings_.of(lab::on(line_up().steps()), [this] { return find(); });
  }
  Findings find();

  void report_nothing(lab::Report& r) const;
  void report_limits(lab::Report& r);
  void report_remedies(const Findings& found, lab::Report& r);
  void report_matrix(lab::Report& r) const;

  Params p_;
  std::unique_ptr<LineUp> line_up_;  // made for the first step or report
  lab::Kept<Findings> findings_;     // by the steps taken
};

// The labels of a remedy's readouts.
std::string start_label(const Remedy& r) {
  return r.name + ": share at the first step, before training";
}
std::string now_label(const Remedy& r) { return r.name + ": that share now"; }
std::string loss_label(const Remedy& r) { return r.name + ": loss, the median of the seeds"; }
std::string solved_label(const Remedy& r) {
  return r.name + ": step at which half of the seeds had solved it";
}

void Run::report_nothing(lab::Report& r) const {
  const bool quick = budget.takes(multiply_adds(p_));
  const Budget& exceeded = quick ? room : budget;
  const std::int64_t amount = quick ? numbers(p_) : multiply_adds(p_);
  r.blame(
      "hidden",
      exceeded.refusal(amount, "lower the hidden units, the length or the seeds, or the batch to " +
                                   std::to_string(exceeded.pieces(amount / p_.batch))));
  for (const Remedy& remedy : remedies(p_)) {
    r.undefined("ratio." + remedy.key, start_label(remedy), over_budget);
    r.undefined("ratio_now." + remedy.key, now_label(remedy), over_budget);
    r.undefined("loss." + remedy.key, loss_label(remedy), over_budget);
    r.undefined("solved." + remedy.key, solved_label(remedy), over_budget);
  }
  r.undefined("held_out.bn", "batch norm: loss with its running moments", over_budget);
}

void Run::report_limits(lab::Report& r) {
  const bool gated = p_.cell != Cell::plain;
  if (gated && (p_.bn || p_.rows))
    r.blame(
        p_.bn ? "bn" : "rows",
        "Batch norm and unit rows are for the plain cell: your cell has gates and goes without.");
  for (std::size_t i = 0; i < line_up().remedies().size(); ++i)
    if (const std::string fault = line_up().fault(i); !fault.empty())
      r.blame("rate", "The net “" + line_up().remedies()[i].name + "” has stopped training, " +
                          fault + ". Lower the learning rate.");
}

Run::Findings Run::find() {
  Findings found;
  for (std::size_t i = 0; i < line_up().remedies().size(); ++i) {
    const std::vector<Flow> now = line_up().flows(i);
    found.standing.push_back({first_share(line_up().flows_at_start(i)), first_share(now),
                              share(now), line_up().outcome(i)});
  }
  if (line_up().steps() > 0) found.held_out = line_up().held_out(normalised);
  return found;
}

void Run::report_remedies(const Findings& found, lab::Report& r) {
  const std::vector<Standing>& standing = found.standing;
  const char* const not_finite = "a gradient on the way is beyond what a float32 holds";
  const auto share = [&](std::string key, std::string label, const Spread& s, const char* why) {
    if (std::isfinite(s.middle))
      r.real(std::move(key), std::move(label), s.middle);
    else
      r.undefined(std::move(key), std::move(label), why);
  };
  for (std::size_t i = 0; i < standing.size(); ++i) {
    const Remedy& remedy = line_up().remedies()[i];
    const Standing& s = standing[i];
    const bool stands = s.outcome.running == 0;
    const char* const still = "none of its nets has finite numbers any more";
    share("ratio." + remedy.key, start_label(remedy), s.start, not_finite);
    share("ratio_now." + remedy.key, now_label(remedy), s.now, stands ? still : not_finite);
    const std::string key = "loss." + remedy.key;
    if (line_up().steps() == 0 || stands)
      r.undefined(key, loss_label(remedy), stands ? still : "no step has been taken yet");
    else
      r.real(key, loss_label(remedy), s.outcome.loss.middle,
             p_.task == Task::copying ? "nats" : "");
    if (s.outcome.median > 0)
      r.count("solved." + remedy.key, solved_label(remedy), s.outcome.median);
    else
      r.undefined("solved." + remedy.key, solved_label(remedy),
                  "fewer than half of the seeds have solved it so far");
  }
  const char* const held_out = "batch norm: loss with its running moments";
  if (line_up().steps() > 0 && standing[normalised].outcome.running > 0)
    r.real("held_out.bn", held_out, found.held_out);
  else
    r.undefined("held_out.bn", held_out, "there is no net with finite numbers that has trained");
}

void Run::report_matrix(lab::Report& r) const {
  const lab::Matrix unit = row_normalised(p_.W);
  r.matrix("row_normalised", "W with rows of length 1", unit);
  const char* const after = "moduli of its eigenvalues";
  const char* const before = "moduli of the eigenvalues of W";
  if (p_.W.rows == p_.W.cols) {
    r.list("abs_eigenvalues", after, abs_eigenvalues(unit));
    r.list("abs_eigenvalues_before", before, abs_eigenvalues(p_.W));
    return;
  }
  r.blame("W", "Only a square matrix has eigenvalues: give W as many rows as columns.");
  r.undefined("abs_eigenvalues", after, "the matrix is not square");
  r.undefined("abs_eigenvalues_before", before, "the matrix is not square");
}

lab::Report Run::report(Memory& memory) {
  lab::Report r;
  r.real("memoryless", "loss of a guess without memory", memoryless(p_),
         p_.task == Task::copying ? "nats" : "");
  if (fits()) {
    const Findings& found = findings();
    const std::vector<Standing>& standing = found.standing;
    report_limits(r);
    report_remedies(found, r);
    report_matrix(r);
    const lab::Dependence steps = lab::on(line_up().steps());
    memory.drawings.draw(r, "story", steps,
                         [&](lab::Report& to) { draw_story(line_up(), standing, p_, to); });
    memory.drawings.draw(r, "losses", steps,
                         [&](lab::Report& to) { draw_losses(line_up(), standing, p_, to); });
    memory.drawings.draw(r, "card", lab::on(steps, p_.card),
                         [&](lab::Report& to) { draw_card(line_up(), standing, p_, to); });
    memory.drawings.draw(r, "start", {},
                         [&](lab::Report& to) { draw_start(line_up(), standing, p_, to); });
    const auto depends = lab::on(p_.T, p_.hidden, p_.batch, p_.seed, p_.activation);
    memory.drawings.draw(r, "map", depends, [&](lab::Report& to) {
      draw_map(memory.validity.of(depends, [&] { return validity(p_); }), p_, to);
    });
  } else {
    report_nothing(r);
    report_matrix(r);
  }
  memory.drawings.draw(r, "matrix", lab::on(p_.W), [&](lab::Report& to) { draw_matrix(p_.W, to); });
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("rnn-remedies", "Remedies for vanishing and exploding gradients");

}  // namespace laboratory::rnn_remedies
