#include "exam/marking.h"

#include <doctest/doctest.h>

#include "exam/instance.h"
#include "exam/marked.h"
#include "exam/written.h"

namespace {

using tests::all_marked;
using tests::chain;
using tests::field;
using tests::jacobian;
using tests::marked;
using tests::product;
using tests::weights;

}  // namespace

TEST_CASE("the reference answers score full marks") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  const exam::Form form = session.form();
  const exam::Marking m = session.mark(exam::reference_answers(form));
  CHECK(m.marks == 8);
  for (const exam::FieldMark& f : m.fields) CHECK(f.outcome == exam::Outcome::right);
  CHECK(m.fields[0].message == "Width times height.");
}

TEST_CASE("the fields split the marks evenly, blanks earn nothing and are no attempt") {
  const exam::Marking m = marked(R"({"area": "12"})");
  CHECK(m.marks == 2);
  CHECK(m.fields[1].outcome == exam::Outcome::blank);
  CHECK(marked(R"({"answers": {"area": 12}})").marks == 2);
  CHECK(field(R"({"area": "  "})", 0).outcome == exam::Outcome::blank);
}

TEST_CASE("what was understood is said before it is marked") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  const exam::AnswerField area = session.form()[0];
  CHECK(exam::understand(area, "ln 250").message == "read as 5.52146");
  CHECK(exam::understand(area, "12 m²").message == "read as 12");
  CHECK(!exam::understand(area, "ln (").valid);
  CHECK(exam::understand(area, " ").message.empty());
}

TEST_CASE("a marking in JSON can be read back") {
  const auto json = lab::parse_json(exam::json(marked(R"({"area": "14", "facts": ["i"]})")));
  REQUIRE(json.value);
  CHECK(*json.value->member("out_of")->number() == 8);
  CHECK(*(*json.value->member("fields")->array())[0].member("outcome")->string() == "wrong");
}

TEST_CASE("reference answers of every written kind score, and no mistake passes for them") {
  const exam::Form form{weights(), chain(), product(), jacobian()};
  CHECK(exam::mark(form, 4, exam::reference_answers(form)).marks == doctest::Approx(4));
  CHECK(exam::tells_apart(form));
}

TEST_CASE("practice is marked like the rest, and worth no marks") {
  exam::Form form{weights(), chain(), jacobian()};
  form[1].practice = form[2].practice = true;
  CHECK(exam::mark(form, 5, exam::reference_answers(form)).marks == 5);
  const exam::Marking only = all_marked(form, R"({"chain": ["c", "g1 b", "3 g2"]})");
  CHECK(only.marks == 0);
  CHECK(only.fields[1].practice);
  CHECK(only.fields[1].outcome == exam::Outcome::partly);
  CHECK(!only.fields[0].practice);
  CHECK(all_marked(form, R"({"W1": "5x4", "chain": ["c", "", ""]})").marks == 3);
  exam::Form all{chain()};
  all[0].practice = true;
  CHECK(exam::mark(all, 5, exam::reference_answers(all)).marks == 0);
}
