#include "ui/controls/control.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/headless.h"

namespace {

enum class Pad { zero, reflect, replicate };
enum class Many { a, b, c, d, e, f, g };

struct Mixed {
  bool mask = false;
  Pad pad = Pad::zero;
  int seed = 1;
  std::vector<double> row{1, 2};
  void declare(lab::Fields& f) {
    f.flag("mask", mask, "mask");
    f.choice("pad", pad, {"zero", "reflect", "copy"}, "padding");
    f.whole("seed", seed, {0, 1000000}, "seed");
    f.reals("row", row, {1, 3}, {-9, 9}, "row");
  }
};

lab::View mixed() {
  lab::View v;
  v.title = "Mixed";
  v.fields = lab::declared<Mixed>();
  return v;
}

constexpr float em = 15, top = 0.2f * em, gap = 0.45f * em;
constexpr float flag_y = top + 0.85f * em;
constexpr float choice_y = top + 1.7f * em + gap + 1.7f * em + em;
constexpr float seed_y = top + 1.7f * em + gap + 3.8f * em + gap + 0.85f * em;

}  // namespace

TEST_CASE("a switch is thrown and thrown back") {
  tests::Headless s(mixed(), 360);
  s.click({340, flag_y});
  CHECK(s.value("mask") == "1");
  s.click({340, flag_y});
  CHECK(s.value("mask") == "0");
}

TEST_CASE("few short choices are buttons side by side, moved by arrows too") {
  tests::Headless s(mixed(), 360);
  s.click({180, choice_y});
  CHECK(s.value("pad") == "reflect");
  s.key(ImGuiKey_RightArrow);
  CHECK(s.value("pad") == "copy");
  s.key(ImGuiKey_RightArrow);
  CHECK(s.value("pad") == "copy");
}

TEST_CASE("a new seed differs from the last, and the same seed is always followed by the same") {
  std::string first;
  for (int round = 0; round < 2; ++round) {
    tests::Headless s(mixed(), 360);
    s.click({320, seed_y});
    CHECK(s.value("seed") != "1");
    if (round == 1) CHECK(s.value("seed") == first);
    first = s.value("seed");
    s.click({320, seed_y});
    CHECK(s.value("seed") != first);
  }
}

TEST_CASE("a list grows and shrinks within its bounds") {
  tests::Headless s(mixed(), 360);
  // Headline, grid of one row, then "entries − 2 +".
  const float y = seed_y + 0.85f * em + gap + 1.7f * em + 2.1f * em + 0.6f * em + 0.85f * em;
  const float entries = 5 + 7 * 8.6f;
  bool grown = false, shrunk = false;
  for (float x = entries; x < 260 && !(grown && shrunk); x += 8) {
    const std::string before = s.value("row");
    s.click({x, y});
    grown |= s.value("row").size() > before.size();
    shrunk |= s.value("row").size() < before.size();
  }
  CHECK(grown);
  CHECK(shrunk);
}

TEST_CASE("a label is taken apart into words and unit") {
  lab::Field field;
  field.label = "input side n [px]";
  CHECK(ui::caption(field).label == "input side n");
  CHECK(ui::caption(field).unit == "px");
  field.label = "dilation d";
  CHECK(ui::caption(field).label == "dilation d");
  CHECK(ui::caption(field).unit.empty());
}
