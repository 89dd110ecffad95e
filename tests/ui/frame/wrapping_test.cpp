#include "ui/frame/wrapping.h"

#include <doctest/doctest.h>

#include <string>

#include "ui/bare_canvas.h"
#include "ui/frame/marks.h"

TEST_CASE("a line begins with no percent sign, and no equation is torn apart") {
  bare::Canvas canvas(400);
  canvas.frame([](ui::Desk&) {
    const std::string text = "Accuracy is 99 % of all, and J is 0.94 nats over m = 2 pairs.";
    for (float width = 60; width < 500; width += 7) {
      CAPTURE(width);
      std::string whole;
      for (const std::string& line : ui::broken(text, width)) {
        CHECK(line.front() != '%');
        CHECK(line.front() != '=');
        CHECK(line.back() != '=');
        whole += (whole.empty() ? "" : " ") + line;
      }
      CHECK(whole == text);
    }
  });
}

TEST_CASE("no number is torn apart at its point, and a word without blanks is broken anywhere") {
  bare::Canvas canvas(400);
  canvas.frame([](ui::Desk&) {
    const std::string text = "the gap is 0.2725";
    const float line = ImGui::GetFontSize();
    for (float width = ui::text_size("0.2725").x; width < 300; width += 3) {
      CAPTURE(width);
      const auto lines = static_cast<float>(ui::broken(text, width).size());
      CHECK(ui::broken(text, width).back().ends_with("0.2725"));
      CHECK(ui::text_size(text, width).y == doctest::Approx(lines * line));
      CHECK(ui::text_size(text, width).x <= width);
    }
    const std::string word(60, 'w');
    CHECK(ui::text_size(word, 100).x <= 100);
    CHECK(ui::text_size(word, 100).y > 3 * line);
    CHECK(ui::text_size("one\n\ntwo", 300).y == doctest::Approx(3 * line));
  });
}
