// A picture that is drawn where nobody sees it and shown when the device is done with it. Shown at
// once, it may hold the program up: a browser without a graphics card copies what a canvas shows at
// the end of the task that drew it, and waits there for all that was asked of the device.
#pragma once

#include <functional>

#include "gfx/target.h"

namespace gfx {

class Rehearsal {
 public:
  Rehearsal() = default;
  ~Rehearsal();
  Rehearsal(const Rehearsal&) = delete;
  Rehearsal& operator=(const Rehearsal&) = delete;

  // Has `draw` draw width x height pixels, from an empty picture. False where the device has no
  // room for them: then nothing was called.
  bool draw(int width, int height, const std::function<void()>& draw);

  // Whether the device is done with it. Does not wait; in a browser the answer changes between
  // tasks alone.
  bool done() const;

  // Copies it into the framebuffer that is bound.
  void show() const { sheet_.copy(); }

 private:
  Target sheet_;
  GLsync fence_ = nullptr;
};

}  // namespace gfx
