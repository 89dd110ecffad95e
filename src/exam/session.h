// All that a front end drives: a link opened, parameters set, work advanced, answers marked. What
// is asked and the lab beside it are two things: the question is fixed until another is asked for,
// the lab is free.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exam/asked.h"
#include "exam/marking.h"
#include "exam/pinned.h"
#include "exam/question_lab.h"
#include "lab/division.h"
#include "lab/view.h"

namespace exam {

struct Catalogue {
  std::span<const lab::LabRow* const> labs;
  std::span<const Part> paper;
};

class Session {
 public:
  explicit Session(Catalogue catalogue) : catalogue_(catalogue) {}

  // Opens a link. False where its id is unknown: then nothing has changed and `notices` says so.
  // Unknown keys and bad values are reported and ignored, values out of range are clamped with a
  // notice. What stands before the slash is the question, and where the lab starts.
  bool open(std::string_view link);

  // Sets one parameter of the lab, "tab" or "play", as a control does: fields that it clears return
  // to the values of the instance, and what it brings is set. "variant" draws another question.
  // Notices of the last link are withdrawn.
  lab::Reading set(std::string_view key, std::string_view value);

  // Asks of the lab as it stands. Refused where the same would be asked.
  lab::Reading ask();

  // Brings the lab back to the question's numbers, and to the instance's number of steps. A run
  // that is pinned there would lie behind itself, and goes.
  void back();

  // The canonical link: declaration order; before the slash what makes it another question than the
  // instance's own, behind it what the lab differs in from that.
  std::string link() const;

  // The link of the question alone, under which an attempt at it is kept.
  std::string question_link() const;

  // Takes up to `steps` steps of the lab, then of a pinned run and of what has to be known of the
  // question; true when none is left.
  bool advance(std::int64_t steps);

  // Through it the lab's steps are shared out; `advance` takes what is left of them alone.
  lab::Division& division() { return division_; }
  // Takes the steps that all members have been brought back for; true where there were any.
  bool gather();

  // Gives the field `key` a file of the person's own, as `content` has read it. Refused where the
  // field takes none, or one of another kind. The file stays until another lab is opened, out of
  // the link, as the report says.
  lab::Reading give(std::string_view key, std::string_view name,
                    const lab::ContentReading& content);

  // Playing moves the horizon on, picture by picture; setting `lab::play_key` starts and stops it.
  // To stop keeps what is reached: the horizon becomes the steps taken.
  bool playing() const { return playing_; }

  // Moves the horizon of a run that plays on by at least one step and at most `steps`. False, and
  // nothing plays any longer, at the end and where the last picture brought a problem.
  bool go_on(std::int64_t steps);

  // The field that says how far the lab runs; null for a lab that takes no steps.
  const lab::Field* horizon() const;

  // The run that is drawn behind the lab's own; null where none is pinned.
  const Pinned* pinned() const { return pinned_ ? &*pinned_ : nullptr; }

  // What the lab has to time, and its times: see lab::Lab.
  std::vector<lab::Trial> trials() const { return lab_->trials(); }
  void take_times(const std::vector<lab::Timing>& timings);

  bool is_open() const { return lab_ != nullptr; }
  const char* id() const;
  const char* title() const;
  const Part* part() const { return part_; }  // null for a bare lab
  // What is asked; nothing for a bare lab.
  const std::optional<Asked>& asked() const { return asked_; }
  int variant_number() const { return asked_ ? asked_->instance().number() : 0; }
  // The lab's, with the question's numbers as the initial ones.
  const lab::Fields& fields() const { return fields_; }
  // The fields in which the lab does other work than at the question's numbers, or which would make
  // another question of it; how far it runs counts for nothing, nor what is looked at besides.
  std::vector<std::string> moved() const;
  // Whether `ask` would ask something else.
  bool askable() const;
  // What the lab says and draws at the question's numbers, for the words about the question and the
  // truth of a guess; null for a bare lab, and until it is known. The lab knows it where it stands
  // there. Elsewhere `advance` finds it out when the lab itself is done and somebody asks for it,
  // the words where the lab does other work, or a guess: by looking back where the lab only looks
  // at something else of the same run, otherwise by a run of its own. Valid as long as `report`.
  const lab::Report* question_report() const;
  // A guess has been made, so that its truth is asked for until another question is.
  void seek_truth();
  bool seeks_truth() const { return truth_sought_; }
  std::int64_t done() const { return lab_->done(); }
  std::int64_t total() const { return lab_->total(); }
  std::int64_t most() const { return lab_->most(); }
  const std::vector<lab::Problem>& notices() const { return notices_; }

  // The lab's report; the notices of the link stand first among its problems. Valid until the next
  // call that changes the session.
  const lab::Report& report() const;

  // A number that stands for everything that is reported, figures included, to the bit: two
  // sessions at the same link have the same on every machine, so measured times are left out.
  std::uint64_t digest() const;
  // The fields with what the lab offers of them at the values in force.
  lab::Fields offered() const;
  lab::View view() const;
  // Of the question; empty for a bare lab.
  Form form() const { return asked_ ? asked_->form() : Form{}; }
  Facts facts() const { return asked_ ? asked_->facts() : Facts{}; }
  // What is to be guessed first; null for a bare lab.
  const Prediction* prediction() const { return asked_ ? &asked_->prediction() : nullptr; }
  Marking mark(const lab::Json& answers) const;

  // Counts up with every change of what `report` or `view` would say.
  std::uint64_t revision() const { return revision_; }

 private:
  // The instance of that number, where one could be drawn; `reading` says how it went.
  std::optional<Instance> drawn(std::string_view number, lab::Reading& reading) const;
  lab::Reading set_variant(std::string_view number);
  void set_pin(std::string_view text);
  lab::Reading set_playing(std::string_view text);
  void follow_up(const lab::Field& field);
  void move_horizon(std::int64_t steps);
  // True where the run has taken steps and takes no more, however far it is sent.
  bool at_the_end();
  // From here on the question is that of `instance` at `at`; where nothing can be asked there it is
  // the instance's own, beside which the lab stands at `at`, and a notice says so.
  void take_question(Instance instance, const lab::Fields& at);
  // From here on `asked` is the question, and the lab stands at its numbers.
  void take_question(Asked asked);
  void take_fields(lab::Fields fields);
  void clear(const std::string& key);
  bool at_question() const;
  bool looks_elsewhere() const;
  void look_at_question();
  void remember_report();
  void changed();
  void stepped();
  lab::Report with_notices(lab::Report report) const;

  Catalogue catalogue_;
  const lab::LabRow* row_ = nullptr;
  const Part* part_ = nullptr;
  std::optional<Asked> asked_;
  std::unique_ptr<lab::Lab> lab_;
  lab::Division division_;  // of its steps
  lab::Fields fields_;
  std::string tab_;
  mutable std::optional<Pinned> pinned_;  // keeps the ghosts that it has drawn
  std::vector<lab::Problem> notices_;
  bool playing_ = false;
  std::size_t problems_before_ = 0;  // when playing began
  std::uint64_t revision_ = 0;
  mutable std::optional<lab::Report> report_;  // of this revision, once it was asked for
  QuestionLab question_lab_;
  bool truth_sought_ = false;
};

}  // namespace exam
