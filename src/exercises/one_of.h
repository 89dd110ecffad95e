// How variants choose.
#pragma once

#include <cstddef>

#include "num/rng.h"

namespace exercises {

// One of the choices, each as likely as the others.
template <class T, std::size_t n>
T one_of(num::Rng& rng, const T (&choices)[n]) {
  return choices[rng.below(static_cast<int>(n))];
}

}  // namespace exercises
