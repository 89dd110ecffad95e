// An answer that is one of several options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "exam/kinds/option.h"

namespace exam {

// Exactly one option is right, others may earn part of the marks. `right` counts from 0. An answer
// is the id of an option.
struct OneOf {
  std::vector<Option> options;
  int right = 0;

  static constexpr const char* name = "one-of";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
