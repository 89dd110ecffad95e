#include "app/crew.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/stopwatch.h"

namespace app {
namespace {

constexpr double worth_sharing = 0.05;   // seconds that a run takes alone before it is shared
constexpr double between_looks = 0.002;  // seconds of own work after which others are looked after
constexpr double patience = 0.1;         // beyond its time that a step may take to be done
constexpr std::int64_t all_steps = 1 << 20;

}  // namespace

int spare_cores() {
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  return std::max(0, cores > 2 ? cores - 2 : cores - 1);
}

Crew::~Crew() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  sent_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Crew::start(int mates) {
  for (int i = static_cast<int>(threads_.size()); i < mates; ++i) {
    posts_.push_back(std::make_unique<Post>());
    threads_.emplace_back([this, post = posts_.back().get()] { serve(*post); });
  }
}

void Crew::serve(Post& post) {
  lab::Mate& mate = post.mate;
  std::unique_lock lock(mutex_);
  while (true) {
    sent_.wait(lock, [&] { return over_ || post.errand; });
    if (over_) return;
    lab::Errand errand = *std::exchange(post.errand, std::nullopt);
    std::unique_ptr<lab::Hand> hand = std::move(post.hand);
    lock.unlock();
    if (hand) mate.equip(errand.work, std::move(hand));
    mate.take(std::move(errand));
    while (!mate.go(all_steps)) {
    }
    lock.lock();
    post.fetched = mate.hand_over();
    brought_.notify_one();
  }
}

void Crew::take_back(exam::Session& session) {
  for (const std::unique_ptr<Post>& post : posts_) {
    if (!post->fetched) continue;
    session.division().bring(*std::exchange(post->fetched, std::nullopt));
    post->away = false;
  }
  session.gather();
}

void Crew::send(exam::Session& session) {
  lab::Division& division = session.division();
  for (std::size_t i = 0; i < posts_.size(); ++i) {
    Post& post = *posts_[i];
    if (post.away) continue;
    const int mate = Assistant::own + 1 + static_cast<int>(i);
    post.errand = division.errand(mate);
    if (!post.errand) break;
    post.away = true;
    if (post.work == post.errand->work) continue;
    post.work = post.errand->work;
    post.hand = division.hand();
  }
  sent_.notify_all();
}

// Nobody keeps members of a run that is over.
void Crew::rest() {
  own_.rest();
  const std::lock_guard lock(mutex_);
  for (const std::unique_ptr<Post>& post : posts_) {
    if (post->away) continue;
    post->mate = {};
    post->work = 0;
  }
}

// False where time is over before all shared steps are taken.
bool Crew::share(exam::Session& session, double end) {
  start(std::min(mates_, session.division().members() - 1));
  while (session.division().members() > 0) {
    {
      const std::lock_guard lock(mutex_);
      take_back(session);
      send(session);
    }
    const double left = end - steady_seconds();
    // In the midst of a step whoever looks at the run would take the rest of it alone.
    if (left <= -patience || (left <= 0 && session.division().stands())) return false;
    const double slice = std::clamp(left, 0.0, between_looks);
    if (own_.work(session, slice) != Assistant::State::waits) continue;
    std::unique_lock lock(mutex_);
    brought_.wait_for(lock, std::chrono::duration<double>(std::max(left, patience)), [this] {
      return std::any_of(posts_.begin(), posts_.end(),
                         [](const auto& post) { return post->fetched.has_value(); });
    });
  }
  return true;
}

bool Crew::advance(exam::Session& session, double seconds) {
  const double start = steady_seconds(), end = start + seconds;
  if (mates_ > 0 && alone_ >= worth_sharing && !share(session, end)) return false;
  for (std::int64_t steps = 1;; steps *= 2) {
    const bool settled = session.advance(steps);
    const double now = steady_seconds();
    if (!settled && now < end) continue;
    if (settled) rest();
    alone_ = settled ? 0 : alone_ + now - start;
    return settled;
  }
}

}  // namespace app
