// A small paper for the tests of exam: one exercise about the area of a rectangle.
#pragma once

#include "exam/session.h"

namespace tests {

struct Rectangle {
  int width = 3, height = 4;
  double unit = 1;
  void declare(lab::Fields& f) {
    f.whole("width", width, {1, 100}, "width [m]");
    f.whole("height", height, {1, 100}, "height [m]")
        .offer_up_to(10 * width)
        .on_set_clear({"unit"});
    f.real("unit", unit, {0.5, 2}, "unit");
  }
};

inline lab::Report area(const Rectangle& r) {
  lab::Report report;
  report.real("area", "area", r.width * r.height * r.unit, "m²");
  if (r.width == 13) report.blame("width", "13 is not drawn");
  return report;
}

inline constexpr lab::LabRow rectangle = lab::formula<Rectangle, area>("rectangle", "Rectangle");

struct AreaQuestion {
  bool paper = true;
  Rectangle sides;
};

inline void follow(AreaQuestion& q, const lab::Fields& fields) {
  q.sides = lab::parameters<Rectangle>(fields);
}

inline exam::Facts tell(const AreaQuestion& q) {
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.word("form", q.sides.width > q.sides.height ? "wide" : "tall", {"wide", "tall"});
  facts.number("sum", q.sides.width + q.sides.height);
  return facts;
}

inline int forms_asked = 0;  // how often `ask` has been called

inline exam::Form ask(const AreaQuestion& q) {
  ++forms_asked;
  const Rectangle& p = q.sides;
  if (p.width == 17) return {};  // nothing to ask
  exam::Number number{p.width * p.height * p.unit,
                      1e-3,
                      "m²",
                      {{2.0 * (p.width + p.height), "That is the perimeter."}}};
  exam::ManyOf options{{{"i", "It is flat.", exam::Key::yes, "It has no height.", "width=5"},
                        {"ii", "It is round.", exam::Key::no, "It has corners.", ""},
                        {"iii", "It is a square.", exam::Key::contested, "Some are.", ""},
                        {"iv", "It has four sides.", exam::Key::yes, "Four.", ""}}};
  exam::Cells sides{{1, 2, {static_cast<double>(p.width), static_cast<double>(p.height)}},
                    1e-9,
                    {{{1, 2, {static_cast<double>(p.height), static_cast<double>(p.width)}},
                      "The sides are swapped."}}};
  exam::OneOf name{{{"a", "rectangle", exam::Key::yes, "yes", ""},
                    {"b", "circle", exam::Key::no, "no corners", ""}},
                   0};
  return {{"area", "Area", number, "Width times height."},
          {"facts", "Facts", options, "All of them."},
          {"sides", "Sides", sides, "Width, then height."},
          {"name", "Name", name, "Right angles."}};
}

inline exam::Prediction guess(const AreaQuestion&) {
  return {"How large is it?", {"plan"}, {"area"}, exam::Estimate{{"area"}, "m²", 0, 10000}};
}

// Draws widths that the lab refuses and squares of side 4, whose perimeter is their area.
inline std::optional<AreaQuestion> draw(num::Rng& rng, lab::Fields& fields) {
  constexpr int sides[] = {4, 13, 5};
  const std::string side = std::to_string(sides[rng.below(3)]);
  fields.set("width", side);
  fields.set("height", side == "5" ? "8" : side);
  if (!exam::accepted(rectangle, fields)) return std::nullopt;
  return AreaQuestion{.paper = false};
}

inline AreaQuestion of_paper(lab::Fields& fields) {
  fields.set("width", "6");
  return {};
}

inline constexpr exam::Asking<AreaQuestion> asking = {.lab = &rectangle,
                                                      .paper = of_paper,
                                                      .draw = draw,
                                                      .follow = follow,
                                                      .form = ask,
                                                      .predict = guess,
                                                      .facts = tell};
inline constexpr exam::Exercise exercise = exam::exercise<asking>();
inline constexpr exam::Part paper[] = {{"1a", "A rectangle", 1, 8, &exercise},
                                       {"1b", "Something else", 1, 5, nullptr}};
inline constexpr const lab::LabRow* labs[] = {&rectangle};

inline exam::Catalogue catalogue() { return {labs, paper}; }

}  // namespace tests
