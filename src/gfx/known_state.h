// Included before Dear ImGui's OpenGL backend, and nowhere else.
//
// The backend asks for the whole state of the context before it draws, in order to put it back. In
// a browser each of these questions waits until the graphics process has done all its work: under
// software rendering they were 95 % of a frame. Nobody needs the state back, since every pass of
// `gfx` and every frame of the backend sets what it relies on. So the backend is told that
// everything is as in a fresh context; what it asks about the machine is still asked.
#pragma once

#include <GLES3/gl3.h>

inline void examlab_known_integer(GLenum name, GLint* to) {
  switch (name) {
    case GL_MAJOR_VERSION:
    case GL_MINOR_VERSION:
    case GL_MAX_TEXTURE_SIZE:
    case GL_NUM_EXTENSIONS:
      glGetIntegerv(name, to);
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      to[0] = to[1] = to[2] = to[3] = 0;
      return;
    case GL_ACTIVE_TEXTURE:
      *to = GL_TEXTURE0;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *to = GL_FUNC_ADD;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *to = GL_ONE;
      return;
    default:  // no program, texture, sampler, buffer or vertex array is bound
      *to = 0;
  }
}

inline GLboolean examlab_known_switch(GLenum) { return GL_FALSE; }

#define glGetIntegerv examlab_known_integer
#define glIsEnabled examlab_known_switch
