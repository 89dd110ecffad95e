#include "ui/controls/played.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/headless.h"

namespace {

struct Training {
  int steps = 120;
  void declare(lab::Fields& f) { f.whole("steps", steps, {0, 400}, "training steps").played(); }
};

lab::View training() {
  lab::View v;
  v.title = "Training";
  v.fields = lab::declared<Training>();
  return v;
}

// The middle of a button of 2.6 em, with 0.35 em between two, from the left edge.
ImVec2 of_two(int index) {
  constexpr float em = 15;
  return {0.2f * em + 2 + (static_cast<float>(index) * 2.95f + 1.3f) * em, 0.2f * em + 1.3f * em};
}

int steps_of(const tests::Headless& s) { return std::stoi(s.value("steps")); }

}  // namespace

TEST_CASE("a number that is played runs on until it is stopped, and then rests") {
  tests::Headless s(training(), 360);
  s.click(of_two(1));
  for (int i = 0; i < 6; ++i) s.frame();
  CHECK(steps_of(s) > 124);
  CHECK(s.last.restless);
  s.click(of_two(1));
  const int stopped = steps_of(s);
  for (int i = 0; i < 6; ++i) s.frame();
  CHECK(steps_of(s) == stopped);
  CHECK_FALSE(s.last.restless);
}

TEST_CASE("it begins again from the first step, and ends at the last") {
  tests::Headless s(training(), 360);
  s.click(of_two(0));
  CHECK(steps_of(s) < 60);
  for (int i = 0; i < 600 && steps_of(s) < 400; ++i) s.frame();
  CHECK(steps_of(s) == 400);
  for (int i = 0; i < 3; ++i) s.frame();
  CHECK_FALSE(s.last.restless);
  CHECK(steps_of(s) == 400);
}
