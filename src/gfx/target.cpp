#include "gfx/target.h"

#include <algorithm>

namespace gfx {

Target::~Target() {
  glDeleteFramebuffers(1, &framebuffer_);
  glDeleteRenderbuffers(1, &depth_);
}

bool Target::resize(int width, int height) {
  const bool same = width == texture_.width() && height == texture_.height();
  const bool with_depths = depths_ == Depths::kept;
  if (with_depths && !same && !make_room_for_depths(width, height)) return false;
  if (!texture_.rgba(width, height, Filter::nearest)) return false;
  if (framebuffer_ != 0 && (same || !with_depths)) return true;

  GLint before = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &before);
  if (framebuffer_ == 0) glGenFramebuffers(1, &framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  if (with_depths)
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
  const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
  return complete;
}

bool Target::make_room_for_depths(int width, int height) {
  GLint largest = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &largest);
  largest = std::min(largest, largest_texture());
  if (width < 1 || height < 1 || width > largest || height > largest) return false;
  if (depth_ == 0) glGenRenderbuffers(1, &depth_);
  glBindRenderbuffer(GL_RENDERBUFFER, depth_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
  return true;
}

std::vector<std::uint8_t> Target::read() const {
  const Drawing here(*this);
  std::vector<std::uint8_t> pixels(4 * static_cast<std::size_t>(width()) *
                                   static_cast<std::size_t>(height()));
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, width(), height(), GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  return pixels;
}

void Target::copy() const {
  GLint to = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &to);
  glDisable(GL_SCISSOR_TEST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
  glBlitFramebuffer(0, 0, width(), height(), 0, 0, width(), height(), GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(to));
}

Drawing::Drawing(const Target& target) : target_(target) {
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer_);
}

Drawing::~Drawing() { glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_)); }

void Drawing::begin(const Program& program) const {
  glViewport(0, 0, target_.width(), target_.height());
  for (const GLenum test :
       {GL_BLEND, GL_SCISSOR_TEST, GL_DEPTH_TEST, GL_STENCIL_TEST, GL_CULL_FACE})
    glDisable(test);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glUseProgram(program.id());
  // Vertices are made from their numbers: no array may be left switched on.
  glBindVertexArray(0);
}

void Drawing::cover(const Program& program) const {
  begin(program);
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

void Drawing::quads(const Program& program, int count) const {
  begin(program);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDrawArrays(GL_TRIANGLES, 0, 6 * count);
  glDisable(GL_BLEND);
}

void Drawing::clear_solid() const {
  glDisable(GL_SCISSOR_TEST);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glDepthMask(GL_TRUE);
  glClearColor(0, 0, 0, 0);
  glClearDepthf(1);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
}

void Drawing::solid(const Program& program, Shape shape, int count, Part part) const {
  begin(program);
  const bool seen = part == Part::seen;
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(seen ? GL_LEQUAL : GL_GREATER);
  glDepthMask(seen);
  if (!seen) {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  }
  glDrawArrays(GL_TRIANGLES, 0, (shape == Shape::triangle ? 3 : 6) * count);
  glDisable(GL_BLEND);
  glDisable(GL_DEPTH_TEST);
  glDepthMask(GL_TRUE);
}

}  // namespace gfx
