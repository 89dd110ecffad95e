// What is said of independence: the paths between two nodes, all pairs, and samples.
#pragma once

#include "labs/graphical_model/study.h"

namespace laboratory::graphical_model {

// Appends the paths between two nodes with what each does, and which arrow would change the answer.
void draw_separation(const Study& s, lab::Report& report);
// Appends which pairs are independent.
void draw_independences(const Study& s, lab::Report& report);
// Appends samples of two nodes with what is given taken off.
void draw_samples(const Study& s, lab::Report& report);

}  // namespace laboratory::graphical_model
