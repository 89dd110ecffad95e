// Tables that a person may give for an instance that is else drawn: how large it then is, and which
// of them does not fit.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "lab/report.h"

namespace laboratory {

// The first of these sides that a table gives (more than 0), or the other one.
int first_given(std::initializer_list<int> sides, int otherwise);

// What a table has to be.
struct Fit {
  const char *key, *name;  // "Wh", "Wₕ"
  int rows, cols;
  const char* shape;  // in letters: "n × n"
  const char* why;    // "it takes a state to the next one."
};

// Adds a problem where the table is given and has another shape.
void check_shape(const lab::Matrix& given, const Fit& fit, std::vector<lab::Problem>& problems);

}  // namespace laboratory
