#include "gfx/target.h"

namespace gfx {

Target::~Target() { glDeleteFramebuffers(1, &framebuffer_); }

bool Target::resize(int width, int height) {
  if (!texture_.rgba(width, height, Filter::nearest)) return false;
  if (framebuffer_ != 0) return true;

  GLint before = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &before);
  glGenFramebuffers(1, &framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
  const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
  return complete;
}

std::vector<std::uint8_t> Target::read() const {
  const Drawing here(*this);
  std::vector<std::uint8_t> pixels(4 * static_cast<std::size_t>(width()) *
                                   static_cast<std::size_t>(height()));
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, width(), height(), GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  return pixels;
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
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count);
  glDisable(GL_BLEND);
}

}  // namespace gfx
