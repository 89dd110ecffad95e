#include "app/assistant.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/crew.h"
#include "app/engine_calls.h"
#include "lab/counters.h"

namespace {

constexpr const lab::LabRow* rows[] = {&tests::counters};
constexpr exam::Catalogue catalogue{rows, {}};

double number(app::Engine& engine, std::string_view name, double argument) {
  for (std::size_t place = 0; place < app::calls().size(); ++place)
    if (app::calls()[place].name == name) return app::make_number_call(engine, place, argument);
  FAIL("there is no call " << name);
  return 0;
}

}  // namespace

TEST_CASE("the members of one's own are let go with the end of a run that was shared") {
  exam::Session session(catalogue);
  session.open("counters");
  app::Assistant own;
  const int before = tests::Counters::living;
  while (own.work(session, 1e-6) != app::Assistant::State::settled) {
  }
  CHECK(session.done() == session.total());
  CHECK(tests::Counters::living == before);
}

TEST_CASE("members of a run that is left are let go with the next that is not shared") {
  app::Engine engine(catalogue);
  engine.session.open("counters#step=1000");
  engine.session.advance(1);
  const int before = tests::Counters::living;
  CHECK(number(engine, "assist", 0) == 0);
  CHECK(tests::Counters::living == before + 1);
  SUBCASE("while it runs") {
    engine.session.set("members", "1");
    CHECK(number(engine, "members", 0) == 0);
  }
  SUBCASE("when it has come to its end") {
    engine.session.set("step", "0");
    CHECK(number(engine, "advance", 0) == 1);
  }
  CHECK(tests::Counters::living <= before);
}

TEST_CASE("threads keep no members of a run that is over") {
  app::Crew crew(2);
  exam::Session session(catalogue);
  session.open("counters#members=4&step=200");
  crew.advance(session, 0);
  const int before = tests::Counters::living;
  tests::Counters::pause = std::chrono::microseconds(500);
  int most = 0;
  while (!crew.advance(session, 0.02)) most = std::max(most, tests::Counters::living.load());
  tests::Counters::pause = {};
  CHECK(most > before);
  CHECK(tests::Counters::living == before);
}
