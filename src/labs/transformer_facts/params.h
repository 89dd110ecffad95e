// What a person can choose in the laboratory of facts about Transformers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/fields.h"
#include "labs/transformer_facts/tabs.h"

namespace laboratory::transformer_facts {

// What is done to a layer of attention that follows every shuffle of its tokens.
enum class Break : std::uint8_t { nothing, keys, mask, positions, window, norm };

// What the small model reads.
enum class Corpus : std::uint8_t { tales, names, brackets, own };

// How the small model is told where a character stands.
enum class Places : std::uint8_t { sinusoid, learned, none };

// The small model: what follows from these is trained anew when they change.
struct ModelParams {
  Corpus corpus = Corpus::tales;
  lab::OwnFile text;
  int layers = 2, width = 32, heads = 4, context = 24, batch = 32;
  double rate = 3e-3;
  bool mask = true;
  Places places = Places::sinusoid;
  int seed = 1;
  bool operator==(const ModelParams&) const = default;
};

struct Params {
  std::vector<double> order = {3, 2, 1, 4, 5};
  Break broken = Break::nothing;
  int d = 32, position = 10, base = 10000;
  int n = 256, m = 256, width = 256, heads = 8;
  ModelParams model;
  std::string prompt = "the fox ";
  double temperature = 0.8;
  int tokens = 200, off = 0, at = 100, step = 100;

  void declare(lab::Fields& f) {
    constexpr int words = 5;
    f.reals("order", order, {words, words}, {1, words}, "order of the words").looks_only().picked();
    f.choice("broken", broken, {"nothing", "keys", "mask", "positions", "window", "norm"},
             "what is done to the layer")
        .looks_only();

    f.whole("d", d, {2, 512}, "width d of a code")
        .looks_only()
        .beside({tabs::positions, tabs::one_to_one});
    f.whole("position", position, {0, 1'000'000}, "position of the code that is read out")
        .looks_only()
        .extra();
    f.whole("base", base, {2, 1'000'000}, "base of the frequencies")
        .looks_only()
        .beside({tabs::positions, tabs::one_to_one});

    f.whole("n", n, {1, 4096}, "queries n").looks_only().beside({tabs::heads});
    f.whole("m", m, {1, 4096}, "keys m").looks_only().beside({tabs::heads});
    f.whole("width", width, {1, 4096}, "total width d").looks_only().beside({tabs::heads});
    f.whole("heads", heads, {1, 256}, "heads h").looks_only().beside({tabs::heads});

    f.whole("step", step, {0, 3000}, "training step")
        .horizon()
        .beside({tabs::model, tabs::letters, tabs::looks});
    f.choice("corpus", model.corpus, {"tales", "names", "brackets", "own"}, "text to learn")
        .beside({tabs::model});
    f.asset("text", model.text, lab::Media::text, "a text of your own", "corpus", "own").extra();
    f.words("prompt", prompt, 200, "begin with").looks_only().beside({tabs::model});
    f.real("temperature", temperature, {0, 3}, "temperature").looks_only().beside({tabs::model});
    f.whole("tokens", tokens, {1, 400}, "characters written")
        .looks_only()
        .played()
        .beside({tabs::model});
    f.flag("mask", model.mask, "trained with the mask").beside({tabs::model, tabs::looks});
    f.whole("off", off, {0, 32}, "head switched off, 0 for none")
        .looks_only()
        .offer_up_to(model.layers * model.heads)
        .beside({tabs::looks, tabs::letters});
    f.whole("at", at, {1, 192}, "character looked at").looks_only().picked();
    f.whole("layers", model.layers, {1, 4}, "blocks of the model").extra();
    f.whole("model_width", model.width, {8, 64}, "width of the model").extra();
    f.whole("model_heads", model.heads, {1, 8}, "heads in each block of the model").extra();
    f.whole("context", model.context, {4, 64}, "characters that it sees").extra();
    f.whole("batch", model.batch, {1, 128}, "pieces of text in a batch").extra();
    f.log_real("rate", model.rate, {1e-6, 1}, "largest learning rate").extra();
    f.choice("places", model.places, {"sinusoid", "learned", "none"}, "positions of the model")
        .extra();
    f.whole("seed", model.seed, {0, 999999}, "seed").extra();
  }
  bool operator==(const Params&) const = default;
};

}  // namespace laboratory::transformer_facts
