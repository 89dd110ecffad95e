// An OpenGL ES 3 context without a window, for tests that read back what was drawn.
#pragma once

#include <string>

namespace gl {

class Context {
 public:
  Context();
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  // Empty while the context is current; otherwise what is missing on this machine.
  const std::string& error() const { return error_; }

 private:
  bool open(void* display);

  void* display_ = nullptr;
  void* context_ = nullptr;
  void* surface_ = nullptr;
  std::string error_;
};

}  // namespace gl

// Stands first in every test case that draws: a machine without a driver fails, it does not skip.
#define NEEDS_GL             \
  const gl::Context context; \
  REQUIRE_MESSAGE(context.error().empty(), context.error())
