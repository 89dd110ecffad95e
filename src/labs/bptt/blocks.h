// Matrices as they stand side by side in the figures.
#pragma once

#include <string>
#include <utility>

#include "lab/shapes/blocks.h"

namespace laboratory::bptt {

inline lab::Block block(std::string name, lab::Role role, lab::Matrix m, const char* joiner) {
  lab::Block b;
  b.name = std::move(name);
  b.role = role;
  b.values = std::move(m);
  b.joiner = joiner;
  return b;
}

}  // namespace laboratory::bptt
