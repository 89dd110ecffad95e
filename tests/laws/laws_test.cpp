// What holds of every lab and exercise, without knowing any of them.
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>

#include "exam/transcript.h"
#include "lab/json.h"
#include "lab/mutation.h"
#include "lab/wire.h"
#include "laws/all.h"

namespace {

std::string report_of(const std::string& link) {
  exam::Session session(tests::product());
  REQUIRE(session.open(link));
  tests::finish(session);
  return exam::report_json(session);
}

// What remains of a report when the link is taken away: the values that a parameter may change.
std::string values(const std::string& report) { return report.substr(report.find("\"readouts\"")); }

// The lab or exercise `id` as it opens, after a few steps; computed once for all laws.
const exam::Session& opening(const std::string& id) {
  static std::map<std::string, exam::Session> kept;
  const auto [at, is_new] = kept.try_emplace(id, tests::product());
  if (is_new) {
    at->second.open(id);
    tests::shorten(at->second);
    tests::finish(at->second);
  }
  return at->second;
}

// Texts that move a field away from its initial value, by what it holds.
std::vector<std::string> other_texts(const lab::Field& field) {
  if (const auto* s = std::get_if<lab::Whole>(&field.slot)) {
    std::vector<std::string> near;
    for (const std::int64_t d : {1, -1, 2, 7})
      if (s->value + d >= s->low && s->value + d <= s->high)
        near.push_back(std::to_string(s->value + d));
    return near;
  }
  if (const auto* s = std::get_if<lab::Real>(&field.slot)) {
    const double span = std::min(s->high - s->low, 1.0);
    return {lab::text(lab::Slot{lab::Real{s->low + 0.25 * span, s->low, s->high}}),
            lab::text(lab::Slot{lab::Real{s->low + 0.75 * span, s->low, s->high}})};
  }
  if (const auto* s = std::get_if<lab::Flag>(&field.slot)) return {s->value ? "0" : "1"};
  if (const auto* s = std::get_if<lab::Choice>(&field.slot)) return s->names;
  if (std::holds_alternative<lab::Reals>(field.slot)) return {"0.5", "0.25,0.75"};
  return {"1,2;3,4", "1,2,3;4,5,7;7,8,9", "1,0;0,2;3,1"};
}

bool undefined(const lab::Readout& r) {
  return lab::json(r.value).find("null") != std::string::npos;
}

// Links to the corners of the parameter box, each bound alone and all lows and highs together.
std::vector<std::string> corners(const std::string& id, const lab::Fields& fields) {
  std::vector<std::string> links;
  std::string lows = id + "#", highs = id + "#";
  for (const lab::Field& field : fields.all()) {
    std::string low, high;
    if (const auto* s = std::get_if<lab::Whole>(&field.slot))
      low = std::to_string(s->low), high = std::to_string(s->high);
    if (const auto* s = std::get_if<lab::Real>(&field.slot))
      low = lab::text(lab::Slot{lab::Real{s->low}}),
      high = lab::text(lab::Slot{lab::Real{s->high}});
    if (low.empty()) continue;
    links.push_back(id + "#" + field.key + "=" + low);
    links.push_back(id + "#" + field.key + "=" + high);
    lows += field.key + "=" + low + "&";
    highs += field.key + "=" + high + "&";
  }
  links.push_back(lows);
  links.push_back(highs);
  return links;
}

}  // namespace

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

TEST_CASE("a fresh link is its bare id") {
  for (const std::string& id : tests::ids()) {
    exam::Session session(tests::product());
    CHECK(session.open(id));
    CHECK(session.link() == id);
    CHECK(session.report().problems.empty());
  }
}

TEST_CASE("every parameter changes some readout, and its link opens to the same report") {
  for (const std::string& id : tests::lab_ids()) {
    const std::string before = values(exam::report_json(opening(id)));
    const lab::Fields fields = opening(id).fields();
    exam::Session session(tests::product());  // what one setting leaves must not show in the next
    int turn = 0;
    for (const lab::Field& field : fields.all()) {
      if (turn++ % tests::thinning != 0) continue;
      bool matters = false;
      for (const std::string& text : other_texts(field)) {
        if (matters) break;
        session.open(id);
        tests::shorten(session);
        session.set(field.key, text);
        tests::finish(session);
        const std::string link = session.link(), report = exam::report_json(session);
        matters = values(report) != before;
        CAPTURE(link);
        CHECK(report_of(link) == report);
      }
      CHECK_MESSAGE(matters, id << " " << field.key);
    }
  }
}

TEST_CASE("the corners of the parameter box compute or complain in words") {
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session(tests::product());
    session.open(id);
    session.advance(2);
    // What has no value even where the lab opens, as precision while nobody is flagged, needs no
    // complaint.
    std::set<std::string> fresh;
    for (const lab::Readout& r : session.report().readouts)
      if (undefined(r)) fresh.insert(r.key);
    int turn = 0;
    for (const std::string& link : corners(id, session.fields())) {
      if (turn++ % tests::thinning != 0) continue;
      CAPTURE(link);
      exam::Session corner(tests::product());
      REQUIRE(corner.open(link));
      corner.advance(2);
      const lab::Report& report = corner.report();
      bool defined = true;
      for (const lab::Readout& r : report.readouts)
        defined = defined && (!undefined(r) || fresh.count(r.key) > 0);
      for (const lab::Problem& p : report.problems) CHECK(p.message.size() > 10);
      CHECK((defined || !report.problems.empty() || corner.done() < corner.total()));
      CHECK(lab::decode(lab::encode(corner.view())));
    }
  }
}

TEST_CASE("readouts and figures have unique keys, and every figure its text") {
  for (const std::string& id : tests::ids()) {
    const lab::Report& report = opening(id).report();
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
    const std::string whole = exam::report_json(session);
    const std::int64_t half = steps.low + (steps.value - steps.low) / 2;
    session.set(key, std::to_string(half));
    tests::finish(session);
    CHECK(exam::report_json(session) == report_of(session.link()));
    session.set(key, std::to_string(steps.value));
    tests::finish(session);
    CHECK(exam::report_json(session) == whole);
  }
}

TEST_CASE("a field that only looks takes no step back and shows what a fresh run would show") {
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session(tests::product());
    session.open(id);
    if (!session.horizon()) continue;
    tests::shorten(session);
    tests::finish(session);
    const std::int64_t done = session.done();
    const lab::Fields fields = session.fields();
    for (const lab::Field& field : fields.all()) {
      if (!field.looks) continue;
      for (const std::string& text : other_texts(field)) {
        session.set(field.key, text);
        const std::string link = session.link();
        CAPTURE(link);
        CHECK(session.done() == done);
        CHECK(session.total() == done);
        exam::Session twin(tests::product());
        REQUIRE(twin.open(link));
        tests::finish(twin);
        CHECK(exam::report_json(session) == exam::report_json(twin));
        CHECK(lab::encode(session.view()) == lab::encode(twin.view()));
        session.set(field.key, lab::text(field.initial));
        if (tests::thinning > 1) break;
      }
    }
  }
}

TEST_CASE("running in other slices changes nothing") {
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session(tests::product());
    session.open(id);
    tests::shorten(session);
    while (!session.advance(1)) session.report();
    CHECK(exam::report_json(session) == exam::report_json(opening(id)));
  }
}

TEST_CASE("10 000 mutated links over the product open or are refused") {
  const std::vector<std::string> good = {
      "1f#classes=10&sigma=0.01&inputs=64&samples=20&rate=0.1&seed=3", "1f#variant=12",
      "2d-i#Q=2,-3;-4,1;5,-2&K=1,4;0,-3&V=2,4,3,-2;-4,3,1,-5&temperature=0.5&row=2",
      "1c#n=24&kernel=5&stride=2&dilation=2&image=checker&filter=gabor&row=3",
      "convolution#X=1,2,3;4,5,6;7,8,9&K=1,0;0,1"};
  tests::Noise noise(8);
  for (int i = 0; i < 10000; ++i) {
    exam::Session session(tests::product());
    const std::string link =
        tests::mutated(good[noise.below(good.size())], noise, "0123456789.,;&=#-abcQKVnrow%");
    if (!session.open(link)) continue;
    if (i % (50 * tests::thinning) != 0)
      continue;  // reports are costly; a sample of them is computed
    session.advance(2);
    CAPTURE(link);
    CHECK(lab::parse_json(exam::report_json(session)).value);
  }
}
