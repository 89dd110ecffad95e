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

TEST_CASE("what mail and editors do to a link is undone without a word") {
  for (const char* text :
       {"1f#classes%3D10%26sigma%3D0.5", "1f#classes=10&amp;sigma=0.5",
        "1f#classes=10&amp;amp;sigma=0.5", "1f#classes=10&#38;sigma=0.5",
        "1f#classes%3D10&sigma%3D0.5", "1f#classes%253D10%2526sigma%253D0.5",
        "1f#classes=10?utm_source=mail&utm_medium=x&sigma=0.5",
        "1f#classes=10&sigma=0.5&fbclid=abc", "1f%23classes=10&sigma=0.5",
        "1f#%20classes%20=10&sigma=0.5", "https://host/lab/1f/#classes=10&sigma=0.5",
        "1f/#classes=10&sigma=0.5", "<1f#classes=10&sigma=0.5",
        "1f/index.html?embed=1#classes=10&sigma=0.5", "1f?classes=10&sigma=0.5",
        "https://host/lab/1f/?embed=1&classes=10&sigma=0.5",
        "https://host/lab/1f/?embed=1&theme=dark#classes=10&sigma=0.5", "1f?classes=10#sigma=0.5",
        "1f/?theme=dark&classes%3D10#sigma=0.5"}) {
    CAPTURE(text);
    const lab::Link link = lab::parse_link(text);
    CHECK(link.id == "1f");
    CHECK(link.problems.empty());
    REQUIRE(link.pairs.size() == 2);
    CHECK(link.pairs[0] == std::pair<std::string, std::string>{"classes", "10"});
    CHECK(link.pairs[1] == std::pair<std::string, std::string>{"sigma", "0.5"});
  }
  const lab::Link apart = lab::parse_link("1f#classes%3D10%2Fsigma%3D0.5");
  CHECK(apart.pairs.size() == 1);
  CHECK(apart.lab.size() == 1);
  CHECK(lab::parse_link("https://host/1f).").id == "1f");
  CHECK(lab::parse_link("1f?)").problems.empty());
}

TEST_CASE("pairs behind a question mark are read where a hash follows as well") {
  const lab::Link both = lab::parse_link("1f?classes=10/sigma=0.5#seed=2/seed=3");
  CHECK(both.pairs == lab::Link::Pairs{{"classes", "10"}, {"seed", "2"}});
  CHECK(both.lab == lab::Link::Pairs{{"sigma", "0.5"}, {"seed", "3"}});
  CHECK(both.problems.empty());
  // What follows the hash is the page's own, so it counts.
  const lab::Link twice = lab::parse_link("1f?classes=10#classes=20");
  CHECK(twice.pairs == lab::Link::Pairs{{"classes", "20"}});
  CHECK(twice.problems.size() == 1);
  CHECK(lab::parse_link("1f?classes=10&sigma#seed=2").problems.size() == 1);
  CHECK(lab::parse_link("1f?classes=%zz#seed=2").problems.size() == 1);
  CHECK(lab::parse_link("1f?)#seed=2").pairs == lab::Link::Pairs{{"seed", "2"}});
  CHECK(lab::parse_link("1f?)#seed=2").problems.empty());
}

TEST_CASE("an escaped value that looks like pairs stays a value") {
  const std::string odd = "a=b&amp;c?utm_source=d%3D";
  const lab::Link link = lab::parse_link("2a#text=" + lab::escaped(odd));
  REQUIRE(link.pairs.size() == 1);
  CHECK(link.pairs[0].second == odd);
}

TEST_CASE("what a text leaves at the end of a link can be taken off") {
  for (const char* text : {"10)", "10].", "10>", "10\"", "10\u201d.", "10, ", "10**"})
    CHECK_MESSAGE(lab::without_end(text) == "10", text);
  CHECK(lab::without_end("10") == "10");
  CHECK(lab::without_end(")").empty());
}

TEST_CASE("names are alike whatever their case and their dashes") {
  CHECK(lab::alike("1g-iv", "1G\u2011IV"));
  CHECK(lab::alike("1g-iv", "1giv"));
  CHECK(!lab::alike("1g-i", "1g-ii"));
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
