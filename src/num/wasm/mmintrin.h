// Eigen asks for MMX, which SIMD128 does not have and Eigen's SSE path does not use.
#pragma once
