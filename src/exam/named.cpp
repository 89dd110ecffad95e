#include "exam/named.h"

#include <algorithm>
#include <vector>

#include "exam/canonical_link.h"
#include "lab/view.h"

namespace exam {
namespace {

std::string_view id_of(const Part& part) { return part.id; }
std::string_view id_of(const lab::LabRow* row) { return row->id; }

template <class Row>
const Row* by_id(std::span<const Row> rows, std::string_view id) {
  const auto named = [&](const Row& row) { return id_of(row) == id; };
  const auto close = [&](const Row& row) { return lab::alike(id_of(row), id); };
  auto at = std::find_if(rows.begin(), rows.end(), named);
  if (at == rows.end()) at = std::find_if(rows.begin(), rows.end(), close);
  return at == rows.end() ? nullptr : &*at;
}

}  // namespace

const Part* part_named(std::span<const Part> paper, std::string_view id) {
  return by_id(paper, id);
}

const lab::LabRow* lab_named(std::span<const lab::LabRow* const> labs, std::string_view id) {
  const lab::LabRow* const* const row = by_id(labs, id);
  return row ? *row : nullptr;
}

std::vector<const lab::LabRow*> labs_of(std::span<const Part> parts) {
  std::vector<const lab::LabRow*> labs;
  for (const Part& part : parts) {
    if (part.exercise == nullptr) continue;
    const lab::LabRow* const row = &part.exercise->lab();
    if (std::find(labs.begin(), labs.end(), row) == labs.end()) labs.push_back(row);
  }
  return labs;
}

void spell_keys(const lab::Fields& fields, lab::Link& link) {
  std::vector<std::string> known = {variant_key, lab::tab_key, lab::pin_key};
  for (const lab::Field& field : fields.all()) known.push_back(field.key);
  for (auto* const pairs : {&link.pairs, &link.lab})
    for (auto& [key, value] : *pairs) {
      const auto close = [&, &wanted = key](const std::string& name) {
        return lab::alike(name, wanted);
      };
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      const auto at = std::find_if(known.begin(), known.end(), close);
      if (at != known.end() && std::none_of(at + 1, known.end(), close)) key = *at;
    }
}

lab::Reading set_by_link(lab::Fields& fields, const std::string& key, const std::string& value) {
  const lab::Reading reading = fields.set(key, value);
  const std::string plain = lab::without_end(value);
  if (reading.outcome != lab::Reading::refused || plain == value || plain.empty()) return reading;
  lab::Reading again = fields.set(key, plain);
  if (again.outcome == lab::Reading::refused) return reading;
  if (again.outcome == lab::Reading::taken)
    again = {lab::Reading::clamped, key + '=' + value + " is read as " + key + '=' + plain};
  return again;
}

}  // namespace exam
