#include "ui/frame/theme.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/frame/font.h"
#include "ui/headless.h"
#include "ui/views.h"

namespace {

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(ImU32 colour) {
  const auto channel = [&](int shift) {
    const double c = ((colour >> shift) & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

template <class Check>
void in_both_themes(Check check) {
  for (const bool dark : {false, true}) {
    CAPTURE(dark);
    tests::Headless s(views::attention(), 600, dark);
    CHECK(ui::theme().dark == dark);
    check(ui::theme());
  }
}

}  // namespace

TEST_CASE("black on white has a contrast of 21") {
  CHECK(contrast(IM_COL32_WHITE, IM_COL32_BLACK) == doctest::Approx(21));
}

TEST_CASE("words stand out 4.5 to 1 from every ground that they are written on") {
  in_both_themes([](const ui::Theme& t) {
    for (const ImU32 ground : {t.surface, t.raised}) {
      CHECK(contrast(t.text, ground) >= 4.5);
      CHECK(contrast(t.faint, ground) >= 4.5);
    }
    CHECK(contrast(t.on_accent, t.accent) >= 4.5);
    CHECK(contrast(t.text, t.warning_bg) >= 4.5);
    CHECK(contrast(t.guess, t.surface) >= 4.5);
    for (const ImU32 role : t.role) CHECK(contrast(role, t.surface) >= 4.5);  // labels of curves
  });
}

TEST_CASE("marks and outlines of what can be operated stand out 3 to 1") {
  in_both_themes([](const ui::Theme& t) {
    for (const ImU32 mark : {t.accent, t.frame, t.negative, t.positive, t.good, t.bad}) {
      CHECK(contrast(mark, t.surface) >= 3);
      CHECK(contrast(mark, t.raised) >= 3);
    }
    CHECK(contrast(t.warning, t.warning_bg) >= 3);
  });
}

TEST_CASE("numbers stay readable on the deepest tint of a cell") {
  in_both_themes([](const ui::Theme& t) {
    for (const double sign : {-1.0, 0.0, 1.0})
      CHECK(contrast(t.text, ui::signed_tint(t, sign, ui::cell_depth)) >= 4.5);
  });
}

TEST_CASE("a tint is the ground at zero and symmetrical in how far it goes") {
  tests::Headless s(views::attention(), 600);
  const ui::Theme t = ui::theme();
  CHECK(ui::signed_tint(t, 0, 1) == t.surface);
  CHECK(ui::signed_tint(t, 1, 1) == t.positive);
  CHECK(ui::signed_tint(t, -1, 1) == t.negative);
  CHECK(ui::signed_tint(t, 99, 1) == t.positive);
}

TEST_CASE("roles differ from each other in colour") {
  in_both_themes([](const ui::Theme& t) {
    for (int i = 0; i < lab::role_count; ++i)
      for (int j = 0; j < i; ++j) CHECK(t.role[i] != t.role[j]);
  });
}

TEST_CASE("the font has every sign that labels and formulas use") {
  tests::Headless s(views::attention(), 600);
  for (const ImWchar sign : U"ŷᵐˣⱼᵀ√Σ∂σλμ÷×·−≤≥≈∞½′⊙→←↔▸▾◐✓✗⚄●⁰¹⁹⁻₁ᵢ–…ħαω𝔼\u202f")
    if (sign) {
      CAPTURE(static_cast<unsigned>(sign));
      CHECK(ImGui::GetFont()->IsGlyphInFont(sign));
    }
}

TEST_CASE("text is never smaller than 13 points") {
  tests::Headless s(views::attention(), 600);
  ui::apply(false, 4, ImGui::GetStyle());
  s.frame();
  CHECK(ui::theme().text_px == 13);
}
