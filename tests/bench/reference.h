// The yardstick of the benchmark: the work of app/workloads.h written by hand, every network on its
// own, gradients first and then the update.
#pragma once

#include <functional>
#include <string_view>

namespace reference {

// One run of a kind of work, or nothing if there is none of that name.
std::function<void()> work(std::string_view id);

}  // namespace reference
