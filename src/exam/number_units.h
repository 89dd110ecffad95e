// Units behind numbers: "7.966 bits", "5.52 [nats]", "16.3 per cent".
#pragma once

#include <string>
#include <string_view>

namespace exam {

// A number and the unit that is written behind it, if any.
struct WithUnit {
  std::string_view number;  // what stands before it
  std::string name;         // of the unit that is written; empty where there is none
  double size = 1;          // what one of it is in the unit that is asked for
  std::string error;        // a sentence, where it is another unit, of another kind
  bool converts = false;    // it is another unit of the same kind
};

// Takes the unit off the end of `plain` (num/plain_text.h), in any case and number, in brackets or
// in \text{}. `unit` is what the answer is asked in. Bits and hartleys are kinds of nats; a per
// cent is a hundredth where `unit` is empty or nats, which are plain numbers.
WithUnit with_unit(std::string_view plain, std::string_view unit);

// Without blanks, of LaTeX too, at the end.
std::string_view without_blanks(std::string_view s);

}  // namespace exam
