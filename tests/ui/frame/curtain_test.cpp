#include "ui/frame/curtain.h"

#include <doctest/doctest.h>

#include "ui/frame/recorder.h"
#include "ui/headless.h"
#include "ui/views.h"

namespace {

std::string drawing(tests::Headless& s, const std::string& key) {
  ui::Recorder record(key);
  ui::set_recorder(&record);
  s.frame();
  ui::set_recorder(nullptr);
  return record.svg();
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a covered figure keeps its place and shows the words of the curtain alone") {
  tests::Headless s(views::loss(), 900);
  const lab::Figure& figure = *s.view.report.figures.find("histogram");
  const ui::Place before = s.place("histogram");
  CHECK(holds(drawing(s, "histogram"), figure.title));
  s.curtain = {.covered = {"histogram"}, .words = "covered for a test"};
  const std::string covered = drawing(s, "histogram");
  CHECK(holds(covered, "covered for a test"));
  CHECK_FALSE(holds(covered, figure.title));
  CHECK_FALSE(holds(covered, figure.alt));
  const ui::Place after = s.place("histogram");
  CHECK(after.x == before.x);
  CHECK(after.y == before.y);
  CHECK(after.height == before.height);
}

TEST_CASE("nothing answers under the curtain") {
  tests::Headless s(views::loss(), 900);
  s.curtain = {.covered = {"curves"}, .words = "covered"};
  s.frames(2);
  const ui::Place p = s.place("curves");
  s.drag({p.x + 0.3f * p.width, p.y + 0.5f * p.height}, {p.x + 0.7f * p.width, p.y + 5});
  CHECK(s.wishes.empty());
}

TEST_CASE("controls wait while the story that they move is covered") {
  for (const float width : {390.0f, 900.0f}) {
    CAPTURE(width);
    tests::Headless s(views::loss(), width);
    s.frames(12);
    // A press on the track of a control sets it, so somewhere down this line one does.
    const bool beside = s.place("probabilities").width < width - 100;
    const auto wishes = [&s, beside] {
      const float x = beside ? 850.0f : 300.0f, from = beside ? 10.0f : s.last.story_end;
      for (float y = from; y < s.last.controls_end; y += 6) s.click({x, y});
      return s.wishes.size();
    };
    s.curtain = {.covered = {"probabilities"}, .words = "covered"};
    s.frames(2);
    CHECK(wishes() == 0);
    s.curtain = {};
    s.frames(2);
    CHECK(wishes() > 0);
  }
}

TEST_CASE("a curtain that rises uncovers from below, and nothing of it is left at the end") {
  ui::Curtain curtain{.covered = {"a"}, .words = "", .rising = {"b"}, .risen = 0.25f};
  CHECK(curtain.share("a") == 1);
  CHECK(curtain.share("b") == 0.75f);
  CHECK(curtain.share("c") == 0);
  curtain.risen = 1;
  CHECK(curtain.share("b") == 0);
}
