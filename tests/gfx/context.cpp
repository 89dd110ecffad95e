#include "gfx/context.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace gl {

Context::Context() {
  // Mesa needs no display server; other drivers have their default display.
  const auto platform_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
      eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (platform_display &&
      open(platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr)))
    return;
  if (open(eglGetDisplay(EGL_DEFAULT_DISPLAY))) return;
  error_ =
      "No OpenGL ES 3 context: install a driver (Debian: libgl1-mesa-dri, libegl1) or run the "
      "tests under xvfb-run -a.";
}

bool Context::open(void* display) {
  if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr)) return false;
  display_ = display;
  const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                           EGL_OPENGL_ES3_BIT, EGL_NONE};
  const EGLint size[] = {EGL_WIDTH, 16, EGL_HEIGHT, 16, EGL_NONE};
  const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint found = 0;
  if (!eglBindAPI(EGL_OPENGL_ES_API) || !eglChooseConfig(display, wanted, &config, 1, &found) ||
      found == 0)
    return false;
  surface_ = eglCreatePbufferSurface(display, config, size);
  context_ = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
  return context_ != EGL_NO_CONTEXT && eglMakeCurrent(display, surface_, surface_, context_);
}

Context::~Context() {
  if (!display_) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (context_) eglDestroyContext(display_, context_);
  if (surface_) eglDestroySurface(display_, surface_);
}

}  // namespace gl
