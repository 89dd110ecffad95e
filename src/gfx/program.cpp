#include "gfx/program.h"

namespace gfx {
namespace {

// What the driver has to say about a shader or a program, without its closing line breaks.
template <class Length, class Log>
std::string driver_log(GLuint id, Length length_of, Log log_of) {
  GLint length = 0;
  length_of(id, GL_INFO_LOG_LENGTH, &length);
  std::string text(static_cast<std::size_t>(length > 0 ? length : 0), '\0');
  if (length > 0) log_of(id, length, nullptr, text.data());
  while (!text.empty() && (text.back() == '\0' || text.back() == '\n')) text.pop_back();
  return text.empty() ? "the driver gives no reason" : text;
}

}  // namespace

Program::Program(const char* name, Source vertex, Source fragment) {
  const GLuint stages[] = {compile(name, GL_VERTEX_SHADER, vertex),
                           compile(name, GL_FRAGMENT_SHADER, fragment)};
  if (stages[0] && stages[1]) {
    id_ = glCreateProgram();
    for (const GLuint stage : stages) glAttachShader(id_, stage);
    glLinkProgram(id_);
    GLint linked = GL_FALSE;
    glGetProgramiv(id_, GL_LINK_STATUS, &linked);
    if (!linked) {
      error_ =
          std::string(name) + ": linking: " + driver_log(id_, glGetProgramiv, glGetProgramInfoLog);
      glDeleteProgram(id_);
      id_ = 0;
    }
  }
  for (const GLuint stage : stages) glDeleteShader(stage);
}

Program::~Program() { glDeleteProgram(id_); }

GLuint Program::compile(const char* name, GLenum stage, Source source) {
  const GLuint id = glCreateShader(stage);
  const auto* text = reinterpret_cast<const GLchar*>(source.data());
  const auto length = static_cast<GLint>(source.size());
  glShaderSource(id, 1, &text, &length);
  glCompileShader(id);
  GLint compiled = GL_FALSE;
  glGetShaderiv(id, GL_COMPILE_STATUS, &compiled);
  if (compiled) return id;

  if (!error_.empty()) error_ += '\n';
  error_ += std::string(name) + (stage == GL_VERTEX_SHADER ? ": vertex" : ": fragment") +
            " shader: " + driver_log(id, glGetShaderiv, glGetShaderInfoLog);
  glDeleteShader(id);
  return 0;
}

}  // namespace gfx
