// The colours of tokens.txt under their names; a hyphen there is an underscore here. The members
// stand in the file's order, and the generated tables must name every one of them.
#pragma once

#include <imgui.h>

namespace ui {

struct Palette {
  ImU32 surface, raised;  // the ground, and what lies upon it: controls, tooltips
  ImU32 text, faint;      // words, and words of less weight
  ImU32 grid, frame;      // hairlines, and outlines of what can be operated
  ImU32 accent, on_accent;
  ImU32 neutral, input, weight, activation, gradient, target, prediction;  // lab::Role, in order
  ImU32 guess;
  ImU32 negative, positive;
  ImU32 good, warning, warning_bg, bad;
};

extern const Palette light_palette, dark_palette;  // palette.cpp, made by the build

}  // namespace ui
