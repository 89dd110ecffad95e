#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "ui/frame/recorder.h"
#include "ui/headless.h"

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
  return {0.2f * em + 2 + (static_cast<float>(index) * 2.95f + 1.3f) * em, 0.2f * em + 1.3f * em};
}
constexpr int restart = 0, back = 1, play = 2, step = 3;

bool says(tests::Headless& s, std::string_view words) {
  std::vector<ui::DrawnLine> lines;
  ui::Recorder record(lines);
  ui::set_recorder(&record);
  s.frames(1);
  ui::set_recorder(nullptr);
  return std::any_of(lines.begin(), lines.end(),
                     [&](const ui::DrawnLine& line) { return line.text == words; });
}

}  // namespace

TEST_CASE("the buttons step, step back and start again") {
  tests::Headless s(run(), 360);
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

TEST_CASE("a button says what it does until it is pressed, and again when one comes back to it") {
  tests::Headless s(run(), 360);
  s.move(button(step));
  s.frames(2);
  CHECK(says(s, "one step (.)"));
  s.click(button(step));
  CHECK_FALSE(says(s, "one step (.)"));
  s.move(button(back));
  s.frames(2);
  CHECK(says(s, "one step back (,)"));
  s.move(button(step));
  s.frames(2);
  CHECK(says(s, "one step (.)"));
}

TEST_CASE("where there are fewer steps than the bound allows, none beyond them is asked for") {
  lab::View v = run();
  v.most = 4;
  tests::Headless s(v, 360);
  s.click(button(step));
  CHECK(s.value("step") == "4");
  s.click(button(step));
  CHECK(s.value("step") == "4");
  s.click(button(back));
  CHECK(s.value("step") == "3");
}

TEST_CASE("how many steps there are is not told under a curtain") {
  lab::View v = run();
  v.most = 3;
  lab::Bars bars;
  bars.heights = {1};
  v.report.figure("secret", "title", "alt", std::move(bars)).room = lab::Room::story;
  tests::Headless s(v, 360);
  s.curtain = {.covered = {"secret"}, .words = "guess first"};
  s.key(ImGuiKey_Period);
  CHECK(s.value("step") == "4");
  s.curtain = {};
  s.key(ImGuiKey_Comma);
  s.key(ImGuiKey_Period);
  CHECK(s.value("step") == "3");
}

TEST_CASE("the keys do what the buttons do") {
  tests::Headless s(run(), 360);
  s.key(ImGuiKey_Period);
  CHECK(s.value("step") == "4");
  s.key(ImGuiKey_Comma);
  s.key(ImGuiKey_Comma);
  CHECK(s.value("step") == "2");
  s.key(ImGuiKey_R);
  CHECK(s.value("step") == "0");
}

TEST_CASE("play and pause are wishes, and what is shown follows the session") {
  tests::Headless s(run(), 360);
  s.click(button(play));
  CHECK(s.view.playing);
  s.key(ImGuiKey_Space);
  CHECK_FALSE(s.view.playing);
  REQUIRE(s.wishes.size() == 2);
  CHECK(s.wishes[1].key == lab::play_key);
  CHECK(s.wishes[1].value == "0");
}

TEST_CASE("a run that has not caught up is stopped by the same button and asks for no frames") {
  tests::Headless s(run(), 360);
  s.view.done = 1;
  s.frames(10);
  CHECK_FALSE(s.last.restless);
  s.click(button(play));
  REQUIRE(s.wishes.size() == 1);
  CHECK(s.wishes[0].value == "0");
}

TEST_CASE("steps that stand with a tab are taken where it is open and nowhere else") {
  lab::View v = run();
  v.fields.find("step")->beside({"net"});
  for (const char* tab : {"net", "other"})
    v.report.figure(tab, tab, "A line of arithmetic.", lab::Working{{"1 + 1 = 2"}}).tab = tab;
  tests::Headless s(v, 360);
  s.view.tab = "net";
  s.frames(3);
  s.key(ImGuiKey_Period);
  CHECK(s.value("step") == "4");
  s.view.tab = "other";
  s.frames(3);
  s.key(ImGuiKey_Period);
  CHECK(s.value("step") == "4");
}
