#include "ui/plots/legend.h"

#include <doctest/doctest.h>

#include "ui/bare_canvas.h"
#include "ui/frame/recorder.h"

namespace {

std::vector<ui::DrawnLine> drawn(const std::vector<std::string>& names, float width, float taken,
                                 float& below) {
  bare::Canvas canvas(1200);
  std::vector<ui::DrawnLine> lines;
  canvas.frame([](ui::Desk&) {});
  ui::Recorder noting(lines);
  ui::set_recorder(&noting);
  canvas.frame([&](ui::Desk&) {
    std::vector<ui::LegendName> all;
    for (const std::string& name : names) all.push_back({name, 0xff000000});
    const ui::Legend legend(all, width, taken);
    below = legend.below();
    legend.draw(*ImGui::GetWindowDrawList(), {0, 0});
  });
  ui::set_recorder(nullptr);
  return lines;
}

}  // namespace

TEST_CASE("names that fit stand beside what is in the first line, at the right") {
  float below = 1;
  const auto lines = drawn({"one", "", "two"}, 400, 100, below);
  REQUIRE(lines.size() == 2);
  CHECK(below == 0);
  CHECK(lines[0].box.min.x > 100);
  CHECK(lines[0].box.max.x < lines[1].box.min.x);
  CHECK(lines[1].box.max.x <= 400);
}

TEST_CASE("names that do not fit take lines of their own, and none is left out or cut") {
  const std::vector<std::string> names = {"all angles", "position 0", "position 710",
                                          "a name that is by far too long for one line of it"};
  for (const float width : {60.0f, 120.0f, 200.0f, 320.0f}) {
    CAPTURE(width);
    float below = 0;
    const auto lines = drawn(names, width, 60, below);
    CHECK(lines.size() >= names.size());
    CHECK(below > 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CAPTURE(lines[i].text);
      CHECK(lines[i].box.min.y > 10);
      CHECK(lines[i].box.max.x <= width + 1);
      for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(lines[i].box.meets(lines[k].box));
    }
  }
}
