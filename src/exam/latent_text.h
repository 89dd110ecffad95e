// Texts that name quantities of a model with latent variables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/latent_terms.h"

namespace exam {

// A text as one line of sides that are set equal; each side has the terms that it names. `error` is
// a sentence where it names none, or where what stands beside a name is not known.
struct LatentReading {
  std::vector<std::vector<LatentTerm>> sides;
  std::string error;
};

// Reads symbols in LaTeX, Unicode or plain letters, names in words, and both beside each other. The
// integral that is asked about is no side. What stands behind "because", "almost everywhere", "for
// all x" and the like is left out. At most 400 bytes.
LatentReading latent_terms(std::string_view text);

}  // namespace exam
