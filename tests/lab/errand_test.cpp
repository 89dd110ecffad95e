#include "lab/errand.h"

#include <doctest/doctest.h>

#include "lab/counters.h"

namespace {

lab::State state(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

std::unique_ptr<lab::Hand> hand() {
  const auto lab = tests::counters.make();
  lab->advance(1);
  return lab->membered()->hand();
}

}  // namespace

TEST_CASE("errands and what they bring are the same after a way as bytes") {
  const lab::Errand errand{7, 2, {30, state("abc")}, {31, 40}};
  const auto there = lab::unpacked<lab::Errand>(lab::packed(errand));
  CHECK(there.work == 7);
  CHECK(there.member == 2);
  CHECK(there.start.step == 30);
  CHECK(*there.start.state == "abc");
  CHECK(there.stops == errand.stops);
  const lab::Fetched fetched{7, 2, 30, {{31, state("")}, {40, state(std::string(3, '\0'))}}};
  const auto back = lab::unpacked<lab::Fetched>(lab::packed(fetched));
  CHECK(back.from == 30);
  REQUIRE(back.moments.size() == 2);
  CHECK(back.moments[1].step == 40);
  CHECK(back.moments[1].state->size() == 3);
}

TEST_CASE("bytes that are cut off or too many are no errand") {
  std::vector<std::uint8_t> bytes = lab::packed(lab::Errand{7, 2, {30, state("abc")}, {31, 40}});
  for (std::size_t n = 0; n < bytes.size(); ++n)
    CHECK(lab::unpacked<lab::Errand>(std::span(bytes).first(n)).work == 0);
  bytes.push_back(0);
  CHECK(lab::unpacked<lab::Errand>(bytes).work == 0);
}

TEST_CASE("a mate stops where it is told to, whatever it does in between") {
  lab::Mate mate;
  CHECK(!mate.equipped(5));
  mate.equip(5, hand());
  CHECK(mate.equipped(5));
  CHECK(!mate.equipped(6));
  const lab::Errand errand{5, 1, {0, state(std::string(4, '\0'))}, {2, 3, 9}};
  mate.take(errand);
  while (!mate.go(1)) CHECK(mate.busy());
  const lab::Fetched slowly = mate.hand_over();
  mate.take({5, 2, {4, state("wxyz")}, {50}});
  mate.go(3);
  mate.take(errand);
  CHECK(mate.go(1000));
  const lab::Fetched at_once = mate.hand_over();
  REQUIRE(slowly.moments.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(slowly.moments[i].step == errand.stops[i]);
    CHECK(*slowly.moments[i].state == *at_once.moments[i].state);
  }
}

TEST_CASE("a mate can do no errand of another work, to no member, or without a way to go") {
  lab::Mate mate;
  const lab::Errand errand{5, 1, {0, state(std::string(4, '\0'))}, {2, 3, 9}};
  CHECK(!mate.can(errand));
  mate.equip(5, hand());
  CHECK(mate.can(errand));
  for (const int member : {-1, 3, 1000}) {
    lab::Errand other = errand;
    other.member = member;
    CHECK(!mate.can(other));
  }
  lab::Errand early = errand;
  early.start.step = -1;
  CHECK(!mate.can(early));
  for (const std::vector<std::int64_t>& stops :
       {std::vector<std::int64_t>{}, {0}, {3, 3}, {4, 2}}) {
    lab::Errand other = errand;
    other.stops = stops;
    CHECK(!mate.can(other));
  }
  lab::Errand other = errand;
  other.work = 6;
  CHECK(!mate.can(other));
}
