#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

#include "ui/headless.h"
#include "ui/views.h"

namespace {

struct Numbers {
  int n = 10, classes = 250, label = 2;
  double rate = 0.5, sigma = 0.01, variance = 2;
  void declare(lab::Fields& f) {
    f.whole("n", n, {0, 20}, "side n [px]");
    f.real("rate", rate, {0, 1}, "rate");
    f.log_real("sigma", sigma, {0, 10}, "sigma");
    f.auto_real("variance", variance, {0, 10}, "variance");
    f.whole("classes", classes, {2, 100000}, "classes");
    f.whole("label", label, {1, 1000}, "true class").offer_up_to(4);
  }
};

lab::View numbers() {
  lab::View v;
  v.title = "Numbers";
  v.fields = lab::declared<Numbers>();
  return v;
}

// In one column of 360 points a slider takes 1.7 lines of 15 points and 44 points, the gap below
// among them; its track is inset by 9 points on either side.
constexpr float slider_em = 15, slider_gap = 0.45f * slider_em, slider_row = 44;
ImVec2 on_track(int index, float share) {
  constexpr float edge = 0.2f * slider_em + 2, top = 0.2f * slider_em,
                  pitch = 1.7f * slider_em + slider_row;
  const float width = 360 - 2 * edge;
  return {edge + 9 + share * (width - 18), top + static_cast<float>(index) * pitch +
                                               1.7f * slider_em + 0.5f * (slider_row - slider_gap)};
}
ImVec2 headline_of(ImVec2 track) {
  return {track.x, track.y - 0.5f * (slider_row - slider_gap) - 0.85f * slider_em};
}
ImVec2 on_value(int index) { return {360 - 40, headline_of(on_track(index, 0)).y}; }
ImVec2 on_label(int index) { return {20, headline_of(on_track(index, 0)).y}; }

}  // namespace

TEST_CASE("dragging a slider sets its field to texts of links, at most one a frame") {
  tests::Headless s(numbers(), 360);
  s.drag(on_track(0, 0.5f), on_track(0, 1), 20);
  CHECK(s.value("n") == "20");
  CHECK(s.wishes.size() == 10);  // 11 to 20, each once
  CHECK(s.wishes.front().key == "n");
  CHECK(s.wishes.front().value == "11");
}

TEST_CASE("a drag ends exactly at the ends of the range") {
  tests::Headless s(numbers(), 360);
  s.drag(on_track(1, 0.5f), {-100, on_track(1, 0).y});
  CHECK(s.value("rate") == "0");
  s.drag(on_track(1, 0), {900, on_track(1, 0).y});
  CHECK(s.value("rate") == "1");
}

TEST_CASE("a knob at either end is taken hold of by all of it") {
  for (const float end : {0.0f, 1.0f}) {
    for (const float aside : {-8.0f, 0.0f, 8.0f}) {
      tests::Headless s(numbers(), 360);
      CAPTURE(end);
      CAPTURE(aside);
      const ImVec2 knob = on_track(1, end);
      s.view.fields.set("rate", end == 0 ? "0" : "1");
      s.drag({knob.x + aside, knob.y}, {on_track(1, 0.5f).x + aside, knob.y});
      CHECK(std::stod(s.value("rate")) == doctest::Approx(0.5).epsilon(0.02));
    }
  }
}

TEST_CASE("in one column a finger need not hit the line of a slider") {
  tests::Headless s(numbers(), 360);
  const ImVec2 from = on_track(1, 0.5f), to = on_track(1, 0.8f);
  for (const float off : {-17.0f, 17.0f}) {
    s.view.fields.set("rate", "0.5");
    s.drag({from.x, from.y + off}, {to.x, to.y + off});
    CHECK(std::stod(s.value("rate")) == doctest::Approx(0.8).epsilon(0.02));
  }
}

TEST_CASE("a dragged real has no more digits than the track can tell apart") {
  tests::Headless s(numbers(), 360);
  s.drag(on_track(1, 0.5f), on_track(1, 0.731f));
  CHECK(s.value("rate").size() <= 5);
  CHECK(std::stod(s.value("rate")) == doctest::Approx(0.731).epsilon(0.01));
}

TEST_CASE("a logarithmic slider moves by ratios and reaches zero") {
  tests::Headless s(numbers(), 360);
  s.drag(on_track(2, 0.65f), on_track(2, 0.9f));
  const double upper = std::stod(s.value("sigma"));
  CHECK(upper > 0.5);
  CHECK(upper < 10);
  s.click(on_track(2, 0.001f));
  s.drag(on_track(2, 0.9f), {-50, on_track(2, 0).y});
  CHECK(s.value("sigma") == "0");
}

TEST_CASE("a click on the track alone does not move a value") {
  tests::Headless s(numbers(), 360);
  s.click(on_track(0, 0.5f));
  CHECK(s.wishes.empty());
}

TEST_CASE("a double click resets a slider, and so does one on its label") {
  tests::Headless s(numbers(), 360);
  s.drag(on_track(0, 0.5f), on_track(0, 0.8f));
  REQUIRE(s.value("n") == "16");
  s.double_click(on_track(0, 0.8f));
  CHECK(s.value("n") == "10");
  s.drag(on_track(0, 0.5f), on_track(0, 0.2f));
  REQUIRE(s.value("n") == "4");
  s.double_click(on_label(0));
  CHECK(s.value("n") == "10");
}

TEST_CASE("a value is typed in its box, with a comma or a point") {
  tests::Headless s(numbers(), 360);
  s.click(on_value(1));
  s.frames(3);
  s.type("0,25");
  s.key(ImGuiKey_Enter);
  s.frames(2);
  CHECK(s.value("rate") == "0.25");
  s.click(on_value(0));
  s.frames(3);
  s.type("99");
  s.key(ImGuiKey_Enter);
  s.frames(2);
  CHECK(s.value("n") == "20");  // brought into bounds
}

TEST_CASE("words typed for a number, and Escape, leave it alone") {
  tests::Headless s(numbers(), 360);
  s.click(on_value(0));
  s.frames(3);
  s.type("many");
  s.key(ImGuiKey_Enter);
  s.click(on_value(0));
  s.frames(3);
  s.type("7");
  s.key(ImGuiKey_Escape);
  s.frames(2);
  CHECK(s.wishes.empty());
}

TEST_CASE("a number with two readings stays in its box until it is written anew") {
  tests::Headless s(numbers(), 360);
  s.click(on_value(4));
  s.frames(3);
  s.type("1,000");
  s.key(ImGuiKey_Enter);
  s.frames(4);
  CHECK(s.wishes.empty());
  CHECK(ImGui::GetIO().WantTextInput);
  // The cursor stands behind what was typed.
  for (int i = 0; i < 4; ++i) s.key(ImGuiKey_Backspace);
  s.type("000");
  s.key(ImGuiKey_Enter);
  s.frames(2);
  CHECK(s.value("classes") == "1000");
}

TEST_CASE("what was left unread stays until it is left again") {
  tests::Headless s(numbers(), 360);
  s.click(on_value(4));
  s.frames(3);
  s.type("1,000");
  s.click(on_label(0));
  s.frames(3);
  CHECK(s.wishes.empty());
  s.click(on_value(4));
  s.frames(3);
  CHECK(ImGui::GetIO().WantTextInput);
  s.key(ImGuiKey_Escape);
  s.frames(2);
  CHECK_FALSE(ImGui::GetIO().WantTextInput);
  CHECK(s.value("classes") == "250");
}

TEST_CASE("arrows move a slider that has the focus, Delete resets it") {
  tests::Headless s(numbers(), 360);
  s.click(on_track(0, 0.5f));
  s.key(ImGuiKey_RightArrow);
  s.key(ImGuiKey_RightArrow);
  s.key(ImGuiKey_LeftArrow);
  CHECK(s.value("n") == "11");
  s.key(ImGuiKey_Delete);
  CHECK(s.value("n") == "10");
}

TEST_CASE("a slow session does not pull the slider out of the hand") {
  tests::Headless s(numbers(), 360);
  s.answers = false;
  s.move(on_track(0, 0.5f));
  s.frames(30);
  s.press();
  s.move(on_track(0, 0.7f));
  const auto asked = s.wishes.size();
  CHECK(s.wishes.back().value == "14");
  s.move(on_track(0, 0.9f));
  CHECK(s.wishes.size() == asked + 1);
  CHECK(s.wishes.back().value == "18");
  s.release();
  CHECK(s.last.restless);  // it waits for the answer
  s.view.fields.set("n", "18");
  s.frames(2);
  CHECK_FALSE(s.last.restless);
}

TEST_CASE("an answer that never comes does not keep the board awake") {
  tests::Headless s(numbers(), 360);
  s.answers = false;
  s.drag(on_track(0, 0.5f), on_track(0, 0.9f));
  s.frames(120);
  CHECK_FALSE(s.last.restless);
}

TEST_CASE("an automatic real is switched to the lab's choice and back to a number") {
  tests::Headless s(numbers(), 360);
  const ImVec2 button{360 - 20, on_value(3).y};
  s.click(button);
  CHECK(s.value("variance") == "auto");
  s.click(button);
  CHECK(s.value("variance") == "2");
}

TEST_CASE("a wide range of whole numbers is spaced by ratios") {
  tests::Headless s(numbers(), 360);
  s.drag(on_track(4, 0.446f), on_track(4, 0.7f));
  const int classes = std::stoi(s.value("classes"));
  CHECK(classes > 2000);
  CHECK(classes < 8000);
}

TEST_CASE("a slider ends where its number stops to mean something") {
  tests::Headless s(numbers(), 360);
  s.drag(on_track(5, 1.0f / 3), on_track(5, 1));
  CHECK(s.value("label") == "4");
}
