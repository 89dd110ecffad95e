// The native window: the same board, shaders and session as on the page.
#pragma once

#include <string>
#include <vector>

#include "exam/session.h"

namespace app {

struct Look {
  int width = 1200;  // in points
  int height = 0;    // 0: 800 for a window, as tall as the content for a shot
  double scale = 1;  // pixels for each point of a shot
  bool dark = false;
};

struct Shot {
  std::string file;  // a PNG file to draw one settled frame into, without a window on screen
  Look look;
};

struct WindowOptions {
  Look look;                // of the window, where no shot is asked for
  std::vector<Shot> shots;  // of one report, which is worked out once
  bool covered = false;     // what gives the answer of an exercise away hangs under its curtain
};

// Shows the link that `session` has open until the window is closed, or writes the shots. Returns
// the exit code; what went wrong is said on the standard error stream.
int run_window(exam::Session& session, const WindowOptions& options);

}  // namespace app
