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

// A picture to draw into, with smooth edges, and the plain one that it is resolved into.
class Sheet {
 public:
  Sheet(int width, int height) : width_(width), height_(height) {
    GLint samples = 0;
    glGetIntegerv(GL_MAX_SAMPLES, &samples);
    glGenFramebuffers(2, framebuffer_);
    glGenRenderbuffers(2, colour_);
    for (const int i : {0, 1}) {
      glBindRenderbuffer(GL_RENDERBUFFER, colour_[i]);
      glRenderbufferStorageMultisample(GL_RENDERBUFFER, i == 0 ? std::min(samples, 4) : 0, GL_RGBA8,
                                       width, height);
      glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_[i]);
      glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_[i]);
      whole_ = whole_ && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }
  }
  ~Sheet() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(2, framebuffer_);
    glDeleteRenderbuffers(2, colour_);
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  explicit operator bool() const { return whole_; }
  void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_[0]); }

  lab::Picture read() const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_[0]);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer_[1]);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_[1]);
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
  GLuint framebuffer_[2] = {}, colour_[2] = {};
  bool whole_ = true;
};

std::optional<lab::Picture> settle(Stage& stage, int width, int height, float scale) {
  const auto pixels = [scale](int points) {
    return static_cast<int>(std::lround(static_cast<float>(points) * scale));
  };
  GLint largest = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &largest);
  const int pixel_width = pixels(width), pixel_height = pixels(height);
  if (std::min(pixel_width, pixel_height) < 1 || std::max(pixel_width, pixel_height) > largest) {
    return std::nullopt;
  }
  const Sheet sheet(pixel_width, pixel_height);
  if (!sheet) return std::nullopt;
  stage.resize(static_cast<float>(width), static_cast<float>(height), scale);
  bool restless = true;
  for (int i = 0; restless && i < most_frames; ++i) {
    sheet.bind();
    restless = stage.frame(i * seconds_a_frame);
  }
  return sheet.read();
}

}  // namespace

std::optional<lab::Picture> settled_frame(Stage& stage, int width, int height, float scale) {
  if (height > 0) return settle(stage, width, height, scale);
  if (!settle(stage, width, first_height, scale)) return std::nullopt;
  return settle(stage, width, std::max(1, static_cast<int>(std::ceil(stage.height()))), scale);
}

}  // namespace app
