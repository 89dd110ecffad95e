// One parameter of a lab, declared once. Links, controls, forms, help, JSON, tests and fuzzers all
// walk this declaration.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lab/slot.h"

namespace lab {

// How a field is offered. A `picked` field is set by pointing at a figure, an `extra` one stands
// under "more", a `horizon` is the number of steps that a replay runs to, and a `played` one is a
// number that a person can also let run on, while the lab answers, a few steps at a time.
enum class Offer : std::uint8_t { control, extra, picked, horizon, played };
constexpr int offer_count = 5;

struct Field {
  std::string key;    // as links carry it; frozen once published
  std::string label;  // for people, with its unit: "input side n [px]"
  Slot slot;          // the value in force, with its bounds
  Slot initial;       // the value of the exercise's own instance
  Offer offer = Offer::control;
  bool looks = false;  // chooses what is looked at: work that is done stays valid
  double offered = 0;  // a whole number is offered up to here; 0: to its bound
  // What a person begins with who enters a list or a table where none is given, as a link carries
  // it; empty: zeros.
  std::string begins;
  std::vector<std::string> clears;  // fields that return to `initial` when a person sets this one
  std::vector<std::string> brings;  // "key=value" that a person sets along with this one
  // The tabs of figures that its control stands with; empty where it stands beside the story.
  std::vector<std::string> tabs;
  std::vector<std::string> said;  // of a choice, for people: a name in place of each of the link's
  // Of a choice or a subset: names that mean nothing at the values in force and are not offered.
  std::vector<std::string> withheld;

  Field& extra() { return offer = Offer::extra, *this; }
  Field& picked() { return offer = Offer::picked, *this; }
  Field& horizon() { return offer = Offer::horizon, *this; }
  Field& played() { return offer = Offer::played, *this; }
  // Says that setting the field changes what is shown of the work that is done (steps, weights,
  // times) and nothing of the work itself. Where that depends on other parameters, `here` says
  // whether it holds at their values.
  Field& looks_only(bool here = true) { return looks = here, *this; }
  // Says that at the values in force a larger number means nothing, so that none is offered. A link
  // may still carry one, which the lab answers in words.
  Field& offer_up_to(double most) { return offered = most, *this; }
  // The same of names. One that a link carries all the same is answered in words.
  Field& withhold(std::vector<std::string> names) { return withheld = std::move(names), *this; }
  Field& begin_with(std::string value) { return begins = std::move(value), *this; }
  Field& on_set_clear(std::vector<std::string> keys) { return clears = std::move(keys), *this; }
  Field& on_set_bring(std::vector<std::string> pairs) { return brings = std::move(pairs), *this; }
  Field& say(std::vector<std::string> names) { return said = std::move(names), *this; }
  Field& beside(std::vector<std::string> names) { return tabs = std::move(names), *this; }
  bool offers(std::string_view name) const {
    for (const std::string& other : withheld)
      if (other == name) return false;
    return true;
  }
  bool changed() const { return !(slot == initial); }
  // True where a link has to carry the value. A file that changed is none that it could.
  bool linked() const;
};

// The value as a link carries it.
std::string text(const Slot&);

inline bool Field::linked() const { return text(slot) != text(initial); }

// Sets the value of `field` from a text. The exact inverse of `text` for every value in bounds; a
// refused text leaves the field as it was.
Reading read(Field& field, std::string_view text);

}  // namespace lab
