#include "lab/json.h"

#include <doctest/doctest.h>

#include <cmath>

#include "lab/mutation.h"

TEST_CASE("values are written as JSON that reads back") {
  CHECK(lab::json(lab::Value{2.302585092994046}) == "2.302585092994046");
  CHECK(lab::json(lab::Value{std::int64_t{-4}}) == "-4");
  CHECK(lab::json(lab::Value{true}) == "true");
  CHECK(lab::json(lab::Value{lab::Undefined{"no positive call"}}) == "null");
  CHECK(lab::json(lab::Value{std::vector<double>{2, 1}}) == "[2, 1]");
  CHECK(lab::json(lab::Value{lab::Matrix{2, 1, {1, -0.5}}}) == "[[1], [-0.5]]");
  CHECK(lab::json(NAN) == "null");
}

TEST_CASE("a string cannot break out of its quotes") {
  CHECK(lab::quoted("a\"b\\c\n") == "\"a\\\"b\\\\c\\u000a\"");
  CHECK(lab::quoted("\xff") == "\"\uFFFD\"");
  CHECK(lab::quoted("\xed\xa0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
  tests::Noise noise(4);
  for (int i = 0; i < 2000; ++i) {
    const std::string s = tests::mutated(std::string("x\"\\\n\xc3\xa9\xf0\x9f\x98\x80"), noise);
    CHECK(lab::parse_json(lab::quoted(s)).value);
  }
}

TEST_CASE("JSON is read as RFC 8259 says") {
  const auto read =
      lab::parse_json(R"( {"a": [1, -2.5e3, true, null], "b": "\u00e9\ud83d\ude00"} )");
  REQUIRE(read.value);
  const lab::Json::Array& a = *read.value->member("a")->array();
  CHECK(*a[1].number() == -2500);
  CHECK(*a[2].boolean());
  CHECK(*read.value->member("b")->string() == "é😀");
  CHECK(!read.value->member("c"));
}

TEST_CASE("what is not JSON is refused with the place") {
  for (const char* bad : {"", "{", "[1,]", "{\"a\"}", "{a: 1}", "01x", "+1", ".5", "\"a", "\"\\x\"",
                          "\"\\ud800\"", "1 2", "nul", "[1 2]", "\"\n\""}) {
    CAPTURE(bad);
    const auto read = lab::parse_json(bad);
    CHECK(!read.value);
    CHECK(read.error.find("at byte") != std::string::npos);
  }
}

TEST_CASE("depth and size are capped") {
  CHECK(!lab::parse_json(std::string(100000, '[')).value);
  CHECK(!lab::parse_json('"' + std::string(2 << 20, 'a') + '"').value);
  CHECK(lab::parse_json(std::string(30, '[') + std::string(30, ']')).value);
}

TEST_CASE("10 000 mutated texts are read or refused") {
  const std::string good =
      R"({"answers": {"loss": "ln 250", "x": [[1, 2], [3, null]], "i": true}})";
  tests::Noise noise(5);
  int refused = 0;
  for (int i = 0; i < 10000; ++i) {
    const auto read = lab::parse_json(tests::mutated(good, noise));
    CHECK(read.value.has_value() == read.error.empty());
    refused += read.value ? 0 : 1;
  }
  CHECK(refused > 5000);
}

TEST_CASE("a mark of the byte order in front of JSON is passed over") {
  const lab::JsonReading read = lab::parse_json("\ufeff{\"a\": 1}");
  REQUIRE(read.value);
  CHECK(*read.value->member("a")->number() == 1);
}
