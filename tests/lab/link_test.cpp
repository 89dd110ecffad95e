#include "lab/link.h"

#include <doctest/doctest.h>

#include "lab/mutation.h"

TEST_CASE("a link falls into its id and its pairs") {
  const lab::Link link = lab::parse_link("2d-i#Q=2,-3;-4,1&temperature=0.5");
  CHECK(link.id == "2d-i");
  REQUIRE(link.pairs.size() == 2);
  CHECK(link.pairs[0] == std::pair<std::string, std::string>{"Q", "2,-3;-4,1"});
  CHECK(link.pairs[1].second == "0.5");
  CHECK(link.problems.empty());
  CHECK(lab::parse_link("1f").pairs.empty());
  CHECK(lab::parse_link("1f#").problems.empty());
}

TEST_CASE("a slash before a pair parts the lab from the question") {
  const lab::Link link = lab::parse_link("1f#classes=10&seed=2/sigma=0.5&seed=3");
  REQUIRE(link.pairs.size() == 2);
  REQUIRE(link.lab.size() == 2);
  CHECK(link.pairs[1].second == "2");
  CHECK(link.lab[1] == std::pair<std::string, std::string>{"seed", "3"});
  CHECK(link.problems.empty());
  const lab::Link bare = lab::parse_link("1f#/sigma=0.5");
  CHECK(bare.pairs.empty());
  CHECK(bare.lab.size() == 1);
}

TEST_CASE("a slash within a value is part of it") {
  const lab::Link link = lab::parse_link("2a#text=a/b&note=1/&path=/x/y");
  REQUIRE(link.pairs.size() == 3);
  CHECK(link.lab.empty());
  CHECK(link.pairs[0].second == "a/b");
  CHECK(link.pairs[1].second == "1/");
  CHECK(link.pairs[2].second == "/x/y");
  const std::string odd = "u/v=w";
  CHECK(lab::parse_link("2a#text=" + lab::escaped(odd)).pairs[0].second == odd);
}

TEST_CASE("percent escapes are undone") {
  const lab::Link link = lab::parse_link("attention#Q=1%2C2%3b3%2c4");
  CHECK(link.pairs[0].second == "1,2;3,4");
}

TEST_CASE("what cannot be read is left out and named") {
  CHECK(lab::parse_link("1f#classes").problems.size() == 1);
  CHECK(lab::parse_link("1f#=3").problems.size() == 1);
  CHECK(lab::parse_link("1f#a=%zz").problems.size() == 1);
  CHECK(lab::parse_link("1f#a=%4").problems.size() == 1);
  const lab::Link twice = lab::parse_link("1f#a=1&a=2");
  CHECK(twice.problems.size() == 1);
  CHECK(twice.pairs[0].second == "2");
}

TEST_CASE("an enormous link costs no more than a long one") {
  std::string link = "1f#";
  for (int i = 0; i < 100000; ++i) link += "k" + std::to_string(i) + "=1&";
  const lab::Link read = lab::parse_link(link);
  CHECK(read.pairs.size() <= 256);
  CHECK(!read.problems.empty());
}

TEST_CASE("an escaped value survives a link whatever its bytes") {
  tests::Noise noise(3);
  for (int i = 0; i < 2000; ++i) {
    const std::string value = tests::mutated(std::string("a&b=c#d%e +é;,\n\"<"), noise);
    const lab::Link link = lab::parse_link("id#k=" + lab::escaped(value));
    REQUIRE(link.pairs.size() == 1);
    CHECK(link.pairs[0].second == value);
    CHECK(link.problems.empty());
  }
}
