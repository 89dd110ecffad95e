// Every lab, one row each. The namespace is not called labs: that is a function of the C library.
#pragma once

#include <span>

#include "lab/replay.h"

namespace laboratory {

// In the namespace of each lab stands its row, and nothing else that others see unless a header in
// its folder says so.
// clang-format off
namespace initial_loss { extern const lab::LabRow lab_row; }
namespace attention { extern const lab::LabRow lab_row; }
namespace convolution { extern const lab::LabRow lab_row; }
namespace metrics { extern const lab::LabRow lab_row; }
namespace layer_cost { extern const lab::LabRow lab_row; }
namespace siamese { extern const lab::LabRow lab_row; }
namespace cross_entropy { extern const lab::LabRow lab_row; }
namespace depth { extern const lab::LabRow lab_row; }
namespace weight_penalty { extern const lab::LabRow lab_row; }
namespace regularise { extern const lab::LabRow lab_row; }
namespace bias_variance { extern const lab::LabRow lab_row; }
namespace human_level { extern const lab::LabRow lab_row; }
namespace bptt { extern const lab::LabRow lab_row; }
namespace rnn_remedies { extern const lab::LabRow lab_row; }
namespace transformer_facts { extern const lab::LabRow lab_row; }
namespace vae { extern const lab::LabRow lab_row; }
namespace recurrent_matrix { extern const lab::LabRow lab_row; }
namespace super_resolution { extern const lab::LabRow lab_row; }
namespace graphical_model { extern const lab::LabRow lab_row; }
// clang-format on

std::span<const lab::LabRow* const> all();

}  // namespace laboratory
