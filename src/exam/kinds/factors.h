// An answer that is a product of conditional distributions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "exam/product_identity.h"

namespace exam {

struct FactorsMistake {
  std::string value;
  std::string cure;
};

// A product of conditional distributions, "p(z1) p(z2|z1) p(x1|z1)": the order of the factors and
// of the conditions is free. Each factor earns its share, and one that is wrong or too many takes
// one. With a graph, one that is wrong takes nothing, one that is true and says less than the graph
// earns half a share and hears what more the graph says; p(z1,x1) for p(z1) p(x1|z1) earns half of
// either; and one more than there are to write takes half a share. A product that is not true hears
// which independence it claims, and the path that is open. An answer is a text, as exam/factoring.h
// reads it.
struct Factors {
  std::string value;
  std::vector<FactorsMistake> mistakes = {};
  std::optional<FactorGraph> graph = std::nullopt;
  // Pieces that the page offers to put one behind the other, for who has no keyboard.
  std::vector<std::string> tiles = {};

  static constexpr const char* name = "factors";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
