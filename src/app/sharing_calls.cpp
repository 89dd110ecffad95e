#include "app/sharing_calls.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace app::sharing {

double members(Engine& engine, double) {
  for (const lab::Field& field : engine.session.fields().all())
    if (const auto* asset = std::get_if<lab::Asset>(&field.slot); asset && asset->value.given())
      return 0;
  return engine.session.division().members();
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

std::vector<std::uint8_t> errand(Engine& engine, const Given& given) {
  constexpr double most = 1000;
  const auto mate = static_cast<int>(std::clamp(given.number("mate"), 1.0, most));
  const std::optional<lab::Errand> sent = engine.session.division().errand(Assistant::own + mate);
  return sent ? lab::packed(*sent) : std::vector<std::uint8_t>{};
}

std::vector<std::uint8_t> run_errand(Engine& engine, const Given& given) {
  lab::Errand sent = lab::unpacked<lab::Errand>(given.file);
  if (sent.work == 0) return {};
  if (!engine.hired.equipped(sent.work)) {
    std::unique_ptr<lab::Hand> hand = engine.session.division().hand();
    if (!hand) return {};
    engine.hired.equip(sent.work, std::move(hand));
  }
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
  engine.session.division().lose(Assistant::own + static_cast<int>(mate));
  return 0;
}

}  // namespace app::sharing
