#include "exam/instance.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>

namespace exam {
namespace {

constexpr std::uint64_t most_draws = 64;

}  // namespace

Instance::Instance(const Exercise& exercise, int number, lab::Fields parameters,
                   const Exercise::AnyQuestion& question)
    : exercise_(&exercise), number_(number) {
  // What was drawn is the instance's own, so that nothing of it counts as set by a person.
  parameters.make_initial();
  question_ = exercise.follow_(question, parameters);
  parameters_ = std::make_shared<const lab::Fields>(std::move(parameters));
}

bool is_asked_of(const lab::Field& field) {
  return field.offer != lab::Offer::horizon && !std::holds_alternative<lab::Asset>(field.slot);
}

Exercise::AnyQuestion Instance::at(const lab::Fields& in_force) const {
  lab::Fields asked = in_force;
  for (std::size_t i = 0; i < asked.all().size(); ++i)
    if (!is_asked_of(asked.all()[i])) asked.all()[i].slot = parameters_->all()[i].slot;
  return exercise_->follow_(question_, asked);
}

Instance Instance::of_paper(const Exercise& exercise) {
  lab::Fields parameters = exercise.lab().make()->declaration();
  const Exercise::AnyQuestion question = exercise.paper_(parameters);
  return {exercise, 0, std::move(parameters), question};
}

std::optional<Instance> Instance::drawn(const Exercise& exercise, int number) {
  if (number == 0) return of_paper(exercise);
  lab::Fields paper = exercise.lab().make()->declaration();
  exercise.paper_(paper);
  for (std::uint64_t attempt = 0; attempt < most_draws; ++attempt) {
    num::Rng rng(static_cast<std::uint64_t>(number), /*purpose=*/attempt);
    lab::Fields parameters = paper;
    const Exercise::AnyQuestion question = exercise.draw_(rng, parameters);
    if (!question) continue;
    Instance instance(exercise, number, std::move(parameters), question);
    if (tells_apart(instance.form())) return instance;
  }
  return std::nullopt;
}

bool accepted(const lab::LabRow& row, const lab::Fields& fields) {
  const auto lab = row.make();
  lab->take(fields);
  return lab->report().problems.empty();
}

bool tells_apart(const Form& form) {
  for (const AnswerField& field : form)
    if (!std::visit([](const auto& kind) { return kind.tells_apart(); }, field.kind)) return false;
  return true;
}

}  // namespace exam
