// An answer that judges several options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "exam/kinds/option.h"

namespace exam {

// A verdict, true or false, for every option; each right verdict earns its share. Where `lone` is
// above 0, an answer that calls one single option true, and rightly, though others are true too,
// earns that share in all: the question could be read as asking for one. An answer is an object
// from option ids to true, false or null, or the list of the options that are called true.
struct ManyOf {
  std::vector<Option> options;
  double lone = 0;

  static constexpr const char* name = "many-of";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
