#include "ui/solid/surface.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "lab/shapes/samples.h"
#include "ui/bare_canvas.h"
#include "ui/frame/recorder.h"
#include "ui/solid/mesh.h"
#include "ui/solid/turning.h"

namespace {

struct Side {
  double yaw = 30, pitch = 20;
  void declare(lab::Fields& f) {
    f.real("yaw", yaw, {-180, 180}, "yaw").looks_only();
    f.real("pitch", pitch, {-90, 90}, "pitch").looks_only();
  }
};

// Two squares, one over the other, which two fields turn.
lab::Surface two_squares() {
  lab::Surface s;
  s.x = {"x", -1, 1}, s.y = {"y", -1, 1}, s.z = {"z", -1, 1};
  s.px = {-1, 1, 1, -1, -1, 1, 1, -1}, s.py = {-1, -1, 1, 1, -1, -1, 1, 1};
  s.pz = {-0.5f, -0.5f, -0.5f, -0.5f, 0.5f, 0.5f, 0.5f, 0.5f};
  s.corners = {0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7};
  s.to_yaw = "yaw", s.to_pitch = "pitch";
  return s;
}

struct Solid {
  bare::Canvas canvas{600};
  lab::Surface s = two_squares();

  Solid() {
    canvas.fields = lab::declared<Side>();
    canvas.frame(widget());  // what has never been drawn has nothing under the pointer
  }
  std::function<void(ui::Desk&)> widget() {
    return [this](ui::Desk& desk) {
      ImGui::SetCursorScreenPos({0, 0});
      ui::Widget<lab::Surface>::draw("f", s, {500, 400}, desk);
    };
  }
};

double last_wish(const std::vector<ui::Intent>& intents, const char* key) {
  double value = std::nan("");
  for (const ui::Intent& i : intents)
    if (i.key == key) value = std::stod(i.value);
  return value;
}

const ui::Box square{{0, 0}, {400, 400}};

}  // namespace

TEST_CASE("a drag to the side turns yaw, one downwards raises the eye, half a degree a point") {
  Solid solid;
  const auto asked = solid.canvas.drag({250, 200}, {290, 230}, solid.widget());
  CHECK(last_wish(asked, "yaw") == 50);
  CHECK(last_wish(asked, "pitch") == 35);
}

TEST_CASE("yaw goes all the way round and pitch stops at its bounds") {
  Solid solid;
  const auto asked = solid.canvas.drag({250, 200}, {590, 900}, solid.widget());
  CHECK(last_wish(asked, "yaw") == 30 + 170 - 360);
  CHECK(last_wish(asked, "pitch") == 90);
}

TEST_CASE("arrow keys turn by five degrees, and a press alone by nothing") {
  Solid solid;
  CHECK(solid.canvas.click({250, 200}, solid.widget()).empty());
  const auto right = solid.canvas.key(ImGuiKey_RightArrow, solid.widget());
  CHECK(last_wish(right, "yaw") == 35);
  CHECK(std::isnan(last_wish(right, "pitch")));
  const auto up = solid.canvas.key(ImGuiKey_UpArrow, solid.widget());
  CHECK(last_wish(up, "pitch") == 15);
  CHECK(std::isnan(last_wish(up, "yaw")));
}

TEST_CASE("a double click and the key 0 turn the figure back") {
  Solid solid;
  solid.canvas.fields.find("yaw")->slot = lab::Real{-75, -180, 180};
  solid.canvas.fields.find("pitch")->slot = lab::Real{5, -90, 90};
  auto asked = solid.canvas.click({250, 200}, solid.widget());
  CHECK(asked.empty());
  for (const ui::Intent& i : solid.canvas.click({250, 200}, solid.widget())) asked.push_back(i);
  CHECK(bare::asks(asked, "yaw", "30"));
  CHECK(bare::asks(asked, "pitch", "20"));
  const auto keyed = solid.canvas.key(ImGuiKey_0, solid.widget());
  CHECK(bare::asks(keyed, "yaw", "30"));
  CHECK(bare::asks(keyed, "pitch", "20"));
}

TEST_CASE("a finger that goes sideways turns the figure, and one that goes up scrolls the page") {
  for (const bool sideways : {true, false}) {
    Solid solid;
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    const ImVec2 to = sideways ? ImVec2{300, 205} : ImVec2{255, 120};
    const auto asked = solid.canvas.drag({250, 200}, to, solid.widget());
    CHECK(asked.empty() == !sideways);
    if (sideways) CHECK(last_wish(asked, "yaw") == 55);
    // The page leaves a touch to the figure only where the pointer has another shape.
    CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Arrow);
  }
}

TEST_CASE("a figure without a field for each angle stands still as it says itself") {
  Solid solid;
  solid.s.to_pitch = {};
  CHECK(solid.canvas.drag({250, 200}, {290, 230}, solid.widget()).empty());
  const lab::Fields fields = lab::declared<Side>();
  std::vector<ui::Intent> intents;
  const ui::Desk desk{fields, intents};
  solid.s.yaw = -10;
  CHECK(ui::angles_of(solid.s, ui::turn_fields(solid.s, desk)) == ui::Angles{-10, 20});
  solid.s.to_pitch = "pitch";
  CHECK(ui::angles_of(solid.s, ui::turn_fields(solid.s, desk)) == ui::Angles{30, 20});
}

TEST_CASE("at yaw and pitch 0 x goes right, z up and y away, and yaw turns as seen from above") {
  const lab::Surface s = two_squares();
  const ui::Space space = ui::space_of(s);
  const ui::Projection front = ui::projection(space, {0, 0}, square);
  const ui::Seen middle = front.at({0, 0, 0});
  CHECK(middle.at.x == doctest::Approx(200));
  CHECK(middle.at.y == doctest::Approx(200));
  CHECK(front.at({1, 0, 0}).at.x > 220);
  CHECK(front.at({0, 0, 1}).at.y < 180);
  CHECK(front.at({0, 1, 0}).at.x == doctest::Approx(200));
  CHECK(front.at({0, 1, 0}).near < -0.1f);
  // From above, x points right and y up; turned by 90 degrees x points up.
  const ui::Projection above = ui::projection(space, {0, 90}, square);
  CHECK(above.at({0, 1, 0}).at.y < 180);
  CHECK(above.at({0, 0, 1}).near > 0.1f);
  CHECK(ui::projection(space, {90, 90}, square).at({1, 0, 0}).at.y < 180);
}

TEST_CASE("however it is turned, the box stays within its room and the eye's range") {
  const ui::Space space = ui::space_of(two_squares());
  for (double yaw = -180; yaw < 180; yaw += 17)
    for (double pitch = -90; pitch <= 90; pitch += 13) {
      const ui::Projection p = ui::projection(space, {yaw, pitch}, square);
      for (int corner = 0; corner < 8; ++corner) {
        const ui::Seen at =
            p.at({corner & 1 ? 1.0 : -1, corner & 2 ? 1.0 : -1, corner & 4 ? 1.0 : -1});
        CHECK(at.at.x >= -0.1f);
        CHECK(at.at.x <= 400.1f);
        CHECK(at.at.y >= -0.1f);
        CHECK(at.at.y <= 400.1f);
        CHECK(std::fabs(at.near) <= 1.0001f);
      }
    }
}

TEST_CASE("the box fills the height of its room at every pitch, and keeps its size as it turns") {
  const ui::Space space = ui::space_of(two_squares());
  const ui::Box wide{{0, 0}, {900, 300}};
  for (const double pitch : {-70.0, 0.0, 20.0, 55.0, 90.0})
    for (const double yaw : {-45.0, 0.0, 10.0, 45.0}) {
      const ui::Projection p = ui::projection(space, {yaw, pitch}, wide);
      float top = 300, bottom = 0;
      for (int corner = 0; corner < 8; ++corner) {
        const ui::Seen at =
            p.at({corner & 1 ? 1.0 : -1, corner & 2 ? 1.0 : -1, corner & 4 ? 1.0 : -1});
        top = std::min(top, at.at.y), bottom = std::max(bottom, at.at.y);
      }
      CAPTURE(pitch);
      CAPTURE(yaw);
      if (std::fabs(yaw) == 45 || pitch == 0) CHECK(bottom - top == doctest::Approx(300));
      const ui::Projection other = ui::projection(space, {yaw + 30, pitch}, wide);
      CHECK(std::hypot(p.right[0], p.right[1]) ==
            doctest::Approx(std::hypot(other.right[0], other.right[1])));
    }
}

TEST_CASE(
    "the vertex that is read is one of the nearest triangle, and the farther square is hidden") {
  const lab::Surface s = two_squares();
  const ui::Mesh mesh = ui::mesh_of(s);
  const ui::Projection above = ui::projection(mesh.space, {0, 90}, square);
  const ui::SeenMesh seen(s, mesh, above);
  // Near the corner (1, 1), where a vertex of each square stands.
  const ImVec2 corner = above.at({0.8, 0.8, 0}).at;
  CHECK(seen.vertex_at(corner, 10) == 6);
  CHECK(seen.hides(above.at({0.5, 0.5, -0.5})));
  CHECK(!seen.hides(above.at({0.5, 0.5, 0.5})));
  CHECK(!seen.hides(above.at({0.5, 0.5, 0.9})));
  CHECK(seen.vertex_at({1, 1}, 10) == -1);
  CHECK(seen.back_to_front() == std::vector<std::size_t>{0, 1, 2, 3});
  const ui::SeenMesh below(s, mesh, ui::projection(mesh.space, {0, -90}, square));
  CHECK(below.back_to_front() == std::vector<std::size_t>{2, 3, 0, 1});
}

TEST_CASE("an unsound mesh is said and not drawn, and harms nothing") {
  Solid solid;
  solid.s.corners[4] = 8;
  CHECK(solid.canvas.frame(solid.widget()).empty());
  CHECK(lab::fault(solid.s) == "A triangle or a line of the mesh lacks a vertex.");
  solid.s.corners.assign(3 * 40001, 0);
  CHECK(lab::fault(solid.s) == "The mesh has 40001 triangles, and at most 40000 are drawn.");
}
