// The whole canvas of a lab: its figures and its controls, laid out for the width at hand and for
// what is in view at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lab/view.h"
#include "ui/frame/curtain.h"
#include "ui/frame/widget.h"

namespace ui {

// Where a figure was drawn, in points from the canvas's top left; for export and for tests.
struct Place {
  std::string key;
  float x, y, width, height;
};

// What the keyboard has come to, in points below the top of the content, and how much of what is in
// view a story that stays covers above it. Nothing where `height` is 0.
struct Reached {
  float top = 0, height = 0, covered = 0;
};

struct Drawn {
  std::vector<Intent> intents;
  std::vector<Place> places;
  float height = 0;  // that the content takes at this width; the page gives the canvas that much
  bool restless = false;    // something still moves: ask for another frame
  Zooms zooms = Zooms::no;  // what lies under the pointer
  // The story stays in view while its controls are scrolled, so that a frame is wanted whenever
  // `Sight::top` changes.
  bool sticks = false;
  Reached reached;  // in this frame, by the keyboard
  // Where the story with its caption ends, and its controls (those under "more" left out).
  float story_end = 0, controls_end = 0;
};

// What a person sees of the canvas.
struct Sight {
  float fold = 0;  // the height that is in view at once, in points; 0 where nobody has said
  float top = 0;   // where that begins, below the top of the canvas
};

// From this width on the controls stand beside the story, in points; in large type from more.
constexpr float wide_board = 700;

// Draws `view` between ImGui::NewFrame and ImGui::Render, filling the display's width. `gfx`
// belongs to the caller's GL context and outlives the frame; without one (a headless test) maps
// stay blank. `stamps` has a number for each figure, never used again once the figure is another,
// so that what stands in `gfx` is not looked at; without them it is. `curtain` hangs over some
// figures.
Drawn board(const lab::View& view, gfx::Cache* gfx, bool reduced_motion,
            std::span<const std::uint64_t> stamps = {}, const Curtain& curtain = {},
            Sight sight = {});

}  // namespace ui
