#include "exam/exercise.h"

namespace exam {
namespace {

constexpr int most_draws = 64;

bool sound(const Exercise& exercise, const lab::Fields& fields) {
  if (exercise.from_fields) return tells_apart(exercise.form(fields, {}));
  const auto lab = exercise.lab->make();
  lab->take(fields);
  const lab::Report report = lab->report();
  return report.problems.empty() && tells_apart(exercise.form(fields, report));
}

}  // namespace

bool tells_apart(const Form& form) {
  for (const AnswerField& field : form)
    if (!std::visit([](const auto& kind) { return kind.tells_apart(); }, field.kind)) return false;
  return true;
}

Form form_at(const Exercise& exercise, const lab::Fields& fields) {
  if (exercise.from_fields) return exercise.form(fields, {});
  const auto lab = exercise.lab->make();
  lab->take(fields);
  return exercise.form(fields, lab->report());
}

Variant variant(const Exercise& exercise, int number) {
  lab::Fields instance = exercise.lab->make()->declaration();
  if (exercise.instance) exercise.instance(instance);
  if (number == 0) {
    instance.settle();
    return {std::move(instance), true};
  }
  Variant drawn;
  for (std::uint64_t attempt = 0; attempt < most_draws; ++attempt) {
    num::Rng rng(static_cast<std::uint64_t>(number), /*purpose=*/attempt);
    drawn.fields = instance;
    exercise.draw(rng, drawn.fields);
    drawn.fields.settle();
    drawn.sound = sound(exercise, drawn.fields);
    if (drawn.sound) break;
  }
  return drawn;
}

}  // namespace exam
