#include "exam/kinds/latent.h"

#include <doctest/doctest.h>

#include "exam/latent_text.h"
#include "exam/marked.h"

namespace {

using exam::LatentTerm;
using tests::one;

// What is p(z) in other words?
exam::AnswerField prior() {
  exam::Latent kind{
      LatentTerm::prior,
      {{LatentTerm::normal, "Where it is one.", 0.5}},
      {{LatentTerm::data, "No x is left."}, {LatentTerm::aggregate, "So it is called.", true}}};
  return {"p", "which?", kind, "It is."};
}

std::string shown(std::string_view text) {
  const exam::LatentReading reading = exam::latent_terms(text);
  if (!reading.error.empty()) return "";
  std::string all;
  for (const auto& side : reading.sides) {
    all += all.empty() ? "" : " = ";
    for (const LatentTerm term : side)
      all += std::string(all.ends_with(")") ? " " : "") + symbol(term);
  }
  return all;
}

}  // namespace

TEST_CASE("every term is read as it is written") {
  for (int i = 0; i <= static_cast<int>(LatentTerm::zero); ++i) {
    const auto term = static_cast<LatentTerm>(i);
    const exam::LatentReading reading = exam::latent_terms(exam::symbol(term));
    CAPTURE(exam::symbol(term));
    CHECK(reading.error == "");
    REQUIRE(reading.sides.size() == 1);
    CHECK(reading.sides[0] == std::vector<LatentTerm>{term});
  }
}

TEST_CASE("a distribution is read as people write it") {
  const char* const table[][2] = {
      {"p_{\\text{data}}(x)", "p_data(x)"},
      {"$p_{\\mathcal D}(\\mathbf x)$", "p_data(x)"},
      {"p_r(x)", "p_data(x)"},
      {"Pr(x)", "p(x)"},
      {"p_data", "p_data(x)"},
      {"p^*(x)", "p*(x)"},
      {"p_{θ*}(x)", "p_θ(x)"},
      {"p(x; θ)", "p_θ(x)"},
      {"p_{\\theta}(x^{(i)} \\mid z)", "p(x|z)"},
      {"q_\\phi(z|x)", "q(z|x)"},
      {"p(x | z) p(z)", "p(x, z)"},
      {"\\mathcal{N}(z; 0, I)", "N(0, I)"},
      {"log p_θ(x)", "log p(x)"},
      {"D_KL(q(z|x) || p(z))", "KL"},
      {"−H(p_data)", "H(p_data)"},
      {"the aggregated posterior", "q(z)"},
      {"the approximate posterior", "q(z|x)"},
      {"the true posterior", "p(z|x)"},
      {"the evidence lower bound", "ELBO"},
      {"the model evidence", "p_θ(x)"},
      {"likelihood of the data", "p_θ(x)"},
      {"the density that generated the data", "p_data(x)"},
      {"a unit Gaussian", "N(0, I)"},
      {"x ~ p_data", "p_data(x)"},
      {"∫ p(x|z) p(z) dz = p_θ(x) = p_data(x)", "p_θ(x) = p_data(x)"},
  };
  for (const auto& row : table) {
    CAPTURE(row[0]);
    CHECK(shown(row[0]) == row[1]);
  }
}

TEST_CASE("what is not known in all its words is not guessed at") {
  for (const char* text :
       {"not p(z)", "half of p(z)", "2 p(z)", "-p(z)", "p(z) q(z)", "p(z) or q(z)", "p(y)", "p",
        "z", "p(z", "prior to training", "∫p(x|z)p(z)dz", "=", "☃", "the the"}) {
    CAPTURE(text);
    CHECK(shown(text) == "");
    CHECK(one(prior(), lab::quoted(text)).outcome == exam::Outcome::invalid);
  }
  CHECK(shown(std::string(401, 'p')) == "");
  CHECK(exam::latent_terms("prior to noise").error.find("“prior to noise”") != std::string::npos);
}

TEST_CASE("names beside each other have to be one, and so have the sides of an equation") {
  const auto mark = [](const char* text) { return one(prior(), lab::quoted(text)); };
  CHECK(mark("p(z), the prior").outcome == exam::Outcome::right);
  CHECK(mark("the prior, a standard normal").message == "It is.");
  CHECK(mark("N(0, 1)").share == 0.5);
  CHECK(mark("q(z) = p(z)").outcome == exam::Outcome::right);
  CHECK(mark("q(z)").message == "So it is called.");
  CHECK(mark("p(z) = p_data(x)").message == "No x is left.");
  CHECK(mark("p(z), p_data(x)").outcome == exam::Outcome::invalid);
  CHECK(mark("q(z), p_data(x)").message == "No x is left.");
  CHECK(mark("p(z|x)").outcome == exam::Outcome::wrong);
  CHECK(mark("  ").outcome == exam::Outcome::blank);
  CHECK(exam::understand(prior(), "the prior, N(0,1)").message == "read as p(z), N(0, I)");
}
