// What holds of the parameters of every lab, without knowing any of them.
#include <doctest/doctest.h>

#include <set>

#include "exam/form_json.h"
#include "exam/transcript.h"
#include "lab/json.h"
#include "lab/mutation.h"
#include "lab/slots.h"
#include "lab/wire.h"
#include "laws/all.h"

namespace {

// Whether a number came out that is none, of which the lab has said nothing. What it leaves out
// on purpose has a reason of its own.
bool slipped(const lab::Readout& r) {
  const auto* const undefined = std::get_if<lab::Undefined>(&r.value);
  if (undefined) return undefined->reason == lab::no_number || undefined->reason == lab::too_large;
  return lab::json(r.value).find("null") != std::string::npos;
}

// Whether a readout's value is that of a field, as a value or in words.
bool is_value_of(const lab::Field& field, const lab::Value& value) {
  const auto same = [&value](const auto& s) {
    if constexpr (std::is_constructible_v<lab::Value, decltype(s.value)>)
      if (value == lab::Value{s.value}) return true;
    return value == lab::Value{s.text()};
  };
  return std::visit(same, field.slot);
}

// Whether what was set in `after` shows in its readouts, other than in one that says the field's
// value back.
bool shows(const exam::Session& before, const exam::Session& after, const std::string& key) {
  const auto repeats = [&key](const exam::Session& session, const lab::Readout& r) {
    return is_value_of(*session.fields().find(key), r.value);
  };
  for (const lab::Readout& then : before.report().readouts) {
    const lab::Readout* const now = after.report().find(then.key);
    if (!now || (now->value != then.value && !(repeats(before, then) && repeats(after, *now))))
      return true;
  }
  return after.report().readouts.size() > before.report().readouts.size();
}

// A field by which a hand turns a figure in space: the canvas shows the figure as the field says.
bool turns_a_figure(const exam::Session& session, const std::string& key) {
  for (const lab::Figure& figure : session.report().figures)
    for (const lab::Gesture& gesture : gestures(figure))
      if (gesture.field == key && (gesture.act == lab::Act::yaw || gesture.act == lab::Act::pitch))
        return true;
  return false;
}

// A field that chooses what is looked at may show in the figures alone.
bool is_looked_at(const exam::Session& before, const exam::Session& after,
                  const lab::Field& field) {
  return field.looks && before.report().figures != after.report().figures;
}

// Whether any of some other values of a field shows after at most `steps` steps. Each of those that
// are tried has a link that opens to the same picture.
bool matters(const exam::Session& before, const lab::Field& field, std::int64_t steps) {
  exam::Session session(tests::product());
  for (const std::string& text : tests::other_texts(field.slot)) {
    session.open(before.id());
    tests::shorten(session, steps);
    session.set(field.key, text);
    tests::finish(session);
    CAPTURE(session.link());
    CHECK((tests::shown_at(session.link()) == tests::shown(session)));
    if (shows(before, session, field.key) || is_looked_at(before, session, field)) return true;
  }
  const auto* const asset = std::get_if<lab::Asset>(&field.slot);
  if (!asset) return false;
  session.open(before.id());
  tests::shorten(session, steps);
  CHECK(session.give(field.key, "mine", tests::own_file(asset->media)).outcome ==
        lab::Reading::taken);
  tests::finish(session);
  return shows(before, session, field.key) || is_looked_at(before, session, field);
}

// A link of each lab and exercise that names every field, and one of each exercise's variants.
std::vector<std::string> full_links() {
  std::vector<std::string> links;
  exam::Session session(tests::product());
  const auto add = [&](const std::string& id) {
    session.open(id);
    std::string link = id + "#";
    for (const lab::Field& field : session.fields().all()) {
      const std::vector<std::string> others = tests::other_texts(field.slot);
      const std::string other = others.empty() ? lab::text(field.slot) : others.back();
      link += field.key + "=" + lab::escaped(other) + "&";
    }
    link.pop_back();
    links.push_back(link);
  };
  for (const std::string& id : tests::lab_ids()) add(id);
  for (const std::string& id : tests::exercise_ids()) add(id), links.push_back(id + "#variant=12");
  return links;
}

// All that is asked and that its words may know.
std::string all_asked(const exam::Session& session) {
  const exam::Form form = session.form();
  std::string all = exam::form_json(form) + exam::facts_json(session.facts()) +
                    lab::json(exam::reference_answers(form));
  for (const exam::AnswerField& field : form) all += field.praise;
  return all;
}

}  // namespace

TEST_CASE("every parameter changes more than its echo, and its link opens to the same picture") {
  for (const std::string& id : tests::lab_ids()) {
    tests::Thinned thinned(2 * tests::thinning);
    for (const lab::Field& field : tests::opening(id).fields().all()) {
      if (!thinned.tries() || turns_a_figure(tests::opening(id), field.key) ||
          matters(tests::opening(id), field, tests::few))
        continue;
      // What depends on chance may take more steps to show.
      constexpr std::int64_t more = 200;
      CHECK_MESSAGE(matters(tests::opened(id, more), field, more), id << " " << field.key);
    }
  }
}

TEST_CASE("a field that turns a figure is the canvas's alone: the lab draws nothing anew") {
  int turning = 0;
  for (const std::string& id : tests::lab_ids()) {
    exam::Session session = tests::opened(id);
    const lab::Fields fields = session.fields();
    for (const lab::Field& field : fields.all()) {
      if (!turns_a_figure(session, field.key)) continue;
      ++turning;
      for (const std::string& text : tests::other_texts(field.slot)) {
        const lab::Figures before = session.report().figures;
        session.set(field.key, text);
        tests::finish(session);
        CAPTURE(session.link());
        CHECK((session.report().figures == before));
        CHECK((tests::shown_at(session.link()) == tests::shown(session)));
      }
    }
  }
  CHECK(turning >= 2);
}

TEST_CASE("the corners of the parameter box compute or complain in words") {
  for (const std::string& id : tests::lab_ids()) {
    for (const lab::Readout& r : tests::opening(id).report().readouts)
      CHECK_MESSAGE(!slipped(r), id << " " << r.key);
    tests::Thinned thinned(2 * tests::thinning);
    for (const std::string& link : tests::corners(id, tests::opening(id).fields())) {
      if (!thinned.tries()) continue;
      CAPTURE(link);
      exam::Session corner(tests::product());
      REQUIRE(corner.open(link));
      tests::shorten(corner);
      tests::finish(corner);
      const lab::Report& report = corner.report();
      for (const lab::Problem& p : report.problems) CHECK(p.message.size() > 10);
      for (const lab::Readout& r : report.readouts)
        CHECK_MESSAGE((!slipped(r) || !report.problems.empty()), r.key);
      CHECK(lab::decode(lab::encode(corner.view())));
    }
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
    tests::Thinned thinned(3);
    for (const lab::Field& field : fields.all()) {
      if (!field.looks || !thinned.tries()) continue;
      for (const std::string& text : tests::other_texts(field.slot)) {
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

TEST_CASE("one may ask of whatever would be asked otherwise, and the question's link asks it") {
  for (const std::string& id : tests::exercise_ids()) {
    exam::Session session(tests::product());
    session.open(id);
    const std::string asked = all_asked(session);
    const lab::Fields fields = session.fields();
    tests::Thinned thinned;
    for (const std::string& corner : tests::corners(id, fields)) {
      if (!thinned.tries()) continue;
      CAPTURE(corner);
      REQUIRE(session.open(corner));
      const std::string own = all_asked(session);
      exam::Session twin(tests::product());
      REQUIRE(twin.open(session.question_link()));
      CHECK(all_asked(twin) == own);
      CHECK(session.asked()->own_keys().empty() == (own == asked));
      REQUIRE(twin.open(std::string(corner).insert(corner.find('#') + 1, "/")));
      CHECK(all_asked(twin) == asked);
      CHECK(twin.askable() == (own != asked));
      if (own != asked) CHECK(!twin.moved().empty());
    }
  }
}

TEST_CASE("mutated links over the product open or are refused") {
  constexpr int tried = tests::thinning > 1 ? 800 : 4000;
  const std::vector<std::string> good = full_links();
  tests::Noise noise(tests::turn());
  tests::Thinned reported(50 * tests::thinning);  // reports are costly
  for (int i = 0; i < tried; ++i) {
    exam::Session session(tests::product());
    const std::string link =
        tests::mutated(good[noise.below(good.size())], noise, "0123456789.,;&=#-abcQKVnrow%");
    if (!session.open(link) || !reported.tries()) continue;
    session.advance(2);
    CAPTURE(link);
    CHECK(lab::parse_json(exam::report_json(session)).value);
  }
}
