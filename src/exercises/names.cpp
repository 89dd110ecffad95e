#include "exercises/names.h"

namespace exercises {

num::Symbol drawn(const std::string& name, int rows, int cols, double low, double high) {
  num::Symbol s{name};
  s.rows = rows;
  s.cols = cols;
  s.low = low;
  s.high = high;
  return s;
}

num::Symbol computed(const std::string& name, int rows, const std::string& meaning) {
  num::Symbol s{name};
  s.rows = rows;
  s.meaning = meaning;
  return s;
}

}  // namespace exercises
