// The text of a link taken apart: `<id>`, `<id>#key=value&key=value`, or with what the lab alone is
// set to behind a slash: `<id>#key=value/key=value&key=value`.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lab/report.h"

namespace lab {

// Where a slash stands before a key and its "=", what follows is the lab's; a slash within a value
// is part of the value. Percent escapes are undone. `problems` says what was left out: pairs
// without "=", broken escapes, keys named twice (the last one counts), text beyond 64 KiB, pairs
// beyond 256.
//
// What mail, chats and editors do to a link is undone without a word where nothing is lost by it:
// an escaped "#", "=" or "&", "?" in place of "#" or in front of it, "&amp;", `keys_of_address`.
// The id may be the whole address of its page.
struct Link {
  std::string id;
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  Pairs pairs, lab;
  std::vector<Problem> problems;
};
Link parse_link(std::string_view link);

// What an address has that is no lab's: `embed` and `theme`, which the page reads, and what counts
// visitors, as does every key that begins with "utm_".
inline constexpr std::array<std::string_view, 14> keys_of_address = {
    "embed",   "theme",  "fbclid", "gclid",  "gbraid", "wbraid", "dclid",
    "msclkid", "twclid", "yclid",  "igshid", "mc_cid", "mc_eid", "ref_src"};

// `value` without brackets, quotation marks, full stops and blanks at its end: what a text around a
// link leaves there. A value may end so by right, so this is for one that was refused.
std::string without_end(std::string_view value);

// Whether two names differ in case and in what stands between letters and digits at most.
bool alike(std::string_view a, std::string_view b);

// `value` with everything escaped that may not stand in a fragment or would end a pair.
std::string escaped(std::string_view value);

}  // namespace lab
