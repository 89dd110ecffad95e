// All that follows from the two graphs, and what of it is kept between reports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/memory.h"
#include "labs/graphical_model/instance.h"
#include "labs/graphical_model/words.h"

namespace laboratory::graphical_model {

// The two nodes that are asked about, and what is given.
struct Query {
  int from = 0, to = 0;
  num::NodeSet given = 0;  // without the two
  std::string at_fault;    // the parameter, where there is nothing to ask of
  std::string fault;       // a sentence then
  bool sound() const { return fault.empty(); }
};

// What the arrows of p say of a query.
struct Separation {
  num::Trails paths;
  std::vector<bool> open;  // one for each path
  int open_paths = 0, blocked_paths = 0;
  bool separated = true;
  std::optional<num::NodeSet> separator;
  num::NodeSet blanket = 0;               // of the first of the two
  std::vector<num::ArrowChange> changes;  // single ones that turn the answer
};

// What the numbers say of it.
struct Numbers {
  num::LinearGaussian model;
  num::Matrix covariance;
};

// In nats, one for each shape but the person's own, in the order of `Shape`.
using Costs = std::vector<double>;

struct Study {
  const Params& params;
  const Source& source;
  Query query;
  // Null where p has a circle, or where there is no query.
  const Separation* separation = nullptr;
  const Numbers* numbers = nullptr;  // null where p has a circle
  const Residuals* residuals = nullptr;
  const Costs* costs = nullptr;
  std::optional<double> cost;  // of q as it is
  double correlation = 0;      // partial, of the query
  lab::Dependence on_p, on_q, on_query, on_numbers;
};

struct Memory {
  lab::Drawings drawings;
  lab::Kept<Source> source;
  lab::Kept<Separation> separation;
  lab::Kept<Numbers> numbers;
  lab::Kept<Residuals> residuals;
  lab::Kept<Costs> costs;
  lab::Kept<double> cost;
};

Study study(const Params& p, Memory& memory);

}  // namespace laboratory::graphical_model
