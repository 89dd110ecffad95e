#include "exam/latent_terms.h"

#include <algorithm>
#include <iterator>

#include "num/letters.h"

namespace exam {
namespace {

// Short names of what words say, which are nobody else’s.
namespace latent_words {

constexpr const char* symbols[] = {"p_data(x)", "empirical distribution",
                                   "p*(x)",     "q(x)",
                                   "p(x)",      "p_θ(x)",
                                   "p(z)",      "N(0, I)",
                                   "p(x|z)",    "q(z|x)",
                                   "p(z|x)",    "q(z)",
                                   "p(x, z)",   "p_data(z)",
                                   "log p(x)",  "ELBO",
                                   "H(p_data)", "KL",
                                   "uniform",   "1",
                                   "0"};

constexpr std::string_view idle[] = {
    "the",      "a",          "an",       "it",     "its",     "is",   "are",     "equals",
    "equal",    "to",         "this",     "that",   "just",    "must", "be",      "will",
    "then",     "gives",      "give",     "gets",   "becomes", "so",   "hence",   "exactly",
    "we",       "obtain",     "have",     "i",      "think",   "ie",   "answer",  "namely",
    "as",       "same",       "matches",  "which",  "result",  "at",   "optimum", "global",
    "itself",   "again",      "recovers", "simply", "thus",    "get",  "called",  "precisely",
    "integral", "integrates", "s",        "by"};

// What a word says. A name is told by what its words say together, whatever their order.
enum Says : std::uint32_t {
  data = 1 << 0,
  x = 1 << 1,
  law = 1 << 2,  // a distribution
  marginal = 1 << 3,
  truth = 1 << 4,
  seen = 1 << 5,  // by the training
  between = 1 << 6,
  own = 1 << 7,  // of the model
  latent = 1 << 8,
  bell = 1 << 9,
  prior = 1 << 10,
  posterior = 1 << 11,
  approximate = 1 << 12,
  aggregate = 1 << 13,
  encoder = 1 << 14,
  decoder = 1 << 15,
  likelihood = 1 << 16,
  evidence = 1 << 17,
  bound = 1 << 18,
  log = 1 << 19,
  entropy = 1 << 20,
  divergence = 1 << 21,
  joint = 1 << 22,
  uniform = 1 << 23,
  one = 1 << 24,
  zero = 1 << 25,
  sign = 1 << 26,
};

struct Word {
  std::string_view word;
  std::uint32_t says;
};
constexpr Word words_known[] = {
    {"data", data},
    {"dataset", data},
    {"images", data},
    {"inputs", data},
    {"input", data},
    {"observations", data},
    {"examples", data},
    {"samples", data},
    {"population", data | truth},
    {"x", x},
    {"distribution", law},
    {"density", law},
    {"pdf", law},
    {"pmf", law},
    {"law", law},
    {"probability", law},
    {"marginal", marginal},
    {"true", truth},
    {"real", truth},
    {"actual", truth},
    {"underlying", truth},
    {"unknown", truth},
    {"original", truth},
    {"ground", truth},
    {"target", truth},
    {"generating", truth},
    {"generated", truth},
    {"generates", truth},
    {"empirical", seen},
    {"training", seen},
    {"observed", seen},
    {"of", between},
    {"over", between},
    {"for", between},
    {"in", between},
    {"from", between},
    {"given", between},
    {"and", between},
    {"all", between},
    {"model", own},
    {"learned", own},
    {"learnt", own},
    {"generative", own},
    {"latent", latent},
    {"latents", latent},
    {"variable", latent},
    {"variables", latent},
    {"code", latent},
    {"codes", latent},
    {"z", latent},
    {"standard", bell},
    {"unit", bell},
    {"normal", bell},
    {"gaussian", bell},
    {"isotropic", bell},
    {"prior", prior},
    {"posterior", posterior},
    {"exact", truth},
    {"approximate", approximate},
    {"variational", approximate},
    {"aggregate", aggregate},
    {"aggregated", aggregate},
    {"encoder", encoder},
    {"decoder", decoder},
    {"conditional", decoder},
    {"likelihood", likelihood},
    {"evidence", evidence},
    {"elbo", bound},
    {"bound", bound},
    {"lower", approximate},
    {"log", log},
    {"loglikelihood", log},
    {"entropy", entropy},
    {"kl", divergence},
    {"divergence", divergence},
    {"joint", joint},
    {"uniform", uniform},
    {"one", one},
    {"unity", one},
    {"zero", zero},
    {"minus", sign},
    {"negative", sign},
};

// A name says all of `all` and nothing beside it but what is in `also`. The first row that fits
// counts.
struct Name {
  LatentTerm term;
  std::uint32_t all, also;
};
constexpr std::uint32_t any_law = law | between | data | x | latent | truth | marginal;
constexpr Name names[] = {
    {LatentTerm::bound, bound, evidence | approximate | between | data | sign},
    {LatentTerm::log_evidence, log, any_law | likelihood | evidence | own | sign},
    {LatentTerm::entropy, entropy, any_law | sign},
    {LatentTerm::divergence, divergence, any_law | prior | posterior | approximate},
    {LatentTerm::aggregate, aggregate, any_law | posterior | approximate},
    {LatentTerm::encoder, encoder, any_law | posterior | approximate},
    {LatentTerm::encoder, approximate | posterior, any_law},
    {LatentTerm::posterior, posterior, any_law},
    {LatentTerm::model, evidence, any_law | own},
    {LatentTerm::model, marginal | likelihood, any_law | own},
    {LatentTerm::model, data | likelihood, between | own},
    {LatentTerm::likelihood, decoder, any_law | likelihood},
    {LatentTerm::likelihood, likelihood, any_law},
    {LatentTerm::prior, prior, law | between | latent | bell},
    {LatentTerm::normal, bell, law},
    {LatentTerm::joint, joint, any_law},
    {LatentTerm::uniform, uniform, law | between | data | latent},
    {LatentTerm::one, one, between | data | x},
    {LatentTerm::zero, zero, between | data | x},
    {LatentTerm::empirical, seen | law, data | x | between | truth},
    {LatentTerm::model, own | law, data | x | between | marginal},
    {LatentTerm::data, truth | law, data | x | between | marginal},
    {LatentTerm::data, truth | marginal, data | x | between},
    {LatentTerm::data, truth | data, x | between},
    {LatentTerm::data, data | law, x | between | marginal},
    {LatentTerm::plain, x | law, between | marginal},
    {LatentTerm::plain, x | marginal, between},
};

// What the word says; 0 where it is not known.
std::uint32_t what_says(std::string_view word) {
  const auto* const known = std::find_if(std::begin(words_known), std::end(words_known),
                                         [word](const Word& w) { return w.word == word; });
  return known == std::end(words_known) ? 0 : known->says;
}

}  // namespace latent_words

}  // namespace

const char* symbol(LatentTerm term) {
  return latent_words::symbols[static_cast<std::size_t>(term)];
}

std::optional<LatentTerm> named_by_words(std::span<const std::string_view> words) {
  std::uint32_t says = 0;
  for (const std::string_view word : words) {
    const std::uint32_t adds = latent_words::what_says(word);
    if (adds == 0) return {};
    says |= adds;
  }
  for (const latent_words::Name& name : latent_words::names)
    if ((says & name.all) == name.all && (says & ~(name.all | name.also)) == 0) return name.term;
  return {};
}

bool says_nothing(std::string_view word) { return num::is_one_of(word, latent_words::idle); }

bool connects(std::string_view word) {
  return latent_words::what_says(word) == latent_words::between || word == "x";
}

}  // namespace exam
