// Verdicts on options, as people write them in a row.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "exam/kinds/option.h"
#include "lab/json.h"

namespace exam {

// The verdicts by option, in the options' order; a missing one was not given.
using Verdicts = std::vector<std::optional<bool>>;

// What a text says of the options: a verdict for each in their order, "T F F T", "FTFFT", "yes, no,
// no, yes", "0 1 1 0"; or options with theirs, "1: true, 2: false", "i, iv T; ii F", "true: 2, 5;
// false: 1". Where nothing is called false, the others are. Nothing where it calls no option false
// or is not such a text: a mere list of options is another answer.
std::optional<Verdicts> verdicts_in_words(const std::vector<Option>& options,
                                          std::string_view text);

// The same of a list with a verdict for each option, such as [true, false] or ["T", "F"].
std::optional<Verdicts> verdicts_in_row(const std::vector<Option>& options,
                                        const lab::Json::Array& items);

}  // namespace exam
