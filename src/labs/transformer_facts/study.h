// What the laboratory says of the small model at one moment of its training.
#pragma once

#include <string>
#include <vector>

#include "lab/memory.h"
#include "lab/shapes/plane.h"
#include "labs/transformer_facts/corpus.h"
#include "labs/transformer_facts/model.h"
#include "labs/transformer_facts/params.h"
#include "num/ngram.h"

namespace laboratory::transformer_facts {

// What counts alone can say of a text: the losses that a model has to beat, on the characters by
// which it is judged, in nats a character.
struct Counts {
  Counts(const Reading& text, int first, int judged);

  num::NGrams grams;
  double unigram = 0, bigram = 0, trigram = 0;
  std::vector<double> bigram_losses;  // of each judged character
};

// What follows from the steps taken and the head that is off alone.
struct Judged {
  std::int64_t steps = 0, weights = 0;
  std::string fault;      // where it is one, nothing else is known of what the model does
  double loss = 0;        // held out, with the head that is off
  double loss_whole = 0;  // with every head
  std::vector<float> losses, checks;
  std::vector<double> character_losses;  // of each judged character

  // How far the probabilities behind each place of a piece move, at most, when one character is
  // changed: a row for each place that is changed. With the mask and without it, or as trained.
  lab::Plane leak, leak_open;
  double causality_error = 0;  // largest in front of a changed place, as the model is
  double open_error = 0;       // the same without the mask
};

// What it writes.
struct Written {
  std::vector<int> characters;  // what was begun with, and what the model went on with
  std::size_t begun = 0;        // characters that were given
  std::vector<double> p;        // of each character that it wrote, at temperature 1
  std::vector<double> next;     // probabilities of what would come next, at temperature
  std::string text;             // `characters` as text
};

// The judged character that is looked at, from 0; `seen` characters stand before it in `piece`, and
// behind these what follows.
struct Looked {
  int at = 0, seen = 0;
  std::vector<int> piece;
  double guess = 0, bigram_guess = 0;     // probabilities of it
  std::vector<std::vector<float>> heads;  // weights on `piece`, keys side by side for each query
};

struct ModelStudy {
  const Judged& judged;
  const Written& written;
  const Looked& looked;
};

// What each part of a study depends on, within a run of one model.
struct SeenOf {
  SeenOf(const Params& p, const CharacterModel& model);
  lab::Dependence judged, written, looked;
};

// The parts of the last study, each kept as long as what it depends on stands.
class ModelStudies {
 public:
  ModelStudy of(const Params& p, const SeenOf& seen, const Reading& text, const Counts& counts,
                CharacterModel& model);

 private:
  lab::Kept<Judged> judged_;
  lab::Kept<Written> written_;
  lab::Kept<Looked> looked_;
};

}  // namespace laboratory::transformer_facts
