#include "gfx/rehearsal.h"

namespace gfx {

Rehearsal::~Rehearsal() {
  if (fence_) glDeleteSync(fence_);
}

bool Rehearsal::draw(int width, int height, const std::function<void()>& draw) {
  if (!sheet_.resize(width, height)) return false;
  {
    const Drawing here(sheet_);
    draw();
  }
  if (fence_) glDeleteSync(fence_);
  fence_ = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
  glFlush();
  return true;
}

bool Rehearsal::done() const {
  if (!fence_) return true;
  GLint state = GL_UNSIGNALED;
  GLsizei length = 0;
  glGetSynciv(fence_, GL_SYNC_STATUS, 1, &length, &state);
  return state == GL_SIGNALED;
}

}  // namespace gfx
