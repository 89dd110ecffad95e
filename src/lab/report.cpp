#include "lab/report.h"

#include <algorithm>
#include <cmath>

namespace lab {

void Report::count(std::string key, std::string label, std::int64_t value, std::string unit) {
  readouts.push_back({std::move(key), std::move(label), std::move(unit), value});
}

void Report::real(std::string key, std::string label, double value, std::string unit) {
  Value v = value;
  if (std::isnan(value)) v = Undefined{no_number};
  if (std::isinf(value)) v = Undefined{too_large};
  readouts.push_back({std::move(key), std::move(label), std::move(unit), std::move(v)});
}

void Report::flag(std::string key, std::string label, bool value) {
  readouts.push_back({std::move(key), std::move(label), "", value});
}

void Report::word(std::string key, std::string label, std::string value) {
  readouts.push_back({std::move(key), std::move(label), "", std::move(value)});
}

void Report::list(std::string key, std::string label, std::vector<double> value, std::string unit) {
  readouts.push_back({std::move(key), std::move(label), std::move(unit), std::move(value)});
}

void Report::matrix(std::string key, std::string label, Matrix value, std::string unit) {
  readouts.push_back({std::move(key), std::move(label), std::move(unit), std::move(value)});
}

void Report::undefined(std::string key, std::string label, std::string reason) {
  readouts.push_back({std::move(key), std::move(label), "", Undefined{std::move(reason)}});
}

void Report::blame(std::string key, std::string message) {
  problems.push_back({std::move(key), std::move(message)});
}

Figure& Report::figure(std::string key, std::string title, std::string alt, Shape shape) {
  return figures.add(
      Figure{std::move(key), std::move(title), std::move(alt), std::move(shape), Room::share});
}

const Readout* Report::find(std::string_view key) const {
  const auto at = std::find_if(readouts.begin(), readouts.end(),
                               [&](const Readout& r) { return r.key == key; });
  return at == readouts.end() ? nullptr : &*at;
}

}  // namespace lab
