#include "app/sharing_calls.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace app::sharing {
namespace {

// Among the mates of a division, of one that the page numbers from 1.
int place_of(double mate) {
  constexpr double most = 1e9;
  return Assistant::own + static_cast<int>(std::clamp(mate, 1.0, most));
}

}  // namespace

double members(Engine& engine, double) {
  const std::vector<lab::Field>& fields = engine.session.fields().all();
  const bool own_file = std::any_of(fields.begin(), fields.end(), [](const lab::Field& field) {
    const auto* const asset = std::get_if<lab::Asset>(&field.slot);
    return asset && asset->value.given();
  });
  const int all = own_file ? 0 : engine.session.division().members();
  if (all == 0) engine.own.rest();
  return all;
}

double work(Engine& engine, double) {
  return static_cast<double>(engine.session.division().work());
}

double assist(Engine& engine, double ms) {
  switch (engine.own.work(engine.session, 1e-3 * ms)) {
    case Assistant::State::works:
      return 0;
    case Assistant::State::settled:
      return 1;
    case Assistant::State::waits:
      break;
  }
  return 2;
}

double stands(Engine& engine, double) { return engine.session.division().stands() ? 1 : 0; }

std::vector<std::uint8_t> errand(Engine& engine, const Given& given) {
  const std::optional<lab::Errand> sent =
      engine.session.division().errand(place_of(given.number("mate")));
  return sent ? lab::packed(*sent) : std::vector<std::uint8_t>{};
}

std::vector<std::uint8_t> run_errand(Engine& engine, const Given& given) {
  lab::Errand sent = lab::unpacked<lab::Errand>(given.file);
  if (sent.work == 0) return {};
  if (!engine.hired.equipped(sent.work)) {
    // It has no member at any step.
    if (!sent.start.state) return {};
    std::unique_ptr<lab::Hand> hand = engine.session.division().hand();
    if (!hand) return {};
    engine.hired.equip(sent.work, std::move(hand));
  }
  if (!engine.hired.can(sent)) return {};
  engine.hired.take(std::move(sent));
  while (!engine.hired.go(1 << 20)) {
  }
  return lab::packed(engine.hired.hand_over());
}

Answer bring(Engine& engine, const Given& given) {
  engine.session.division().bring(lab::unpacked<lab::Fetched>(given.file));
  engine.session.gather();
  return {true, "null"};
}

double lose(Engine& engine, double mate) {
  engine.session.division().lose(place_of(mate));
  return 0;
}

}  // namespace app::sharing
