// The symbols of distributions: p_data(x), q_φ(z | x), N(0, I), and what is computed of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "exam/latent_terms.h"

namespace exam {

struct LatentSymbol {
  LatentTerm term;
  std::size_t size;  // bytes
};

// The symbol that begins at byte `at` of `text`, which is in small letters and without LaTeX.
// Nothing where none does, or where it is of other variables than x and z.
std::optional<LatentSymbol> latent_symbol_at(std::string_view text, std::size_t at);

}  // namespace exam
