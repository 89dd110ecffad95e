// The reference in place of the training engine, for a module of its own.
#include "app/workloads.h"
#include "bench/reference.h"

std::function<void()> app::work(std::string_view id) { return reference::work(id); }
