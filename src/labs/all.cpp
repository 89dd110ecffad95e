#include "labs/all.h"

#include <array>

namespace laboratory {
namespace {

// Addresses are constants: the order in which files are initialised does not matter.
constexpr std::array lab_rows = {&bias_variance, &regularise, &initial_loss,   &attention,
                                 &convolution,   &metrics,    &layer_cost,     &siamese,
                                 &cross_entropy, &depth,      &weight_penalty, &human_level};

}  // namespace

std::span<const lab::LabRow* const> all() { return lab_rows; }

}  // namespace laboratory
