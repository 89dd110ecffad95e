#include "labs/transformer_facts/study.h"

#include <algorithm>
#include <cmath>

#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::transformer_facts {
namespace {

constexpr std::uint64_t writing_purpose = 701;

std::vector<int> part(const std::vector<int>& text, int from, int count) {
  return {text.begin() + from, text.begin() + from + count};
}

// p^(1/t), normed; all on the largest, the first of equals, at temperature 0.
std::vector<double> at_temperature(const std::vector<double>& logs, double temperature) {
  const auto top = std::max_element(logs.begin(), logs.end());
  std::vector<double> p(logs.size());
  if (temperature == 0) {
    p[static_cast<std::size_t>(top - logs.begin())] = 1;
    return p;
  }
  double sum = 0;
  for (std::size_t i = 0; i < logs.size(); ++i)
    sum += p[i] = num::exp((logs[i] - *top) / temperature);
  for (double& x : p) x /= sum;
  return p;
}

int taken(const std::vector<double>& p, double u) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (u < p[i]) return static_cast<int>(i);
    u -= p[i];
  }
  return static_cast<int>(std::max_element(p.begin(), p.end()) - p.begin());
}

Written written_by(const Params& p, const Reading& text, CharacterModel& model) {
  Written s;
  const CharacterModel::Edit edit{p.off, p.model.mask};
  s.characters = text.numbers(p.prompt);
  if (s.characters.empty()) s.characters.push_back(0);
  s.begun = s.characters.size();
  num::Rng rng(static_cast<std::uint64_t>(p.model.seed), writing_purpose);
  for (int i = 0; i <= p.tokens; ++i) {
    const std::vector<double> logs = model.next(s.characters, edit);
    s.next = at_temperature(logs, p.temperature);
    if (i == p.tokens) break;
    const int next = taken(s.next, rng.uniform());
    s.characters.push_back(next);
    s.p.push_back(num::exp(logs[static_cast<std::size_t>(next)]));
  }
  for (const int c : s.characters) s.text += text.symbols[static_cast<std::size_t>(c)];
  return s;
}

Looked looked_at(const Params& p, const Reading& text, const Counts& counts,
                 CharacterModel& model) {
  Looked s;
  const int context = p.model.context;
  s.at = std::clamp(p.at, 1, model.judged()) - 1;
  const int place = model.judged_from() + 1 + s.at;  // of the character in the held-out text
  s.seen = std::min(place, context);
  s.piece = part(text.held_out, place - s.seen, context);
  const CharacterModel::Edit edit{p.off, p.model.mask};
  const std::vector<double> logs = model.next(part(text.held_out, 0, place), edit);
  s.guess =
      num::exp(logs[static_cast<std::size_t>(text.held_out[static_cast<std::size_t>(place)])]);
  s.bigram_guess = num::exp(-counts.bigram_losses[static_cast<std::size_t>(s.at)]);
  s.heads = model.attention(s.piece, edit);
  return s;
}

// The largest move behind each place when one character is another: a row for each that is changed,
// the first one at the foot.
lab::Plane moves(const Params& p, const Reading& text, CharacterModel& model, bool mask,
                 double& in_front) {
  const int context = p.model.context, symbols = text.size();
  const std::vector<int> piece = part(text.held_out, 0, context);
  std::vector<int> pieces = piece;
  for (int i = 0; i < context; ++i) {
    std::vector<int> changed = piece;
    int& c = changed[static_cast<std::size_t>(i)];
    c = (c + 1) % symbols;
    pieces.insert(pieces.end(), changed.begin(), changed.end());
  }
  const std::vector<float> logs = model.log_probabilities(pieces, {p.off, mask});
  const auto probability = [&](int which, int place, int symbol) {
    return num::exp(static_cast<double>(
        logs[static_cast<std::size_t>((which * context + place) * symbols + symbol)]));
  };
  lab::Plane plane{context, context, {}};
  in_front = 0;
  for (int i = context - 1; i >= 0; --i) {
    for (int place = 0; place < context; ++place) {
      double most = 0;
      for (int c = 0; c < symbols; ++c)
        most = std::max(most, std::fabs(probability(i + 1, place, c) - probability(0, place, c)));
      plane.values.push_back(static_cast<float>(most));
      if (place < i) in_front = std::max(in_front, most);
    }
  }
  return plane;
}

Judged judged(const Params& p, const Reading& text, CharacterModel& model) {
  Judged s;
  s.steps = model.steps();
  s.weights = model.weight_count();
  s.fault = model.fault();
  s.losses = model.losses();
  s.checks = model.checks();
  if (!s.fault.empty()) return s;
  const CharacterModel::Edit edit{p.off, p.model.mask};
  s.character_losses = model.held_out_losses(edit);
  for (const double loss : s.character_losses) s.loss += loss / model.judged();
  s.loss_whole = p.off == 0 ? s.loss : model.held_out_loss(model.as_trained());
  s.leak = moves(p, text, model, p.model.mask, s.causality_error);
  s.leak_open = moves(p, text, model, false, s.open_error);
  return s;
}

}  // namespace

Counts::Counts(const Reading& text, int first, int judged) : grams(text.train, text.size()) {
  const std::span<const int> read =
      std::span(text.held_out).first(static_cast<std::size_t>(first + judged));
  const auto from = static_cast<std::size_t>(first);
  unigram = grams.loss(1, read, from);
  bigram = grams.loss(2, read, from);
  trigram = grams.loss(3, read, from);
  for (std::size_t i = from; i < read.size(); ++i)
    bigram_losses.push_back(-num::log(grams.probability(2, read.first(i), read[i])));
}

SeenOf::SeenOf(const Params& p, const CharacterModel& model)
    : judged(lab::on(model.steps(), p.off)),
      written(lab::on(judged, p.prompt, p.temperature, p.tokens)),
      looked(lab::on(judged, p.at)) {}

ModelStudy ModelStudies::of(const Params& p, const SeenOf& seen, const Reading& text,
                            const Counts& counts, CharacterModel& model) {
  const Judged& known = judged_.of(seen.judged, [&] { return judged(p, text, model); });
  const bool well = known.fault.empty();
  const Written& written =
      written_.of(seen.written, [&] { return well ? written_by(p, text, model) : Written{}; });
  const Looked& looked =
      looked_.of(seen.looked, [&] { return well ? looked_at(p, text, counts, model) : Looked{}; });
  return {known, written, looked};
}

}  // namespace laboratory::transformer_facts
