// An answer that names a distribution or another quantity of a model with latent variables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "exam/latent_terms.h"

namespace exam {

// Another term than the reference that earns `share` of the marks, with `note` in place of the
// praise.
struct OtherTerm {
  LatentTerm term;
  std::string note;
  double share = 1;
};

// A wrong term and the sentence that cures it. One that `restates` is the quantity that is asked
// about, by its definition: wrong as an answer, and no harm on one side of an equation.
struct TermMistake {
  LatentTerm term;
  std::string cure;
  bool restates = false;
};

// A term such as p(z) or "the prior", in any of the spellings that exam/latent_text.h reads. An
// answer is a text. Of names beside each other, "p(z), the prior", all have to be that term; of an
// equation each side has to be.
struct Latent {
  LatentTerm value = LatentTerm::data;
  std::vector<OtherTerm> also = {};
  std::vector<TermMistake> mistakes = {};

  static constexpr const char* name = "latent";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
