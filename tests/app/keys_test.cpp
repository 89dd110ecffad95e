#include "app/keys.h"

#include <doctest/doctest.h>

TEST_CASE("codes in a row count on from their first key") {
  CHECK(app::key_of("KeyA") == ImGuiKey_A);
  CHECK(app::key_of("KeyZ") == ImGuiKey_Z);
  CHECK(app::key_of("Digit0") == ImGuiKey_0);
  CHECK(app::key_of("Digit9") == ImGuiKey_9);
  CHECK(app::key_of("Numpad7") == ImGuiKey_Keypad7);
}

TEST_CASE("named keys are found whole") {
  CHECK(app::key_of("ArrowLeft") == ImGuiKey_LeftArrow);
  CHECK(app::key_of("NumpadEnter") == ImGuiKey_KeypadEnter);
  CHECK(app::key_of("ControlRight") == ImGuiKey_RightCtrl);
}

TEST_CASE("what is no key of the canvas is none") {
  for (const char* code : {"", "Key", "Keya", "KeyAA", "Digit", "Digit:", "Numpad", "arrowleft",
                           "ArrowLef", "MediaPlayPause", "KeyÄ"}) {
    CAPTURE(code);
    CHECK(app::key_of(code) == ImGuiKey_None);
  }
}
