#include "labs/all.h"

#include <array>

namespace laboratory {
namespace {

// Addresses are constants: the order in which files are initialised does not matter.
constexpr std::array rows = {&bias_variance::lab_row,
                             &regularise::lab_row,
                             &initial_loss::lab_row,
                             &attention::lab_row,
                             &convolution::lab_row,
                             &metrics::lab_row,
                             &layer_cost::lab_row,
                             &siamese::lab_row,
                             &cross_entropy::lab_row,
                             &depth::lab_row,
                             &weight_penalty::lab_row,
                             &human_level::lab_row,
                             &bptt::lab_row,
                             &rnn_remedies::lab_row,
                             &transformer_facts::lab_row,
                             &recurrent_matrix::lab_row,
                             &vae::lab_row,
                             &super_resolution::lab_row,
                             &graphical_model::lab_row};

}  // namespace

std::span<const lab::LabRow* const> all() { return rows; }

}  // namespace laboratory
