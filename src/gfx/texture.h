// A texture in the memory of the graphics processor.
#pragma once

#include <GLES3/gl3.h>

#include <cstdint>
#include <span>

namespace gfx {

enum class Filter : std::uint8_t { nearest, linear };

// The largest side of a texture here, in texels; at least 2048 by the standard.
int largest_texture();

class Texture {
 public:
  Texture() = default;
  ~Texture();
  Texture(const Texture&) = delete;
  Texture& operator=(const Texture&) = delete;

  // Makes room for width x height texels, whose contents are undefined until written; room of the
  // same kind and size is kept. Floats (R32F) are not filtered: fetch single texels. False where a
  // side is below 1 or above `largest_texture`: the texture is as before.
  bool floats(int width, int height);
  bool rgba(int width, int height, Filter filter);

  // Writes a rectangle of the texture from the top of `values`, row by row. The rectangle lies in
  // the texture, and `values` holds exactly one value or four bytes for each of its texels.
  void write(int x, int y, int width, int height, std::span<const float> values);
  void write(int x, int y, int width, int height, std::span<const std::uint8_t> bytes);

  GLuint id() const { return id_; }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  bool room(GLenum format, int width, int height, Filter filter);
  void prepare_write(GLenum format, int x, int y, int width, int height) const;

  GLuint id_ = 0;
  GLenum format_ = 0;
  int width_ = 0, height_ = 0;
};

}  // namespace gfx
