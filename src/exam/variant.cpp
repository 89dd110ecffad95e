#include <cmath>

#include "exam/exercise.h"
#include "exam/factors.h"
#include "exam/formula.h"
#include "exam/kind_marking.h"
#include "exam/shape_marking.h"

namespace exam {
namespace {

constexpr int most_draws = 64;

// True where two matrices of formulas agree in every entry that is asked.
bool same_entries(const Symbols& s, const std::vector<std::vector<std::string>>& a,
                  const std::vector<std::vector<std::string>>& b) {
  for (std::size_t r = 0; r < s.entries.size(); ++r)
    for (std::size_t c = 0; c < s.entries[r].size(); ++c)
      if (!s.entries[r][c].given &&
          !equivalent(a[r][c], b[r][c], s.symbols, points_for(b[r][c], s.symbols)))
        return false;
  return true;
}

struct TellsApart {
  bool operator()(const OneOf&) const { return true; }
  bool operator()(const ManyOf&) const { return true; }
  bool operator()(const Rubric&) const { return true; }
  bool operator()(const Expression& e) const {
    const auto points = points_for(e.value, e.symbols);
    const auto same = [&](const std::string& a, const std::string& b) {
      return equivalent(a, b, e.symbols, points);
    };
    for (const Alternative& a : e.alternatives)
      if (same(a.value, e.value)) return false;
    for (std::size_t i = 0; i < e.mistakes.size(); ++i) {
      const std::string& wrong = e.mistakes[i].value;
      if (same(wrong, e.value)) return false;
      for (const Alternative& a : e.alternatives)
        if (a.label.empty() && !a.elementwise && same(wrong, a.value)) return false;
      for (std::size_t j = 0; j < i; ++j)
        if (same(wrong, e.mistakes[j].value)) return false;
    }
    return true;
  }
  bool operator()(const Number& n) const {
    for (std::size_t i = 0; i < n.mistakes.size(); ++i) {
      if (accepts(n, n.mistakes[i].value)) return false;
      for (std::size_t j = 0; j < i; ++j)
        if (near(n.mistakes[i].value, n.mistakes[j].value, n.tolerance)) return false;
    }
    return true;
  }
  bool operator()(const ShapeAnswer& s) const {
    const auto same_shapes = [&s](const auto& a, const auto& b) {
      return same_side(a.rows, b.rows, s.sizes) && same_side(a.cols, b.cols, s.sizes);
    };
    for (std::size_t i = 0; i < s.mistakes.size(); ++i) {
      if (same_shapes(s.mistakes[i], s)) return false;
      for (std::size_t j = 0; j < i; ++j)
        if (same_shapes(s.mistakes[i], s.mistakes[j])) return false;
    }
    return true;
  }
  bool operator()(const Symbols& s) const {
    std::vector<std::vector<std::string>> reference;
    for (const std::vector<Entry>& row : s.entries)
      for (auto& texts = reference.emplace_back(); const Entry& e : row) texts.push_back(e.value);
    for (std::size_t i = 0; i < s.mistakes.size(); ++i) {
      if (same_entries(s, s.mistakes[i].value, reference)) return false;
      for (std::size_t j = 0; j < i; ++j)
        if (same_entries(s, s.mistakes[i].value, s.mistakes[j].value)) return false;
    }
    return true;
  }
  bool operator()(const Derivation& d) const {
    for (std::size_t i = 0; i < d.steps.size(); ++i) {
      Expression line{d.steps[i].value, symbols_of_line(d, i), d.steps[i].mistakes};
      if (!(*this)(line)) return false;
    }
    return true;
  }
  bool operator()(const Factors& f) const {
    std::vector<Factoring> known = {factoring(f.value)};
    for (const FactorsMistake& m : f.mistakes) {
      const Factoring wrong = factoring(m.value);
      for (const Factoring& other : known)
        if (same_factors(wrong, other)) return false;
      known.push_back(wrong);
    }
    return true;
  }
  bool operator()(const Cells& c) const {
    for (std::size_t i = 0; i < c.mistakes.size(); ++i) {
      if (same(c.mistakes[i].value, c.value, c.tolerance)) return false;
      for (std::size_t j = 0; j < i; ++j)
        if (same(c.mistakes[i].value, c.mistakes[j].value, c.tolerance)) return false;
    }
    return true;
  }
};

bool sound(const Exercise& exercise, const lab::Fields& fields) {
  if (exercise.from_fields) return tells_apart(exercise.form(fields, {}));
  const auto lab = exercise.lab->make();
  lab->take(fields);
  const lab::Report report = lab->report();
  return report.problems.empty() && tells_apart(exercise.form(fields, report));
}

}  // namespace

bool near(double x, double reference, double tolerance) {
  return std::abs(x - reference) <= tolerance * std::max(std::abs(reference), 1e-12);
}

bool accepts(const Number& field, double x) { return near(x, field.value, field.tolerance); }

bool same(const lab::Matrix& a, const lab::Matrix& b, double tolerance) {
  if (a.rows != b.rows || a.cols != b.cols) return false;
  for (std::size_t i = 0; i < a.values.size(); ++i)
    if (!(std::abs(a.values[i] - b.values[i]) <= tolerance)) return false;
  return true;
}

bool tells_apart(const Form& form) {
  for (const AnswerField& field : form)
    if (!std::visit(TellsApart{}, field.kind)) return false;
  return true;
}

Form form_at(const Exercise& exercise, const lab::Fields& fields) {
  if (exercise.from_fields) return exercise.form(fields, {});
  const auto lab = exercise.lab->make();
  lab->take(fields);
  return exercise.form(fields, lab->report());
}

Variant variant(const Exercise& exercise, int number) {
  lab::Fields instance = exercise.lab->make()->declaration();
  if (exercise.instance) exercise.instance(instance);
  if (number == 0) {
    instance.settle();
    return {std::move(instance), true};
  }
  Variant drawn;
  for (std::uint64_t attempt = 0; attempt < most_draws; ++attempt) {
    num::Rng rng(static_cast<std::uint64_t>(number), /*purpose=*/attempt);
    drawn.fields = instance;
    exercise.draw(rng, drawn.fields);
    drawn.fields.settle();
    drawn.sound = sound(exercise, drawn.fields);
    if (drawn.sound) break;
  }
  return drawn;
}

}  // namespace exam
