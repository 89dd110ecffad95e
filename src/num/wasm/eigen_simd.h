// Lets Eigen's SSE path compile with Emscripten: its workarounds for GCC's inline assembly must not
// be taken, and clang calls itself a GCC. Eigen 5 tells the two apart, and lets no inner header be
// included on its own.
#if defined(__cplusplus) && !__has_include(<Eigen/src/Core/InternalHeaderCheck.h>)
#include <Eigen/src/Core/util/Macros.h>
#undef EIGEN_COMP_GNUC
#define EIGEN_COMP_GNUC 0
#endif
