// An answer that judges several options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "exam/kinds/option.h"

namespace exam {

// A verdict, true or false, for every option; each right verdict earns its share of the options
// that are scored, of which there is one at least. An option without a verdict is not answered: it
// neither earns nor costs. In a `choice` the question is which of the options to take, so that
// there a wrong verdict costs as much as a right one earns, down to 0, and an answer that takes
// none earns nothing, where there are some to take. One that takes a single option, and rightly,
// though there are others, earns half: the question could be read as asking for one. An answer is
// an object from option ids to true, false or null, or the list of the options that are called
// true, which judges all; ids that are numbers may stand there as numbers. Verdicts may also stand
// in a row or in words (exam/verdict_text.h).
struct ManyOf {
  std::vector<Option> options;
  bool choice = false;

  static constexpr const char* name = "many-of";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
