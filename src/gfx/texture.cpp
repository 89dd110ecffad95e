#include "gfx/texture.h"

#include <cassert>

namespace gfx {

int largest_texture() {
  GLint side = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side);
  return side;
}

Texture::~Texture() { glDeleteTextures(1, &id_); }

bool Texture::floats(int width, int height) {
  return room(GL_R32F, width, height, Filter::nearest);
}

bool Texture::rgba(int width, int height, Filter filter) {
  return room(GL_RGBA8, width, height, filter);
}

bool Texture::room(GLenum format, int width, int height, Filter filter) {
  const int largest = largest_texture();
  if (width < 1 || height < 1 || width > largest || height > largest) return false;

  if (id_ == 0) glGenTextures(1, &id_);
  glBindTexture(GL_TEXTURE_2D, id_);
  const GLint mode = filter == Filter::linear ? GL_LINEAR : GL_NEAREST;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, mode);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, mode);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  if (format == format_ && width == width_ && height == height_) return true;

  const bool is_float = format == GL_R32F;
  glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), width, height, 0,
               is_float ? GL_RED : GL_RGBA, is_float ? GL_FLOAT : GL_UNSIGNED_BYTE, nullptr);
  format_ = format;
  width_ = width;
  height_ = height;
  return true;
}

void Texture::prepare_write(GLenum format, int x, int y, int width, int height) const {
  assert(format == format_ && "floats go to floats and bytes to bytes");
  assert(x >= 0 && y >= 0 && x + width <= width_ && y + height <= height_ &&
         "the rectangle lies in the texture");
  static_cast<void>(format), static_cast<void>(x), static_cast<void>(y);
  static_cast<void>(width), static_cast<void>(height);
  glBindTexture(GL_TEXTURE_2D, id_);
  // Others who upload may have left these different; both formats fill whole words.
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void Texture::write(int x, int y, int width, int height, std::span<const float> values) {
  assert(values.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  prepare_write(GL_R32F, x, y, width, height);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, GL_RED, GL_FLOAT, values.data());
}

void Texture::write(int x, int y, int width, int height, std::span<const std::uint8_t> bytes) {
  assert(bytes.size() == 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  prepare_write(GL_RGBA8, x, y, width, height);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
}

}  // namespace gfx
