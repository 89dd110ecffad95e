#include "lab/name_slots.h"

#include <doctest/doctest.h>

#include <utility>

namespace {

lab::Arrows among_four() { return {{}, {"z1", "z2", "x1", "x2"}}; }
lab::Subset of_three() { return {{1}, {"x1", "x2", "x3"}}; }

}  // namespace

TEST_CASE("arrows are read in any order and written in the order of the nodes") {
  lab::Arrows s = among_four();
  CHECK(s.read("edges", "z2>x1,z1>z2").outcome == lab::Reading::taken);
  CHECK(s.text() == "z1>z2,z2>x1");
  CHECK(s.has({0, 1}));
  CHECK_FALSE(s.has({1, 0}));
  CHECK(s.read("edges", "").outcome == lab::Reading::taken);
  CHECK(s.text().empty());
}

TEST_CASE("a circle and an arrow from a node to itself are legal texts") {
  lab::Arrows s = among_four();
  CHECK(s.read("edges", "z1>z2,z2>z1,x1>x1").outcome == lab::Reading::taken);
  CHECK(s.text() == "z1>z2,z2>z1,x1>x1");
}

TEST_CASE("an arrow that stands twice counts once and is named") {
  lab::Arrows s = among_four();
  const lab::Reading r = s.read("edges", "z1>z2,z2>x1,z1>z2,z1>z2");
  CHECK(r.outcome == lab::Reading::clamped);
  CHECK(r.message == "in edges, given more than once and counted once: z1>z2");
  CHECK(s.text() == "z1>z2,z2>x1");
}

TEST_CASE("what is no arrow among the nodes is refused by name and changes nothing") {
  lab::Arrows s = among_four();
  s.read("edges", "z1>x2");
  const std::pair<const char*, const char*> bad[] = {
      {"z1>y", "there is no node \"y\"; the nodes are z1, z2, x1, x2"},
      {"y>z1", "there is no node \"y\"; the nodes are z1, z2, x1, x2"},
      {"z1>z2>x1", "there is no node \"z2>x1\"; the nodes are z1, z2, x1, x2"},
      {"z1", "it takes arrows as in z1>x2, with commas between them"},
      {"z1>z2,", "it takes arrows as in z1>x2, with commas between them"},
      {">", "there is no node \"\"; the nodes are z1, z2, x1, x2"}};
  for (const auto& pair : bad) {
    const std::string text = pair.first, why = pair.second;
    CAPTURE(text);
    const lab::Reading r = s.read("edges", text);
    CHECK(r.outcome == lab::Reading::refused);
    CHECK(r.message == "edges=" + text + " is left out: " + why);
    CHECK(s.text() == "z1>x2");
  }
}

TEST_CASE("40 arrows are taken and 41 are not, however often they repeat") {
  lab::Arrows s{{}, {"a", "b", "c", "d", "e", "f", "g"}};
  std::string text;
  for (int i = 0; i < lab::Arrows::most; ++i)
    text += std::string(text.empty() ? "" : ",") + s.nodes[static_cast<std::size_t>(i / 7)] + ">" +
            s.nodes[static_cast<std::size_t>(i % 7)];
  CHECK(s.read("e", text).outcome == lab::Reading::taken);
  CHECK(s.value.size() == 40);
  CHECK(s.sound());
  CHECK(s.read("e", text + ",a>a").outcome == lab::Reading::refused);
}

TEST_CASE("arrows out of order, doubled or among nodes that are not there are not sound") {
  lab::Arrows s = among_four();
  CHECK(s.sound());
  s.value = {{1, 0}, {0, 1}};
  CHECK_FALSE(s.sound());
  s.value = {{0, 1}, {0, 1}};
  CHECK_FALSE(s.sound());
  s.value = {{0, 4}};
  CHECK_FALSE(s.sound());
  s.value = {{-1, 0}};
  CHECK_FALSE(s.sound());
}

TEST_CASE("to toggle an arrow or a name twice changes nothing") {
  lab::Arrows arrows = among_four();
  arrows.read("edges", "z1>z2");
  CHECK(arrows.toggled({2, 3}).text() == "z1>z2,x1>x2");
  CHECK(arrows.toggled({2, 3}).toggled({2, 3}) == arrows);
  CHECK(of_three().toggled(0).text() == "x1,x2");
  CHECK(of_three().toggled(1).text().empty());
}

TEST_CASE("a subset is written in the order of its names, and may be empty or all of them") {
  lab::Subset s = of_three();
  CHECK(s.read("given", "x3,x1").outcome == lab::Reading::taken);
  CHECK(s.text() == "x1,x3");
  CHECK(s.read("given", "x3,x1,x2").outcome == lab::Reading::taken);
  CHECK(s.text() == "x1,x2,x3");
  CHECK(s.read("given", "").outcome == lab::Reading::taken);
  CHECK(s.text().empty());
}

TEST_CASE("a name that stands twice in a subset counts once, and an unknown one is refused") {
  lab::Subset s = of_three();
  CHECK(s.read("given", "x1,x1").message == "in given, given more than once and counted once: x1");
  CHECK(s.text() == "x1");
  const lab::Reading r = s.read("given", "x1,x4");
  CHECK(r.outcome == lab::Reading::refused);
  CHECK(r.message.find("it takes some of x1, x2, x3") != std::string::npos);
  CHECK(r.message.find("\"x4\" is none of them") != std::string::npos);
  CHECK(s.text() == "x1");
}
