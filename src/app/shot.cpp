#include "app/shot.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace app {

namespace {

constexpr int most_frames = 240;
constexpr double seconds_a_frame = 1.0 / 60;
constexpr int first_height = 800;

// A picture to draw into.
class Offscreen {
 public:
  Offscreen(int width, int height) : width_(width), height_(height) {
    glGenFramebuffers(1, &framebuffer_);
    glGenRenderbuffers(1, &colour_);
    glBindRenderbuffer(GL_RENDERBUFFER, colour_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    bind();
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_);
    whole_ = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }
  ~Offscreen() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteRenderbuffers(1, &colour_);
  }
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  explicit operator bool() const { return whole_; }
  void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_); }

  // The bound picture's pixels; OpenGL's first row is the lowest.
  lab::Picture read() const {
    const std::size_t row = 4 * static_cast<std::size_t>(width_);
    std::vector<std::uint8_t> upwards(row * static_cast<std::size_t>(height_));
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, upwards.data());
    lab::Picture out{width_, height_, {}};
    out.rgba.reserve(upwards.size());
    for (int y = height_ - 1; y >= 0; --y) {
      const auto from = upwards.begin() + static_cast<std::ptrdiff_t>(row) * y;
      out.rgba.insert(out.rgba.end(), from, from + static_cast<std::ptrdiff_t>(row));
    }
    return out;
  }

 private:
  int width_, height_;
  GLuint framebuffer_ = 0, colour_ = 0;
  bool whole_ = false;
};

std::optional<lab::Picture> picture_at_rest(Stage& stage, int width, int height, float scale) {
  const auto pixels = [scale](int points) {
    return static_cast<int>(std::lround(static_cast<float>(points) * scale));
  };
  GLint largest = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &largest);
  const int pixel_width = pixels(width), pixel_height = pixels(height);
  if (std::min(pixel_width, pixel_height) < 1 || std::max(pixel_width, pixel_height) > largest) {
    return std::nullopt;
  }
  const Offscreen offscreen(pixel_width, pixel_height);
  if (!offscreen) return std::nullopt;
  stage.resize(static_cast<float>(width), static_cast<float>(height), scale);
  bool restless = true;
  for (int i = 0; restless && i < most_frames; ++i) {
    offscreen.bind();
    restless = stage.frame(i * seconds_a_frame);
  }
  return offscreen.read();
}

}  // namespace

std::optional<lab::Picture> settled_frame(Stage& stage, int width, int height, float scale) {
  stage.fold(static_cast<float>(height > 0 ? height : first_height));
  if (height > 0) return picture_at_rest(stage, width, height, scale);
  if (!picture_at_rest(stage, width, first_height, scale)) return std::nullopt;
  return picture_at_rest(stage, width, std::max(1, static_cast<int>(std::ceil(stage.height()))),
                         scale);
}

}  // namespace app
