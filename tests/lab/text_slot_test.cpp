#include "lab/text_slot.h"

#include <doctest/doctest.h>

#include "lab/link.h"
#include "lab/utf8.h"

namespace {

lab::Text of_twelve() { return {"", 12}; }

}  // namespace

TEST_CASE("words of any language, line breaks and tabs are taken as they are") {
  lab::Text s = of_twelve();
  for (const char* text : {"", "a\nb\tc", "größer", "数学", "\xf0\x9f\x8e\xb2"}) {
    CHECK(s.read("note", text).outcome == lab::Reading::taken);
    CHECK(s.text() == text);
  }
}

TEST_CASE("every line break is read as a line feed") {
  lab::Text s = of_twelve();
  CHECK(s.read("note", "a\r\nb\rc\n").outcome == lab::Reading::taken);
  CHECK(s.text() == "a\nb\nc\n");
}

TEST_CASE("a text that is too long is cut where a character ends, and said so") {
  lab::Text s = of_twelve();
  const lab::Reading r = s.read("note", "abcdefghijkö!");
  CHECK(r.outcome == lab::Reading::clamped);
  CHECK(r.message == "note is cut to 12 bytes; it had 14");
  CHECK(s.text() == "abcdefghijk");
  CHECK(s.sound());
}

TEST_CASE("bytes that are no UTF-8 and control characters are refused by name") {
  lab::Text s = of_twelve();
  s.read("note", "kept");
  const std::pair<std::string, const char*> bad[] = {
      {"ab\xff", "byte 3 is not UTF-8"},
      {"\xc3", "byte 1 is not UTF-8"},
      {"\xc0\x80", "byte 1 is not UTF-8"},
      {"\xed\xa0\x80", "byte 1 is not UTF-8"},
      {std::string("a\0b", 3), "character 2 is the control character U+0000"},
      {"äb\x1b[1m", "character 3 is the control character U+001B"},
      {"\x7f", "character 1 is the control character U+007F"},
      {"\xc2\x85", "character 1 is the control character U+0085"}};
  for (const auto& pair : bad) {
    const std::string text = pair.first, why = pair.second;
    CAPTURE(why);
    const lab::Reading r = s.read("note", text);
    CHECK(r.outcome == lab::Reading::refused);
    CHECK(r.message == "note is left out: it takes plain text, and " + why);
    CHECK(s.text() == "kept");
  }
}

TEST_CASE("a text goes through a link unharmed") {
  const std::string text = "50 % & more=\n#1;\t\xe2\x80\x9cü\xe2\x80\x9d +/?";
  const lab::Link link = lab::parse_link("x#note=" + lab::escaped(text) + "&n=1");
  REQUIRE(link.pairs.size() == 2);
  CHECK(link.pairs[0].second == text);
}

TEST_CASE("characters are as long as their first byte says, and a cut falls between them") {
  CHECK(lab::utf8_length("a", 0) == 1);
  CHECK(lab::utf8_length("\xf0\x9f\x8e\xb2", 0) == 4);
  CHECK(lab::utf8_length("\xf0\x9f\x8e", 0) == 0);
  CHECK(lab::code_point("\xf0\x9f\x8e\xb2", 0, 4) == 0x1f3b2);
  CHECK(lab::code_point("\xe2\x88\x92", 0, 3) == 0x2212);
  CHECK(lab::whole_characters("aö", 2) == "a");
  CHECK(lab::whole_characters("aö", 3) == "aö");
  CHECK(lab::whole_characters("aö", 9) == "aö");
}
