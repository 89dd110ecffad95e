#include "ui/frame/shape.h"

#include <doctest/doctest.h>

#include <cmath>

#include "lab/shapes/samples.h"
#include "ui/bare_canvas.h"

TEST_CASE("every shape takes the height that it asks for, and more only where it stretches") {
  for (const float width : {40.0f, 330.0f, 1100.0f}) {
    CAPTURE(width);
    bare::Canvas canvas(width);
    canvas.fields = lab::declared<tests::SampleParams>();
    const auto asked = canvas.frame([&](ui::Desk& desk) {
      tests::each_sample([&](auto sample) {
        CAPTURE(sample.name);
        const lab::Shape shape = sample.usual();
        const float height = ui::wanted_height(shape, width);
        CHECK(height > 0);
        CHECK(height < 3000);
        ImGui::SetCursorScreenPos({0, 0});
        ImGui::BeginGroup();
        ui::draw_shape(sample.name, shape, {width, height}, desk);
        ImGui::EndGroup();
        CHECK(ImGui::GetItemRectSize().y <= height + 1);
      });
    });
    CHECK(asked.empty());
  }
}

TEST_CASE("no shape needs more than it asks for, and each can be drawn in the least it needs") {
  for (const float width : {200.0f, 480.0f, 1100.0f}) {
    CAPTURE(width);
    bare::Canvas canvas(width);
    canvas.fields = lab::declared<tests::SampleParams>();
    canvas.frame([&](ui::Desk& desk) {
      tests::each_sample([&](auto sample) {
        CAPTURE(sample.name);
        const lab::Shape shape = sample.usual();
        const float least = ui::least_height(shape, width);
        CHECK(least > 0);
        CHECK(least <= ui::wanted_height(shape, width) + 1);
        ImGui::SetCursorScreenPos({0, 0});
        ImGui::BeginGroup();
        ui::draw_shape(sample.name, shape, {width, least}, desk);
        ImGui::EndGroup();
        CHECK(ImGui::GetItemRectSize().y <= least + 1);
      });
    });
  }
}

TEST_CASE("plots stretch, and what is counted in cells and lines does not") {
  CHECK(ui::stretches(lab::Bars{}));
  CHECK(ui::stretches(lab::Lines{}));
  CHECK(ui::stretches(lab::Scatter{}));
  CHECK(!ui::stretches(lab::Blocks{}));
  CHECK(!ui::stretches(lab::Working{}));
}
