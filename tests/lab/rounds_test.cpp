#include "lab/rounds.h"

#include <doctest/doctest.h>

#include "lab/counters.h"
#include "lab/division.h"

namespace {

// Two rounds a step. In the first each part squares what the step has drawn and adds its place, in
// the second it multiplies the sum of all by it.
struct Sums {
  int parts = 3, step = 12;
  void declare(lab::Fields& f) {
    f.whole("parts", parts, {1, 8}, "parts");
    f.whole("step", step, {0, 1000}, "steps").horizon();
  }
};

constexpr std::uint32_t worked_out(int round, int part, std::uint32_t from) {
  const auto place = static_cast<std::uint32_t>(part + 1);
  return round == 0 ? from * from + place : from * place;
}
lab::State bytes_of(std::uint32_t value) {
  return std::make_shared<const std::string>(reinterpret_cast<const char*>(&value), sizeof value);
}
std::uint32_t value_of(const lab::State& state) {
  std::uint32_t value = 0;
  if (state && state->size() == sizeof value) std::memcpy(&value, state->data(), sizeof value);
  return value;
}

class Summing {
 public:
  explicit Summing(const Sums& p) : p_(p) {}
  std::int64_t total() const { return p_.step; }
  void aim(const Sums& p) { p_ = p; }

  void step() {
    for (int round = 0; round < rounds(); ++round) {
      std::vector<lab::State> all;
      open(round);
      for (int part = 0; part < parts(); ++part) all.push_back(outcome(round, part));
      close(round, all);
    }
  }
  int parts() const { return p_.parts; }
  int rounds() const { return 2; }
  void open(int round) {
    if (round == 0) now_.drawn = 1664525 * now_.drawn + 1013904223;
  }
  lab::State brief(int round, int) { return bytes_of(round == 0 ? now_.drawn : now_.sum); }
  lab::State outcome(int round, int part) {
    ++worked_out_here;
    return bytes_of(worked_out(round, part, value_of(brief(round, part))));
  }
  void close(int round, std::span<const lab::State> outcomes) {
    std::uint32_t sum = 0;
    for (std::size_t part = 0; part < outcomes.size(); ++part)
      sum = 31 * sum + value_of(outcomes[part]);
    now_.sum = sum;
    if (round == 1) ++now_.steps;
  }
  struct Elsewhere {
    explicit Elsewhere(const Sums&) {}
    lab::State outcome(int round, int part, const lab::State& brief) {
      return bytes_of(worked_out(round, part, value_of(brief)));
    }
  };

  struct Now {
    std::uint32_t drawn = 7, sum = 0;
    std::int64_t steps = 0;
  };
  Now snapshot() const { return now_; }
  void restore(const Now& moment) { now_ = moment; }
  lab::Report report() const {
    lab::Report r;
    r.count("steps", "steps", now_.steps);
    r.count("sum", "sum", now_.sum);
    return r;
  }

  static inline int worked_out_here = 0;

 private:
  Sums p_;
  Now now_;
};

constexpr lab::LabRow sums = lab::replay<Sums, Summing>("sums", "Sums");

std::unique_ptr<lab::Lab> opened(const char* step = "12") {
  lab::Fields f = lab::declared<Sums>();
  f.set("step", step);
  auto lab = sums.make();
  lab->take(f);
  return lab;
}
std::vector<std::int64_t> alone(const char* step) {
  const auto lab = opened(step);
  lab->advance(lab->total());
  return tests::told(*lab);
}

// A run that is shared, and who shares it.
struct Shared {
  std::unique_ptr<lab::Lab> lab = opened();
  lab::Division division;
  lab::Mate mate;
  Shared() { division.turn_to(lab.get()); }
  lab::Fetched fetched(lab::Errand errand) {
    if (!mate.equipped(errand.work)) mate.equip(errand.work, division.hand());
    mate.take(std::move(errand));
    while (!mate.go(1)) {
    }
    return mate.hand_over();
  }
  // A round by so many, who come back in the opposite order.
  void round(int mates) {
    std::vector<lab::Fetched> all;
    for (bool some = true; some;) {
      some = false;
      for (int i = 0; i < mates; ++i) {
        const std::optional<lab::Errand> errand = division.errand(i);
        if (!errand) continue;
        some = true;
        all.push_back(fetched(*errand));
      }
      for (; !all.empty(); all.pop_back()) division.bring(std::move(all.back()));
    }
    division.gather();
  }
};

}  // namespace

TEST_CASE("rounds that are shared come to what the steps come to alone, with any number of mates") {
  for (const int mates : {1, 2, 4}) {
    Shared s;
    Summing::worked_out_here = 0;
    while (s.division.members() > 0) s.round(mates);
    CHECK(Summing::worked_out_here == 0);
    CHECK(s.lab->done() == 12);
    CHECK(tests::told(*s.lab) == alone("12"));
  }
}

TEST_CASE("a mate has one part at a time, with all that it takes, and none before all have come") {
  Shared s;
  const auto one = s.division.errand(1), two = s.division.errand(2);
  REQUIRE((one && two));
  CHECK(!s.division.errand(1));
  const auto three = s.division.errand(0);
  REQUIRE(three);
  CHECK(!s.division.errand(3));
  for (const auto& errand : {one, two}) s.division.bring(s.fetched(*errand));
  CHECK(!s.division.errand(1));
  s.division.bring(s.fetched(*three));
  CHECK(!s.division.gather());  // a round, not a step
  CHECK(!s.division.stands());
  const auto next = s.division.errand(1);
  REQUIRE(next);
  CHECK(next->start.state);
  CHECK(next->start.step == 1);
}

TEST_CASE("in the midst of a step a report takes the rest of it first, and the run goes on so") {
  Shared s;
  s.round(2);
  CHECK(s.lab->done() == 0);
  const auto late = s.division.errand(1);
  REQUIRE(late);
  CHECK(tests::told(*s.lab) == alone("1"));
  CHECK(s.lab->done() == 1);
  CHECK(s.division.stands());
  s.division.bring(s.fetched(*late));
  s.round(2);
  CHECK(!s.division.stands());
  s.lab->advance(2);
  CHECK(tests::told(*s.lab) == alone("3"));
  while (s.division.members() > 0) s.round(3);
  CHECK(tests::told(*s.lab) == alone("12"));
}

TEST_CASE("a run that is sent back or on in the midst of a step comes to what it comes to alone") {
  for (const char* to : {"1", "5", "20"}) {
    Shared s;
    for (int i = 0; i < 7; ++i) s.round(2);
    lab::Fields f = lab::declared<Sums>();
    f.set("step", to);
    s.lab->take(f);
    while (s.division.members() > 0) s.round(2);
    const std::string target = to;
    CAPTURE(target);
    CHECK(tests::told(*s.lab) == alone(to));
  }
}

TEST_CASE("who does not come back leaves the part to others") {
  Shared s;
  while (s.division.members() > 0) {
    if (s.division.errand(9)) s.division.lose(9);
    s.round(2);
  }
  CHECK(tests::told(*s.lab) == alone("12"));
}
