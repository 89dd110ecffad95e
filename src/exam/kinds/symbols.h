// An answer that is a matrix of formulas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "num/symbol.h"

namespace exam {

// An entry of a matrix of formulas. One that is `given` is printed, not asked.
struct Entry {
  std::string value;
  bool given = false;
};

struct SymbolsMistake {
  std::vector<std::vector<std::string>> value;  // all entries, row by row
  std::string cure;
};

// A matrix of formulas with blanks, marked entry by entry. `entries` has rows of one length. An
// answer is nested lists of formulas.
struct Symbols {
  std::vector<std::vector<Entry>> entries;
  std::vector<num::Symbol> symbols = {};
  std::vector<SymbolsMistake> mistakes = {};

  static constexpr const char* name = "symbols";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
