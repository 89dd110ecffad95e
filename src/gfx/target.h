// A picture that shaders draw into: eight bits a channel, so that it needs no extension.
#pragma once

#include <cstdint>
#include <vector>

#include "gfx/program.h"
#include "gfx/texture.h"

namespace gfx {

// Row 0 of the texture is the picture's top: fragment coordinates count from there, and a texture
// shown with its first row on top is the right way up.
class Target {
 public:
  // With depths, what is nearer can hide what is farther.
  enum class Depths : bool { none, kept };
  explicit Target(Depths depths = Depths::none) : depths_(depths) {}
  ~Target();
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  // Gives it width x height pixels. False where the device cannot: then it is as before.
  bool resize(int width, int height);

  GLuint texture() const { return texture_.id(); }
  int width() const { return texture_.width(); }
  int height() const { return texture_.height(); }

  // The pixels, row by row from the top, four bytes each. Waits for the drawing to end.
  std::vector<std::uint8_t> read() const;

  // Copies the pixels into the framebuffer that is bound, from corner to corner.
  void copy() const;

 private:
  friend class Drawing;
  bool make_room_for_depths(int width, int height);

  Depths depths_;
  Texture texture_;
  GLuint framebuffer_ = 0, depth_ = 0;
};

// A picture of width x height pixels that is drawn as `look` says.
template <class Look>
struct Sized {
  int width = 0, height = 0;
  Look look;
  bool operator==(const Sized&) const = default;
};

// While it lives, drawing goes to a target; then to where it went before. The viewport is not put
// back: in a browser, asking for it would wait for the graphics process, and all who draw set their
// own.
class Drawing {
 public:
  explicit Drawing(const Target& target);  // which outlives it
  ~Drawing();
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  // Runs `program`, whose vertex shader is screen.vert, for every pixel.
  void cover(const Program& program) const;

  // Clears the target and runs `program` for `count` quads of six vertices, which are numbered
  // throughout, each laid over what came before; the colours are multiplied by their opacity. (As
  // instances they would be a draw each where there is no graphics card.)
  void quads(const Program& program, int count) const;

  // On a target with depths: clears it, to farthest.
  void clear_solid() const;

  // Then runs `program` for `count` shapes, whose vertices are numbered throughout: over all that
  // is not nearer than it, or only where something nearer hides it, where its colours, which are
  // multiplied by their opacity, are laid over that. Depths are from -1, nearest, to 1.
  enum class Shape { triangle, quad };
  enum class Part { seen, hidden };
  void solid(const Program& program, Shape shape, int count, Part part) const;

 private:
  void begin(const Program& program) const;

  const Target& target_;
  GLint framebuffer_ = 0;
};

}  // namespace gfx
