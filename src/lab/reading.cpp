#include "lab/reading.h"

#include "lab/digits.h"
#include "lab/utf8.h"

namespace lab {

Reading refused(const std::string& key, std::string_view text, const std::string& wanted) {
  constexpr std::size_t shown = 40;
  std::string quoted(text.substr(0, shown));
  if (text.size() > shown) quoted = std::string(whole_characters(text, shown)) + "…";
  return {Reading::refused, key + "=" + quoted + " is left out: " + wanted};
}

Reading clamped(const std::string& key, const std::string& given, const std::string& used,
                const std::string& bounds) {
  return {Reading::clamped,
          key + "=" + given + " is out of range (" + bounds + "); " + used + " is used"};
}

std::string range(double low, double high) { return "from " + exact(low) + " to " + exact(high); }

}  // namespace lab
