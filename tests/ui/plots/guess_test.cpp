#include "ui/plots/guess.h"

#include <doctest/doctest.h>

#include "ui/frame/recorder.h"
#include "ui/headless.h"
#include "ui/views.h"

namespace {

std::string drawing(const ui::Guess& guess) {
  tests::Headless s(views::loss(), 900);
  s.curtain.guesses = {guess};
  ui::Recorder record(guess.figure);
  ui::set_recorder(&record);
  s.frame();
  ui::set_recorder(nullptr);
  return record.svg();
}

bool shows(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a guess is written over bars and curves, within the axis and beyond it") {
  for (const char* key : {"histogram", "curves"})
    for (const auto kind : {ui::Guess::upright, ui::Guess::level})
      for (const double at : {1.0, -1e9, 1e9}) {
        CAPTURE(key);
        CAPTURE(at);
        const std::string svg = drawing({key, kind, "your guess", {at}});
        CHECK(shows(svg, "your guess"));
        CHECK_FALSE(shows(svg, "nan"));
      }
}

TEST_CASE("a sketch is drawn with its words, and one without points is not") {
  CHECK(shows(drawing({"curves", ui::Guess::sketch, "your sketch", {0, 1, 1, 2, 2, 0}}),
              "your sketch"));
  CHECK_FALSE(shows(drawing({"curves", ui::Guess::sketch, "your sketch", {}}), "your sketch"));
}
