// Threads that take their parts of the shared runs of one session. They see errands alone, never
// the session.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/assistant.h"

namespace app {

// How many threads take part beside the one that asks: one core stays free where there are more
// than two.
int spare_cores();

class Crew {
 public:
  // They are started with the first run that is long enough to pay.
  explicit Crew(int mates = spare_cores()) : mates_(mates) {}
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Takes steps of the session as its `advance` does, for about `seconds`; true when none is left.
  // Once a run has lasted, all share it where the lab has members.
  bool advance(exam::Session& session, double seconds);

 private:
  struct Post {
    lab::Mate mate;                   // its thread's while it is away
    std::uint64_t work = 0;           // that its hand is for
    std::unique_ptr<lab::Hand> hand;  // another, for the errand that comes with it
    std::optional<lab::Errand> errand;
    bool away = false;  // with an errand, until it has been taken back
    std::optional<lab::Fetched> fetched;
  };
  void start(int mates);
  void serve(Post& post);
  bool share(exam::Session& session, double end);
  void take_back(exam::Session& session);
  void send(exam::Session& session);
  void rest();

  const int mates_;
  double alone_ = 0;  // seconds of the run so far that were not shared
  Assistant own_;
  std::mutex mutex_;  // over the posts and `over_`
  std::condition_variable sent_, brought_;
  bool over_ = false;
  std::vector<std::unique_ptr<Post>> posts_;
  std::vector<std::thread> threads_;
};

}  // namespace app
