// The native window: the same board, shaders and session as on the page.
#pragma once

#include <string>

#include "exam/session.h"

namespace app {

struct WindowOptions {
  std::string shot;  // a PNG file to draw one settled frame into, without a window on screen
  int width = 1200;  // in points
  int height = 0;    // 0: 800 for a window, as tall as the content for a shot
  double scale = 1;  // pixels for each point of a shot
  bool dark = false;
  bool covered = false;  // what gives the answer of an exercise away hangs under its curtain
};

// Shows the link that `session` has open until the window is closed, or writes the shot. Returns
// the exit code; what went wrong is said on the standard error stream.
int run_window(exam::Session& session, const WindowOptions& options);

}  // namespace app
