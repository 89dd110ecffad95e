// Lists and tables: a grid of numbers, and buttons that change its size.
#pragma once

#include "ui/frame/widget.h"

namespace ui {

// A grid of numbers for lists and tables.
void grid(const lab::Field& field, const lab::Reals& reals, float width, Desk& desk);
void grid(const lab::Field& field, const lab::Table& table, float width, bool in_figure,
          Desk& desk);

}  // namespace ui
