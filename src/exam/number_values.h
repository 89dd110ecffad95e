// Names that are given numbers beside a calculation.
#pragma once

#include <string_view>

#include "num/plain_text.h"

namespace exam {

// "log(K) with K = 250" is log((250)): a name of one letter, maybe with an index, that is given a
// number stands for it elsewhere, unless it is the name of what is asked, `quantity`.
void put_values(num::PlainText& plain, std::string_view quantity);

}  // namespace exam
