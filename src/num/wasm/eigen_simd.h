// Lets Eigen's SSE path compile with Emscripten: its workarounds for GCC's inline assembly must not
// be taken, and clang calls itself a GCC.
#ifdef __cplusplus
#include <Eigen/src/Core/util/Macros.h>
#undef EIGEN_COMP_GNUC
#define EIGEN_COMP_GNUC 0
#endif
