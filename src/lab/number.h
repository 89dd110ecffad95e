// Numbers to text and back, the same on every platform and in every locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lab/value.h"

namespace lab {

// The shortest decimal text that reads back as exactly `x`: "0.1", "1e-20", "-0". Non-finite
// values give "nan", "inf" and "-inf", which `real` refuses.
std::string text(double x);

// "2,-3;-4,1": entries by commas, rows by semicolons. Empty for an empty matrix.
std::string text(const Matrix& m);

// The finite decimal number that is the whole of `s`, or nothing: no spaces, no hexadecimal, no
// words. A typographic minus (U+2212) counts as a minus.
std::optional<double> real(std::string_view s);

// The finite number that people write as `text` (num/written_number.h); where it has two readings,
// `why` asks: "does 1,000 mean 1000 or 1? …". It is empty where the text is no number.
struct WrittenNumber {
  std::optional<double> value;
  std::string why;
};
WrittenNumber written_number(std::string_view text);

}  // namespace lab
