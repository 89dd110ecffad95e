// How far the person has come with labelling.
#pragma once

#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/human_level/crowd.h"
#include "labs/human_level/pictogram.h"

namespace laboratory::human_level {

struct Sitting {
  Params params;
  int first = 0;                  // its index among all pictures of the seed
  std::vector<Product> products;  // of the n pictures
  std::vector<int> labels;        // 0 to 3, -1 for none yet; as many as pictures
  int labelled = 0, right = 0;
  int shown = -1;  // from 0: the picture that was picked, else the first without a label, else -1

  bool complete() const { return labelled == static_cast<int>(labels.size()); }
  // Of picture i, from 0.
  lab::Plane picture(int i) const;
};
Sitting sitting(const Params& p);

// The text of `labels` when picture `index` has the label `answer`, both from 0.
std::string labels_with(const Sitting& s, int index, int answer);

}  // namespace laboratory::human_level
