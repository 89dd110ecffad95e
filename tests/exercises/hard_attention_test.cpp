#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"
#include "lab/number.h"

using tests::typed;

namespace {

const lab::Matrix& table(const exam::Instance& v, const char* key) {
  return std::get<lab::Table>(v.parameters().find(key)->slot).value;
}

}  // namespace

TEST_CASE("the paper's answer is right, and each wrong row costs its cells") {
  CHECK(typed("2d-i", "output", "-4,3,1,-5;2,4,3,-2;-4,3,1,-5").outcome == exam::Outcome::right);
  const exam::FieldMark part = typed("2d-i", "output", "-4,3,1,-5;2,4,3,-2;2,4,3,-2");
  CHECK(part.outcome == exam::Outcome::partly);
  CHECK(part.share == doctest::Approx(8.0 / 12));
}

TEST_CASE("each known mistake is told what it means") {
  // By size query 1 would take key 1, for -10, and query 2 key 2, for -3.
  CHECK(typed("2d-i", "output", "2,4,3,-2;-4,3,1,-5;-4,3,1,-5")
            .message.find("score of largest size") != std::string::npos);
  // Down the columns key 1 picks query 2 and key 2 picks query 1.
  CHECK(typed("2d-i", "output", "-4,3,1,-5;2,4,3,-2;0,0,0,0").message.find("down the columns") !=
        std::string::npos);
}

TEST_CASE("the soft output typed to a few digits hears that attention here is hard") {
  for (const char* soft : {"-4,3,1,-5;1.358,3.893,2.786,-2.321;-3.99,3,1,-4.99",
                           "-4,3,1,-5;1.4,3.9,2.8,-2.3;-4,3,1,-5"}) {
    CAPTURE(soft);
    const exam::FieldMark mark = typed("2d-i", "output", soft);
    CHECK(mark.message.find("You took the soft output") == 0);
    CHECK(mark.outcome == exam::Outcome::partly);
  }
}

TEST_CASE("the form of the paper's instance knows seven mistakes, and Q K is not among them") {
  // Q K chooses keys 2, 1, 2 as well, so it cannot be told from the answer.
  exam::Session session({laboratory::all(), exercises::paper()});
  REQUIRE(session.open("2d-i"));
  const exam::Form form = session.form();
  const auto& cells = std::get<exam::Cells>(form.at(0).kind);
  // Two of them are one row of V for every query.
  CHECK(cells.mistakes.size() == 7);
  CHECK(cells.value == lab::Matrix{3, 4, {-4, 3, 1, -5, 2, 4, 3, -2, -4, 3, 1, -5}});
  CHECK(exam::tells_apart(form));
}

TEST_CASE("shapes that do not fit leave the paper's own question") {
  exam::Session session({laboratory::all(), exercises::paper()});
  REQUIRE(session.open("2d-i#K=1,2,3"));
  CHECK(session.link() == "2d-i#/K=1,2,3");
  CHECK(!session.form().empty());
  CHECK(!session.askable());
}

TEST_CASE("variants are small whole matrices of varied shape with one clear answer") {
  std::set<std::string> seen;
  std::set<int> queries, keys, widths;
  for (int n = 1; n <= 100; ++n) {
    const std::optional<exam::Instance> v = exam::Instance::drawn(exercises::hard_attention, n);
    CAPTURE(n);
    REQUIRE(v);
    const lab::Matrix &q = table(*v, "Q"), &k = table(*v, "K");
    seen.insert(lab::text(q) + "|" + lab::text(k));
    queries.insert(q.rows), keys.insert(k.rows), widths.insert(q.cols);
    for (const double x : q.values) CHECK((x == static_cast<int>(x) && x >= -5 && x <= 5));
  }
  CHECK(seen.size() == 100);
  CHECK(queries == std::set<int>{2, 3, 4});
  CHECK(keys == std::set<int>{2, 3, 4});
  CHECK(widths == std::set<int>{2, 3, 4});
}

TEST_CASE("several heads are asked for, and one head over all columns is told what it means") {
  const auto mark = [](const char* text) { return typed("2d-i#heads=2", "output", text); };
  CHECK(mark("2,4,1,-5;-4,3,3,-2;2,4,1,-5").outcome == exam::Outcome::right);
  CHECK(mark("-4,3,1,-5;2,4,3,-2;-4,3,1,-5").message.find("as a single head would") !=
        std::string::npos);
  exam::Session session({laboratory::all(), exercises::paper()});
  REQUIRE(session.open("2d-i#heads=2"));
  CHECK(exam::tells_apart(session.form()));
}

TEST_CASE("a tie in one head leaves that head's part of the row open, and no other part") {
  // Both keys have 1 in the first column: head 1 is tied, head 2 takes key 2.
  const auto mark = [](const char* text) {
    return typed("2d-i#heads=2&Q=1,1&K=1,0;1,1&V=5,6;7,8", "output", text);
  };
  CHECK(mark("5,8").outcome == exam::Outcome::right);
  CHECK(mark("7,8").outcome == exam::Outcome::right);
  CHECK(mark("5,6").outcome == exam::Outcome::partly);
}
