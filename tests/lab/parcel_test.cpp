#include "lab/parcel.h"

#include <doctest/doctest.h>

#include "lab/mutation.h"
#include "lab/wire.h"

namespace {

lab::Figure bars(const std::string& key, std::vector<float> heights) {
  lab::Bars shape;
  shape.heights = std::move(heights);
  return {key, "title of " + key, "", shape, lab::Room::share};
}

// A large figure that stands and a small one that shows `n`.
lab::View showing(const lab::SharedFigure& large, float n) {
  lab::View view;
  view.link = "x#n=" + std::to_string(n);
  view.report.count("n", "n", static_cast<std::int64_t>(n));
  view.report.figures.add(large);
  view.report.figures.add(bars("small", {n}));
  return view;
}

lab::SharedFigure large() {
  return std::make_shared<const lab::Figure>(bars("large", std::vector<float>(10000, 0.5f)));
}

}  // namespace

TEST_CASE("what arrives by parcels is each view to the byte") {
  lab::Sender sender;
  lab::Receiver receiver;
  const lab::SharedFigure standing = large();
  for (const float n : {1.0f, 2.0f, 2.0f, 1.0f}) {
    const lab::View sent = showing(standing, n);
    const auto view = receiver.open(sender.parcel(sent));
    REQUIRE(view);
    CHECK(lab::encode(*view) == lab::encode(sent));
  }
}

TEST_CASE("a figure that stands is not sent again and stays the same object") {
  lab::Sender sender;
  lab::Receiver receiver;
  const lab::SharedFigure standing = large();
  const auto first = sender.parcel(showing(standing, 1));
  CHECK(first.size() > 40000);
  const lab::View one = *receiver.open(first);
  const auto second = sender.parcel(showing(standing, 2));
  CHECK(second.size() < 1000);
  const lab::View two = *receiver.open(second);
  CHECK(two.report.figures.shared()[0] == one.report.figures.shared()[0]);
  CHECK(two.report.figures.shared()[1] != one.report.figures.shared()[1]);
}

TEST_CASE("a figure that was made again with the same bytes is not sent, one with other bytes is") {
  lab::Sender sender;
  sender.parcel(showing(large(), 1));
  CHECK(sender.parcel(showing(large(), 2)).size() < 1000);
  lab::Figure other = *large();
  std::get<lab::Bars>(other.shape).heights[7] = -0.0f;
  const auto changed = std::make_shared<const lab::Figure>(other);
  CHECK(sender.parcel(showing(changed, 2)).size() > 40000);
  std::get<lab::Bars>(other.shape).heights[7] = 0.0f;  // equal as a number, other bits
  CHECK(sender.parcel(showing(std::make_shared<const lab::Figure>(other), 2)).size() > 40000);
}

TEST_CASE("of a figure that changes a little its long rows stand") {
  lab::Sender sender;
  lab::Receiver receiver;
  const auto cloud = [](float x, int lit) {
    lab::Cloud c{"points",
                 lab::Role::input,
                 std::vector<float>(50000, 0.5f),
                 std::vector<float>(50000, 2.0f),
                 {},
                 false,
                 "",
                 lit};
    c.x[7] = x;
    lab::View view;
    view.report.figure("cloud", "lit " + std::to_string(lit), "", lab::Scatter{{}, {}, true, {c}});
    return view;
  };
  const auto through = [&](const lab::View& view) {
    const auto parcel = sender.parcel(view);
    const auto opened = receiver.open(parcel);
    REQUIRE(opened);
    CHECK(lab::encode(*opened) == lab::encode(view));
    return parcel.size();
  };
  CHECK(through(cloud(1, 0)) > 400000);
  CHECK(through(cloud(1, 1)) < 1000);
  CHECK(through(cloud(2, 1)) > 200000);
  CHECK(through(cloud(2, 1)) < 1000);
  CHECK(through(cloud(2, 2)) < 1000);
}

TEST_CASE("a new sender's parcel opens at a receiver that has seen another's") {
  lab::Receiver receiver;
  REQUIRE(receiver.open(lab::Sender().parcel(showing(large(), 1))));
  lab::Figure other = *large();
  std::get<lab::Bars>(other.shape).heights[7] = 3;
  const lab::View sent = showing(std::make_shared<const lab::Figure>(other), 2);
  const auto view = receiver.open(lab::Sender().parcel(sent));
  REQUIRE(view);
  CHECK(lab::encode(*view) == lab::encode(sent));
}

TEST_CASE("a figure that was left out for a while is sent again") {
  lab::Sender sender;
  lab::Receiver receiver;
  const lab::SharedFigure standing = large();
  receiver.open(sender.parcel(showing(standing, 1)));
  CHECK(receiver.open(sender.parcel(lab::View{})));
  const auto parcel = sender.parcel(showing(standing, 1));
  CHECK(parcel.size() > 40000);
  CHECK(receiver.open(parcel));
}

TEST_CASE("a receiver that is new refuses a parcel in which a figure stands") {
  lab::Sender sender;
  const lab::SharedFigure standing = large();
  const auto first = sender.parcel(showing(standing, 1));
  const auto second = sender.parcel(showing(standing, 2));
  lab::Receiver receiver;
  CHECK_FALSE(receiver.open(second));
  CHECK(receiver.open(first));
  CHECK(receiver.open(second));
}

TEST_CASE("parcels that are cut short, too long or mutated open or are refused") {
  lab::Sender sender;
  const auto figure = std::make_shared<const lab::Figure>(bars("large", {1, 2, 3}));
  auto good = sender.parcel(showing(figure, 1));
  for (std::size_t n = 0; n < good.size(); ++n)
    CHECK_FALSE(lab::Receiver().open(std::span(good).first(n)));
  tests::Noise noise(4);
  int opened = 0;
  for (int i = 0; i < 5000; ++i)
    opened += lab::Receiver().open(tests::mutated(good, noise)) ? 1 : 0;
  CHECK(opened > 50);
  good.push_back(0);
  CHECK_FALSE(lab::Receiver().open(good));
}
