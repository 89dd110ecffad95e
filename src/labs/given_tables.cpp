#include "labs/given_tables.h"

#include "labs/phrases.h"

namespace laboratory {

int first_given(std::initializer_list<int> given, int otherwise) {
  for (const int side : given)
    if (side > 0) return side;
  return otherwise;
}

void check_shape(const lab::Matrix& given, const Fit& fit, std::vector<lab::Problem>& problems) {
  if (given.empty() || (given.rows == fit.rows && given.cols == fit.cols)) return;
  problems.push_back({fit.key, std::string(fit.name) + " is " + sides(given.rows, given.cols) +
                                   " and has to be " + fit.shape + ", here " +
                                   sides(fit.rows, fit.cols) + ": " + fit.why});
}

}  // namespace laboratory
