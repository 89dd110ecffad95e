// Files of the person's own in a session.
#include <doctest/doctest.h>

#include <array>

#include "exam/session.h"
#include "exam/transcript.h"
#include "lab/json.h"
#include "lab/slots.h"
#include "sampler/sampler.h"

namespace {

exam::Catalogue catalogue() {
  static constexpr std::array<const lab::LabRow*, 1> labs = {&sampler::row};
  return {labs, {}};
}

exam::Session opened(const char* link) {
  exam::Session session(catalogue());
  session.open(link);
  return session;
}

std::int64_t pixels(const exam::Session& session) {
  return std::get<std::int64_t>(session.report().find("picture.pixels")->value);
}

}  // namespace

TEST_CASE("a file counts, stays out of the link, and the report says so") {
  exam::Session session = opened("sampler");
  CHECK(session.give("digits", "ten.idx", tests::own_file(lab::Media::idx)).outcome ==
        lab::Reading::taken);
  CHECK(session.link() == "sampler");
  CHECK(session.fields().find("digits")->changed());
  REQUIRE(session.report().problems.size() == 1);
  CHECK(session.report().problems[0].key == "digits");
  CHECK(session.report().problems[0].message ==
        "Your file ten.idx is not part of the link: it stays on this computer.");
  CHECK(std::get<std::int64_t>(session.report().find("digits.values")->value) == 4);
}

TEST_CASE("a file may choose what shows it") {
  exam::Session session = opened("sampler");
  session.give("picture", "mine.png", tests::own_file(lab::Media::picture));
  CHECK(session.link() == "sampler#mode=dotted");
  CHECK(pixels(session) == 6);
}

TEST_CASE("a file stays while other links of the lab are opened, until it is given up") {
  exam::Session session = opened("sampler");
  session.give("picture", "mine.png", tests::own_file(lab::Media::picture));
  session.open("sampler#count=7");
  CHECK(pixels(session) == 6);
  session.set("picture", "");
  CHECK(pixels(session) == 0);
  CHECK(session.report().problems.empty());
  session.open("sampler#picture=mine.png");
  REQUIRE(session.report().problems.size() == 1);
  CHECK(session.report().problems[0].message.find("a link cannot carry a file") !=
        std::string::npos);
}

TEST_CASE("a file of another kind, one that cannot be read and a field for none are refused") {
  exam::Session session = opened("sampler");
  const auto text = tests::own_file(lab::Media::text);
  CHECK(session.give("picture", "a.txt", text).message ==
        "it takes a file of another kind: picture");
  CHECK(session.give("count", "a.txt", text).message ==
        "there is no field for a file called count");
  CHECK(session.give("none", "a.txt", text).outcome == lab::Reading::refused);
  CHECK(session.give("words", "a.txt", {nullptr, "it is damaged"}).message == "it is damaged");
  CHECK(session.report().problems.empty());
  CHECK(session.link() == "sampler");
}

TEST_CASE("the page's JSON has the bounds of every kind of field under their names") {
  const exam::Session session = opened("sampler");
  const lab::JsonReading page = lab::parse_json(exam::page_json(session));
  REQUIRE(page.value);
  const lab::Json::Array& fields = *page.value->member("fields")->array();
  const auto bound = [&](const char* key, const char* name) {
    for (const lab::Json& field : fields)
      if (*field.member("key")->string() == key) return field.member(name);
    return static_cast<const lab::Json*>(nullptr);
  };
  CHECK(*bound("count", "high")->number() == 100);
  CHECK(*bound("spread", "automatic")->boolean());
  CHECK(*bound("weights", "max_size")->number() == 6);
  CHECK(*bound("table", "max_rows")->number() == 6);
  CHECK(bound("given", "names")->array()->size() == 5);
  CHECK(bound("edges", "nodes")->array()->size() == 4);
  CHECK(*bound("note", "most_bytes")->number() == 280);
  CHECK(*bound("words", "media")->string() == "text");
  CHECK(bound("words", "file")->string()->empty());
  CHECK(*bound("edges", "kind")->string() == "arrows");
}
