// The program `examlab`.
#pragma once

namespace app {

// Runs `examlab argv[1] ...`. Results go to the standard output, complaints and progress to the
// standard error stream. Returns 0, 1 where the work failed, 2 where the call makes no sense.
int run_command(int argc, char** argv);

}  // namespace app
