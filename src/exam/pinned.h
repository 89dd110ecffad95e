// A run that stays in sight behind the next one: the lab at the parameters at which a person pinned
// it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "lab/ghost.h"
#include "lab/lab.h"

namespace exam {

class Pinned {
 public:
  explicit Pinned(lab::Fields at) : at_(std::move(at)) {}

  const lab::Fields& at() const { return at_; }

  // The lab beside it has stood there, and reported this.
  void take(const lab::Report& report);

  // Takes up to `steps` steps of a lab of this row at the pinned parameters; true when none is
  // left.
  bool advance(const lab::LabRow& row, std::int64_t steps);

  // Null as long as steps are left.
  const lab::Report* report() const { return report_ ? &*report_ : nullptr; }

  // The figures with their ghosts, where there are any. A figure that stands keeps its ghost's
  // address.
  lab::Figures behind(const lab::Figures& figures);

 private:
  struct Pair {
    lab::SharedFigure now, both;
  };

  lab::Fields at_;
  std::unique_ptr<lab::Lab> lab_;  // while it works
  std::optional<lab::Report> report_;
  std::map<std::string, Pair> drawn_;  // by key
};

}  // namespace exam
