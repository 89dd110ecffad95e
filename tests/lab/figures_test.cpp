#include "lab/figures.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "lab/report.h"

namespace {

lab::Report two_figures() {
  lab::Report r;
  r.figure("a", "first", "", lab::Bars{}).room = lab::Room::story;
  r.figure("b", "second", "", lab::Dots{});
  return r;
}

}  // namespace

TEST_CASE("a copied report shares its figures, and keeps them when the first is gone") {
  lab::Report copy;
  const lab::Figure* first = nullptr;
  {
    const lab::Report report = two_figures();
    copy = report;
    first = &report.figures[0];
  }
  CHECK(&copy.figures[0] == first);
  CHECK(copy.figures[0].title == "first");
  CHECK(copy.figures[0].room == lab::Room::story);
}

TEST_CASE("figures are walked in order and found by key") {
  const lab::Report report = two_figures();
  std::string keys;
  for (const lab::Figure& figure : report.figures) keys += figure.key;
  CHECK(keys == "ab");
  CHECK(std::count_if(report.figures.begin(), report.figures.end(),
                      [](const lab::Figure& f) { return f.room == lab::Room::share; }) == 1);
  CHECK(report.figures.find("b") == &report.figures[1]);
  CHECK(report.figures.find("c") == nullptr);
}

TEST_CASE("figures are equal by what they hold, shared or not") {
  const lab::Report one = two_figures(), other = two_figures();
  CHECK(one.figures == lab::Figures(one.figures));
  CHECK(one.figures == other.figures);
  lab::Report third = two_figures();
  third.figure("c", "", "", lab::Dots{});
  CHECK_FALSE(one.figures == third.figures);
  lab::Report changed;
  changed.figures.add(one.figures.shared()[0]);
  changed.figure("b", "another", "", lab::Dots{});
  CHECK_FALSE(one.figures == changed.figures);
}
