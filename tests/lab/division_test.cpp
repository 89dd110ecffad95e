#include "lab/division.h"

#include <doctest/doctest.h>

#include "lab/counters.h"

namespace {

using tests::counters;
using tests::told;

lab::Fields at(const char* members, const char* step) {
  lab::Fields f = lab::declared<tests::Counting>();
  f.set("members", members);
  f.set("step", step);
  return f;
}

std::unique_ptr<lab::Lab> opened(const lab::Fields& fields) {
  auto lab = counters.make();
  lab->take(fields);
  return lab;
}

std::vector<std::int64_t> alone(const lab::Fields& fields) {
  const auto lab = opened(fields);
  lab->advance(lab->total());
  return told(*lab);
}

// What a mate brings that is sent for the first time, as all are that have another number.
lab::Fetched fetched(lab::Division& division, lab::Errand errand) {
  REQUIRE(errand.start.state);
  lab::Mate mate;
  mate.equip(errand.work, division.hand());
  mate.take(std::move(errand));
  while (!mate.go(2)) {
  }
  return mate.hand_over();
}

int next_mate = 100;

// Does what is left, one errand after another, as if a step of a member took so long.
void finish(lab::Division& division, double seconds = 0.01) {
  while (division.members() > 0) {
    std::optional<lab::Errand> errand = division.errand(next_mate++);
    REQUIRE(errand);
    division.bring(fetched(division, *std::move(errand)));
    division.took(seconds, 1);
    division.gather();
  }
}

}  // namespace

TEST_CASE("a shared run comes to what it comes to alone, in stretches of any length") {
  for (const double seconds : {1e-12, 0.01, 10.0}) {
    const auto lab = opened(at("3", "300"));
    lab::Division division;
    division.turn_to(lab.get());
    finish(division, seconds);
    CHECK(lab->done() == 300);
    CHECK(told(*lab) == alone(at("3", "300")));
  }
}

TEST_CASE("the run stands still until all members have come, and others go on meanwhile") {
  const auto lab = opened(at("2", "9"));
  lab::Division division;
  division.turn_to(lab.get());
  const auto slow = division.errand(1), quick = division.errand(0);
  REQUIRE((slow && quick));
  CHECK(slow->member != quick->member);
  CHECK(!division.errand(2));
  division.bring(fetched(division, *quick));
  CHECK(!division.gather());
  CHECK(lab->done() == 0);
  const auto ahead = division.errand(3);
  REQUIRE(ahead);
  CHECK(ahead->member == quick->member);
  CHECK(ahead->start.step == quick->stops.back());
  division.bring(fetched(division, *ahead));
  CHECK(!division.errand(0));
  division.bring(fetched(division, *slow));
  CHECK(division.gather());
  CHECK(lab->done() == slow->stops.back());
  finish(division);
  CHECK(told(*lab) == alone(at("2", "9")));
}

TEST_CASE("who has brought a member to a step is not sent its state again, unless it was lost") {
  const auto lab = opened(at("2", "9"));
  lab::Division division;
  division.turn_to(lab.get());
  lab::Mate mate;
  const auto serve = [&](bool told) {
    std::optional<lab::Errand> errand = division.errand(0);
    REQUIRE(errand);
    CHECK((errand->start.state != nullptr) == told);
    if (!mate.equipped(errand->work)) mate.equip(errand->work, division.hand());
    mate.take(*std::move(errand));
    mate.go(1000);
    division.bring(mate.hand_over());
    division.gather();
  };
  serve(true);
  serve(true);
  serve(false);
  serve(false);
  division.lose(0);
  serve(true);
  finish(division);
  CHECK(told(*lab) == alone(at("2", "9")));
}

TEST_CASE("what a mate does not bring back is done by others, and is not taken twice") {
  const auto lab = opened(at("2", "9"));
  lab::Division division;
  division.turn_to(lab.get());
  const auto lost = division.errand(1);
  division.lose(1);
  division.bring(fetched(division, *lost));
  const auto again = division.errand(0);
  REQUIRE(again);
  CHECK(again->member == lost->member);
  division.bring(fetched(division, *again));
  division.bring(fetched(division, *lost));
  finish(division);
  CHECK(told(*lab) == alone(at("2", "9")));
}

TEST_CASE("what belongs to another work or to steps that were taken otherwise is left aside") {
  const auto lab = opened(at("2", "30"));
  lab::Division division;
  division.turn_to(lab.get());
  const auto before = division.errand(0);
  const std::uint64_t work = division.work();
  lab->advance(7);
  division.bring(fetched(division, *before));
  CHECK(division.work() == work);
  lab->take(at("3", "30"));
  CHECK(division.work() != work);
  lab::Fetched stale{work, 0, 0, {{1, std::make_shared<const std::string>(4, '\0')}}};
  division.bring(stale);
  finish(division);
  CHECK(told(*lab) == alone(at("3", "30")));
  const auto other = opened(at("2", "30"));
  const std::uint64_t last = division.work();
  division.turn_to(other.get());
  CHECK(division.work() != last);
  division.turn_to(nullptr);
  division.bring(stale);
  CHECK(division.members() == 0);
}

TEST_CASE("a nearer end is kept to, and a farther one reached") {
  const auto lab = opened(at("2", "500"));
  lab::Division division;
  division.turn_to(lab.get());
  for (int i = 0; i < 8; ++i) {
    division.bring(fetched(division, *division.errand(i)));
    division.gather();
  }
  const std::int64_t reached = lab->done();
  CHECK(reached > 0);
  CHECK(reached < 500);
  const auto beyond = division.errand(8);
  lab->take(at("2", std::to_string(reached + 1).c_str()));
  division.bring(fetched(division, *beyond));
  finish(division);
  CHECK(lab->done() == reached + 1);
  lab->take(at("2", "500"));
  finish(division);
  CHECK(told(*lab) == alone(at("2", "500")));
}

TEST_CASE("a run that was shared goes back at least as far as one that was not") {
  const auto steps_back = [](bool shared, const char* to) {
    const auto lab = opened(at("2", "200"));
    lab::Division division;
    division.turn_to(lab.get());
    if (shared) finish(division);
    lab->advance(200);
    lab->take(at("2", to));
    const std::int64_t from = lab->done();
    lab->advance(200);
    CHECK(told(*lab) == alone(at("2", to)));
    return from;
  };
  for (const char* to : {"7", "100", "150", "199"})
    CHECK(steps_back(true, to) >= steps_back(false, to));
}

TEST_CASE("of the states on the way those alone are brought that the run keeps for long") {
  const auto lab = opened(at("2", "1000"));
  lab::Division division;
  division.turn_to(lab.get());
  std::size_t brought = 0;
  while (division.members() > 0) {
    lab::Fetched some = fetched(division, *division.errand(next_mate++));
    brought += some.moments.size();
    division.bring(std::move(some));
    division.took(0.001, 1);
    division.gather();
  }
  // Every 32nd step is kept at the end, and one of both members in each of its errands.
  CHECK(brought < 2 * (1000 / 32 + 1000 / 25));
  lab->take(at("2", "999"));
  CHECK(lab->done() == 992);
}

TEST_CASE("errands are the longer the less time a step takes, and not longer than is left") {
  const auto steps_where_one_takes = [](double seconds) {
    const auto lab = opened(at("5", "200"));
    lab::Division division;
    division.turn_to(lab.get());
    if (seconds > 0) {
      division.work();
      division.took(10 * seconds, 10);
    }
    return division.errand(0)->stops.back();
  };
  CHECK(steps_where_one_takes(0) == 1);
  CHECK(steps_where_one_takes(1) == 1);
  CHECK(steps_where_one_takes(0.008) == 10);
  CHECK(steps_where_one_takes(0.004) == 20);
  const auto lab = opened(at("5", "7"));
  lab->advance(3);
  lab::Division division;
  division.turn_to(lab.get());
  division.work();
  division.took(1e-9, 1);
  CHECK(division.errand(0)->stops.back() == 7);
}

TEST_CASE("one member is not shared, nor is a run without members or one that is done") {
  lab::Division division;
  CHECK(division.members() == 0);
  const auto one = opened(at("1", "9"));
  division.turn_to(one.get());
  CHECK(division.members() == 0);
  CHECK(!division.errand(0));
  const auto two = opened(at("2", "3"));
  division.turn_to(two.get());
  CHECK(division.members() == 2);
  two->advance(3);
  CHECK(division.members() == 0);
  CHECK(!division.errand(0));
}

TEST_CASE("what is brought of no member, without a state or of another stretch is left aside") {
  const auto lab = opened(at("3", "40"));
  lab::Division division;
  division.turn_to(lab.get());
  const auto errand = division.errand(1);
  REQUIRE(errand);
  const lab::Fetched good = fetched(division, *errand);
  for (const int member : {-1, 3, 1 << 30}) {
    lab::Fetched other = good;
    other.member = member;
    division.bring(std::move(other));
  }
  lab::Fetched blank = good;
  for (lab::Moment& moment : blank.moments) moment.state = nullptr;
  division.bring(std::move(blank));
  lab::Fetched later = good;
  ++later.from;
  division.bring(std::move(later));
  division.bring(good);
  finish(division);
  CHECK(told(*lab) == alone(at("3", "40")));
}
