// What an exercise asks before it shows: one guess, and what stays covered until it is made. A
// guess is compared with what the lab says, and never marked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lab/json.h"
#include "lab/report.h"

namespace exam {

// Where the lab says how it is: a readout, or one number of it.
struct Source {
  enum Part : std::uint8_t {
    all,
    first,    // the first entry of a list or a matrix
    sign,     // −1, 0 or 1: the sign of that entry
    rows,     // of a matrix
    columns,  // of a matrix
  };
  std::string readout;
  Part part = all;
  double scale = 1;  // what is guessed is so many times the number: 100 where it is in percent
};

struct Choice {
  std::string text;
  std::string key;  // see Pick::rule and PickEach
  // Of a Pick: why it is right where it is, one sentence, as `Prediction::because`.
  std::string because = {};
};

// One of several, of which exactly one is right.
struct Pick {
  enum Rule : std::uint8_t {
    named,     // whose key is what `source` says, a word or a whole number
    smallest,  // whose key is a readout, and the smallest of these
    largest,
  };
  std::vector<Choice> choices;
  Rule rule = named;
  Source source = {};  // where it is named

  static constexpr const char* name = "pick";
  std::vector<double> truth(const lab::Report& report) const;
  void ask(lab::Writer& page) const;
};

// One of the same choices for each of several rows: the guess is of the whole list that a readout
// holds, one entry a row.
struct PickEach {
  std::vector<std::string> rows;
  std::vector<Choice> choices;  // with the entry of the list as their key
  std::string readout;

  static constexpr const char* name = "each";
  std::vector<double> truth(const lab::Report& report) const;
  void ask(lab::Writer& page) const;
};

// A number between bounds.
struct Estimate {
  Source source;
  std::string unit;
  double low = 0, high = 1;
  bool whole = false;

  static constexpr const char* name = "estimate";
  std::vector<double> truth(const lab::Report& report) const;
  void ask(lab::Writer& page) const;
};

// A number that is placed on an axis of a plot: along x, where an upright line then shows the
// guess, or along y.
struct OnAxis {
  Source source;
  std::string figure;
  bool upright = true;
  std::string label;  // of the axis, without its unit
  std::string unit;
  double low = 0, high = 1;

  static constexpr const char* name = "axis";
  std::vector<double> truth(const lab::Report& report) const;
  void ask(lab::Writer& page) const;
};

// A curve of a figure of `lab::Lines`, sketched by its heights at some places of x.
struct Sketch {
  std::string figure, curve;
  std::string x_label, label;  // of the axes
  double low = 0, high = 1;    // of the heights
  std::vector<double> at;      // rising

  static constexpr const char* name = "sketch";
  std::vector<double> truth(const lab::Report& report) const;
  void ask(lab::Writer& page) const;
};

using Guess = std::variant<Pick, PickEach, Estimate, OnAxis, Sketch>;

struct Prediction {
  std::string ask;  // one sentence, to the person
  // Keys of what gives the answer away. One that ends in "*" stands for all that begin like it.
  std::vector<std::string> figures, readouts;
  Guess guess;
  // Why the truth is what it is, one sentence that is told after the guess; empty where the choices
  // of a Pick have theirs. "{{key}}" in it quotes a readout. It says nothing of what is marked and
  // not guessed.
  std::string because = {};
};

// What the lab says in place of the guess: the place of the right choice, from 0, once for each
// row; the number; one height for each place of a sketch. Empty where the report does not say it,
// or where no single choice is right.
std::vector<double> truth(const Prediction& prediction, const lab::Report& report);

// Why the truth is what it is, with the report's numbers in their places; empty where there is no
// truth, or where the report does not say one of the numbers.
std::string reason(const Prediction& prediction, const lab::Report& report);

// Whether `key` is one of `keys`, some of which may end in "*".
bool covers(const std::vector<std::string>& keys, std::string_view key);

// The keys of the report's figures that are to be covered, in their order.
std::vector<std::string> covered_figures(const Prediction& prediction, const lab::Report& report);

// The tab of the figure that the guess is drawn in, or else of the first of them; empty where it is
// in view at once, or for none.
std::string tab_of(const Prediction& prediction, const lab::Report& report);

// What is drawn and written in place of what is covered.
constexpr const char* covered_words = "covered until you guess";

// For the page: the sentence, the keys that are covered in this report, what kind of guess it is
// with its bounds, and the truth by the report `told` with its reason; null and "" where that is
// null, or does not say it.
std::string prediction_json(const Prediction& prediction, const lab::Report& report,
                            const lab::Report* told);

}  // namespace exam
