// The pictures of what nets make of their gradients: their losses, and a card of one remedy.
#pragma once

#include "labs/rnn_remedies/figures.h"

namespace laboratory::rnn_remedies {

// Each appends its figures.
void draw_losses(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
                 lab::Report& report);
void draw_card(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
               lab::Report& report);

}  // namespace laboratory::rnn_remedies
