// Normalisation over a batch, over an example or over a place of it, with scale and shift that are
// learned.
#pragma once

#include <string_view>

#include "nn/graph.h"

namespace nn {

// Per channel over all places and examples: scale (x - mean) / sqrt(variance + epsilon) + shift,
// with the batch's moments in training, which also move the running ones by `pace` towards
// themselves, and the running ones in evaluation. Variances divide by the count. Ioffe & Szegedy
// (2015).
struct NormOptions {
  float epsilon = 1e-5f;
  float pace = 0.1f;
  // Of batch norm: the name that the running moments go by, `name` where it is empty. A recurrent
  // net that is unrolled shares scale and shift over time, while the moments of its sums differ
  // from step to step: there each step has a name of its own. Cooijmans et al. (2017).
  std::string_view moments = {};
};
Var batch_norm(Var x, std::string_view name, const NormOptions& options = {});
// Per example over all its features, then scale and shift for each feature. Ba, Kiros & Hinton
// (2016).
Var layer_norm(Var x, std::string_view name, const NormOptions& options = {});
// The same at every place by itself: over its channels, then scale and shift for each channel. This
// is what Transformers call layer norm: places are tokens, and none learns of another through it.
Var token_norm(Var x, std::string_view name, const NormOptions& options = {});

}  // namespace nn
