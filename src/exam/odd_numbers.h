// Numbers by themselves that are infinite, no numbers, or maybe meant for others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exam {

// True for ∞, inf and the like; `negative` says with which sign.
bool is_infinite(std::string_view plain, bool& negative);

// True for NaN and for what programs and spreadsheets say where a calculation has no value.
bool has_no_value(std::string_view plain);

// The side of "21×21", "(21, 21)" and "21²", which people write for a square; nothing for any other
// text.
std::optional<std::string> side_of_square(std::string_view typed);

// How a number without a sign in round brackets is read, since accountants write "(5)" for -5;
// empty for any other text.
std::string bracket_note(std::string_view typed);

// What "3e-20" is where its e is the number e, 3 e^-20; nothing for a text that is no number with
// an exponent.
std::optional<double> with_power_of_e(std::string_view written);

// A question without a capital, where `plain` by itself may mean another number than num::calculate
// reads: "5·52" by its point, "5.521.461" by its second point, "5.5-5.6" by its dash, "--5" by its
// signs, "5e", "5·e-9", "5×10e-9" and "5.2e^-9" by their e. `written` is how it was typed. Empty
// where there is nothing to ask.
std::string doubt(std::string_view plain, const std::string& written);

}  // namespace exam
