// The canvas as the page and the native window both run it: Dear ImGui with a lab's board on it,
// drawn only when something changed. Input goes to ImGui's IO, by the front end or its backend.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gfx/cache.h"
#include "lab/view.h"
#include "ui/frame/board.h"
#include "ui/frame/curtain.h"

namespace app {

// An OpenGL ES 3 context is current when a stage is made and in all of its calls.
class Stage {
 public:
  Stage();
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  // Size in points, `pixel_ratio` pixels each. A pixel ratio beyond 1/4 to 8 is brought into it.
  void resize(float width, float height, float pixel_ratio);
  // Of the size, only the part from `top` on is drawn, `height` points of it, into a framebuffer of
  // that height; all again after the next `resize`.
  void band(float top, float height);
  // The height that is in view at once, in points: the story is composed to fit in it.
  void fold(float points);
  // Where what is in view begins, in points below the top of the content: a story that stays in
  // view is drawn there.
  void scroll(float top);
  void theme(bool dark, float text_px, bool reduced_motion);
  // A figure that is the same object as in the view before is taken to stand.
  void show(lab::View view);

  // Hangs a curtain with these words over figures, by their keys, and takes it from all others:
  // from those that are covered it rises for a moment, unless motion is reduced.
  void cover(std::vector<std::string> keys, std::string words);
  // What a person guessed, to be drawn over the truth, in place of the guesses before.
  void guess(std::vector<ui::Guess> guesses);

  // Draws into the framebuffer that is bound, unless the frame equals the last one drawn. `seconds`
  // counts from any beginning. True where another frame would differ; once it is false, nothing
  // changes until input or another call here.
  bool frame(double seconds);

  // Lays a frame out and draws nothing of it. What it leaves, and whether another would differ, is
  // as after `frame`: so that a picture that nobody has seen yet can settle for little.
  bool compose(double seconds);

  // The next frame is drawn even if it equals the last: another framebuffer waits for it.
  void invalidate() { drawn_ = 0; }

  // A figure as SVG, as it is drawn at this width; empty where the view has none of that key.
  std::string svg(const std::string& key);

  // What the textures of the figures have cost so far.
  gfx::Cache::Work work() const { return cache_.work(); }

  // What the person asked for since the last call.
  std::vector<ui::Intent> take_intents();

  // As the last frame left them.
  const std::vector<ui::Place>& places() const { return places_; }
  float height() const { return height_; }  // points that the content takes at this width
  bool sticks() const { return sticks_; }   // whether `scroll` changes what is drawn
  // What the keyboard has come to since the last call; see ui::Reached.
  ui::Reached take_reached() { return std::exchange(reached_, {}); }
  float story_end() const { return story_end_; }  // see ui::Drawn
  float controls_end() const { return controls_end_; }
  const char* cursor() const;  // by its name in CSS
  bool wants_text() const;
  // Where text is typed, in points from the top left of the content.
  struct Spot {
    float x = 0, y = 0, height = 0;
  };
  Spot typing() const;
  // Whether a pinch, or the wheel as well, would enlarge what lies under the pointer.
  ui::Zooms zooms() const { return zooms_; }

 private:
  void stamp(const lab::Figures& next);
  bool raise_curtain();
  bool unsettled() const;
  bool begin(double seconds);
  bool finish(ui::Drawn drawn, bool rising);
  ui::Drawn lay_out(gfx::Cache* cache);
  ui::Drawn draw();

  gfx::Cache cache_;
  std::optional<lab::View> view_;
  std::vector<std::uint64_t> stamps_;  // of the view's figures: one that stands keeps its number
  std::uint64_t stamps_given_ = 0;
  float band_top_ = 0, band_height_ = 0;
  ui::Sight sight_;
  bool reduced_motion_ = false;
  double seconds_ = 0;
  ui::Curtain curtain_;
  std::optional<double> rising_since_;  // nothing before the first frame in which it rises
  int frames_to_settle_ = 0;
  std::uint64_t drawn_ = 0;  // the fingerprint of the last frame that was drawn; 0: none counts
  std::vector<ui::Intent> intents_;
  std::vector<ui::Place> places_;
  float height_ = 0;
  bool sticks_ = false;
  ui::Reached reached_;
  float story_end_ = 0, controls_end_ = 0;
  ui::Zooms zooms_ = ui::Zooms::no;
};

}  // namespace app
