// A kernel among stacked ones, changed in place.
#pragma once

#include <vector>

#include "ui/frame/widget.h"
#include "ui/maps/block_cell.h"

namespace ui {

// True where every channel has the same kernel: then one is edited for all.
bool shared_kernel(const lab::Sliding& s);

// The kernel of a channel as a matrix, with the numbers of the field where it holds them: what
// travels as a float has lost its decimal text.
lab::Matrix kernel_matrix(const lab::Sliding& s, int channel, const lab::Field* field);

// Lets a hand change the kernel of `channel` over the area `a`; `values` becomes what is in the
// hand.
void edit_kernel(const lab::Sliding& s, int channel, const Area& a, int pointed,
                 const lab::Field& field, lab::Matrix& values, Desk& desk);

// The text box of the entry that is being typed into, over the drawn `cells`.
void type_kernel(const lab::Sliding& s, int channel, const Cells& cells, const Area& a,
                 const lab::Field& field, const lab::Matrix& values, Desk& desk);

}  // namespace ui
