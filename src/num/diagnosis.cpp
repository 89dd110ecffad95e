// What one slip makes the reference of.
#include "num/diagnosis.h"

#include <optional>

#include "num/diagnosis_values.h"

namespace num {
namespace {

constexpr std::size_t points_tried = 8;
constexpr std::size_t most_mutations = 200;
constexpr long most_work = 50000;  // operations, of all forms that a given formula is tried in

std::optional<Matrix> value_at(const Formula& f, const std::vector<Symbol>& symbols,
                               const Point& point) {
  Evaluation e = evaluate(f, symbols, point);
  if (e.misshapen || e.undefined || e.heavy) return std::nullopt;
  return std::move(e.value);
}

class Doctor {
 public:
  Doctor(const Formula& given, const Formula& reference, const std::vector<Symbol>& symbols,
         const std::vector<Point>& points)
      : given_(given), reference_(reference), symbols_(symbols) {
    for (const Point& p : points) {
      if (pairs_.points.size() == points_tried) break;
      auto g = value_at(given, symbols, p), r = value_at(reference, symbols, p);
      if (!g || !r) continue;
      pairs_.points.push_back(&p);
      pairs_.given.push_back(std::move(*g));
      pairs_.wanted.push_back(std::move(*r));
    }
  }

  Diagnosis run() {
    if (pairs_.points.size() < 3) return {};
    Diagnosis d = diagnose_values(pairs_, symbols_);
    if (d.slip == Slip::none) d = slip_of_reference();
    if (d.slip == Slip::none) d = too_many();
    return d;
  }

 private:
  bool matches(const Formula& f, const std::vector<Matrix>& wanted) const {
    for (std::size_t i = 0; i < pairs_.points.size(); ++i) {
      const auto v = value_at(f, symbols_, *pairs_.points[i]);
      if (!v || !agree(*v, wanted[i])) return false;
    }
    return true;
  }

  // The reference with node i in place of node `at`, or with another node there.
  bool becomes(int at, int part) const {
    Formula f = reference_;
    f.nodes[static_cast<std::size_t>(at)] = reference_.node(part);
    return matches(f, pairs_.given);
  }
  bool becomes(int at, Node node) const {
    Formula f = reference_;
    f.nodes[static_cast<std::size_t>(at)] = std::move(node);
    return matches(f, pairs_.given);
  }

  Diagnosis slip_of_reference() const {
    std::vector<bool> inside(reference_.nodes.size(), false);
    mark_inside(reference_.root, false, inside);
    const std::size_t count = reference_.nodes.size();
    for (std::size_t k = 0; k < count && k < most_mutations; ++k) {
      const int i = static_cast<int>(k);
      Diagnosis d;
      d.slip = slip_at(i, reference_.node(i));
      d.inside = inside[k];
      if (d.slip != Slip::none) return d;
    }
    return {};
  }

  // Marks the nodes below a function of numbers, a power or a comparison.
  void mark_inside(int i, bool within, std::vector<bool>& inside) const {
    const Node& n = reference_.node(i);
    inside[static_cast<std::size_t>(i)] = within;
    const bool applies = n.op == Op::compare || n.op == Op::power || n.op == Op::each_power ||
                         (n.op == Op::call && is_entrywise(static_cast<Function>(n.which)));
    for (const int part : n.parts)
      if (part >= 0) mark_inside(part, within || applies, inside);
  }

  Slip slip_at(int i, const Node& n) const {
    switch (n.op) {
      case Op::add:
      case Op::subtract:
        return term_slip(i, n);
      case Op::multiply:
      case Op::each_multiply:
        if (becomes(i, n.parts[0]) || becomes(i, n.parts[1])) return Slip::factor_missing;
        return Slip::none;
      case Op::divide:
        if (becomes(i, n.parts[0])) return Slip::factor_missing;
        return Slip::none;
      case Op::transpose:
        return becomes(i, n.parts[0]) ? Slip::inner_transpose : Slip::none;
      case Op::compare:
        return compare_slip(i, n);
      case Op::call:
        return is_slope(static_cast<Function>(n.which)) ? slope_slip(i, n) : Slip::none;
      default:
        return Slip::none;
    }
  }

  Slip term_slip(int i, const Node& n) const {
    Node flipped = n;
    flipped.op = n.op == Op::add ? Op::subtract : Op::add;
    if (becomes(i, flipped)) return Slip::term_sign;
    if (becomes(i, n.parts[0])) return Slip::term_missing;
    if (n.op == Op::add && becomes(i, n.parts[1])) return Slip::term_missing;
    if (n.op == Op::subtract && becomes(i, Node{Op::negate, n.at, 0, 0, {n.parts[1]}}))
      return Slip::term_missing;
    return Slip::none;
  }

  // The derivative of an activation replaced by that of another one, by an activation or by 1.
  Slip slope_slip(int i, const Node& n) const {
    const auto call = [&](Function f) {
      Node other = n;
      other.which = static_cast<int>(f);
      return becomes(i, other);
    };
    for (int k = 0; k < 5; ++k) {
      const auto activation = static_cast<Function>(static_cast<int>(Function::sigmoid) + k);
      if (slope_of(activation) != static_cast<Function>(n.which) && call(slope_of(activation)))
        return Slip::slope;
      if (call(activation)) return Slip::slope;
    }
    return becomes(i, n.parts[0]) ? Slip::slope : Slip::none;
  }

  Slip compare_slip(int i, const Node& n) const {
    Node other = n;
    other.which =
        static_cast<int>(static_cast<Order>(n.which) == Order::less ? Order::greater : Order::less);
    if (becomes(i, other)) return Slip::slope;
    other = {Op::call, n.at, 0, 0, {n.parts[0]}};
    for (int k = 0; k < 10; ++k) {
      const auto f = static_cast<Function>(static_cast<int>(Function::sigmoid) + k);
      other.which = static_cast<int>(f);
      if (f != Function::relu_slope && becomes(i, other)) return Slip::slope;
    }
    return becomes(i, n.parts[0]) ? Slip::slope : Slip::none;
  }

  // Whether the given formula would be right without one of its factors or terms.
  Diagnosis too_many() const {
    const long cost = evaluate(given_, symbols_, *pairs_.points[0]).cost;
    if (cost * static_cast<long>(given_.nodes.size()) > most_work) return {};
    Formula f = given_;
    for (std::size_t k = 0; k < given_.nodes.size() && k < most_mutations; ++k) {
      const Node& n = given_.nodes[k];
      const bool sum = n.op == Op::add || n.op == Op::subtract;
      if (!sum && n.op != Op::multiply && n.op != Op::each_multiply && n.op != Op::divide) continue;
      for (const std::size_t kept : {std::size_t{0}, std::size_t{1}}) {
        if (kept == 1 && (n.op == Op::divide || n.op == Op::subtract)) continue;
        f.nodes[k] = given_.node(n.parts[kept]);
        const bool right = matches(f, pairs_.wanted);
        f.nodes[k] = n;
        if (!right) continue;
        f.root = n.parts[1 - kept];
        return {sum ? Slip::term_extra : Slip::factor_extra, 1, -1, 1, text(f, symbols_), false};
      }
    }
    return {};
  }

  const Formula& given_;
  const Formula& reference_;
  const std::vector<Symbol>& symbols_;
  PairedValues pairs_;
};

}  // namespace

Diagnosis diagnose(const Formula& given, const Formula& reference,
                   const std::vector<Symbol>& symbols, const std::vector<Point>& points) {
  return Doctor(given, reference, symbols, points).run();
}

}  // namespace num
