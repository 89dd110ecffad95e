// What a lab is: a function from parameters to a report, some of it after a number of steps.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "lab/fields.h"
#include "lab/report.h"
#include "lab/trial.h"

namespace lab {

class Membered;

class Lab {
 public:
  virtual ~Lab() = default;

  // The declaration with the defaults.
  virtual Fields declaration() const = 0;

  // From here on the parameters are those of `fields`, which has this lab's declaration. Work that
  // is still valid is kept, so that one more step does not begin again.
  virtual void take(const Fields& fields) = 0;

  // Leaves in `fields`, which has this lab's declaration, what is offered at the values in force:
  // whole numbers up to where (`Field::offer_up_to`), and which names not (`Field::withhold`).
  virtual void offer(Fields& fields) const = 0;

  // Steps taken and steps that the parameters ask for; both 0 for a lab that is a plain formula.
  virtual std::int64_t done() const { return 0; }
  virtual std::int64_t total() const { return 0; }

  // The most steps that there are at these parameters, whatever the horizon's bound; 0 where that
  // bound is all that is known.
  virtual std::int64_t most() const { return 0; }

  // Takes at most `steps` further steps, never beyond `total`.
  virtual void advance(std::int64_t /*steps*/) {}

  // The run as members that go on apart; null where it is one piece.
  virtual Membered* membered() { return nullptr; }

  // The report after the steps taken so far. To say how a net does takes running it, so a report
  // may compute, and keep what it has computed; it changes nothing that a later report says.
  virtual Report report() = 0;

  // The same without measured times: what the parameters alone say, on every machine.
  virtual Report untimed_report() { return report(); }

  // Work that a front end may time when nothing else is left to do; empty where there is none, or
  // where its times are known. Times change figures, never readouts.
  virtual std::vector<Trial> trials() const { return {}; }

  // The times of `trials` at the parameters in force.
  virtual void take_times(const std::vector<Timing>&) {}
};

// A row of the catalogue of labs.
struct LabRow {
  const char* id;     // kebab-case; a link may begin with it
  const char* title;  // for people
  std::unique_ptr<Lab> (*make)();
};

// A lab with its parameters in a struct.
template <class Params>
class Parametric : public Lab {
 public:
  Fields declaration() const final { return declared<Params>(); }
  void take(const Fields& fields) override { adopt(fields); }
  void offer(Fields& fields) const final {
    Fields here = fields;
    declared_again<Params>(here);
    for (std::size_t i = 0; i < fields.all().size(); ++i) {
      fields.all()[i].offered = here.all()[i].offered;
      fields.all()[i].withheld = here.all()[i].withheld;
    }
  }

 protected:
  // Reads the parameters. True where the work that was done before is still the work that they ask
  // for: see `same_work`.
  bool adopt(const Fields& fields) {
    Fields here = fields;
    params_ = declared_again<Params>(here);
    const bool same = same_work(fields_, here);
    fields_ = std::move(here);
    return same;
  }

  Params params_;

 private:
  Fields fields_ = declared<Params>();
};

// A lab whose report is a pure function of its parameters.
template <class Params, Report (*Solve)(const Params&)>
constexpr LabRow formula(const char* id, const char* title) {
  class Formula final : public Parametric<Params> {
    Report report() override { return Solve(this->params_); }
  };
  return {id, title, [] { return std::unique_ptr<Lab>(std::make_unique<Formula>()); }};
}

// A lab whose report is a pure function of its parameters and of times that the front end takes:
// `Trials` says of what. They stay known until a field is set that does not only look.
template <class Params, Report (*Solve)(const Params&, const std::vector<Timing>&),
          std::vector<Trial> (*Trials)(const Params&)>
constexpr LabRow timed(const char* id, const char* title) {
  class Timed final : public Parametric<Params> {
    void take(const Fields& fields) override {
      if (!this->adopt(fields)) timings_.clear();
    }
    std::vector<Trial> trials() const override {
      return timings_.empty() ? Trials(this->params_) : std::vector<Trial>{};
    }
    void take_times(const std::vector<Timing>& timings) override { timings_ = timings; }
    Report report() override { return Solve(this->params_, timings_); }
    Report untimed_report() override { return Solve(this->params_, {}); }

    std::vector<Timing> timings_;
  };
  return {id, title, [] { return std::unique_ptr<Lab>(std::make_unique<Timed>()); }};
}

// The same with a memory of what the last report was made of: a struct of the lab's own that has
// `lab::Drawings drawings` and what else is worth keeping. It may save work, and nothing else.
template <class Params, class Memory, Report (*Solve)(const Params&, Memory&)>
constexpr LabRow formula(const char* id, const char* title) {
  class Formula final : public Parametric<Params> {
    Report report() override {
      Report report = Solve(this->params_, memory_);
      memory_.drawings.end_report();
      return report;
    }
    Memory memory_;
  };
  return {id, title, [] { return std::unique_ptr<Lab>(std::make_unique<Formula>()); }};
}

}  // namespace lab
