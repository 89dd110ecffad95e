// All pictures of the lab. The two graphs with their factorisations, the encoders and the texts
// stand here; what is said of independence has a file of its own.
#pragma once

#include "labs/graphical_model/study.h"

namespace laboratory::graphical_model {

// Appends the pictures.
void draw(const Study& s, lab::Drawings& drawings, lab::Report& report);

// A node of a figure: latent above, observed below, a column for each step.
lab::Node figure_node(const Source& s, int node);

}  // namespace laboratory::graphical_model
