// Which quantity a name beside "=" stands for, where a number is asked.
#pragma once

#include <string>
#include <string_view>

namespace exam {

// The quantity that is called so: "loss" for L, J, ℓ, \mathcal{L}, CE, "mean loss"; "accuracy" for
// acc; "" for a name that may be anybody's own. `label` is plain (num::plain_label).
std::string_view quantity_called(std::string_view label);

// What is said where `label` names another quantity than the one that is asked for; "" where it
// does not, or where `quantity` is empty.
std::string names_another(std::string_view label, std::string_view quantity);

}  // namespace exam
