#include "app/stopwatch.h"

#include <doctest/doctest.h>

#include "app/catalogue.h"

namespace {

exam::Session opened() {
  exam::Session session(app::catalogue());
  REQUIRE(session.open("layer-cost#H=4&W=4&Cin=4&Cout=4"));
  return session;
}

bool timed(const exam::Session& session) {
  for (const lab::Figure& figure : session.report().figures)
    if (figure.key == "measured") return true;
  return false;
}

}  // namespace

TEST_CASE("a stopwatch takes as many samples of each trial and counts every run") {
  int quick = 0, slow = 0;
  app::Stopwatch stopwatch({{"quick", [&] { ++quick; }}, {"slow", [&] { slow += 2; }}});
  while (!stopwatch.run(0)) {
  }
  const std::vector<lab::Timing> timings = stopwatch.timings();
  REQUIRE(timings.size() == 2);
  CHECK(timings[0].samples == 15);
  CHECK(timings[1].samples == 15);
  CHECK(timings[0].low <= timings[0].median);
  CHECK(timings[0].median <= timings[0].high);
  CHECK(quick > 15);
  CHECK(slow > 30);
}

TEST_CASE("without trials there is nothing to wait for") {
  CHECK(app::Stopwatch({}).run(0));
  exam::Session session(app::catalogue());
  REQUIRE(session.open("1f"));
  CHECK(app::Timekeeper().run(session, 0).idle);
}

TEST_CASE("times arrive once, leave the readouts alone, and a new shape takes them away") {
  exam::Session session = opened();
  const std::vector<lab::Readout> before = session.report().readouts;
  app::time_trials(session);
  CHECK(timed(session));
  CHECK(session.report().readouts == before);
  app::Timekeeper keeper;
  CHECK(keeper.run(session, 0).idle);
  CHECK_FALSE(keeper.run(session, 0).told);
  session.set("H", "5");
  CHECK_FALSE(timed(session));
  CHECK_FALSE(keeper.run(session, 0).idle);
}
