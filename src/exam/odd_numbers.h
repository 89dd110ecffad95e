// Numbers by themselves that are infinite, no numbers, or maybe meant for others.
#pragma once

#include <string>
#include <string_view>

namespace exam {

// True for ∞, inf and the like; `negative` says with which sign.
bool is_infinite(std::string_view plain, bool& negative);

// True for NaN and for what programs and spreadsheets say where a calculation has no value.
bool has_no_value(std::string_view plain);

// A question without a capital, where `plain` by itself may mean another number than num::calculate
// reads: "5·52" by its point, "5.521.461" by its second point, "5.5-5.6" by its dash. `written` is
// how it was typed. Empty where there is nothing to ask.
std::string doubt(std::string_view plain, const std::string& written);

}  // namespace exam
