#include "lab/wire.h"

#include <doctest/doctest.h>

#include "lab/mutation.h"
#include "lab/shapes/samples.h"

namespace {

// A view with a figure of every shape and a readout of every kind.
lab::View sample() {
  lab::View view;
  view.link = "x#n=2";
  view.title = "Ein Titel";
  view.fields = lab::declared<tests::SampleParams>();
  view.done = 3, view.total = 7, view.most = 9, view.playing = true, view.tab = "losses";
  lab::Report& r = view.report;
  r.count("a", "a", 4, "px");
  r.real("b", "b", 0.1);
  r.flag("c", "c", true);
  r.word("d", "d", "vanishes");
  r.list("e", "e", {1, 2});
  r.matrix("f", "f", {1, 2, {5, 6}});
  r.undefined("g", "g", "why");
  r.blame("n", "does not fit");
  tests::each_sample([&](auto sample) {
    r.figure(sample.name, "title", "alt", sample.usual()).room = lab::Room::story;
  });
  return view;
}

}  // namespace

TEST_CASE("a decoded view encodes to the same bytes") {
  const auto bytes = lab::encode(sample());
  const auto view = lab::decode(bytes);
  REQUIRE(view);
  CHECK(lab::encode(*view) == bytes);
  CHECK(view->title == "Ein Titel");
  CHECK(view->fields.all().size() == 9);
  CHECK(view->fields.find("t")->clears == std::vector<std::string>{"n"});
  CHECK(view->report.figures.size() == std::variant_size_v<lab::Shape>);
  CHECK(view->report.figures[0].room == lab::Room::story);
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
  const auto decodes = [](lab::Shape shape) {
    lab::View view;
    view.report.figure("figure", "", "", std::move(shape));
    return lab::decode(lab::encode(view)).has_value();
  };
  auto tiles = tests::Sample<lab::Tiles>::usual();
  CHECK(decodes(tiles));
  tiles.rows = 5;
  CHECK(!decodes(tiles));
  auto lines = tests::Sample<lab::Lines>::usual();
  lines.curves[0].low = {1};
  CHECK(!decodes(lines));
  auto sliding = tests::Sample<lab::Sliding>::usual();
  sliding.row = 2;
  CHECK(!decodes(sliding));
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
