#include "exam/formula_layouts.h"

#include <algorithm>

#include "num/quantity.h"

namespace exam {
namespace {

using num::Node, num::Op;

// True where the name is that of a derivative with as many rows as columns.
bool is_jacobian(const num::Symbol& s) {
  return s.rows == s.cols && s.rows > 1 &&
         std::any_of(s.also.begin(), s.also.end(), [](const std::string& name) {
           return num::derivative(num::plain_label(name)).has_value();
         });
}

class Layouts {
 public:
  Layouts(const num::Formula& given, const std::vector<num::Symbol>& symbols)
      : given_(given), symbols_(symbols) {}

  bool names_jacobians() const {
    return std::any_of(given_.nodes.begin(), given_.nodes.end(),
                       [this](const Node& n) { return is_name(n) && stands_for_jacobian(n); });
  }

  num::Formula with(bool reversed, bool transposed) const {
    num::Formula f = given_;
    for (std::size_t i = 0; i < given_.nodes.size(); ++i) {
      const Node& n = given_.nodes[i];
      if (reversed && n.op == Op::chain && only_jacobians(n.parts[0])) f.nodes[i].value = 1;
      if (!transposed || !is_name(n) || !stands_for_jacobian(n)) continue;
      f.nodes.push_back(n);
      f.nodes[i].op = Op::transpose;
      f.nodes[i].parts = {static_cast<int>(f.nodes.size()) - 1};
    }
    return f;
  }

 private:
  static bool is_name(const Node& n) { return n.op == Op::symbol || n.op == Op::family; }

  bool stands_for_jacobian(const Node& n) const {
    const int symbol =
        n.op == Op::symbol ? n.which : given_.families[static_cast<std::size_t>(n.which)][0];
    return is_jacobian(symbols_[static_cast<std::size_t>(symbol)]);
  }

  // True where no other matrix stands in what a product runs over.
  bool only_jacobians(int part) const {
    const Node& n = given_.node(part);
    if (is_name(n)) return stands_for_jacobian(n);
    return std::all_of(n.parts.begin(), n.parts.end(),
                       [this](int p) { return p < 0 || only_jacobians(p); });
  }

  const num::Formula& given_;
  const std::vector<num::Symbol>& symbols_;
};

}  // namespace

std::vector<num::Formula> other_layouts(const num::Formula& given,
                                        const std::vector<num::Symbol>& symbols) {
  const Layouts layouts(given, symbols);
  if (!layouts.names_jacobians()) return {};
  return {layouts.with(true, false), layouts.with(false, true), layouts.with(true, true)};
}

}  // namespace exam
