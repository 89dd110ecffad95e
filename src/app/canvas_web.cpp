// The canvas module of the page: the stage in a WebGL 2 context. The page calls these functions and
// owns the loop; nothing here calls the page. Texts and bytes come in through the buffer.
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/clipboard.h"
#include "app/keys.h"
#include "app/stage.h"
#include "gfx/rehearsal.h"
#include "lab/number.h"
#include "lab/parcel.h"

namespace {

std::vector<std::uint8_t> buffer;
std::string answer;  // the last text that was returned
std::unique_ptr<app::Stage> stage;
std::unique_ptr<gfx::Rehearsal> rehearsal;
lab::Receiver receiver;

std::span<const std::uint8_t> input(int n) {
  return {buffer.data(), n < 0 ? 0 : std::min(static_cast<std::size_t>(n), buffer.size())};
}

std::string text_input(int n) {
  const auto bytes = input(n);
  return {bytes.begin(), bytes.end()};
}

// The page counts left, middle, right; ImGui left, right, middle.
int imgui_button(int button) { return button == 1 ? 2 : button == 2 ? 1 : 0; }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream from(text);
  for (std::string line; std::getline(from, line);) all.push_back(line);
  return all;
}

enum class Pointer { move, down, up, leave };

}  // namespace

extern "C" {

std::uint8_t* canvas_buffer(int bytes) {
  buffer.resize(bytes < 0 ? 0 : static_cast<std::size_t>(bytes));
  return buffer.data();
}

int canvas_start(int n) {
  EmscriptenWebGLContextAttributes wish;
  emscripten_webgl_init_context_attributes(&wish);
  wish.majorVersion = 2;
  wish.alpha = wish.depth = wish.stencil = false;
  wish.antialias =
      false;  // Dear ImGui smooths its own edges; samples would cost four times the work
  const auto context = emscripten_webgl_create_context(text_input(n).c_str(), &wish);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    return 0;
  }
  stage = std::make_unique<app::Stage>();
  return 1;
}

// Shows the view in the parcel. 0 where it cannot be opened: then one that lacks no figure is
// needed.
int canvas_show(int n) {
  std::optional<lab::View> view = receiver.open(input(n));
  if (!stage || !view) return 0;
  stage->show(*std::move(view));
  return 1;
}

void canvas_resize(float width, float height, float pixel_ratio) {
  if (stage) stage->resize(width, height, pixel_ratio);
}

void canvas_band(float top, float height) {
  if (stage) stage->band(top, height);
}

// What is in view at once, and where below the top of the content that begins.
void canvas_fold(float points) {
  if (stage) stage->fold(points);
}

void canvas_scroll(float top) {
  if (stage) stage->scroll(top);
}

// Whether another place of what is in view changes what is drawn.
int canvas_sticks() { return stage && stage->sticks(); }

void canvas_theme(int dark, float text_px, int reduced_motion) {
  if (stage) stage->theme(dark != 0, text_px, reduced_motion != 0);
}

void canvas_pointer(int kind, float x, float y, int button, int touch) {
  if (!stage) return;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  switch (static_cast<Pointer>(kind)) {
    case Pointer::move:
      io.AddMousePosEvent(x, y);
      break;
    case Pointer::down:
    case Pointer::up:
      io.AddMousePosEvent(x, y);
      io.AddMouseButtonEvent(imgui_button(button), static_cast<Pointer>(kind) == Pointer::down);
      break;
    case Pointer::leave:
      for (int b = 0; b < 3; ++b) io.AddMouseButtonEvent(b, false);
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      break;
  }
}

// A notch of a wheel is about 100 CSS pixels, and 1 for ImGui, which counts upwards.
void canvas_wheel(float dx, float dy) {
  if (stage) ImGui::GetIO().AddMouseWheelEvent(-dx / 100, -dy / 100);
}

// Two fingers around a point have moved apart by `ratio`: a wheel with Ctrl, as browsers have it.
void canvas_pinch(float x, float y, float ratio) {
  if (!stage || !(ratio > 0)) return;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(x, y);
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  io.AddMouseWheelEvent(0, std::log(ratio) / std::log(1.25f));
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
}

// What would enlarge the figure under the pointer: 0 nothing, 1 a pinch, 2 the wheel upwards as
// well, 3 the wheel either way.
int canvas_zooms() { return stage ? static_cast<int>(stage->zooms()) : 0; }

void canvas_key(int n, int down, int modifiers) {
  if (!stage) return;
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, modifiers & 1);
  io.AddKeyEvent(ImGuiMod_Shift, modifiers & 2);
  io.AddKeyEvent(ImGuiMod_Alt, modifiers & 4);
  io.AddKeyEvent(ImGuiMod_Super, modifiers & 8);
  const ImGuiKey key = app::key_of(text_input(n));
  if (key != ImGuiKey_None) io.AddKeyEvent(key, down != 0);
}

void canvas_text(int n) {
  if (stage) ImGui::GetIO().AddInputCharactersUTF8(text_input(n).c_str());
}

void canvas_paste(int n) {
  if (stage) app::paste_text(text_input(n));
}

const char* canvas_selected() {
  answer = stage ? app::selected_text() : "";
  return answer.c_str();
}

// Losing the focus releases every key.
void canvas_focus(int on) {
  if (stage) ImGui::GetIO().AddFocusEvent(on != 0);
}

// The words of the curtain in the first line, then the keys of the figures that it covers.
void canvas_cover(int n) {
  if (!stage) return;
  std::vector<std::string> keys = lines(text_input(n));
  std::string words;
  if (!keys.empty()) {
    words = std::move(keys.front());
    keys.erase(keys.begin());
  }
  stage->cover(std::move(keys), std::move(words));
}

// A guess in lines: the key of its figure; "upright", "level" or "sketch"; its words; its numbers,
// one a line. Without a line there is no guess.
void canvas_guess(int n) {
  if (!stage) return;
  const std::vector<std::string> all = lines(text_input(n));
  std::vector<ui::Guess> guesses;
  if (all.size() > 3) {
    const ui::Guess::Kind kind = all[1] == "level"    ? ui::Guess::level
                                 : all[1] == "sketch" ? ui::Guess::sketch
                                                      : ui::Guess::upright;
    ui::Guess guess{all[0], kind, all[2], {}};
    for (std::size_t i = 3; i < all.size(); ++i)
      guess.numbers.push_back(lab::real(all[i]).value_or(0));
    guesses.push_back(std::move(guess));
  }
  stage->guess(std::move(guesses));
}

int canvas_frame(double seconds) { return stage && stage->frame(seconds); }

// As a frame that is not drawn.
int canvas_compose(double seconds) { return stage && stage->compose(seconds); }

// Draws a frame of width x height pixels where nobody sees it. 0 where there is no room for it.
int canvas_rehearse(double seconds, int width, int height) {
  if (!stage) return 0;
  rehearsal = std::make_unique<gfx::Rehearsal>();
  stage->invalidate();
  if (rehearsal->draw(width, height, [&] { stage->frame(seconds); })) return 1;
  rehearsal.reset();
  return 0;
}

// Whether that frame is there. Asks without waiting for it.
int canvas_rehearsed() { return !rehearsal || rehearsal->done(); }

// Shows it.
void canvas_perform() {
  if (rehearsal) rehearsal->show();
  rehearsal.reset();
}

const char* canvas_intents() {
  answer.clear();
  if (stage) {
    for (const auto& [key, value] : stage->take_intents()) answer += key + "=" + value + "\n";
  }
  return answer.c_str();
}

float canvas_height() { return stage ? stage->height() : 0; }

// "top height covered" of what the keyboard has come to since the last call, in points from the top
// of the content; empty where it has not moved.
const char* canvas_reached() {
  answer.clear();
  const ui::Reached at = stage ? stage->take_reached() : ui::Reached{};
  if (at.height > 0) {
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, "%.2f %.2f %.2f", at.top, at.height, at.covered);
    answer = numbers;
  }
  return answer.c_str();
}

const char* canvas_figures() {
  answer.clear();
  if (stage) {
    for (const auto& place : stage->places()) {
      char numbers[64];
      std::snprintf(numbers, sizeof numbers, " %.2f %.2f %.2f %.2f\n", place.x, place.y,
                    place.width, place.height);
      answer += place.key + numbers;
    }
  }
  return answer.c_str();
}

const char* canvas_svg(int n) {
  answer = stage ? stage->svg(text_input(n)) : "";
  return answer.c_str();
}

const char* canvas_cursor() { return stage ? stage->cursor() : "default"; }

// "x y height" of the line where text is typed, in points from the top left of the content.
const char* canvas_typing() {
  answer.clear();
  if (stage) {
    const app::Stage::Spot at = stage->typing();
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, "%.2f %.2f %.2f", at.x, at.y, at.height);
    answer = numbers;
  }
  return answer.c_str();
}

int canvas_wants_text() { return stage && stage->wants_text(); }
}
