// The program `examlab`.
#pragma once

#include "exam/session.h"

namespace app {

// Runs `examlab argv[1] ...` over the labs and exercises of `catalogue`. Results go to the standard
// output, complaints and progress to the standard error stream. Returns 0, 1 where the work failed,
// 2 where the call makes no sense.
int run_command(const exam::Catalogue& catalogue, int argc, char** argv);

}  // namespace app
