// A tiny Transformer that learns to continue a text, character by character.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "labs/transformer_facts/corpus.h"
#include "nn/trainer.h"

namespace laboratory::transformer_facts {

// How the learning rate runs: up over the first steps, then down to a tenth.
inline constexpr int warm_up_steps = 50, decayed_at = 1500;

// Multiplications with an addition that one training step takes, before anything is built.
std::int64_t multiply_adds(const ModelParams& p, int symbols);

// Characters in, at each place the logits of the next one out. The weights learn by one graph, and
// a second one with the same weights looks at pieces of text.
class CharacterModel {
 public:
  CharacterModel(const ModelParams& p, const Reading& text);

  void step();
  std::int64_t steps() const { return trainer_.steps(); }
  const std::string& fault() const { return trainer_.fault(); }
  std::int64_t weight_count() const { return trainer_.weights().count(); }

  // Mean loss of the batch of each step, in nats a character.
  const std::vector<float>& losses() const { return losses_; }
  // Held-out loss before the first step and after each `check_every`.
  static constexpr int check_every = 25;
  const std::vector<float>& checks() const { return checks_; }

  // What is done to the trained model for a look.
  struct Edit {
    int off = 0;       // head whose result is dropped, counted from 1 through all blocks; 0: none
    bool mask = true;  // false: every character sees all others
    bool operator==(const Edit&) const = default;
  };
  Edit as_trained() const { return {0, p_.mask}; }

  // The held-out characters that are judged: each after at least half a context.
  int judged_from() const { return p_.context - p_.context / 2; }
  int judged() const { return judged_; }
  // -ln p of each of them, and their mean, in nats.
  std::vector<double> held_out_losses(const Edit& edit);
  double held_out_loss(const Edit& edit);

  // ln p of every next character at each place of pieces of `context` characters each: symbols side
  // by side for each place of each piece.
  std::vector<float> log_probabilities(std::span<const int> pieces, const Edit& edit);
  // ln p of what follows `before`, by its last `context` characters; (symbols).
  std::vector<double> next(std::span<const int> before, const Edit& edit);

  // Weights of each head in turn for one piece: keys side by side for each query.
  std::vector<std::vector<float>> attention(std::span<const int> piece, const Edit& edit);

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_, self.losses_, self.checks_);
  }

 private:
  struct Wires {
    nn::Var read, allowed, logits;
    std::vector<nn::Var> gates, weights;
  };
  // A graph that looks at so many pieces at once.
  struct Sight {
    int pieces = 0;
    std::unique_ptr<nn::Graph> graph;
    Wires wires;
  };
  Wires network(nn::Graph& graph, int batch, bool gated) const;
  void feed();
  Sight sight(int pieces);
  // Lets it run over at most as many pieces as it looks at.
  void look(Sight& sight, std::span<const int> pieces, const Edit& edit) const;

  ModelParams p_;
  const Reading& text_;
  int judged_ = 0;
  nn::Trainer trainer_;
  nn::Graph* graph_ = nullptr;  // that it is trained in
  Wires learning_;
  nn::Var target_;
  Sight many_, one_;
  std::vector<float> losses_, checks_;
};

}  // namespace laboratory::transformer_facts
