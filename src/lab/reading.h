// What became of a text that was to set a field.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lab {

// Taken as it is, brought into bounds, or refused. `message` is a sentence for people, empty when
// the text was taken as it is.
struct Reading {
  enum Outcome : std::uint8_t { taken, clamped, refused } outcome = taken;
  std::string message;
};

// "<key>=<text> is left out: <wanted>", the text cut short where it is long.
Reading refused(const std::string& key, std::string_view text, const std::string& wanted);

// "<key>=<given> is out of range (<bounds>); <used> is used"
Reading clamped(const std::string& key, const std::string& given, const std::string& used,
                const std::string& bounds);

// "from 1 to 9"
std::string range(double low, double high);

}  // namespace lab
