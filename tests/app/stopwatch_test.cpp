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
  const lab::Figure* const figure = session.report().figures.find("measured");
  REQUIRE(figure);
  return figure->alt.find("being timed") == std::string::npos;
}

// A clock that steps by a tenth of a second. Looking at it takes a microsecond, a run of work
// `run_seconds`.
double coarse_now = 0;
constexpr double run_seconds = 3e-4;
double coarse_seconds() {
  coarse_now += 1e-6;
  return 0.1 * static_cast<double>(static_cast<long long>(coarse_now / 0.1));
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

TEST_CASE("no time is 0, however coarse the clock") {
  app::Stopwatch stopwatch({{"work", [] { coarse_now += run_seconds; }}}, coarse_seconds);
  while (!stopwatch.run(0)) {
  }
  const std::vector<lab::Timing> timings = stopwatch.timings();
  REQUIRE(timings.size() == 1);
  CHECK(timings[0].samples == 15);
  CHECK(timings[0].low > 0);
  CHECK(timings[0].median == doctest::Approx(run_seconds).epsilon(0.6));
}

TEST_CASE("work that the clock never sees has no time") {
  app::Stopwatch stopwatch({{"nothing", [] {}}}, [] { return 1.0; });
  for (int i = 0; i < 100 && !stopwatch.run(0); ++i) {
  }
  CHECK(stopwatch.timings().empty());
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
