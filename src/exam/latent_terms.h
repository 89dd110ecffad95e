// The quantities of a model with latent variables, p(x, z) = p(x | z) p(z) with an encoder
// q(z | x), by the names that people give them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace exam {

enum class LatentTerm : std::uint8_t {
  data,          // p_data(x)
  empirical,     // the same of the examples that were seen
  starred,       // p*(x): to some the truth, to others the model at its optimum
  any_q,         // q(x): the data's distribution where the model's is p
  plain,         // p(x): the truth in statistics, the model's in most papers on these models
  model,         // p_θ(x), the evidence
  prior,         // p(z)
  normal,        // N(0, I)
  likelihood,    // p(x | z), the decoder
  encoder,       // q(z | x)
  posterior,     // p(z | x)
  aggregate,     // q(z)
  joint,         // p(x, z)
  misplaced,     // p_data(z), the data's distribution of what is no data
  log_evidence,  // log p(x)
  bound,         // the ELBO
  entropy,       // H(p_data), of either sign
  divergence,    // KL(q || p)
  uniform,
  one,
  zero,
};

// How a person writes the term, "p_data(x)"; latent_terms (exam/latent_text.h) reads it.
const char* symbol(LatentTerm term);

// The term that a row of words names, "true data distribution", all in small letters and without
// those that say nothing. Nothing where they name none.
std::optional<LatentTerm> named_by_words(std::span<const std::string_view> words);

// True for articles, "it is", "equals" and the like.
bool says_nothing(std::string_view word);
// True for "of", "given" and the like, which say nothing by themselves, and for "x".
bool connects(std::string_view word);

}  // namespace exam
