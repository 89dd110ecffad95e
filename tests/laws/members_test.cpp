// Members of a run know nothing of each other: stepped apart, through bytes and in any grouping,
// they come to what the run comes to alone, now and wherever it goes back to.
#include <doctest/doctest.h>

#include "laws/all.h"

namespace {

// Takes the steps that are left by so many mates in turn. What they bring comes late and in another
// order; from time to time one is lost with its errand.
void share(exam::Session& session, int mates) {
  lab::Division& division = session.division();
  std::vector<lab::Mate> all(static_cast<std::size_t>(mates));
  std::vector<std::vector<std::uint8_t>> under_way;
  int sent = 0;
  while (division.members() > 0) {
    for (int i = 0; i < mates; ++i) {
      std::optional<lab::Errand> errand = division.errand(i);
      if (!errand) continue;
      lab::Mate& mate = all[static_cast<std::size_t>(i)];
      if (!mate.equipped(errand->work)) mate.equip(errand->work, division.hand());
      mate.take(lab::unpacked<lab::Errand>(lab::packed(*errand)));
      while (!mate.go(1)) {
      }
      under_way.push_back(lab::packed(mate.hand_over()));
      if (++sent % 7 != 3) continue;
      division.lose(i);
      mate = {};
    }
    for (; !under_way.empty(); under_way.pop_back())
      division.bring(lab::unpacked<lab::Fetched>(under_way.back()));
    session.gather();
    division.took(1e-4, 1);
  }
  tests::finish(session);
}

// Where a lab has members by a field of its own.
std::string link_of(const std::string& id) { return id == "vae" ? id + "#gan=equal" : id; }

}  // namespace

TEST_CASE("members that are stepped apart come to what the run comes to alone") {
  int shared = 0;
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session(tests::product());
    session.open(link_of(id));
    tests::shorten(session, 8);
    if (id == "super-resolution") session.set("batch", "20");  // three shards
    const std::string link = session.link();
    if (session.division().members() == 0) continue;
    ++shared;
    CAPTURE(link);
    const std::vector<std::uint8_t> whole = tests::shown_at(link);
    for (const int mates : {1, 2, 5}) {
      if (mates > 1 && tests::thinning > 1) continue;
      exam::Session apart(tests::product());
      apart.open(link);
      if (mates == 2) apart.advance(1);
      share(apart, mates);
      CHECK((tests::shown(apart) == whole));
      const std::string key = apart.horizon()->key;
      const lab::Whole steps = std::get<lab::Whole>(apart.horizon()->slot);
      apart.set(key, std::to_string(std::max<std::int64_t>(steps.low, steps.value / 2)));
      share(apart, mates);
      CHECK((tests::shown(apart) == tests::shown_at(apart.link())));
    }
  }
  CHECK(shared == 7);
}
