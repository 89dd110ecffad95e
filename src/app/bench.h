// How long the product's own kernels and labs take on this machine.
#pragma once

#include <string>

namespace app {

// Work of app/workloads.h by its id, then labs and transport:
// {"<name>": {"median_ms", "low_ms", "high_ms", "runs"}, ...}: quartiles over repeated runs.
std::string bench_json();

}  // namespace app
