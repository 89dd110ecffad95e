#include "lab/wire.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "lab/mutation.h"

namespace {

enum class Kind { hard, soft };

struct Mixture {
  int n = 3;
  double t = std::numeric_limits<double>::quiet_NaN();
  bool on = false;
  Kind kind = Kind::soft;
  std::vector<double> p = {0.25, 0.75};
  lab::Matrix q{2, 2, {1, 2, 3, 4}};

  void declare(lab::Fields& f) {
    f.whole("n", n, {1, 9}, "n").picked();
    f.auto_real("t", t, {0, 1}, "t").extra().on_set_clear({"n"});
    f.flag("on", on, "on");
    f.choice("kind", kind, {"hard", "soft"}, "kind");
    f.reals("p", p, {1, 4}, {0, 1}, "p");
    f.table("Q", q, {3, 3}, {-9, 9}, "Q");
  }
};

// A view with a figure of every shape and a readout of every kind.
lab::View sample() {
  lab::View view;
  view.link = "x#n=2";
  view.title = "Ein Titel";
  view.fields = lab::declared<Mixture>();
  view.done = 3, view.total = 7, view.playing = true;
  lab::Report& r = view.report;
  r.count("a", "a", 4, "px");
  r.real("b", "b", 0.1);
  r.flag("c", "c", true);
  r.word("d", "d", "vanishes");
  r.list("e", "e", {1, 2});
  r.matrix("f", "f", {1, 2, {5, 6}});
  r.undefined("g", "g", "why");
  r.blame("n", "does not fit");
  lab::Bars bars{{"x", 0, 1, true}, {"y"}, {"i", "ii"}, 0, 1, {1, NAN}};
  bars.rules = {{"ln K", 5.5, false, lab::Role::target}};
  bars.low = {0.5f, 1}, bars.high = {1.5f, 2}, bars.notes = {"", "none"};
  r.figure("bars", "t", "alt", bars);
  lab::Lines lines;
  lines.curves = {
      {"c", lab::Role::weight, {0, 1}, {1, 2}, {0, 1}, {2, 3}, true, lab::Trace::stems}};
  lines.handle = {"t", 0.5};
  r.figure("lines", "t", "alt", lines).room = lab::Room::story;
  r.figure("scatter", "t", "alt",
           lab::Scatter{{}, {}, true, {{"q", lab::Role::input, {1}, {2}, {"q1"}, true, "Q", 0}}});
  r.figure("blocks", "t", "alt",
           lab::Blocks{{{"Q",
                         lab::Role::input,
                         {1, 2, {1, 2}},
                         {lab::Light::plain, lab::Light::masked},
                         "Q",
                         "n",
                         "n",
                         "×"}}});
  r.figure("tiles", "t", "alt", lab::Tiles{1, 2, {"m", "n"}, {1, 2, 3, 4}, 4, true, "kind", 1});
  lab::Sliding sliding;
  sliding.input = {{2, 2, {1, 2, 3, 4}}};
  sliding.kernel = {{1, 1, {2}}};
  sliding.output = {2, 2, {2, 4, 6, 8}};
  sliding.border = lab::Border::reflect;
  sliding.row = 1;
  r.figure("sliding", "t", "alt", sliding);
  r.figure("working", "t", "alt", lab::Working{{"1 + 1 = 2"}});
  r.figure("heat", "t", "alt",
           lab::Heat{{"step"}, {"layer"}, {"norm", 0, 1, true}, true, {"1"}, {{"a", {1, 1, {2}}}}});
  r.figure("boundary", "t", "alt",
           lab::Boundary{{"x"}, {"y"}, {{"net", {1, 2, {0, 1}}, {{"moons", lab::Role::input}}}}});
  r.figure("graph", "t", "alt",
           lab::Graph{{{"z", "z₁", lab::Role::input, {"2×1"}, 0, 1, true, lab::Light::chosen}},
                      {{0, 0, "W", lab::Role::weight, true, lab::Light::full}},
                      "kind"});
  r.figure("glance", "t", "alt",
           lab::Glance{{1, 2, {0, 1}}, 3, 10, 2.5, {"box", "edge"}, {"1", "2"}, "kind", 1, 0});
  r.figure("dots", "t", "alt", lab::Dots{{{"ill", lab::Role::target, true, true, 100}}});
  return view;
}

}  // namespace

TEST_CASE("a decoded view encodes to the same bytes") {
  const auto bytes = lab::encode(sample());
  const auto view = lab::decode(bytes);
  REQUIRE(view);
  CHECK(lab::encode(*view) == bytes);
  CHECK(view->title == "Ein Titel");
  CHECK(view->fields.all().size() == 6);
  CHECK(view->fields.find("t")->clears == std::vector<std::string>{"n"});
  CHECK(view->report.figures.size() == 12);
  CHECK(std::get<lab::Sliding>(view->report.figures[5].shape).output.values[3] == 8);
  CHECK(view->report.readouts == sample().report.readouts);
}

TEST_CASE("bytes that are cut short or too long do not decode") {
  auto bytes = lab::encode(sample());
  for (std::size_t n = 0; n < bytes.size(); ++n) CHECK(!lab::decode(std::span(bytes).first(n)));
  bytes.push_back(0);
  CHECK(!lab::decode(bytes));
}

TEST_CASE("10 000 mutated buffers decode to themselves or not at all") {
  const auto good = lab::encode(sample());
  tests::Noise noise(6);
  int decoded = 0;
  for (int i = 0; i < 10000; ++i) {
    const auto bytes = tests::mutated(good, noise);
    if (const auto view = lab::decode(bytes)) {
      ++decoded;
      CHECK(lab::encode(*view) == bytes);
    }
  }
  CHECK(decoded > 100);
}

TEST_CASE("shapes whose parts do not agree do not decode") {
  // A view of the sample's i-th figure alone, once `spoil` has changed it.
  const auto spoilt = [](std::size_t i, auto spoil) {
    lab::Figure figure = sample().report.figures[i];
    spoil(figure.shape);
    lab::View view;
    view.report.figures.add(std::move(figure));
    return lab::encode(view);
  };
  for (const std::size_t i : {1u, 4u, 5u}) CHECK(lab::decode(spoilt(i, [](lab::Shape&) {})));
  CHECK(!lab::decode(spoilt(4, [](lab::Shape& s) { std::get<lab::Tiles>(s).rows = 5; })));
  CHECK(
      !lab::decode(spoilt(1, [](lab::Shape& s) { std::get<lab::Lines>(s).curves[0].low = {1}; })));
  CHECK(!lab::decode(spoilt(5, [](lab::Shape& s) { std::get<lab::Sliding>(s).row = 2; })));
}

TEST_CASE("one bit of a figure, a readout's label or a problem makes another digest") {
  const lab::Report report = sample().report;
  CHECK(lab::digest(report) == lab::digest(sample().report));
  lab::Report figure = report, label = report, problem = report;
  lab::Bars bars;
  bars.heights = {std::nextafter(1.0f, 2.0f)};
  figure.figure("one more", "t", "alt", bars);
  const std::uint64_t next = lab::digest(figure);
  figure = report;
  bars.heights = {1};
  figure.figure("one more", "t", "alt", bars);
  CHECK(lab::digest(figure) != next);
  label.readouts[0].label += '.';
  CHECK(lab::digest(label) != lab::digest(report));
  problem.problems[0].message += '.';
  CHECK(lab::digest(problem) != lab::digest(report));
}
