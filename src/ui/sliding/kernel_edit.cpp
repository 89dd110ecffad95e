#include "ui/sliding/kernel_edit.h"

#include <algorithm>

#include "ui/controls/typing.h"

namespace ui {

namespace {

// The field as it would be if the table held this one kernel.
lab::Field part_of(const lab::Field& whole, const lab::Matrix& kernel) {
  lab::Field part = whole;
  if (auto* table = std::get_if<lab::Table>(&part.slot)) {
    table->value = kernel;
    table->max_rows = kernel.rows;
    table->max_cols = kernel.cols;
  }
  return part;
}

// Passes wishes for the part on as wishes for the whole table.
void pass_on(const lab::Sliding& s, int channel, const lab::Field& field, const lab::Field& part,
             const std::vector<Intent>& wishes, Desk& desk) {
  for (const Intent& intent : wishes) {
    lab::Field changed = part;
    if (lab::read(changed, intent.value).outcome == lab::Reading::refused) continue;
    const lab::Matrix kernel = std::get<lab::Table>(changed.slot).value;
    lab::Matrix all = kernel;
    if (!shared_kernel(s)) {
      all = {0, kernel.cols, {}};
      for (int c = 0; c < static_cast<int>(s.kernel.size()); ++c) {
        const lab::Matrix one = c == channel ? kernel : kernel_matrix(s, c, &field);
        all.rows += one.rows;
        all.values.insert(all.values.end(), one.values.begin(), one.values.end());
      }
    }
    if (const auto text = matrix_text(field, std::move(all))) wish(desk, field, *text);
  }
}

}  // namespace

bool shared_kernel(const lab::Sliding& s) {
  return std::all_of(s.kernel.begin(), s.kernel.end(),
                     [&](const lab::Plane& k) { return k == s.kernel.front(); });
}

lab::Matrix kernel_matrix(const lab::Sliding& s, int channel, const lab::Field* field) {
  const lab::Plane& kernel = s.kernel[static_cast<std::size_t>(channel)];
  const std::size_t size = kernel.values.size();
  lab::Matrix m{kernel.rows, kernel.cols, {}};
  m.values.reserve(size);
  for (const float v : kernel.values) m.values.push_back(to_digits(static_cast<double>(v), 7));

  const auto* table = field ? std::get_if<lab::Table>(&field->slot) : nullptr;
  if (!table || table->value.cols != m.cols) return m;
  const bool one = table->value.rows == m.rows;
  if (!one && table->value.rows != m.rows * static_cast<int>(s.kernel.size())) return m;
  const std::size_t from = one ? 0 : static_cast<std::size_t>(channel) * size;
  for (std::size_t i = 0; i < size; ++i) {
    const double exact = table->value.values[from + i];
    // While a wish is on its way, the picture may be of another kernel than the field.
    if (static_cast<float>(exact) == kernel.values[i]) m.values[i] = exact;
  }
  return m;
}

void edit_kernel(const lab::Sliding& s, int channel, const Area& a, int pointed,
                 const lab::Field& field, lab::Matrix& values, Desk& desk) {
  const lab::Field part = part_of(field, values);
  std::vector<Intent> wishes;
  Desk here{desk.fields, wishes, desk.gfx, desk.reduced_motion};
  const Keys k = is_typing(a.id) ? Keys{} : keys(a);
  int chosen = std::clamp(kept(a.id, "entry"), 0, values.rows * values.cols - 1);
  if (a.pressed && pointed >= 0) chosen = pointed;
  if (k.any_arrow()) {
    const int row = std::clamp(chosen / values.cols + k.down, 0, values.rows - 1);
    chosen = row * values.cols + std::clamp(chosen % values.cols + k.right, 0, values.cols - 1);
  }
  keep(a.id, "entry", chosen);
  edit_cell(a, k, pointed, chosen, part, values, here);
  pass_on(s, channel, field, part, wishes, desk);
}

void type_kernel(const lab::Sliding& s, int channel, const Cells& cells, const Area& a,
                 const lab::Field& field, const lab::Matrix& values, Desk& desk) {
  const lab::Field part = part_of(field, values);
  std::vector<Intent> wishes;
  Desk here{desk.fields, wishes, desk.gfx, desk.reduced_motion};
  type_cell(cells, a.id, part, values, here);
  pass_on(s, channel, field, part, wishes, desk);
}

}  // namespace ui
