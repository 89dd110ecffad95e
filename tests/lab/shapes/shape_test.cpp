// What holds of every figure shape, shown on its sample.
#include "lab/shapes/shape.h"

#include <doctest/doctest.h>

#include <set>

#include "lab/csv.h"
#include "lab/shapes/samples.h"
#include "lab/wire.h"

namespace {

// An archive that finds the target of every gesture that a description hands to it.
class Targets {
 public:
  template <class... Members>
  void operator()(const Members&... members) {
    (see(members), ...);
  }
  template <class Enum>
  void enumerator(const Enum&, int) {}
  void require(bool) {}

  std::set<std::pair<int, std::string>> found;

 private:
  template <lab::Act act>
  void see(const lab::Target<act>& target) {
    if (!target.empty()) found.insert({static_cast<int>(act), target.field});
  }
  template <class Item>
  void see(const std::vector<Item>& items) {
    if constexpr (std::is_class_v<Item>)
      for (const Item& item : items) see(item);
  }
  void see(const std::string&) {}
  void see(const lab::Matrix&) {}
  template <class Member>
  void see(const Member& member) {
    if constexpr (std::is_class_v<Member>) describe(*this, member);
  }
};

lab::View view_of(lab::Shape shape) {
  lab::View view;
  view.fields = lab::declared<tests::SampleParams>();
  view.report.figure("figure", "title", "alt", std::move(shape));
  return view;
}

}  // namespace

TEST_CASE("every shape writes the table of its sample") {
  tests::each_sample([](auto sample) {
    CAPTURE(sample.name);
    CHECK(lab::csv({"figure", "", "", sample.usual()}) == sample.table());
  });
}

TEST_CASE("every shape comes back from the wire as it was sent") {
  tests::each_sample([](auto sample) {
    CAPTURE(sample.name);
    const auto bytes = lab::encode(view_of(sample.usual()));
    const auto back = lab::decode(bytes);
    REQUIRE(back);
    CHECK(lab::encode(*back) == bytes);
    CHECK((back->report.figures[0].shape == lab::Shape(sample.usual())));
  });
}

TEST_CASE("extremes of every shape are sent or refused, and their bytes come back the same") {
  for (const auto fill : {tests::Fill::nothing, tests::Fill::odd})
    tests::each_sample([&](auto sample) {
      CAPTURE(sample.name);
      for (const auto& shape : sample.extremes(tests::extreme(fill))) {
        const auto bytes = lab::encode(view_of(shape));
        if (const auto back = lab::decode(bytes)) CHECK(lab::encode(*back) == bytes);
      }
    });
}

TEST_CASE("every shape lists each target that it holds among its gestures") {
  tests::each_sample([](auto sample) {
    CAPTURE(sample.name);
    const auto shape = sample.usual();
    Targets targets;
    describe(targets, shape);
    std::set<std::pair<int, std::string>> listed;
    for (const lab::Gesture& g : gestures(shape)) listed.insert({static_cast<int>(g.act), g.field});
    CHECK(listed == targets.found);
  });
}

TEST_CASE("the gestures of every sample find a field of the kind that they need") {
  const lab::Fields fields = lab::declared<tests::SampleParams>();
  std::set<lab::Act> acts;
  tests::each_sample([&](auto sample) {
    CAPTURE(sample.name);
    for (const lab::Gesture& g : gestures(sample.usual())) {
      CHECK(fault(g, fields) == "");
      acts.insert(g.act);
    }
  });
  CHECK(acts.size() == lab::act_count);
}
