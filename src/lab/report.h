// What a lab says: named numbers, pictures as data, and complaints.
#pragma once

#include <string>
#include <vector>

#include "lab/figures.h"
#include "lab/value.h"

namespace lab {

struct Readout {
  std::string key;    // frozen once published: "loss.nats"
  std::string label;  // for people: "cross-entropy"
  std::string unit;   // "nats", "px"; empty for a pure number
  Value value;
  bool operator==(const Readout&) const = default;
};

// A legal text that cannot be computed, or a notice about a link: which key, and a sentence.
struct Problem {
  std::string key, message;
  bool operator==(const Problem&) const = default;
};

// The reasons that `Report::real` gives for a value that came out as no number or as infinite.
inline constexpr const char* no_number = "the calculation gives no number here";
inline constexpr const char* too_large = "the value is beyond what a double can hold";

struct Report {
  std::vector<Readout> readouts;
  Figures figures;
  std::vector<Problem> problems;

  // Appends a readout. Doubles that are not finite become Undefined with a reason of their own.
  void count(std::string key, std::string label, std::int64_t value, std::string unit = "");
  void real(std::string key, std::string label, double value, std::string unit = "");
  void flag(std::string key, std::string label, bool value);
  void word(std::string key, std::string label, std::string value);
  void list(std::string key, std::string label, std::vector<double> value, std::string unit = "");
  void matrix(std::string key, std::string label, Matrix value, std::string unit = "");
  void undefined(std::string key, std::string label, std::string reason);

  // Appends a problem: the parameter at fault and a sentence that says what to do.
  void blame(std::string key, std::string message);

  // Appends a figure and returns it for its alt text and shape.
  Figure& figure(std::string key, std::string title, std::string alt, Shape shape);

  const Readout* find(std::string_view key) const;
};

}  // namespace lab
