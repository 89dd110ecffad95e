// What the laboratory says of the small model at one moment of its training.
#pragma once

#include <string>
#include <vector>

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

struct ModelStudy {
  std::int64_t steps = 0, weights = 0;
  std::string fault;
  double loss = 0;        // held out, with the head that is off
  double loss_whole = 0;  // with every head
  std::vector<float> losses, checks;
  std::vector<double> character_losses;  // of each judged character

  std::vector<int> written;       // what was begun with, and what the model went on with
  std::size_t begun = 0;          // characters that were given
  std::vector<double> written_p;  // of each character that it wrote, at temperature 1
  std::vector<double> next;       // probabilities of what would come next, at temperature
  std::string text;               // `written` as text

  // The judged character that is looked at, from 0; `seen` characters stand before it in `piece`,
  // and behind these what follows.
  int at = 0, seen = 0;
  std::vector<int> piece;
  double guess = 0, bigram_guess = 0;     // probabilities of it
  std::vector<std::vector<float>> heads;  // weights on `piece`, keys side by side for each query

  // How far the probabilities behind each place of a piece move, at most, when one character is
  // changed: a row for each place that is changed. With the mask and without it, or as trained.
  lab::Plane leak, leak_open;
  double causality_error = 0;  // largest in front of a changed place, as the model is
  double open_error = 0;       // the same without the mask
};

ModelStudy study_model(const Params& p, const Reading& text, const Counts& counts,
                       CharacterModel& model);

}  // namespace laboratory::transformer_facts
