// Whether the words on the canvas can be read: none is cut, and none lies over another.
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "app/stage.h"
#include "gfx/context.h"
#include "laws/all.h"
#include "ui/frame/recorder.h"

namespace {

struct Look {
  float width, text_px;
};
// A phone, the column beside a question, and a hall.
constexpr Look looks[] = {{374, 15}, {820, 16}, {1366, 24}, {1900, 33}};

std::string named(const ui::DrawnLine& line) {
  return "\"" + line.text + "\" at " + std::to_string(static_cast<int>(line.box.min.x)) + ", " +
         std::to_string(static_cast<int>(line.box.min.y));
}

// Words whose letters lie in each other: the line's box is higher than these.
bool collide(const ui::DrawnLine& a, const ui::DrawnLine& b) {
  const float letters = 0.7f * std::min(a.box.height(), b.box.height());
  const float across = std::min(a.box.max.x, b.box.max.x) - std::max(a.box.min.x, b.box.min.x);
  const float along = std::min(a.box.max.y, b.box.max.y) - std::max(a.box.min.y, b.box.min.y);
  return across > 2 && along > 0.65f * letters;
}

bool is_cut(const ui::DrawnLine& line) {
  const float slack = 2 + 0.2f * line.box.height();
  return line.box.min.x < line.clip.min.x - 2 || line.box.max.x > line.clip.max.x + 2 ||
         line.box.min.y < line.clip.min.y - slack || line.box.max.y > line.clip.max.y + slack;
}

// Of all that the view has, however high it is.
std::vector<ui::DrawnLine> lines_of(app::Stage& stage, float width) {
  double seconds = 0;
  const auto rest = [&] {
    for (int i = 0; i < 200 && stage.frame(seconds += 1.0 / 60); ++i) {
    }
  };
  rest();
  stage.resize(width, stage.height(), 1);
  rest();
  std::vector<ui::DrawnLine> lines;
  ui::Recorder noting(lines);
  ui::set_recorder(&noting);
  stage.frame(seconds += 1);
  ui::set_recorder(nullptr);
  std::erase_if(lines, [](const ui::DrawnLine& l) {
    return l.text.find_first_not_of(' ') == std::string::npos;
  });
  return lines;
}

void check_words(const lab::View& view, const Look& look) {
  CAPTURE(view.tab);
  CAPTURE(look.width);
  app::Stage stage;
  stage.theme(false, look.text_px, true);
  stage.resize(look.width, 900, 1);
  stage.show(view);
  const std::vector<ui::DrawnLine> lines = lines_of(stage, look.width);
  CHECK(lines.size() > 5);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK_MESSAGE(!is_cut(lines[i]), named(lines[i]));
    for (std::size_t k = 0; k < i; ++k)
      CHECK_MESSAGE(!collide(lines[k], lines[i]), named(lines[k]), " and ", named(lines[i]));
  }
}

}  // namespace

TEST_CASE("words on the canvas of every lab are neither cut nor over each other") {
  NEEDS_GL;
  tests::Thinned thinned;
  for (const std::string& id : tests::lab_ids()) {
    if (id == "sampler") continue;
    CAPTURE(id);
    lab::View view = tests::opening(id).view();
    std::set<std::string> tabs = {""};
    for (const lab::Figure& figure : view.report.figures) tabs.insert(figure.tab);
    // After few steps two of its curves are a point each, at one place.
    if (id == "transformer-facts") tabs.erase("a small model");
    for (const std::string& tab : tabs) {
      view.tab = tab;
      for (const Look& look : looks)
        if (thinned.tries()) check_words(view, look);
    }
  }
}
