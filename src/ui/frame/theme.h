// The look of the canvas: one table of colours with the page, and ImGui's style made from it.
#pragma once

#include <imgui.h>

#include "lab/figure.h"

namespace ui {

struct Theme {
  bool dark;
  float text_px;          // size of running text, in points
  ImU32 surface, raised;  // the ground, and what lies upon it: controls, read-outs
  ImU32 text, faint;      // words, and words of less weight
  ImU32 grid, frame;      // hairlines, and outlines of what can be operated
  ImU32 accent, on_accent;
  ImU32 role[lab::role_count];  // by lab::Role
  ImU32 guess;                  // what a person guessed, beside the truth
  ImU32 negative, positive;     // signs; zero is the surface
  ImU32 good, warning, warning_bg, bad;

  ImU32 of(lab::Role r) const { return role[static_cast<int>(r)]; }
};

// The theme of the current ImGui context; the light one before the first `apply`.
Theme theme();

// The size of the text that is being written, in points.
inline float em() { return ImGui::GetFontSize(); }

// No words are set smaller, in points, which measure from the highest to the lowest letter: 7 of
// them are 6 of the pixels that the page calls its size of text.
constexpr float least_type = 13;
// What is written while it lives is set in that size where `small` says so.
class LeastType {
 public:
  explicit LeastType(bool small) {
    ImGui::PushFont(nullptr, small && least_type < em() ? least_type : em());
  }
  ~LeastType() { ImGui::PopFont(); }
  LeastType(const LeastType&) = delete;
  LeastType& operator=(const LeastType&) = delete;
};
// Nor are a story and its controls, to come into view together: 13 of the page's pixels.
constexpr float least_story_type = 15;

// Sets what the canvas asks of a new ImGui context: its font, keys that move the focus, no files.
void prepare(ImGuiIO& io);

// Chooses the theme of the current context; spaces follow the size of the text. Between frames.
void apply(bool dark, float text_px, ImGuiStyle& style);

// `from` moved towards `to` by `share` in 0..1, channel by channel.
ImU32 mix(ImU32 from, ImU32 to, float share);

// `colour` with its opacity multiplied by `share`.
ImU32 faded(ImU32 colour, float share);

// What another run has of this role: the same hue, nearer to the ground.
ImU32 ghost_ink(lab::Role role, const Theme& t);

// How deep a cell with a number on it may be tinted.
constexpr float cell_depth = 0.34f;

// The colour of a signed magnitude: -1 negative, 0 surface, 1 positive; `depth` in 0..1 is how far
// the ends go, so that words on top of it stay readable.
ImU32 signed_tint(const Theme& t, double share, float depth);

}  // namespace ui
