#include "exam/prediction.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "lab/digits.h"
#include "lab/number.h"

namespace exam {
namespace {

std::optional<double> number(const lab::Value& value) {
  if (const auto* x = std::get_if<double>(&value)) return *x;
  if (const auto* n = std::get_if<std::int64_t>(&value)) return static_cast<double>(*n);
  return std::nullopt;
}

std::optional<double> first_entry(const lab::Value& value) {
  const auto first = [](const std::vector<double>& all) {
    return all.empty() ? std::nullopt : std::optional(all.front());
  };
  if (const auto* list = std::get_if<std::vector<double>>(&value)) return first(*list);
  if (const auto* matrix = std::get_if<lab::Matrix>(&value)) return first(matrix->values);
  return number(value);
}

std::optional<double> number(const Source& source, const lab::Report& report) {
  const lab::Readout* const readout = report.find(source.readout);
  if (!readout) return std::nullopt;
  std::optional<double> said;
  const auto* const matrix = std::get_if<lab::Matrix>(&readout->value);
  switch (source.part) {
    case Source::all:
      said = number(readout->value);
      break;
    case Source::first:
    case Source::sign:
      said = first_entry(readout->value);
      if (said && source.part == Source::sign) said = (*said > 0) - (*said < 0);
      break;
    case Source::rows:
      if (matrix) said = matrix->rows;
      break;
    case Source::columns:
      if (matrix) said = matrix->cols;
      break;
  }
  if (!said || !std::isfinite(*said)) return std::nullopt;
  return source.scale * *said;
}

std::vector<double> one(std::optional<double> x) {
  return x ? std::vector<double>{*x} : std::vector<double>{};
}

// The place of the choice with this key.
std::optional<double> place_of(const std::vector<Choice>& choices, const std::string& key) {
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].key == key) return static_cast<double>(i);
  return std::nullopt;
}

// The choice whose key is the word or the number that the lab says.
std::optional<double> named_choice(const Pick& pick, const lab::Report& report) {
  const lab::Readout* const readout = report.find(pick.source.readout);
  const auto* const word = readout ? std::get_if<std::string>(&readout->value) : nullptr;
  std::string said;
  if (word) {
    said = *word;
  } else if (const std::optional<double> x = number(pick.source, report)) {
    said = lab::text(*x);
  }
  return place_of(pick.choices, said);
}

// The choice whose readout is the smallest, or the largest: none where one is not told, or where
// two of them share that place.
std::optional<double> extreme_choice(const Pick& pick, const lab::Report& report) {
  std::vector<double> all;
  for (const Choice& choice : pick.choices) {
    const std::optional<double> x = number(Source{choice.key}, report);
    if (!x) return std::nullopt;
    all.push_back(pick.rule == Pick::largest ? -*x : *x);
  }
  const auto least = std::min_element(all.begin(), all.end());
  if (least == all.end() || std::count(all.begin(), all.end(), *least) > 1) return std::nullopt;
  return static_cast<double>(least - all.begin());
}

const lab::Curve* curve_of(const Sketch& sketch, const lab::Report& report) {
  const lab::Figure* const figure = report.figures.find(sketch.figure);
  const auto* const lines = figure ? std::get_if<lab::Lines>(&figure->shape) : nullptr;
  if (!lines) return nullptr;
  for (const lab::Curve& curve : lines->curves)
    if (curve.name == sketch.curve) return &curve;
  return nullptr;
}

// The height of a curve with rising x, by the straight line between two of its points.
std::optional<double> height(const lab::Curve& curve, double x) {
  for (std::size_t i = 0; i + 1 < curve.x.size(); ++i) {
    const double x0 = static_cast<double>(curve.x[i]), x1 = static_cast<double>(curve.x[i + 1]);
    if (!(x >= x0 && x <= x1)) continue;
    const double y0 = static_cast<double>(curve.y[i]), y1 = static_cast<double>(curve.y[i + 1]);
    const double y = x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y0;
    return std::isfinite(y) ? std::optional(y) : std::nullopt;
  }
  return std::nullopt;
}

// A readout as it is quoted; nothing where the report does not say it.
std::optional<std::string> quoted_value(const std::string& key, const lab::Report& report) {
  const lab::Readout* const readout = report.find(key);
  if (!readout) return std::nullopt;
  if (const auto* word = std::get_if<std::string>(&readout->value)) return *word;
  if (const auto* matrix = std::get_if<lab::Matrix>(&readout->value)) return lab::readable(*matrix);
  const std::optional<double> x = number(readout->value);
  return x ? std::optional(lab::readable(*x)) : std::nullopt;
}

// `text` with what its "{{key}}" quote; nothing where one of them is not said.
std::optional<std::string> with_quotes(const std::string& text, const lab::Report& report) {
  constexpr std::string_view open = "{{", close = "}}";
  std::string out;
  std::size_t at = 0;
  for (std::size_t from; (from = text.find(open, at)) != std::string::npos;) {
    const std::size_t key = from + open.size(), end = text.find(close, key);
    if (end == std::string::npos) break;
    const std::optional<std::string> value = quoted_value(text.substr(key, end - key), report);
    if (!value) return std::nullopt;
    out += text.substr(at, from - at) + *value;
    at = end + close.size();
  }
  return out + text.substr(at);
}

std::string numbers(const std::vector<double>& list) {
  lab::Writer w('[');
  for (const double x : list) w.item(lab::json(x));
  return w.done();
}

std::string texts(const std::vector<Choice>& choices) {
  lab::Writer list('[');
  for (const Choice& choice : choices) list.item(lab::quoted(choice.text));
  return list.done();
}

}  // namespace

std::vector<double> Pick::truth(const lab::Report& report) const {
  return one(rule == named ? named_choice(*this, report) : extreme_choice(*this, report));
}

std::vector<double> PickEach::truth(const lab::Report& report) const {
  const lab::Readout* const told = report.find(readout);
  const auto* const list = told ? std::get_if<std::vector<double>>(&told->value) : nullptr;
  if (!list || list->size() != rows.size()) return {};
  std::vector<double> places;
  for (const double entry : *list) {
    const std::optional<double> place = place_of(choices, lab::text(entry));
    if (!place) return {};
    places.push_back(*place);
  }
  return places;
}

std::vector<double> Estimate::truth(const lab::Report& report) const {
  return one(number(source, report));
}

std::vector<double> OnAxis::truth(const lab::Report& report) const {
  return one(number(source, report));
}

std::vector<double> Sketch::truth(const lab::Report& report) const {
  const lab::Curve* const told = curve_of(*this, report);
  std::vector<double> heights;
  for (const double x : at) {
    const std::optional<double> y = told ? height(*told, x) : std::nullopt;
    if (!y) return {};
    heights.push_back(*y);
  }
  return heights;
}

void Pick::ask(lab::Writer& page) const { page.member("choices", texts(choices)); }

void PickEach::ask(lab::Writer& page) const {
  page.member("rows", lab::quoted(rows)).member("choices", texts(choices));
}

void Estimate::ask(lab::Writer& page) const {
  page.member("unit", lab::quoted(unit)).member("low", lab::json(low));
  page.member("high", lab::json(high)).member("whole", lab::truth(whole));
}

void OnAxis::ask(lab::Writer& page) const {
  page.member("figure", lab::quoted(figure)).member("upright", lab::truth(upright));
  page.member("label", lab::quoted(label)).member("unit", lab::quoted(unit));
  page.member("low", lab::json(low)).member("high", lab::json(high));
}

void Sketch::ask(lab::Writer& page) const {
  page.member("figure", lab::quoted(figure)).member("x_label", lab::quoted(x_label));
  page.member("label", lab::quoted(label)).member("low", lab::json(low));
  page.member("high", lab::json(high)).member("at", numbers(at));
}

std::vector<double> truth(const Prediction& prediction, const lab::Report& report) {
  return std::visit([&report](const auto& guess) { return guess.truth(report); }, prediction.guess);
}

std::string reason(const Prediction& prediction, const lab::Report& report) {
  const std::vector<double> known = truth(prediction, report);
  if (known.empty()) return "";
  const auto* const pick = std::get_if<Pick>(&prediction.guess);
  const std::string& own =
      pick ? pick->choices[static_cast<std::size_t>(known[0])].because : prediction.because;
  return with_quotes(own.empty() ? prediction.because : own, report).value_or("");
}

bool covers(const std::vector<std::string>& keys, std::string_view key) {
  return std::any_of(keys.begin(), keys.end(), [key](const std::string& wanted) {
    const bool many = !wanted.empty() && wanted.back() == '*';
    const std::string_view stem = std::string_view(wanted).substr(0, wanted.size() - many);
    return many ? key.substr(0, stem.size()) == stem : key == wanted;
  });
}

std::string tab_of(const Prediction& prediction, const lab::Report& report) {
  // Where the guess is drawn over the truth, that figure shows it.
  const auto* const place = std::get_if<OnAxis>(&prediction.guess);
  const auto* const sketch = std::get_if<Sketch>(&prediction.guess);
  if (place || sketch)
    if (const lab::Figure* own = report.figures.find(place ? place->figure : sketch->figure))
      return own->tab;
  for (const lab::Figure& figure : report.figures)
    if (covers(prediction.figures, figure.key)) return figure.tab;
  return "";
}

std::vector<std::string> covered_figures(const Prediction& prediction, const lab::Report& report) {
  std::vector<std::string> keys;
  for (const lab::Figure& figure : report.figures)
    if (covers(prediction.figures, figure.key)) keys.push_back(figure.key);
  return keys;
}

std::string prediction_json(const Prediction& prediction, const lab::Report& report,
                            const lab::Report* told) {
  std::vector<std::string> readouts;
  for (const lab::Readout& readout : report.readouts)
    if (covers(prediction.readouts, readout.key)) readouts.push_back(readout.key);
  const std::vector<double> known = told ? truth(prediction, *told) : std::vector<double>{};
  lab::Writer w('{');
  w.member("ask", lab::quoted(prediction.ask));
  w.member("figures", lab::quoted(covered_figures(prediction, report)));
  w.member("tab", lab::quoted(tab_of(prediction, report)));
  w.member("readouts", lab::quoted(readouts));
  w.member("words", lab::quoted(covered_words));
  std::visit(
      [&w](const auto& guess) {
        w.member("kind", lab::quoted(guess.name));
        guess.ask(w);
      },
      prediction.guess);
  w.member("truth", known.empty() ? "null" : numbers(known));
  return w.member("why", lab::quoted(told ? reason(prediction, *told) : "")).done();
}

}  // namespace exam
