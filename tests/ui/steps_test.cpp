#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/stage.h"

namespace {

struct Run {
  int step = 3;
  void declare(lab::Fields& f) { f.whole("step", step, {0, 10}, "step").horizon(); }
};

lab::View run() {
  lab::View v;
  v.title = "Run";
  v.fields = lab::declared<Run>();
  v.done = v.total = 3;
  return v;
}

// Buttons of 2.6 em with 0.35 em between them, from the left edge.
ImVec2 button(int index) {
  constexpr float em = 15;
  return {0.2f * em + 2 + (static_cast<float>(index) * 2.95f + 1.3f) * em, 0.2f * em + em};
}
constexpr int restart = 0, back = 1, play = 2, step = 3;

}  // namespace

TEST_CASE("the buttons step, step back and start again") {
  stage::Stage s(run(), 360);
  s.click(button(step));
  CHECK(s.value("step") == "4");
  s.click(button(back));
  s.click(button(back));
  CHECK(s.value("step") == "2");
  s.click(button(restart));
  CHECK(s.value("step") == "0");
  s.click(button(back));
  CHECK(s.value("step") == "0");
}

TEST_CASE("the keys do what the buttons do") {
  stage::Stage s(run(), 360);
  s.key(ImGuiKey_Period);
  CHECK(s.value("step") == "4");
  s.key(ImGuiKey_Comma);
  s.key(ImGuiKey_Comma);
  CHECK(s.value("step") == "2");
  s.key(ImGuiKey_R);
  CHECK(s.value("step") == "0");
}

TEST_CASE("play runs to the end and comes to rest there") {
  stage::Stage s(run(), 360);
  s.click(button(play));
  CHECK(s.last.restless);
  s.frames(30);
  CHECK(s.value("step") == "10");
  CHECK_FALSE(s.last.restless);
}

TEST_CASE("play waits for a run that has not caught up") {
  stage::Stage s(run(), 360);
  s.view.done = 1;
  s.key(ImGuiKey_Space);
  s.frames(10);
  CHECK(s.value("step") == "3");
  CHECK(s.last.restless);
  s.key(ImGuiKey_Space);
  CHECK_FALSE(s.last.restless);
}

TEST_CASE("play at the end starts again") {
  stage::Stage s(run(), 360);
  s.view.fields.set("step", "10");
  s.click(button(play));
  CHECK(s.wishes.front().value == "0");
}
