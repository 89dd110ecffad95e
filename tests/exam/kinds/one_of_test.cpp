#include "exam/kinds/one_of.h"

#include <doctest/doctest.h>

#include <string>

#include "exam/marked.h"

namespace {

using tests::field;

}  // namespace

TEST_CASE("the other options of several are explained once the right one was found") {
  for (const exam::PartMark& part : field(R"({"name": "b"})", 3).parts)
    CHECK(part.message.empty() == (part.id != "b"));
  for (const exam::PartMark& part : field(R"({"name": "a"})", 3).parts)
    CHECK_FALSE(part.message.empty());
}

TEST_CASE("one of several is right or explained") {
  CHECK(field(R"({"name": "a"})", 3).outcome == exam::Outcome::right);
  CHECK(field(R"({"name": "b"})", 3).message == "no corners");
  CHECK(field(R"({"name": "c"})", 3).outcome == exam::Outcome::invalid);
}

TEST_CASE("an option is known by another form of its word, and by all of its statement") {
  const exam::OneOf kind{
      {{"vanishes", "it vanishes", exam::Key::yes, "", ""},
       {"explodes", "it explodes", exam::Key::yes, "", ""},
       {"both", "it explodes, and along some directions it vanishes", exam::Key::yes, "", ""}},
      1};
  const auto read = [&kind](const char* text) {
    return kind.mark(lab::Json{std::string(text)}, "", exam::Layout::own).read_as;
  };
  for (const char* text : {"explode", "exploding", "Exploded", "the gradient explodes"})
    CHECK(read(text) == "explodes");
  CHECK(read("vanish") == "vanishes");
  CHECK(read("It explodes, and along some directions it vanishes.") == "both");
  for (const char* text : {"not exploding", "explode or vanish", "explosive"})
    CHECK(read(text).empty());
}

TEST_CASE("an option that counts without being the expected one is contested once it is chosen") {
  const exam::OneOf kind{{{"a", "the first", exam::Key::yes, "as expected", ""},
                          {"b", "the second", exam::Key::contested, "also argued for", "", 1}},
                         0};
  const auto contested = [&kind](const char* chosen) {
    int count = 0;
    const exam::FieldMark mark = kind.mark(lab::Json{std::string(chosen)}, "", exam::Layout::own);
    CHECK(mark.share == 1);
    for (const exam::PartMark& part : mark.parts) count += part.contested ? 1 : 0;
    return count;
  };
  CHECK(contested("b") == 1);
  CHECK(contested("a") == 0);
}

TEST_CASE("the name of an option that there is not is cut between two characters") {
  const std::string name(39, 'n');
  const std::string message = field(R"({"name": ")" + name + R"(üx"})", 3).message;
  CHECK(message.find("called " + name + ";") != std::string::npos);
  CHECK(exam::find_named({}, "1") == nullptr);
}
