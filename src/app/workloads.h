// The work that the training engine's speed is measured by, one run at a time.
#pragma once

#include <functional>
#include <string_view>

namespace app {

// One run of a kind of work, or nothing if there is none of that name. Numbers are random, of sizes
//   W1_256, W1_512   a product of square matrices
//   W2 .. W7, W3bn   a training step (W5: an epoch of 25) as nn/workload.h describes it
//   W8_fwd, _dx, _dw convolution 28 x 28 x 16 -> 32, 3 x 3, same size, batch 16, and its gradients;
//   W8_bwd           both gradients
//   W7_100           that of W7 over 100 times
//   W8_16            the same of 16 x 16 x 16 -> 16: forward and both gradients
//   W9, W9_96        a training step of the Transformer, and of one of width 96 with context 64
//   W10, W10_glyphs  of the laboratory of variational autoencoders as it opens, on points in the
//                    plane, and on glyphs of 16 x 16
//   W11              of that of super-resolution as it opens: discriminator, generator and the
//                    average of its weights, with a look at held-out pictures every 25 steps
std::function<void()> work(std::string_view id);

inline constexpr const char* work_ids[] = {
    "W1_256", "W1_512", "W2",    "W3",     "W3bn",  "W4", "W5",    "W6",  "W7",         "W7_100",
    "W8_fwd", "W8_dx",  "W8_dw", "W8_bwd", "W8_16", "W9", "W9_96", "W10", "W10_glyphs", "W11"};

}  // namespace app
