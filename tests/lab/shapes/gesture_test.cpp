#include "lab/shapes/gesture.h"

#include <doctest/doctest.h>

#include "lab/shapes/samples.h"

namespace {

// The sentence about the one gesture of a shape on a lab with the parameters of the samples.
template <class Shape>
std::string fault_of(const Shape& shape) {
  const lab::Gestures all = gestures(shape);
  REQUIRE(all.size() == 1);
  return fault(*all.begin(), lab::declared<tests::SampleParams>());
}

}  // namespace

TEST_CASE("a figure without targets offers no gesture") {
  CHECK(gestures(lab::Figure{"f", "", "", lab::Bars{}}).size() == 0);
  CHECK(gestures(lab::Tiles{}).size() == 0);
}

TEST_CASE("a gesture on a field that does not exist is at fault") {
  lab::Bars bars;
  bars.pull = "share";
  CHECK(fault_of(bars) == "There is no field \"share\".");
}

TEST_CASE("a gesture on a field of another kind is at fault") {
  lab::Lines lines;
  lines.handle = {"kind", 0.5};
  CHECK(fault_of(lines) == "The field \"kind\" is of a kind that the gesture does not set.");
  lines.handle = {"t", 0.5};
  CHECK(fault_of(lines) == "");
  lab::Sliding sliding = tests::Sample<lab::Sliding>::usual();
  sliding.pick_row = {}, sliding.pick_col = {}, sliding.paint_input = {};
  sliding.edit_kernel = "p";
  CHECK(fault_of(sliding) == "The field \"p\" is of a kind that the gesture does not set.");
}

TEST_CASE("a figure in space is turned by fields that only look, and by no other") {
  lab::Surface surface = tests::Sample<lab::Surface>::usual();
  surface.to_pitch = {};
  CHECK(fault_of(surface) == "");
  surface.to_yaw = "n";
  CHECK(fault_of(surface) == "The field \"n\" is of a kind that the gesture does not set.");
  lab::Fields fields = lab::declared<tests::SampleParams>();
  fields.find("pitch")->looks = false;
  CHECK(fault({lab::Act::pitch, "pitch", {}}, fields) ==
        "The field \"pitch\" does more than choose what is looked at.");
}

TEST_CASE("a pick of a text that its field does not take as it is, is at fault") {
  lab::Tiles tiles = tests::Sample<lab::Tiles>::usual();
  tiles.names[1] = "softer";
  CHECK(fault_of(tiles).starts_with("The field \"kind\" does not take \"softer\": "));
  tiles.names = {"1", "10"};  // beyond the field's bounds
  tiles.pick = "n";
  CHECK(fault_of(tiles).starts_with("The field \"n\" does not take \"10\": "));
  tiles.names = {"1", "9"};
  CHECK(fault_of(tiles) == "");
}

TEST_CASE("rows and columns are counted from 1 and must lie in the field's bounds") {
  lab::Blocks blocks{{{"m", lab::Role::input, {10, 1, std::vector<double>(10)}, {}, "", "n", ""}}};
  CHECK(fault_of(blocks).starts_with("The field \"n\" does not take \"10\": "));
  blocks.blocks[0].values = {9, 1, std::vector<double>(9)};
  CHECK(fault_of(blocks) == "");
}

TEST_CASE("every gesture suits some kind of field, and none suits a switch") {
  const lab::Fields fields = lab::declared<tests::SampleParams>();
  for (int act = 0; act < lab::act_count; ++act) {
    int suited = 0;
    for (const lab::Field& field : fields.all()) suited += suits(lab::Act(act), field.slot);
    CAPTURE(act);
    CHECK(suited > 0);
    CHECK(!suits(lab::Act(act), fields.find("on")->slot));
  }
}
