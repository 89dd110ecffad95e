// Words and files by hand.
#include "ui/controls/words.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "lab/slots.h"
#include "ui/controls/control.h"
#include "ui/headless.h"

namespace words_by_hand {

namespace {

struct Note {
  std::string note = "one\ntwo";
  void declare(lab::Fields& f) { f.words("note", note, 40, "note"); }
};

struct Own {
  lab::OwnFile picture;
  void declare(lab::Fields& f) { f.asset("picture", picture, lab::Media::picture, "picture"); }
};

template <class Params>
lab::View with() {
  lab::View v;
  v.title = "One field";
  v.fields = lab::declared<Params>();
  return v;
}

constexpr float em = 15, y = 0.2f * em + 1.7f * em + 0.85f * em;

}  // namespace

TEST_CASE("words open for typing in several lines and end with Ctrl+Enter") {
  tests::Headless s(with<Note>(), 360);
  s.click({60, y});
  s.frames(4);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  s.key(ImGuiKey_End);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
  s.frames(2);
  s.key(ImGuiKey_Enter);
  s.type("three, 4");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  s.frame();
  s.key(ImGuiKey_Enter);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
  s.frames(4);
  CHECK(s.value("note") == "one\ntwo\nthree, 4");
}

TEST_CASE("Escape leaves the words as they were") {
  tests::Headless s(with<Note>(), 360);
  s.click({60, y});
  s.frames(4);
  s.type("x");
  s.key(ImGuiKey_Escape);
  s.frames(4);
  CHECK(s.value("note") == "one\ntwo");
}

TEST_CASE("the first line of a text is shown as far as it fits, and that there is more") {
  tests::Headless s(with<Note>(), 360);
  s.frame();
  CHECK(ui::first_line("short", 300) == "short");
  CHECK(ui::first_line("one\ntwo", 300) == "one…");
  const std::string cut = ui::first_line(std::string(100, 'm'), 100);
  CHECK(cut.size() < 20);
  CHECK(cut.ends_with("…"));
  CHECK(ui::first_line("öööööööööööööööööööööööööööööö", 60).ends_with("ö…"));
}

TEST_CASE("the button of a file asks for one") {
  tests::Headless s(with<Own>(), 360);
  s.answers = false;
  s.click({60, y});
  REQUIRE(s.wishes.size() == 1);
  CHECK(s.wishes[0].key == "picture");
  CHECK(s.wishes[0].value == lab::choose_file);
}

TEST_CASE("a file that was given is given up by a second button") {
  lab::View view = with<Own>();
  std::get<lab::Asset>(view.fields.find("picture")->slot).value.name = "mine.png";
  tests::Headless given(view, 360);
  given.answers = false;
  given.click({345, y});
  REQUIRE(given.wishes.size() == 1);
  CHECK(given.wishes[0].value.empty());
}

}  // namespace words_by_hand
