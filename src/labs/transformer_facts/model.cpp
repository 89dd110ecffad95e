#include "labs/transformer_facts/model.h"

#include <algorithm>

#include "nn/losses.h"
#include "nn/schedule.h"
#include "nn/transformer.h"
#include "num/elementary.h"
#include "num/positions.h"

namespace laboratory::transformer_facts {
namespace {

constexpr int looked_at_once = 16, most_judged = 1536;
constexpr std::uint64_t batch_purpose = 601;

std::size_t size(int n) { return static_cast<std::size_t>(n); }

nn::Recipe recipe(const ModelParams& p) {
  nn::Recipe r{.rule = nn::Rule::adamw, .rate = static_cast<float>(p.rate), .decay_square = 0.99f};
  r.decay = 0.01f;
  r.clip_norm = 1;
  return r;
}

// The sinusoid code of each place, one below another.
std::vector<float> place_codes(const ModelParams& p) {
  const num::SinusoidCode code{p.width, 10000};
  std::vector<float> all;
  for (int place = 0; place < p.context; ++place)
    for (const double x : code.at(place)) all.push_back(static_cast<float>(x));
  return all;
}

}  // namespace

std::int64_t multiply_adds(const ModelParams& p, int symbols) {
  const std::int64_t width = p.width, tokens = std::int64_t{p.batch} * p.context;
  const std::int64_t block = 12 * width * width + 2 * width * p.context;
  return 3 * tokens * (p.layers * block + width * symbols);
}

CharacterModel::CharacterModel(const ModelParams& p, const Reading& text)
    : p_(p), text_(text), trainer_(static_cast<std::uint64_t>(p.seed)) {
  graph_ = &trainer_.add_graph();
  learning_ = network(*graph_, p_.batch, false);
  target_ = graph_->input({1, 1, p_.context, p_.batch}, "next");
  trainer_.add_phase({.loss = nn::softmax_cross_entropy(learning_.logits, target_),
                      .recipe = recipe(p_),
                      .feed = [this] { feed(); }});
  many_ = sight(looked_at_once);
  one_ = sight(1);
  // Pieces that overlap by half: what is judged in each is its second half.
  const int half = p_.context - judged_from(), room = static_cast<int>(text_.held_out.size()) - 1;
  judged_ = std::max(0, std::min(most_judged, room - judged_from()) / half) * half;
  checks_.push_back(static_cast<float>(held_out_loss(as_trained())));
}

CharacterModel::Wires CharacterModel::network(nn::Graph& g, int batch, bool gated) const {
  Wires w;
  w.read = g.input({1, 1, p_.context, batch}, "characters");
  if (p_.mask || gated) w.allowed = nn::causal_mask(g, p_.context);
  nn::Var x = nn::embedding(w.read, text_.size(), p_.width, "characters", nn::normal(0.3f));
  if (p_.places == Places::sinusoid) {
    const nn::Var codes = g.input({p_.width, 1, p_.context, 1}, "places");
    g.set(codes, place_codes(p_));
    std::vector<nn::Var> each(size(batch), codes);
    x = nn::add(x, nn::join_examples(each));
  } else if (p_.places == Places::learned) {
    const nn::Var which = g.input({1, 1, p_.context, batch}, "which place");
    std::vector<float> places;
    for (int b = 0; b < batch; ++b)
      for (int place = 0; place < p_.context; ++place) places.push_back(static_cast<float>(place));
    g.set(which, places);
    x = nn::add(x, nn::embedding(which, p_.context, p_.width, "places", nn::normal(0.3f)));
  }
  for (int layer = 1; layer <= p_.layers; ++layer) {
    std::vector<nn::Var> gates;
    for (int head = 0; gated && head < p_.heads; ++head)
      gates.push_back(g.input(nn::vectors(1, 1), "gate"));
    const nn::Heads block =
        nn::transformer_block(x, p_.heads, "block " + std::to_string(layer), w.allowed, gates);
    w.gates.insert(w.gates.end(), gates.begin(), gates.end());
    w.weights.insert(w.weights.end(), block.weights.begin(), block.weights.end());
    x = block.output;
  }
  w.logits = nn::pointwise(nn::token_norm(x, "last norm"), text_.size(), "output",
                           {.initial = nn::lecun(0.1f)});
  return w;
}

// Pieces from anywhere in the text, by the seed and the step alone.
void CharacterModel::feed() {
  const nn::Schedule schedule{static_cast<float>(p_.rate), warm_up_steps, decayed_at};
  trainer_.optimiser().recipe().rate = schedule.at(trainer_.steps());
  num::Rng rng(static_cast<std::uint64_t>(p_.seed),
               batch_purpose + (static_cast<std::uint64_t>(trainer_.steps()) << 16));
  std::vector<float> read, next;
  const int last = static_cast<int>(text_.train.size()) - p_.context;
  for (int b = 0; b < p_.batch; ++b) {
    const int from = rng.below(last);
    for (int i = from; i < from + p_.context; ++i) {
      read.push_back(static_cast<float>(text_.train[size(i)]));
      next.push_back(static_cast<float>(text_.train[size(i + 1)]));
    }
  }
  graph_->set(learning_.read, read);
  graph_->set(target_, next);
}

void CharacterModel::step() {
  if (!trainer_.step()) return;
  losses_.push_back(trainer_.loss());
  if (trainer_.steps() % check_every == 0)
    checks_.push_back(static_cast<float>(held_out_loss(as_trained())));
}

CharacterModel::Sight CharacterModel::sight(int pieces) {
  Sight s{pieces, std::make_unique<nn::Graph>(trainer_.weights()), {}};
  s.wires = network(*s.graph, pieces, true);
  return s;
}

void CharacterModel::look(Sight& sight, std::span<const int> pieces, const Edit& edit) const {
  std::vector<float> read(size(p_.context * sight.pieces));
  std::copy(pieces.begin(), pieces.end(), read.begin());
  sight.graph->set(sight.wires.read, read);
  for (std::size_t i = 0; i < sight.wires.gates.size(); ++i) {
    const float gate = static_cast<int>(i) + 1 == edit.off ? 0 : 1;
    sight.graph->set(sight.wires.gates[i], {&gate, 1});
  }
  std::vector<float> allowed;
  for (int query = 0; query < p_.context; ++query)
    for (int key = 0; key < p_.context; ++key)
      allowed.push_back(key <= query || !edit.mask ? 1.0f : 0.0f);
  sight.graph->set(sight.wires.allowed, allowed);
  sight.graph->forward(sight.wires.logits);
}

std::vector<float> CharacterModel::log_probabilities(std::span<const int> pieces,
                                                     const Edit& edit) {
  const std::size_t context = size(p_.context), symbols = size(text_.size());
  Sight& sight = pieces.size() == context ? one_ : many_;
  const std::size_t most = context * size(sight.pieces);
  std::vector<float> all;
  for (std::size_t from = 0; from < pieces.size(); from += most) {
    const std::span<const int> some = pieces.subspan(from, std::min(most, pieces.size() - from));
    look(sight, some, edit);
    const std::span<const float> logits = sight.graph->value(sight.wires.logits);
    for (std::size_t place = 0; place < some.size(); ++place) {
      const std::span<const float> z = logits.subspan(place * symbols, symbols);
      const double top = static_cast<double>(*std::max_element(z.begin(), z.end()));
      double total = 0;
      for (const float logit : z) total += num::exp(static_cast<double>(logit) - top);
      const double shift = top + num::log(total);
      for (const float logit : z)
        all.push_back(static_cast<float>(static_cast<double>(logit) - shift));
    }
  }
  return all;
}

std::vector<double> CharacterModel::held_out_losses(const Edit& edit) {
  const int from = judged_from(), half = p_.context - from;
  const auto text = text_.held_out.begin();
  std::vector<int> pieces;
  for (int at = 0; at < judged_; at += half)
    pieces.insert(pieces.end(), text + at, text + at + p_.context);
  const std::vector<float> all = log_probabilities(pieces, edit);
  std::vector<double> losses;
  for (int i = 0; i < judged_; ++i) {
    const int piece = i / half, place = from + i % half;
    // Place k of a piece speaks of the character behind it.
    const int next = text_.held_out[size(piece * half + place + 1)];
    losses.push_back(
        -static_cast<double>(all[size((piece * p_.context + place) * text_.size() + next)]));
  }
  return losses;
}

double CharacterModel::held_out_loss(const Edit& edit) {
  double sum = 0;
  for (const double loss : held_out_losses(edit)) sum += loss;
  return sum / judged_;
}

std::vector<double> CharacterModel::next(std::span<const int> before, const Edit& edit) {
  const std::size_t seen = std::min(before.size(), size(p_.context));
  std::vector<int> piece(before.end() - static_cast<std::ptrdiff_t>(seen), before.end());
  piece.resize(size(p_.context));
  const std::vector<float> all = log_probabilities(piece, edit);
  const std::size_t symbols = size(text_.size()), place = std::max<std::size_t>(seen, 1) - 1;
  return {all.begin() + static_cast<std::ptrdiff_t>(place * symbols),
          all.begin() + static_cast<std::ptrdiff_t>((place + 1) * symbols)};
}

std::vector<std::vector<float>> CharacterModel::attention(std::span<const int> piece,
                                                          const Edit& edit) {
  look(one_, piece, edit);
  std::vector<std::vector<float>> heads;
  for (const nn::Var& weights : one_.wires.weights) {
    const std::span<const float> all = one_.graph->value(weights);
    heads.emplace_back(all.begin(), all.end());
  }
  return heads;
}

}  // namespace laboratory::transformer_facts
