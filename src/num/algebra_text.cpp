// Formulas as a person would set them.
#include <cmath>

#include "num/algebra.h"

namespace num {
namespace {

// How tightly a node holds together: an addend, a factor, a sign, a power, a thing.
enum Hold { addend = 1, factor, sign, exponentiated, thing };

Hold hold(const Node& n) {
  switch (n.op) {
    case Op::add:
    case Op::subtract:
      return addend;
    case Op::multiply:
    case Op::divide:
    case Op::each_multiply:
    case Op::total:
    case Op::chain:
      return factor;
    case Op::negate:
      return sign;
    case Op::power:
    case Op::each_power:
      return exponentiated;
    default:
      return thing;
  }
}

const char* relation(int which) {
  switch (static_cast<Order>(which)) {
    case Order::less:
      return " < ";
    case Order::greater:
      return " > ";
    case Order::at_most:
      return " ≤ ";
    case Order::at_least:
      return " ≥ ";
    case Order::equal:
      return " = ";
    case Order::unequal:
      break;
  }
  return " ≠ ";
}

// At most six significant digits, without an exponent: what a person types.
std::string digits(double x) {
  if (x == 2.718281828459045) return "e";
  if (x == 3.141592653589793) return "π";
  if (!(std::fabs(x) < 1e15)) return x > 0 ? "a huge number" : "−a huge number";
  const double size = std::fabs(x);
  const std::string minus = x < 0 ? "−" : "";
  if (size == std::floor(size)) return minus + std::to_string(static_cast<long long>(size));
  long long scale = 1;
  for (int places = 0; places < 12; ++places, scale *= 10) {
    const double shifted = size * static_cast<double>(scale);
    if (std::fabs(shifted - std::round(shifted)) <= 1e-9 * shifted || shifted > 1e6) break;
  }
  const auto whole = static_cast<long long>(std::round(size * static_cast<double>(scale)));
  std::string fraction = std::to_string(whole % scale + scale).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return minus + std::to_string(whole / scale) + (fraction.empty() ? "" : "." + fraction);
}

class Writer {
 public:
  Writer(const Formula& formula, const std::vector<Symbol>& symbols)
      : formula_(formula), symbols_(symbols) {}

  std::string of(int i, int least = addend) const {
    const Node& n = formula_.node(i);
    const std::string s = bare(n);
    return hold(n) < least ? "(" + s + ")" : s;
  }

 private:
  std::string bare(const Node& n) const {
    const auto part = [&](std::size_t k, int least) { return of(n.parts[k], least); };
    switch (n.op) {
      case Op::number:
        return digits(n.value);
      case Op::symbol:
        return symbols_[static_cast<std::size_t>(n.which)].text;
      case Op::bound:
        return std::string(1, "ijkl"[n.which % 4]);
      case Op::family:
        return family(n) + "_" + subscript(n.parts[0]);
      case Op::entry:
        return part(0, thing) + "_" + subscript(n.parts[1]);
      case Op::negate:
        return "−" + part(0, sign);
      case Op::add:
        return part(0, addend) + " + " + part(1, factor);
      case Op::subtract:
        return part(0, addend) + " − " + part(1, factor);
      case Op::multiply:
        return part(0, factor) + "·" + part(1, exponentiated);
      case Op::each_multiply:
        return part(0, factor) + " ⊙ " + part(1, exponentiated);
      case Op::divide:
        return part(0, factor) + "/" + part(1, exponentiated);
      case Op::power:
      case Op::each_power:
        return part(0, thing) + (n.op == Op::power ? "^" : ".^") + part(1, thing);
      case Op::transpose:
        return part(0, thing) + "ᵀ";
      case Op::compare:
        return "1[" + part(0, addend) + relation(n.which) + part(1, addend) + "]";
      case Op::call:
        return call(n);
      case Op::matrix:
        return literal(n);
      case Op::total:
        return over_index(n, "Σ_", factor);
      case Op::chain:
        return over_index(n, "∏_", thing);
    }
    return "";
  }

  std::string family(const Node& n) const {
    const int first = formula_.families[static_cast<std::size_t>(n.which)][0];
    std::string name = symbols_[static_cast<std::size_t>(first)].text;
    if (!name.empty()) name.pop_back();
    return name;
  }

  std::string subscript(int i) const {
    const std::string s = of(i);
    return hold(formula_.node(i)) == thing ? s : "{" + s + "}";
  }

  std::string call(const Node& n) const {
    std::string s = std::string(name(static_cast<Function>(n.which))) + "(";
    for (std::size_t i = 0; i < n.parts.size(); ++i) s += (i > 0 ? ", " : "") + of(n.parts[i]);
    return s + ")";
  }

  std::string literal(const Node& n) const {
    const std::size_t cols = n.parts.size() / static_cast<std::size_t>(n.which);
    std::string s = "[";
    for (std::size_t i = 0; i < n.parts.size(); ++i)
      s += (i == 0 ? "" : i % cols == 0 ? "; " : ", ") + of(n.parts[i]);
    return s + "]";
  }

  std::string over_index(const Node& n, const char* sign, int body) const {
    std::string below(1, "ijkl"[n.which % 4]);
    if (n.parts[1] >= 0) below += "=" + of(n.parts[1]);
    if (n.parts[3] >= 0) {
      if (n.parts[1] >= 0) below += ", " + below.substr(0, 1);
      below += "≠" + of(n.parts[3]);
    }
    std::string s = sign + (below.size() > 1 ? "{" + below + "}" : below);
    if (n.parts[2] >= 0) {
      const std::string above = of(n.parts[2]);
      s += "^" + (hold(formula_.node(n.parts[2])) == thing ? above : "{" + above + "}");
    }
    return s + " " + of(n.parts[0], body);
  }

  const Formula& formula_;
  const std::vector<Symbol>& symbols_;
};

}  // namespace

std::string text(const Formula& formula, const std::vector<Symbol>& symbols) {
  return Writer(formula, symbols).of(formula.root);
}

}  // namespace num
