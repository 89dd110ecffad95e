// One parameter of a lab, declared once. Links, controls, forms, help, JSON, tests and fuzzers all
// walk this declaration.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lab/value.h"

namespace lab {

// A whole number in [low, high].
struct Whole {
  std::int64_t value = 0, low = 0, high = 0;
  bool operator==(const Whole&) const = default;
};

// A finite real in [low, high]. `logarithmic` spaces a slider by ratios. With `automatic` the value
// may also be left to the lab: the text "auto", held as NaN.
struct Real {
  double value = 0, low = 0, high = 0;
  bool logarithmic = false, automatic = false;
  bool operator==(const Real& other) const;  // two automatic values are equal
};

// On or off: "1" or "0" in a link.
struct Flag {
  bool value = false;
  bool operator==(const Flag&) const = default;
};

// One of several names; a link carries the name, never the index.
struct Choice {
  int value = 0;
  std::vector<std::string> names;
  bool operator==(const Choice&) const = default;
};

// A row of min_size to max_size reals, each in [low, high]. With min_size 0 it may be empty, which
// means that the lab makes its own.
struct Reals {
  std::vector<double> values;
  int min_size = 1, max_size = 1;
  double low = 0, high = 0;
  bool operator==(const Reals&) const = default;
};

// A matrix of up to max_rows x max_cols reals, each in [low, high]. Where `optional`, it may be
// empty, which means that the lab makes its own.
struct Table {
  Matrix value;
  int max_rows = 1, max_cols = 1;
  double low = 0, high = 0;
  bool optional = false;
  bool operator==(const Table&) const = default;
};

using Slot = std::variant<Whole, Real, Flag, Choice, Reals, Table>;

// How a field is offered. A `picked` field is set by pointing at a figure, an `extra` one stands
// under "more", a `horizon` is the number of steps that a replay runs to.
enum class Offer : std::uint8_t { control, extra, picked, horizon };
constexpr int offer_count = 4;

struct Field {
  std::string key;    // as links carry it; frozen once published
  std::string label;  // for people, with its unit: "input side n [px]"
  Slot slot;          // the value in force, with its bounds
  Slot initial;       // the value of the exercise's own instance
  Offer offer = Offer::control;
  bool looks = false;               // chooses what is looked at: work that is done stays valid
  std::vector<std::string> clears;  // fields that return to `initial` when a person sets this one

  Field& extra() { return offer = Offer::extra, *this; }
  Field& picked() { return offer = Offer::picked, *this; }
  Field& horizon() { return offer = Offer::horizon, *this; }
  // Says that setting the field changes what is shown of the work that is done (steps, weights,
  // times) and nothing of the work itself. Where that depends on other parameters, `here` says
  // whether it holds at their values.
  Field& looks_only(bool here = true) { return looks = here, *this; }
  Field& on_set_clear(std::vector<std::string> keys) { return clears = std::move(keys), *this; }
  bool changed() const { return !(slot == initial); }
};

// The value as a link carries it.
std::string text(const Slot&);

// What became of a text that was to set a field: taken as it is, brought into bounds, or refused.
// `message` is a sentence for people, empty when the text was taken as it is.
struct Reading {
  enum Outcome : std::uint8_t { taken, clamped, refused } outcome = taken;
  std::string message;
};

// Sets the value of `field` from a text. The exact inverse of `text` for every value in bounds; a
// refused text leaves the field as it was.
Reading read(Field& field, std::string_view text);

}  // namespace lab
