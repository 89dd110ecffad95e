#include "labs/transformer_facts/readouts.h"

#include "lab/digits.h"
#include "labs/phrases.h"
#include "labs/transformer_facts/heads.h"

namespace laboratory::transformer_facts {
namespace {

struct Label {
  const char *key, *label, *unit;
};
constexpr const char* nats = "nats";
constexpr Label of_model[] = {
    {"loss.model", "loss of the model on held-out text, per character", nats},
    {"loss.unigram", "loss of the unigram there", nats},
    {"loss.bigram", "loss of the bigram there", nats},
    {"loss.trigram", "loss of the trigram there", nats},
    {"loss.off", "loss of the model without the head that is off", nats},
    {"causality_error", "largest move of a probability before a changed character", ""},
    {"causality_error.unmasked", "the same without the mask", ""},
};

}  // namespace

void report_shuffle(const Shuffle& s, const std::vector<double>& errors, double joint,
                    lab::Report& r) {
  r.real("equivariance_error", "largest difference of f(P X) from P f(X)", s.error());
  for (std::size_t i = 0; i < errors.size(); ++i)
    r.real(std::string("equivariance_error.") + key_of(static_cast<Break>(i)),
           std::string("the same: ") + words_of(static_cast<Break>(i)), errors[i]);
  r.real("invariance_error", "change of the output where keys and values are shuffled alike",
         joint);
  const char* const outcome = s.sorted()             ? "unshuffled"
                              : s.error() < rounding ? "follow"
                                                     : "change";
  r.word("outcome", "what the outputs do", outcome);
}

void report_codes(const CodeStudy& s, int position, lab::Report& r) {
  r.list("encoding", "sinusoid code of the position", s.code.at(position));
  const char* const least = "least distance of the codes of two positions up to 20 000 apart";
  const char* const apart = "how far those two positions are apart";
  if (s.code.has_pairs()) {
    r.real("min_distance", least, s.closest.distance);
    r.count("min_distance.at", apart, s.closest.difference);
  } else {
    const char* const why =
        "an odd width leaves a sine without its cosine, and distances then depend on more than the "
        "difference";
    r.undefined("min_distance", least, why);
    r.undefined("min_distance.at", apart, why);
  }
  const char* const period = "difference of two real positions after which the code repeats";
  if (s.period)
    r.real("period", period, *s.period);
  else
    r.undefined("period", period,
                s.code.has_pairs() ? "the code never repeats" : "an odd width is not judged");
  r.count("distinct.float16", "of 20 000 positions, codes that differ in numbers of 16 bits",
          s.distinct_half);
}

void report_heads(const Params& p, lab::Report& r) {
  const num::AttentionCost c = cost(p, p.heads);
  r.count("flops.proj", "four projections", c.projections, "FLOPs");
  r.count("flops.scores", "scores", c.scores, "FLOPs");
  r.count("flops.softmax", "softmax", c.softmax, "FLOPs");
  r.count("flops.mix", "mix of the values", c.mix, "FLOPs");
  r.count("flops.total", "the whole layer", c.total(), "FLOPs");
  r.count("flops.one_head", "the whole layer with one head", cost(p, 1).total(), "FLOPs");
  const char* const split = "projections if each head saw its own part of the input";
  if (p.width % p.heads == 0)
    r.count("flops.proj.split", split, num::split_projections(p.n, p.m, p.width, p.heads), "FLOPs");
  else
    r.undefined("flops.proj.split", split, "the heads do not divide the width");
  r.count("weights.bytes", "memory of all attention weights",
          static_cast<std::int64_t>(weight_bytes(p, p.heads)), "byte");
}

void report_model(const Params& p, const Reading& text, const Counts& counts, const ModelStudy& s,
                  lab::Report& r) {
  const double values[] = {s.judged.loss_whole, counts.unigram, counts.bigram,
                           counts.trigram,      s.judged.loss,  s.judged.causality_error,
                           s.judged.open_error};
  const char* const stopped = "the numbers of the model are no longer finite";
  for (std::size_t i = 0; i < std::size(of_model); ++i) {
    const Label& l = of_model[i];
    const bool counted = i >= 1 && i <= 3;
    if (l.key == std::string("loss.off") && p.off == 0)
      r.undefined(l.key, l.label, "every head is on");
    else if (counted || s.judged.fault.empty())
      r.real(l.key, l.label, values[i], l.unit);
    else
      r.undefined(l.key, l.label, stopped);
  }
  r.count("model.weights", "weights of the model", s.judged.weights);
  r.count("model.characters", "different characters of the text", text.size());
  if (s.judged.fault.empty())
    r.word("written", "what the model writes", s.written.text);
  else
    r.undefined("written", "what the model writes", stopped);
}

void report_no_model(const char* why, lab::Report& r) {
  for (const Label& l : of_model) r.undefined(l.key, l.label, why);
  r.undefined("model.weights", "weights of the model", why);
  r.undefined("model.characters", "different characters of the text", why);
  r.undefined("written", "what the model writes", why);
}

void blame_what_is_seen(const Params& p, const Reading& text, int judged, const ModelStudy& s,
                        lab::Report& r) {
  if (!text.not_own.empty()) r.blame("corpus", text.not_own);
  if (!s.judged.fault.empty())
    r.blame("rate", "The training has stopped: " + s.judged.fault + ". Lower the learning rate.");
  if (const std::string unknown = text.unknown(p.prompt); !unknown.empty())
    r.blame("prompt", "The model has never read “" + unknown + "”: each stands for a blank.");
  if (text.rare > 0)
    r.blame("text",
            "Of a text with very many different characters the 63 most frequent are kept; " +
                lab::counted(text.rare, "other is read as □.", "others are read as one, □."));
  const int heads = p.model.layers * p.model.heads;
  if (p.off > heads)
    r.blame("off", "The model has " + lab::counted(heads, "head", "heads") +
                       ", so there is no head " + std::to_string(p.off) + " to switch off.");
  if (p.at > judged)
    r.blame("at", "Only " + std::to_string(judged) + " characters are held out and judged.");
}

}  // namespace laboratory::transformer_facts
