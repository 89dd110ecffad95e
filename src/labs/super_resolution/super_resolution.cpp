// Can small pictures be made large without ever seeing a pair?
#include <memory>
#include <utility>

#include "lab/memory.h"
#include "labs/all.h"
#include "labs/budget.h"
#include "labs/super_resolution/figures.h"
#include "labs/super_resolution/readouts.h"

namespace laboratory::super_resolution {
namespace {

// Between two steps the page gets its answers, so none may take much longer than a tenth of a
// second.
constexpr Budget budget{1'300'000'000, "multiply-adds in one step of all networks"};

std::int64_t all_multiply_adds(const Params& p) {
  std::int64_t all = multiply_adds(p.game);
  for (int i = 0; p.failures && i < failure_count; ++i) all += multiply_adds(failing(p.game, i));
  return all;
}

// What a picture on its way follows from, within a run.
struct SeenKey {
  std::int64_t steps = -1;
  int which = 0;
  Show show = Show::fresh;
  lab::OwnFile own;  // none where a new picture is shown
  bool operator==(const SeenKey&) const = default;
};

// The networks with what they were last seen to do.
struct Watched {
  Watched(const Params& p, std::shared_ptr<const Sets> sets)
      : learner(p.game, p.failures, std::move(sets)) {}

  const Seen& seen_at(const Params& p) {
    const SeenKey key{learner.own().steps(), p.which, p.show,
                      p.show == Show::own ? p.image : lab::OwnFile{}};
    if (!(key == key_)) {
      key_ = key;
      seen_ = seen(p, learner);
      ++version;
    }
    return seen_;
  }

  Learner learner;
  lab::Kept<Trained> trained;
  std::uint64_t version = 0;  // of what is seen

 private:
  SeenKey key_;
  Seen seen_;
};

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}

  std::int64_t total() const { return trains() ? p_.step : 0; }
  void aim(const Params& p) { p_ = p; }
  void step() { watched().learner.step(); }

  // A step in rounds, see lab/rounds.h.
  int parts() const {
    return shards_of(p_.game.batch) * static_cast<int>(all_games(p_.game, p_.failures).size());
  }
  int rounds() const { return p_.failures ? Duel::most_phases : Duel::phases(p_.game); }
  void open(int round) { watched().learner.open(round); }
  lab::State brief(int round, int part) { return watched().learner.brief(round, part); }
  lab::State outcome(int round, int part) { return watched().learner.outcome(round, part); }
  void close(int round, std::span<const lab::State> outcomes) {
    watched().learner.close(round, outcomes);
  }
  using Elsewhere = super_resolution::Elsewhere;

  nn::Snapshot snapshot() { return nn::snapshot_of(watched().learner); }
  void restore(const nn::Snapshot& moment) { nn::restore(watched().learner, moment); }

  struct Memory {
    lab::Drawings drawings;
    // A run with other weights or another loss has the same pictures.
    lab::Kept<std::shared_ptr<const Sets>> sets;
  };
  void remember(Memory& memory) { memory_ = &memory; }
  lab::Report report(Memory& memory);

 private:
  bool trains() const { return budget.takes(all_multiply_adds(p_)); }
  Watched& watched() {
    if (!watched_) watched_ = std::make_unique<Watched>(p_, sets());
    return *watched_;
  }
  std::shared_ptr<const Sets> sets() const {
    const GameParams& g = p_.game;
    return memory_->sets.of(lab::on(g.data, g.factor, g.down, g.seed),
                            [&g] { return std::make_shared<const Sets>(sets_of(g)); });
  }
  void blame_training(const Trained& t, lab::Report& r) const;
  void add_training(lab::Drawings& drawings, lab::Report& r);

  Params p_;
  Memory* memory_ = nullptr;
  std::unique_ptr<Watched> watched_;  // made for the first step or report
};

void Run::blame_training(const Trained& t, lab::Report& r) const {
  if (!t.fault.empty())
    r.blame("rate", "The training has stopped: " + t.fault + ". Lower the learning rate.");
  else if (!t.finite())
    r.blame("rate", "The numbers of the networks are no longer finite. Lower the learning rate.");
  if (p_.show == Show::own && !p_.image.as<lab::Picture>())
    r.blame("show",
            "Drop, paste or choose an image of your own; a link cannot carry one. Until "
            "then a new image stands in its place.");
  if (p_.game.lambda == 0 && p_.game.adversary == 0)
    r.blame("lambda", "Both weights are 0, so there is nothing to learn from.");
}

void Run::add_training(lab::Drawings& drawings, lab::Report& r) {
  Watched& w = watched();
  const Trained& t =
      w.trained.of(lab::on(w.learner.own().steps()), [&] { return trained(w.learner); });
  blame_training(t, r);
  report_training(p_, w.learner.sets, t, r);
  if (!t.finite()) return;
  const Seen& s = w.seen_at(p_);
  drawings.draw(r, "row", lab::on(w.version), [&](lab::Report& to) { draw_row(s, t, to); });
  drawings.draw(r, "training", lab::on(t.steps),
                [&](lab::Report& to) { draw_training(p_, t, to); });
  drawings.draw(r, "scores", lab::on(w.version), [&](lab::Report& to) { draw_scores(p_, s, to); });
  drawings.draw(r, "maps", lab::on(w.version, p_.g_layer, p_.d_layer),
                [&](lab::Report& to) { draw_maps(p_, s, to); });
  drawings.draw(r, "split", lab::on(w.version), [&](lab::Report& to) { draw_split(p_, s, to); });
  drawings.draw(r, "failures", lab::on(w.version),
                [&](lab::Report& to) { draw_failures(s, t, to); });
}

lab::Report Run::report(Memory& memory) {
  lab::Report r;
  if (trains()) {
    add_training(memory.drawings, r);
  } else {
    r.blame("batch", budget.refusal(all_multiply_adds(p_),
                                    "lower the batch, or leave out the four failures"));
    report_no_training(over_budget, r);
  }
  report_by_hand(p_, r);
  memory.drawings.draw(r, "losses", lab::on(p_.D_real, p_.D_fake, p_.score_real, p_.score_fake),
                       [&](lab::Report& to) { draw_losses_by_hand(p_, to); });
  memory.drawings.draw(r, "consistency", lab::on(p_.G, p_.x, p_.game.factor),
                       [&](lab::Report& to) { draw_consistency_by_hand(p_, to); });
  return r;
}

}  // namespace

const lab::LabRow lab_row = lab::replay<Params, Run>(
    "super-resolution", "Super-resolution without pairs: an adversary and a check");

}  // namespace laboratory::super_resolution
