#include <doctest/doctest.h>

#include <algorithm>

#include "exam/pace.h"
#include "exam/session.h"
#include "exam/transcript.h"
#include "lab/replay.h"

namespace {

struct Walk {
  int step = 3, stride = 1;
  void declare(lab::Fields& f) {
    f.whole("stride", stride, {1, 9}, "stride");
    f.whole("step", step, {0, 200}, "step").horizon();
  }
};

// Walks along the line, and falls off it at 50.
class Run {
 public:
  explicit Run(const Walk& p) : p_(p) {}
  std::int64_t total() const { return p_.step; }
  void aim(const Walk& p) { p_ = p; }
  void step() { x_ += p_.stride; }
  lab::Report report() const {
    lab::Report r;
    r.count("x", "place", x_);
    if (x_ >= 50) r.blame("stride", "the line ends at 50");
    return r;
  }
  std::int64_t snapshot() const { return x_; }
  void restore(std::int64_t x) { x_ = x; }

 private:
  Walk p_;
  std::int64_t x_ = 0;
};

constexpr lab::LabRow walk = lab::replay<Walk, Run>("walk", "Walk");

lab::Report nothing(const Walk&) { return {}; }
constexpr lab::LabRow still = lab::formula<Walk, nothing>("still", "Still");

constexpr const lab::LabRow* labs[] = {&walk};

exam::Session started(const char* link) {
  exam::Session session({labs, {}});
  REQUIRE(session.open(link));
  return session;
}

void finish(exam::Session& session) {
  while (!session.advance(1)) {
  }
}

lab::Whole horizon(std::int64_t value, std::int64_t low, std::int64_t high) {
  return {value, low, high};
}

}  // namespace

TEST_CASE("playing moves the horizon on, and each picture has the link that says so") {
  exam::Session session = started("walk");
  finish(session);
  CHECK(session.set("play", "1").outcome == lab::Reading::taken);
  CHECK(session.view().playing);
  CHECK(session.go_on(4));
  CHECK(session.link() == "walk#step=7");
  CHECK(session.go_on(4));  // the last picture is not there yet
  CHECK(session.link() == "walk#step=7");
  finish(session);
  CHECK(session.go_on(1));
  CHECK(session.link() == "walk#step=8");
}

TEST_CASE("to stop keeps the steps that were taken, whether it plays or catches up") {
  exam::Session session = started("walk#step=40");
  session.advance(10);
  session.set("play", "0");
  CHECK(session.link() == "walk#step=10");
  CHECK(session.advance(1));
  session.set("play", "1");
  session.go_on(20);
  session.advance(5);
  session.set("play", "0");
  CHECK(session.link() == "walk#step=15");
  CHECK_FALSE(session.playing());
}

TEST_CASE("playing ends at the last step, and begins again from there") {
  exam::Session session = started("walk#step=40");
  finish(session);
  session.set("play", "1");
  session.set("step", "200");
  CHECK_FALSE(session.playing());  // moved by hand
  exam::Session last = started("walk#step=45");
  finish(last);
  last.set("play", "1");
  CHECK(last.go_on(1000));
  CHECK(last.link() == "walk#step=200");
  finish(last);
  CHECK_FALSE(last.go_on(1));
  CHECK_FALSE(last.playing());
  last.set("play", "1");
  CHECK(last.link() == "walk#step=0");
}

TEST_CASE("a run that is over before its horizon begins again, too") {
  struct Short {
    int step = 0;
    void declare(lab::Fields& f) { f.whole("step", step, {0, 200}, "step").horizon(); }
  };
  class Three {
   public:
    explicit Three(const Short& p) : p_(p) {}
    std::int64_t total() const { return std::min(p_.step, 3); }
    void aim(const Short& p) { p_ = p; }
    void step() {}
    lab::Report report() const { return {}; }
    std::int64_t snapshot() const { return 0; }
    void restore(std::int64_t) {}

   private:
    Short p_;
  };
  static constexpr lab::LabRow row = lab::replay<Short, Three>("three", "Three");
  static constexpr const lab::LabRow* rows[] = {&row};
  exam::Session session({rows, {}});
  REQUIRE(session.open("three#step=3"));
  finish(session);
  session.set("play", "1");
  CHECK(session.link() == "three");
  CHECK(session.go_on(1));
  finish(session);
  CHECK(session.link() == "three#step=1");
}

TEST_CASE("playing stops at the picture that brings a problem, which can be looked at") {
  exam::Session session = started("walk#step=48");
  finish(session);
  session.set("play", "1");
  for (int i = 0; i < 20 && session.go_on(1); ++i) finish(session);
  CHECK(session.link() == "walk#step=50");
  CHECK_FALSE(session.playing());
  CHECK(session.report().find("x") != nullptr);
}

TEST_CASE("a change of another parameter plays on, another link does not") {
  exam::Session session = started("walk");
  session.set("play", "1");
  session.set("stride", "2");
  CHECK(session.playing());
  session.open("walk#step=5");
  CHECK_FALSE(session.playing());
}

TEST_CASE("a lab without steps has nothing to play, and no link carries play") {
  constexpr const lab::LabRow* formulas[] = {&still};
  exam::Session session({formulas, {}});
  session.open("still");
  const lab::Field* const end = session.horizon();
  REQUIRE(end);
  session.set("play", "1");
  CHECK_FALSE(session.go_on(5));  // it takes no step, however far it is sent
  CHECK(session.link() == "still");
  exam::Session walking = started("walk#play=1");
  CHECK_FALSE(walking.playing());
  CHECK(walking.notices().size() == 1);
  CHECK(walking.set("play", "fast").outcome == lab::Reading::refused);
}

TEST_CASE("the pace is one step at first and grows, within what the machine can do") {
  CHECK(exam::pace(horizon(0, 0, 2000), {1e-4}).steps == 1);
  CHECK(exam::pace(horizon(1000, 0, 2000), {1e-4}).steps == 40);
  CHECK(exam::pace(horizon(1000, 0, 2000), {0.02}).steps == 3);  // 0.077 s of steps
  CHECK(exam::pace(horizon(1000, 0, 2000), {5}).steps == 1);
  CHECK(exam::pace(horizon(1000, 0, 2000), {0}).steps == 40);
  CHECK(exam::pace(horizon(1000, 0, 2000), {0}).seconds == doctest::Approx(0.11));
  CHECK(exam::pace(horizon(3, 0, 20), {0}).seconds == doctest::Approx(0.3));
}

TEST_CASE("where pictures are held up, more steps make up for it, within what the machine can do") {
  CHECK(exam::pace(horizon(0, 0, 2000), {1e-4, 1.1}).steps == 10);
  CHECK(exam::pace(horizon(1000, 0, 2000), {1e-4, 1.1}).steps == 400);
  CHECK(exam::pace(horizon(1000, 0, 2000), {0.02, 1.1}).steps == 38);  // 0.77 s of steps
  CHECK(exam::pace(horizon(1000, 0, 2000), {1e-4, 0.05}).steps == 40);
  CHECK(exam::pace(horizon(0, 0, 2000), {1e-4, 60}).steps == 18);  // of two seconds
  CHECK(exam::pace(horizon(0, 0, 2000), {1e-4, 1.1}).seconds == doctest::Approx(0.11));
}
