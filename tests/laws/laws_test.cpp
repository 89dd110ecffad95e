// What holds of every lab and exercise, without knowing any of them.
#include <doctest/doctest.h>

#include <set>

#include "laws/all.h"

TEST_CASE("ids are unique and the paper has 25 parts worth 100 percent a question") {
  std::set<std::string> seen;
  for (const lab::LabRow* row : laboratory::all()) CHECK(seen.insert(row->id).second);
  double marks[3] = {};
  for (const exam::Part& part : exercises::paper()) {
    CHECK(seen.insert(part.id).second);
    marks[part.question] += part.marks;
  }
  CHECK(exercises::paper().size() == 25);
  CHECK(marks[1] == doctest::Approx(100));
  CHECK(marks[2] == doctest::Approx(100));
}

TEST_CASE("no parameter has a name that is left out of links as an address's own") {
  for (const lab::LabRow* row : tests::labs()) {
    const lab::Fields declared = row->make()->declaration();
    for (const lab::Field& field : declared.all()) {
      CAPTURE(field.key);
      CHECK(lab::parse_link("id#" + field.key + "=1").pairs.size() == 1);
    }
  }
}

TEST_CASE("a fresh link is its bare id") {
  for (const std::string& id : tests::ids()) {
    exam::Session session(tests::product());
    CHECK(session.open(id));
    CHECK(session.link() == id);
    CHECK(session.report().problems.empty());
  }
}

TEST_CASE("readouts and figures have unique keys, and every figure its text") {
  for (const std::string& id : tests::ids()) {
    const lab::Report& report = tests::opening(id).report();
    std::set<std::string> seen;
    for (const lab::Readout& r : report.readouts) {
      CHECK_MESSAGE(seen.insert(r.key).second, id << " " << r.key);
      CHECK(!r.label.empty());
    }
    CHECK(!report.figures.empty());
    for (const lab::Figure& f : report.figures) {
      CHECK_MESSAGE(seen.insert("figure " + f.key).second, id << " " << f.key);
      CHECK(!f.title.empty());
      CHECK_MESSAGE(f.alt.size() > 20, id << " " << f.key);
    }
  }
}

TEST_CASE("a run that went back equals a fresh one, and so does one that went on from there") {
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session(tests::product());
    session.open(id);
    for (const lab::Field& field : session.fields().all())
      CHECK((field.key != lab::play_key && field.key != "variant"));
    if (!session.horizon()) continue;
    tests::shorten(session, tests::thinning > 1 ? 3 : 6);
    const lab::Field* const horizon = session.horizon();
    tests::finish(session);
    const std::string key = horizon->key;
    const lab::Whole steps = std::get<lab::Whole>(horizon->slot);
    const std::vector<std::uint8_t> whole = tests::shown(session);
    const std::int64_t half = steps.low + (steps.value - steps.low) / 2;
    session.set(key, std::to_string(half));
    tests::finish(session);
    CHECK((tests::shown(session) == tests::shown_at(session.link())));
    session.set(key, std::to_string(steps.value));
    tests::finish(session);
    CHECK((tests::shown(session) == whole));
  }
}

TEST_CASE("measured times change figures and leave the digest of a report alone") {
  int timed = 0;
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session = tests::opened(id);
    std::vector<lab::Timing> timings;
    for (const lab::Trial& trial : session.trials())
      timings.push_back({trial.key, 2e-3, 1e-3, 3e-3, 5});
    if (timings.empty()) continue;
    ++timed;
    const std::uint64_t before = session.digest();
    session.take_times(timings);
    CHECK(session.report().figures != tests::opened(id).report().figures);
    CHECK(session.digest() == before);
  }
  CHECK(timed > 0);
}

TEST_CASE("running in other slices changes nothing") {
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session(tests::product());
    session.open(id);
    tests::shorten(session);
    while (!session.advance(1)) session.report();
    CHECK((tests::shown(session) == tests::shown(tests::opening(id))));
  }
}
