#include "app/crew.h"

#include <doctest/doctest.h>

#include "app/catalogue.h"
#include "thinning.h"

TEST_CASE("a run is the same however many threads take part in it") {
  std::optional<std::uint64_t> alone;
  for (const int mates : {0, 1, 2, 4}) {
    app::Crew crew(mates);
    exam::Session session(app::catalogue());
    for (const char* link : {"regularise#repeats=4&epochs=300", "depth#step=60&batch=64"}) {
      session.open(link);
      if (tests::thinning > 1) session.set(session.horizon()->key, "20");
      while (!crew.advance(session, 0.02)) session.report();
    }
    if (!alone) alone = session.digest();
    CHECK(session.digest() == *alone);
  }
}

TEST_CASE("a crew that is given other work in the middle of a run turns to that") {
  app::Crew crew(2);
  exam::Session session(app::catalogue()), fresh(app::catalogue());
  session.open("depth#step=2000&batch=64");
  for (int i = 0; i < 10; ++i) crew.advance(session, 0.02);
  session.set("width", "12");
  session.set("step", "20");
  while (!crew.advance(session, 0.02)) {
  }
  fresh.open(session.link());
  while (!fresh.advance(1 << 20)) {
  }
  CHECK(session.digest() == fresh.digest());
}
