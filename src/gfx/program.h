// A pair of shaders, linked.
#pragma once

#include <GLES3/gl3.h>

#include <span>
#include <string>

namespace gfx {

using Source = std::span<const unsigned char>;

// Each file `<name>.<stage>` of shaders/ is embedded as `<name>_<stage>`; the source of a pass
// declares those that are its own.
extern const Source screen_vert;

class Program {
 public:
  // `name` stands in the error text. Without a current context nothing works and `error` says so.
  Program(const char* name, Source vertex, Source fragment);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  explicit operator bool() const { return id_ != 0; }
  GLuint id() const { return id_; }

  // Empty, or what the driver said, with the program's name and the stage before it.
  const std::string& error() const { return error_; }

  // -1, which GL ignores, for a uniform that the shaders do not use.
  GLint uniform(const char* name) const { return glGetUniformLocation(id_, name); }

 private:
  GLuint compile(const char* name, GLenum stage, Source source);

  GLuint id_ = 0;
  std::string error_;
};

}  // namespace gfx
