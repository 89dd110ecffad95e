#include "app/window.h"

#include <GLES3/gl3.h>

#include <cstdio>
#include <memory>
#include <optional>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include "app/crew.h"
#include "app/picture_file.h"
#include "app/shot.h"
#include "app/stage.h"
#include "app/stopwatch.h"
#include "exam/pace.h"

namespace app {

namespace {

constexpr float text_points = 15;
constexpr double slice_seconds = 0.008;

int fail(const std::string& sentence) {
  std::fprintf(stderr, "examlab: %s\n", sentence.c_str());
  return 1;
}

std::string glfw_reason() {
  const char* reason = nullptr;
  glfwGetError(&reason);
  return reason ? reason : "no reason was given";
}

// GLFW and one window with an OpenGL ES 3 context, current from here on.
class Window {
 public:
  Window(int width, int height, bool visible) {
    if (!glfwInit()) return;
    initialised_ = true;
    glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_ES_API);
    glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_VISIBLE, visible);
    window_ = glfwCreateWindow(width, height, "Exam Lab", nullptr, nullptr);
    if (!window_) return;
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
  }
  ~Window() {
    if (window_) glfwDestroyWindow(window_);
    if (initialised_) glfwTerminate();
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  GLFWwindow* get() const { return window_; }

 private:
  bool initialised_ = false;
  GLFWwindow* window_ = nullptr;
};

// Takes the steps of a session in slices, and those of a run that plays at its pace.
class Motion {
 public:
  // Works for about `slice_seconds` at `now`; true when no step is left.
  bool move(exam::Session& session, double now) {
    if (session.playing() && session.done() >= session.total() && now >= due_) {
      const auto& end = std::get<lab::Whole>(session.horizon()->slot);
      const exam::Pace pace = exam::pace(end, {step_seconds_, rested_ ? now - *rested_ : 0});
      session.go_on(pace.steps);
      due_ = now + pace.seconds;
    }
    const std::int64_t before = session.done();
    const double start = steady_seconds();
    const bool settled = crew_.advance(session, slice_seconds / 2);
    const double taken = steady_seconds() - start;
    if (session.done() > before)
      step_seconds_ = taken / static_cast<double>(session.done() - before);
    rested_.reset();
    if (session.playing()) rested_ = now + taken;
    return settled;
  }
  double due() const { return due_; }  // when the next picture of a run that plays may follow

 private:
  Crew crew_;
  double step_seconds_ = 0, due_ = 0;
  // When it last returned with a run that plays: the picture has been drawn since.
  std::optional<double> rested_;
};

// Gives the stage the size of the window. Where the desktop enlarges everything without telling
// apart points and pixels, the text grows instead.
void follow(GLFWwindow* window, Stage& stage, bool dark) {
  int width, height, pixel_width, pixel_height;
  glfwGetWindowSize(window, &width, &height);
  glfwGetFramebufferSize(window, &pixel_width, &pixel_height);
  if (width <= 0 || height <= 0) return;
  float enlarged, unused;
  glfwGetWindowContentScale(window, &enlarged, &unused);
  const float ratio = static_cast<float>(pixel_width) / static_cast<float>(width);
  stage.resize(static_cast<float>(width), static_cast<float>(height), ratio);
  stage.fold(static_cast<float>(height));
  stage.theme(dark, text_points * enlarged / ratio, false);
}

void pass_on(Stage& stage, exam::Session& session) {
  for (const auto& [key, value] : stage.take_intents()) session.set(key, value);
}

// Covers what a first visit to the page would find covered.
void cover(Stage& stage, const exam::Session& session) {
  if (const exam::Prediction* const prediction = session.prediction())
    stage.cover(exam::covered_figures(*prediction, session.report()), exam::covered_words);
}

std::string window_title(const exam::Session& session) {
  const bool apart = !session.moved().empty();
  return session.title() + std::string(apart ? " (the lab has other numbers)" : "");
}

int run_until_closed(GLFWwindow* window, exam::Session& session, const WindowOptions& options) {
  Stage stage;
  ImGui_ImplGlfw_InitForOther(window, /*install_callbacks=*/true);
  std::optional<std::uint64_t> shown;
  Motion motion;
  ImVec2 size;
  Timekeeper timekeeper;
  while (!glfwWindowShouldClose(window)) {
    const bool settled = motion.move(session, glfwGetTime()) &&
                         (session.playing() || timekeeper.run(session, slice_seconds).idle);
    if (shown != session.revision()) {
      stage.show(session.view());
      if (options.covered) cover(stage, session);
      glfwSetWindowTitle(window, window_title(session).c_str());
      shown = session.revision();
    }
    ImGui_ImplGlfw_NewFrame();
    const ImVec2 wanted = ImGui::GetIO().DisplaySize;
    if (wanted.x != size.x || wanted.y != size.y) {
      follow(window, stage, options.look.dark);
      size = wanted;
    }
    stage.invalidate();  // the two buffers take turns
    const bool restless = stage.frame(glfwGetTime());
    glfwSwapBuffers(window);
    pass_on(stage, session);
    const bool at_rest = settled && !restless && shown == session.revision();
    const double pause = motion.due() - glfwGetTime();
    if (!at_rest)
      glfwPollEvents();
    else if (!session.playing())
      glfwWaitEvents();
    else if (pause > 0)
      glfwWaitEventsTimeout(pause);
  }
  ImGui_ImplGlfw_Shutdown();
  return 0;
}

int take_shots(exam::Session& session, const WindowOptions& options) {
  Crew crew;
  while (!crew.advance(session, 1)) {
  }
  time_trials(session);
  for (const auto& [file, look] : options.shots) {
    Stage stage;
    stage.theme(look.dark, text_points, /*reduced_motion=*/true);
    stage.show(session.view());
    if (options.covered) cover(stage, session);
    const std::optional<lab::Picture> picture =
        settled_frame(stage, look.width, look.height, static_cast<float>(look.scale));
    if (!picture) return fail("the graphics driver has no room for a picture of that size");
    if (!write_png(file, *picture)) return fail("cannot write " + file);
  }
  return 0;
}

}  // namespace

int run_window(exam::Session& session, const WindowOptions& options) {
  const bool visible = options.shots.empty();
  const Look& look = options.look;
  const Window window(look.width, look.height > 0 ? look.height : 800, visible);
  if (!window.get()) return fail("no window with OpenGL ES 3: " + glfw_reason());
  return visible ? run_until_closed(window.get(), session, options) : take_shots(session, options);
}

}  // namespace app
