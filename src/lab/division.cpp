#include "lab/division.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lab {
namespace {

// Of work in a stretch, so that two who share it come together some times a second, and of the
// errand of one member, which else would take less time than its way.
constexpr double stretch_seconds = 0.4, errand_seconds = 0.008;
constexpr std::int64_t longest = 1 << 20;
// Who has ended one stretch may begin the next while others are still at it.
constexpr std::size_t most_under_way = 2;
// States of a member that wait until all have come by, and what those of all may hold together.
constexpr std::size_t most_kept = 48, most_kept_bytes = 24 << 20;
// A run whose members hold more than that at one step is taken alone: it fills the memory once.
constexpr std::size_t most_gathered_bytes = 64 << 20;

}  // namespace

void Division::turn_to(Lab* lab) {
  membered_ = lab ? lab->membered() : nullptr;
  lab_ = lab;
  lab_work_ = 0;
  members_.clear();
  under_way_.clear();
}

int Division::members() {
  if (!membered_ || lab_->done() >= lab_->total()) return 0;
  if (lab_work_ == membered_->work() && gathered_bytes() > most_gathered_bytes) return 0;
  const int all = membered_->members();
  return all > 1 ? all : 0;
}

std::uint64_t Division::work() {
  follow();
  return work_;
}

std::unique_ptr<Hand> Division::hand() const { return membered_ ? membered_->hand() : nullptr; }

void Division::follow() {
  if (!membered_) return;
  const auto all = static_cast<std::size_t>(membered_->members());
  const bool other_work = membered_->work() != lab_work_;
  const bool nearer = !under_way_.empty() && under_way_.back().back() > membered_->end();
  if (!other_work && !nearer && membered_->came() == done_ && members_.size() == all) return;
  if (other_work) {
    ++work_;
    step_seconds_ = 0;
    state_bytes_ = 0;
  }
  lab_work_ = membered_->work();
  done_ = membered_->came();
  members_.assign(all, {});
  under_way_.clear();
}

void Division::took(double seconds, std::int64_t steps) {
  const double each = std::max(seconds / static_cast<double>(steps), 1e-9);
  step_seconds_ = step_seconds_ > 0 ? (step_seconds_ + each) / 2 : each;
}

std::int64_t Division::steps_of_stretch() const {
  if (membered_->meets() || !(step_seconds_ > 0)) return 1;
  const auto all = static_cast<double>(members_.size());
  const double steps = std::max(stretch_seconds / all, errand_seconds) / step_seconds_;
  return static_cast<std::int64_t>(std::clamp(steps, 1.0, static_cast<double>(longest)));
}

Division::Stretch Division::stretch_from(std::int64_t from) const {
  const std::int64_t end = std::min(from + steps_of_stretch(), membered_->end());
  const std::size_t room = most_kept_bytes / std::max<std::size_t>(1, gathered_bytes());
  const std::size_t most = std::clamp<std::size_t>(room, 1, most_kept);
  Stretch kept;
  for (std::int64_t step = from + 1; step < end && kept.size() < most; ++step)
    if (membered_->keeps(step)) kept.push_back(step);
  if (kept.size() < most) kept.push_back(end);
  return kept;
}

void Division::plan() {
  while (under_way_.size() < (membered_->meets() ? 1 : most_under_way)) {
    const std::int64_t from = under_way_.empty() ? done_ : under_way_.back().back();
    if (from >= membered_->end()) break;
    under_way_.push_back(stretch_from(from));
  }
}

Division::Member* Division::furthest_behind(int mate) {
  Member* found = nullptr;
  for (Member& m : members_) {
    if (m.away || reached(m) >= under_way_.back().back()) continue;
    const bool behind = !found || reached(m) < reached(*found);
    const bool rather = !behind && reached(m) == reached(*found) && m.mate == mate;
    if (behind || (rather && found->mate != mate)) found = &m;
  }
  return found;
}

std::optional<Errand> Division::errand(int mate) {
  if (members() == 0) return std::nullopt;
  follow();
  if (membered_->meets() && is_away(mate)) return std::nullopt;
  plan();
  Member* const m = furthest_behind(mate);
  if (!m) return std::nullopt;
  const bool known = std::exchange(m->mate, mate) == mate && !membered_->meets();
  m->away = true;
  const int place = static_cast<int>(m - members_.data());
  const std::int64_t from = reached(*m);
  const Stretch& stretch = from < under_way_[0].back() ? under_way_[0] : under_way_[1];
  State state;
  if (!known) {
    state = m->moments.empty() ? membered_->state(place) : m->moments.back().state;
    state_bytes_ = std::max(state_bytes_, state->size());
  }
  if (members() == 0) return std::nullopt;
  return Errand{work_, place, {from, std::move(state)}, stretch};
}

bool Division::is_away(int mate) const {
  return std::any_of(members_.begin(), members_.end(),
                     [mate](const Member& m) { return m.away && m.mate == mate; });
}

// Whether it is of a member, and has a state for each stop of a stretch from its beginning on.
bool Division::is_awaited(const Fetched& fetched) const {
  if (fetched.member < 0 || static_cast<std::size_t>(fetched.member) >= members_.size())
    return false;
  std::int64_t from = done_;
  for (const Stretch& stretch : under_way_) {
    const bool all =
        std::equal(stretch.begin(), stretch.end(), fetched.moments.begin(), fetched.moments.end(),
                   [](std::int64_t step, const Moment& at) { return step == at.step && at.state; });
    if (from == fetched.from && all) return true;
    from = stretch.back();
  }
  return false;
}

void Division::bring(Fetched fetched) {
  follow();
  if (fetched.work != work_ || !is_awaited(fetched)) return;
  Member& m = members_[static_cast<std::size_t>(fetched.member)];
  if (!m.away || reached(m) != fetched.from) return;
  m.away = false;
  std::move(fetched.moments.begin(), fetched.moments.end(), std::back_inserter(m.moments));
}

void Division::lose(int mate) {
  for (Member& m : members_)
    if (m.mate == mate) m.away = false, m.mate = nobody;
}

std::vector<Gathering> Division::take_stretch() {
  std::vector<Gathering> on_the_way;
  for (const std::int64_t step : under_way_.front()) on_the_way.push_back({step, {}});
  for (Member& m : members_) {
    for (std::size_t i = 0; i < on_the_way.size(); ++i)
      on_the_way[i].states.push_back(std::move(m.moments[i].state));
    m.moments.erase(m.moments.begin(),
                    m.moments.begin() + static_cast<std::ptrdiff_t>(on_the_way.size()));
  }
  under_way_.erase(under_way_.begin());
  return on_the_way;
}

bool Division::gather() {
  follow();
  const std::int64_t before = lab_ ? lab_->done() : 0;
  while (!under_way_.empty() &&
         std::all_of(members_.begin(), members_.end(),
                     [this](const Member& m) { return reached(m) >= under_way_.front().back(); })) {
    std::vector<Gathering> on_the_way = take_stretch();
    done_ = on_the_way.back().step;
    membered_->gather(std::move(on_the_way));
  }
  return lab_ && lab_->done() != before;
}

}  // namespace lab
