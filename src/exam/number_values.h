// Names that are given numbers beside a calculation.
#pragma once

#include <string_view>

#include "num/plain_text.h"

namespace exam {

// "log(K) with K = 250" is log((250)): a name of one letter, maybe with an index, that is given a
// number or a calculation that begins with one, "K = 2^8", stands for it elsewhere, unless it is
// the name of what is asked, `quantity`. One whose value goes on in names, "K = 5 N", stays.
void put_values(num::PlainText& plain, std::string_view quantity);

}  // namespace exam
