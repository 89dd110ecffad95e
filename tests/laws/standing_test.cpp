// Whatever a lab remembers of its last report, the next one says what a fresh lab says: along a
// walk of single changes, every figure equals to the byte that of a session which opens the same
// link.
#include <doctest/doctest.h>

#include <cstdint>
#include <map>

#include "lab/slots.h"
#include "lab/wire.h"
#include "laws/all.h"

namespace {

using Walk = std::vector<std::pair<std::string, std::string>>;

std::map<std::string, std::vector<std::vector<std::uint8_t>>> figures(
    const exam::Session& session) {
  std::map<std::string, std::vector<std::vector<std::uint8_t>>> all;
  for (const lab::Figure& figure : session.report().figures)
    all[figure.key] = lab::encode_pieces(figure);
  return all;
}

// The figures in which the two sessions differ, and "view" where they do elsewhere.
std::string differences(const exam::Session& walked, const exam::Session& fresh) {
  const auto here = figures(walked), there = figures(fresh);
  std::string names;
  for (const auto& [key, pieces] : there) {
    const auto at = here.find(key);
    if (at == here.end() || at->second != pieces) names += " " + key;
  }
  if (names.empty() && lab::encode(walked.view()) != lab::encode(fresh.view())) names = " view";
  return names;
}

// Takes the walk and returns what differs after the first step where something does:
// "<link>: <figures>"; "" where nothing does.
std::string first_difference(exam::Catalogue catalogue, const std::string& id, const Walk& walk) {
  exam::Session session(catalogue);
  session.open(id);
  tests::shorten(session);
  tests::finish(session);
  session.report();
  for (const auto& [key, text] : walk) {
    if (session.set(key, text).outcome == lab::Reading::refused) continue;
    tests::shorten(session);
    tests::finish(session);
    exam::Session fresh(catalogue);
    fresh.open(session.link());
    tests::finish(fresh);
    const std::string names = differences(session, fresh);
    if (!names.empty()) return session.link() + ":" + names;
  }
  return "";
}

// Fields in turns to one or two other values and back; every third one is left where it was
// brought, so that later steps start elsewhere.
Walk walk_of(const std::string& id) {
  exam::Session session(tests::product());
  session.open(id);
  tests::shorten(session);
  Walk walk;
  tests::Thinned thinned(4 * tests::thinning);
  int turn = 0;
  for (const lab::Field& field : session.fields().all()) {
    ++turn;
    if (!thinned.tries()) continue;
    const std::vector<std::string> texts = tests::other_texts(field.slot);
    const std::size_t few = session.part() ? 1 : 2;  // an exercise shares its lab with others
    for (std::size_t i = 0; i < texts.size() && i < few; ++i) walk.push_back({field.key, texts[i]});
    if (turn % 3 != 0) walk.push_back({field.key, lab::text(field.slot)});
  }
  return walk;
}

// A lab that remembers wrongly: its second figure depends on `b`, too.
struct Pair {
  int a = 1, b = 2;
  void declare(lab::Fields& f) {
    f.whole("a", a, {0, 9}, "a");
    f.whole("b", b, {0, 9}, "b");
  }
};
struct PairMemory {
  lab::Drawings drawings;
};
template <bool honest>
lab::Report shown(const Pair& p, PairMemory& memory) {
  lab::Report r;
  memory.drawings.draw(r, "one", lab::on(p.a), [&](lab::Report& to) {
    to.figure("one", std::to_string(p.a), "", lab::Dots{});
  });
  memory.drawings.draw(r, "two", honest ? lab::on(p.a, p.b) : lab::on(p.a), [&](lab::Report& to) {
    to.figure("two", std::to_string(p.a + p.b), "", lab::Dots{});
  });
  return r;
}
constexpr lab::LabRow honest = lab::formula<Pair, PairMemory, shown<true>>("honest", "Honest");
constexpr lab::LabRow wrong = lab::formula<Pair, PairMemory, shown<false>>("wrong", "Wrong");

}  // namespace

TEST_CASE("along a walk of single changes every figure is that of a fresh session, to the byte") {
  for (const std::string& id : tests::ids()) {
    CAPTURE(id);
    CHECK(first_difference(tests::product(), id, walk_of(id)) == "");
  }
}

TEST_CASE("the walk names the lab's link and the figure of a dependence that is left out") {
  constexpr const lab::LabRow* rows[] = {&honest, &wrong};
  const Walk walk = {{"a", "3"}, {"b", "5"}, {"b", "2"}};
  CHECK(first_difference({rows, {}}, "honest", walk) == "");
  CHECK(first_difference({rows, {}}, "wrong", walk) == "wrong#a=3&b=5: two");
}
