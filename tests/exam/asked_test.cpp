#include "exam/asked.h"

#include <doctest/doctest.h>

#include "exam/session.h"

namespace {

// A box whose depth and filling only look: its question is about the depth too, and about the
// filling where there is a lid. How far it is opened and what is pointed at are not asked of.
struct Box {
  int width = 2, depth = 3, filling = 1, pick = 1, turns = 4;
  bool lid = false;
  void declare(lab::Fields& f) {
    f.whole("width", width, {1, 9}, "width [m]");
    f.whole("depth", depth, {1, 9}, "depth [m]").looks_only();
    f.flag("lid", lid, "lid").looks_only();
    f.whole("filling", filling, {1, 9}, "filling").looks_only();
    f.whole("pick", pick, {1, 9}, "what is pointed at").looks_only().picked();
    f.whole("turns", turns, {0, 9}, "turns").horizon();
  }
};

lab::Report seen(const Box& b) {
  lab::Report report;
  report.count("floor", "floor", b.width * b.depth);
  return report;
}

constexpr lab::LabRow box = lab::formula<Box, seen>("box", "Box");

struct BoxQuestion {
  Box box;
};

void follow(BoxQuestion& q, const lab::Fields& fields) { q.box = lab::parameters<Box>(fields); }

std::optional<BoxQuestion> draw(num::Rng& rng, lab::Fields& fields) {
  fields.set("depth", std::to_string(1 + rng.below(9)));
  return BoxQuestion{};
}

exam::Form ask(const BoxQuestion& q) {
  exam::Number number;
  number.value = q.box.width * q.box.depth + (q.box.lid ? q.box.filling : 0) + 100 * q.box.turns;
  return {{"floor", "Floor", number, "Width times depth."}};
}

exam::Prediction guess(const BoxQuestion& q) {
  return {std::to_string(q.box.turns) + " turns: how large is its floor?",
          {},
          {"floor"},
          exam::Estimate{{"floor"}, "m²", 0, 100}};
}

constexpr exam::Asking<BoxQuestion> box_asking = {
    .lab = &box, .draw = draw, .follow = follow, .form = ask, .predict = guess};
constexpr exam::Exercise box_exercise = exam::exercise<box_asking>();
constexpr exam::Part box_paper[] = {{"1a", "A box", 1, 100, &box_exercise}};
constexpr const lab::LabRow* box_labs[] = {&box};

exam::Session box_at(const char* link) {
  exam::Session session({box_labs, box_paper});
  session.open(link);
  return session;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("one may ask about a field that only looks where the question is about it") {
  exam::Session session = box_at("1a");
  CHECK(!session.askable());
  session.set("depth", "5");
  CHECK(session.moved() == Keys{"depth"});
  CHECK(session.askable());
  CHECK(session.ask().outcome == lab::Reading::taken);
  CHECK(session.asked()->own_keys() == Keys{"depth"});
  CHECK(session.question_link() == "1a#depth=5");
  CHECK(session.moved().empty());
}

TEST_CASE("a field that only looks and is not asked of is no other question") {
  exam::Session session = box_at("1a#/pick=4&filling=2");
  CHECK(session.moved().empty());
  CHECK(!session.askable());
  session.set("width", "3");
  CHECK(session.moved() == Keys{"width"});
  CHECK(box_at("1a#depth=5&pick=4&filling=2").question_link() == "1a#depth=5");
}

TEST_CASE("fields that only together make another question stay together in its link") {
  CHECK(box_at("1a#lid=1&filling=2").question_link() == "1a#lid=1&filling=2");
  CHECK(box_at("1a#variant=2&lid=1&filling=2").asked()->own_keys() == Keys{"lid", "filling"});
  CHECK(box_at("1a#/lid=1&filling=2").moved() == Keys{"lid", "filling"});
}

TEST_CASE("how far a lab runs is not asked of, wherever a question looks") {
  exam::Session session = box_at("1a#turns=7");
  CHECK(
      session.mark(lab::Json{lab::Json::Object{{"floor", lab::Json{std::string("406")}}}}).marks ==
      100);
  CHECK(session.prediction()->ask == "4 turns: how large is its floor?");
  CHECK(session.question_link() == "1a");
  session.set("turns", "9");
  CHECK(session.moved().empty());
  CHECK(!session.askable());
  CHECK(session.link() == "1a#turns=7/turns=9");
}
