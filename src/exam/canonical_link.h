// The one link that says all of a session's state.
#pragma once

#include <string>

#include "exam/asked.h"
#include "exam/pinned.h"

namespace exam {

// A key of links beside the fields' own: the number of a variant.
constexpr const char* variant_key = "variant";

// As the pin of a link: the run at the question's own numbers.
constexpr const char* pin_start = "start";

struct LinkState {
  std::string id;
  const Asked* asked;         // null for a bare lab
  const lab::Fields* fields;  // the lab's
  const Pinned* pinned;       // null where nothing is
  std::string tab;
};

// Declaration order. Before the slash stands what makes it another question than the paper's own,
// behind it what the lab differs in from that, the open tab, and a pinned run's pairs.
std::string canonical_link(const LinkState& state);

// The link of the question alone.
std::string question_link(const std::string& id, const Asked& asked);

}  // namespace exam
