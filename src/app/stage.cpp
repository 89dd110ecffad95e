#include "app/stage.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "ui/frame/recorder.h"
#include "ui/frame/theme.h"

namespace app {

namespace {

// ImGui places what it has just learnt (a size, a hovered item, a popup) in the frames after.
constexpr int frames_after_a_change = 3;

constexpr double rise_seconds = 0.2;

bool anything_held(const ImGuiIO& io) {
  const auto is_down = [](const ImGuiKeyData& key) { return key.Down; };
  return std::any_of(std::begin(io.MouseDown), std::end(io.MouseDown), [](bool b) { return b; }) ||
         std::any_of(std::begin(io.KeysData), std::end(io.KeysData), is_down);
}

// Whether both views show figures of the same keys in the same order, and complain equally often.
bool same_things(const lab::View& a, const lab::View& b) {
  const auto alike = [](const lab::Figure& x, const lab::Figure& y) {
    return x.key == y.key && x.title.size() == y.title.size() && x.shape.index() == y.shape.index();
  };
  const auto &x = a.report.figures, &y = b.report.figures;
  return a.title == b.title && a.tab == b.tab &&
         a.report.problems.size() == b.report.problems.size() &&
         std::equal(x.begin(), x.end(), y.begin(), y.end(), alike);
}

// FNV-1a over words of four bytes.
std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t bytes) {
  const auto* const from = static_cast<const unsigned char*>(data);
  for (std::size_t i = 0; i + 4 <= bytes; i += 4) {
    std::uint32_t word;
    std::memcpy(&word, from + i, 4);
    hash = (hash ^ word) * 1099511628211u;
  }
  return hash;
}

// What a frame would draw, as a number; 0 where a texture has yet to be brought up to date, so that
// the frame must be drawn.
std::uint64_t fingerprint(const ImDrawData& data) {
  if (data.Textures) {
    for (const ImTextureData* texture : *data.Textures)
      if (texture->Status != ImTextureStatus_OK) return 0;
  }
  std::uint64_t hash = 14695981039346656037u;
  for (const ImDrawList* list : data.CmdLists) {
    hash = mixed(hash, list->VtxBuffer.Data,
                 static_cast<std::size_t>(list->VtxBuffer.Size) * sizeof(ImDrawVert));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const ImTextureID texture = command.GetTexID();
      hash = mixed(hash, &command.ClipRect, sizeof command.ClipRect);
      hash = mixed(hash, &texture, sizeof texture);
      hash = mixed(hash, &command.ElemCount, sizeof command.ElemCount);
    }
  }
  return hash == 0 ? 1 : hash;
}

void clear(ImU32 colour, ImVec2 pixels) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
  glViewport(0, 0, static_cast<GLsizei>(pixels.x), static_cast<GLsizei>(pixels.y));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(c.x, c.y, c.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

Stage::Stage() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ui::prepare(ImGui::GetIO());
  // Nothing waits for a pointer to rest: a clock that runs would ask for frames.
  ImGuiStyle& style = ImGui::GetStyle();
  style.HoverStationaryDelay = style.HoverDelayShort = style.HoverDelayNormal = 0;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  theme(false, 15, false);
}

Stage::~Stage() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

void Stage::resize(float width, float height, float pixel_ratio) {
  ImGuiIO& io = ImGui::GetIO();
  const float ratio = std::clamp(pixel_ratio, 0.25f, 8.0f);
  io.DisplaySize = {std::max(width, 0.0f), std::max(height, 0.0f)};
  io.DisplayFramebufferScale = {ratio, ratio};
  band(0, io.DisplaySize.y);
  frames_to_settle_ = frames_after_a_change;
  invalidate();
}

void Stage::band(float top, float height) {
  band_top_ = top;
  band_height_ = height;
  invalidate();
}

void Stage::fold(float points) {
  if (sight_.fold == points) return;
  sight_.fold = points;
  frames_to_settle_ = frames_after_a_change;
}

void Stage::scroll(float top) {
  if (sight_.top == top) return;
  sight_.top = top;
  frames_to_settle_ = std::max(frames_to_settle_, 1);
}

void Stage::theme(bool dark, float text_px, bool reduced_motion) {
  ui::apply(dark, text_px, ImGui::GetStyle());
  reduced_motion_ = reduced_motion;
  frames_to_settle_ = frames_after_a_change;
  invalidate();
}

void Stage::cover(std::vector<std::string> keys, std::string words) {
  std::vector<std::string> rising;
  for (const std::string& key : curtain_.covered)
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) rising.push_back(key);
  if (!rising.empty()) {
    curtain_.rising = std::move(rising);
    curtain_.risen = reduced_motion_ ? 1.0f : 0.0f;
    rising_since_.reset();
  }
  curtain_.covered = std::move(keys);
  curtain_.words = std::move(words);
  frames_to_settle_ = frames_after_a_change;
  invalidate();
}

void Stage::guess(std::vector<ui::Guess> guesses) {
  curtain_.guesses = std::move(guesses);
  frames_to_settle_ = frames_after_a_change;
  invalidate();
}

// Brings the curtain to where it hangs by now; true while it still moves.
bool Stage::raise_curtain() {
  if (curtain_.risen >= 1) return false;
  if (!rising_since_) rising_since_ = seconds_;
  curtain_.risen = static_cast<float>(std::min((seconds_ - *rising_since_) / rise_seconds, 1.0));
  return curtain_.risen < 1;
}

// A view of the same things with other numbers lies where the last one lay, so one frame shows it:
// a run that plays sends several in a second.
void Stage::show(lab::View view) {
  const bool alike = view_ && same_things(*view_, view);
  stamp(view.report.figures);
  view_ = std::move(view);
  frames_to_settle_ = std::max(frames_to_settle_, alike ? 1 : frames_after_a_change);
  invalidate();
}

// Both views are held, so that no figure can have the address of another.
void Stage::stamp(const lab::Figures& next) {
  const std::vector<lab::SharedFigure> before =
      view_ ? view_->report.figures.shared() : std::vector<lab::SharedFigure>{};
  std::vector<std::uint64_t> stamps;
  for (const lab::SharedFigure& figure : next.shared()) {
    const auto at = std::find(before.begin(), before.end(), figure);
    stamps.push_back(at == before.end() ? ++stamps_given_
                                        : stamps_[static_cast<std::size_t>(at - before.begin())]);
  }
  stamps_ = std::move(stamps);
}

// Whether there is anything to lay out; if so, the clock and what is left to settle go on.
bool Stage::begin(double seconds) {
  ImGuiIO& io = ImGui::GetIO();
  if (!view_ || io.DisplaySize.x < 1 || io.DisplaySize.y < 1) return false;
  // Frames stand far apart after a rest; what moves then goes on from where it was.
  io.DeltaTime = static_cast<float>(std::clamp(seconds - seconds_, 1e-3, 0.1));
  seconds_ = seconds;
  if (!ImGui::GetCurrentContext()->InputEventsQueue.empty()) {
    frames_to_settle_ = frames_after_a_change;
  } else if (frames_to_settle_ > 0) {
    --frames_to_settle_;
  }
  return true;
}

bool Stage::finish(ui::Drawn drawn, bool rising) {
  std::move(drawn.intents.begin(), drawn.intents.end(), std::back_inserter(intents_));
  places_ = std::move(drawn.places);
  height_ = drawn.height;
  sticks_ = drawn.sticks;
  if (drawn.reached.height > 0) reached_ = drawn.reached;
  story_end_ = drawn.story_end;
  controls_end_ = drawn.controls_end;
  zooms_ = drawn.zooms;
  return drawn.restless || rising || unsettled();
}

bool Stage::frame(double seconds) {
  if (!begin(seconds)) return false;
  const bool rising = raise_curtain();
  return finish(draw(), rising);
}

bool Stage::compose(double seconds) {
  if (!begin(seconds)) return false;
  const bool rising = raise_curtain();
  ui::Drawn drawn = lay_out(nullptr);
  ImGui::EndFrame();
  return finish(std::move(drawn), rising);
}

std::string Stage::svg(const std::string& key) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!view_ || io.DisplaySize.x < 1 || io.DisplaySize.y < 1) return {};
  ui::Recorder record(key);
  ui::set_recorder(&record);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  cache_.begin_frame();
  // A figure of a tab that is closed is drawn as if it were open, and a story in its own place.
  lab::View view = *view_;
  for (const lab::Figure& figure : view.report.figures) {
    if (figure.key == key && !figure.tab.empty()) view.tab = figure.tab;
  }
  ui::board(view, &cache_, reduced_motion_, stamps_, curtain_, {sight_.fold, 0});
  ImGui::EndFrame();
  cache_.end_frame();
  ui::set_recorder(nullptr);
  frames_to_settle_ = frames_after_a_change;
  return record.svg();
}

ui::Drawn Stage::lay_out(gfx::Cache* cache) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  return ui::board(*view_, cache, reduced_motion_, stamps_, curtain_, sight_);
}

ui::Drawn Stage::draw() {
  cache_.begin_frame();
  const gfx::Cache::Work before = cache_.work();
  ui::Drawn drawn = lay_out(&cache_);
  ImGui::Render();

  ImDrawData& data = *ImGui::GetDrawData();
  const std::uint64_t print = cache_.work() == before ? fingerprint(data) : 0;
  if (print != drawn_ || print == 0) {
    data.DisplayPos.y = band_top_;
    data.DisplaySize.y = band_height_;
    clear(ui::theme().surface, {data.DisplaySize.x * data.FramebufferScale.x,
                                data.DisplaySize.y * data.FramebufferScale.y});
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    // Now that textures are up to date.
    drawn_ = fingerprint(data);
  }
  cache_.end_frame();
  return drawn;
}

bool Stage::unsettled() const {
  return frames_to_settle_ > 0 || !ImGui::GetCurrentContext()->InputEventsQueue.empty() ||
         anything_held(ImGui::GetIO());
}

std::vector<ui::Intent> Stage::take_intents() { return std::exchange(intents_, {}); }

const char* Stage::cursor() const {
  switch (ImGui::GetMouseCursor()) {
    case ImGuiMouseCursor_TextInput:
      return "text";
    case ImGuiMouseCursor_ResizeAll:
      return "move";
    case ImGuiMouseCursor_ResizeNS:
      return "ns-resize";
    case ImGuiMouseCursor_ResizeEW:
      return "ew-resize";
    case ImGuiMouseCursor_ResizeNESW:
      return "nesw-resize";
    case ImGuiMouseCursor_ResizeNWSE:
      return "nwse-resize";
    case ImGuiMouseCursor_Hand:
      return "pointer";
    case ImGuiMouseCursor_NotAllowed:
      return "not-allowed";
    default:
      return "default";
  }
}

bool Stage::wants_text() const { return ImGui::GetIO().WantTextInput; }

Stage::Spot Stage::typing() const {
  const ImGuiPlatformImeData& ime = ImGui::GetCurrentContext()->PlatformImeData;
  return {ime.InputPos.x, ime.InputPos.y, ime.InputLineHeight};
}

}  // namespace app
