// How a session lets its lab run: a horizon that moves on by itself, picture by picture.
#include <algorithm>

#include "exam/session.h"

namespace exam {

lab::Reading Session::set_playing(std::string_view text) {
  lab::Field field;
  field.key = field.label = lab::play_key;
  field.slot = lab::Flag{};
  const lab::Reading reading = lab::read(field, text);
  if (reading.outcome == lab::Reading::refused) return reading;
  const lab::Field* const end = horizon();
  if (!end) return {lab::Reading::refused, "this lab takes no steps, so there is nothing to play"};
  playing_ = std::get<lab::Flag>(field.slot).value;
  if (!playing_ && lab_->done() < lab_->total()) move_horizon(lab_->done());
  if (playing_ && lab_->done() >= lab_->total() && at_the_end())
    move_horizon(std::get<lab::Whole>(end->slot).low);
  problems_before_ = report().problems.size();
  return reading;
}

const lab::Field* Session::horizon() const {
  for (const lab::Field& field : fields_.all())
    if (field.offer == lab::Offer::horizon && std::holds_alternative<lab::Whole>(field.slot))
      return &field;
  return nullptr;
}

void Session::move_horizon(std::int64_t steps) {
  fields_.set(horizon()->key, std::to_string(steps));
}

bool Session::at_the_end() {
  const lab::Whole end = std::get<lab::Whole>(horizon()->slot);
  if (end.value >= end.high) return true;
  const std::int64_t reached = lab_->total();
  lab::Fields further = fields_;
  further.set(horizon()->key, std::to_string(end.value + 1));
  lab_->take(further);
  const bool more = lab_->total() > reached;
  lab_->take(fields_);
  return reached > 0 && !more;
}

bool Session::go_on(std::int64_t steps) {
  if (!playing_ || lab_->done() < lab_->total()) return playing_;
  const lab::Whole end = std::get<lab::Whole>(horizon()->slot);
  const std::int64_t reached = lab_->total();
  playing_ = end.value < end.high && report().problems.size() <= problems_before_;
  if (playing_) {
    move_horizon(std::min(end.high, end.value + std::max<std::int64_t>(steps, 1)));
    lab_->take(fields_);
    // A lab that refuses its parameters takes no steps, however far it is sent.
    playing_ = lab_->total() > reached;
    if (!playing_) move_horizon(end.value);
  }
  changed();
  return playing_;
}

}  // namespace exam
