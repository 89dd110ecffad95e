// The small model: how it learns, what it writes, where it looks, and that it does not look ahead.
#include <algorithm>
#include <numeric>

#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/transformer_facts/figures.h"

namespace laboratory::transformer_facts {
namespace {

using lab::Role;

constexpr std::size_t passage = 192, named = 8;

std::string steps_words(const Judged& s) {
  return grouped(s.steps) + (s.steps == 1 ? " step" : " steps");
}

// A character by a word where it leaves no ink.
std::string seen(const std::string& symbol) {
  if (symbol == " ") return "blank";
  if (symbol == "\n") return "new line";
  return symbol;
}

void draw_losses(const Params& p, const Counts& counts, const Judged& s, lab::Report& r) {
  constexpr std::size_t most_points = 300;
  lab::Curve batch = blank_curve("training batches", Role::neutral);
  const std::size_t span = s.losses.size() / most_points + 1;
  for (std::size_t from = 0; from < s.losses.size(); from += span) {
    const std::size_t n = std::min(span, s.losses.size() - from);
    const auto begin = s.losses.begin() + static_cast<std::ptrdiff_t>(from);
    const double sum = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(n), 0.0);
    add_point(batch, static_cast<double>(from + n), sum / static_cast<double>(n));
  }
  lab::Curve held = blank_curve("held-out text", Role::prediction);
  for (std::size_t i = 0; i < s.checks.size(); ++i)
    add_point(held, static_cast<double>(i) * CharacterModel::check_every,
              static_cast<double>(s.checks[i]));
  lab::Lines lines;
  lines.x = {"training step", 0, std::max(300.0, static_cast<double>(s.steps)), false};
  lines.y = {"loss [nats per character]", 0, 0, false};
  lines.curves = {std::move(batch), std::move(held)};
  lines.rules = {{"unigram " + brief(counts.unigram), counts.unigram, false, Role::target},
                 {"bigram " + brief(counts.bigram), counts.bigram, false, Role::target},
                 {"trigram " + brief(counts.trigram), counts.trigram, false, Role::target}};
  const std::string unigram = "the unigram’s " + brief(counts.unigram),
                    bigram = "the bigram’s " + brief(counts.bigram),
                    trigram = "the trigram’s " + brief(counts.trigram);
  const std::string where = s.loss_whole < counts.trigram  ? "below " + trigram
                            : s.loss_whole < counts.bigram ? "between " + bigram + " and " + trigram
                            : s.loss_whole < counts.unigram
                                ? "between " + unigram + " and " + bigram
                                : "above " + unigram;
  std::string alt = "After " + steps_words(s) + " the model’s loss on held-out text is " +
                    brief(s.loss_whole) + " nats per character, " + where + ".";
  if (!p.model.mask)
    alt += " It was trained without the mask, so it reads each character before it guesses it.";
  r.figure("model.loss", "Loss of the model, and of counts, after " + steps_words(s), alt,
           std::move(lines))
      .tab = tabs::model;
}

void draw_text(const Params& p, const Reading& text, const Written& s, lab::Report& r) {
  lab::Tokens tokens;
  tokens.value = {"probability that the model gave it", 0, 1, false};
  for (std::size_t i = 0; i < s.characters.size(); ++i) {
    const std::string& symbol = text.symbols[static_cast<std::size_t>(s.characters[i])];
    const bool given = i < s.begun;
    tokens.pieces.push_back({symbol, given ? 0.0f : static_cast<float>(s.p[i - s.begun])});
  }
  double mean = 0;
  for (const double x : s.p) mean += x / static_cast<double>(s.p.size());
  r.figure("model.text",
           "What it writes at temperature " + brief(p.temperature) + ", one character at a time",
           "The model goes on from what it was given with " + grouped(p.tokens) +
               " characters of its own; on average it gave the one that came " + percent(mean, 3) +
               ".",
           std::move(tokens))
      .tab = tabs::model;
}

void draw_next(const Params& p, const Reading& text, const Written& s, lab::Report& r) {
  std::vector<std::size_t> order(s.next.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return s.next[a] > s.next[b]; });
  order.resize(std::min(order.size(), named));
  lab::Bars bars;
  bars.x = {"next character", 0, 0, false};
  bars.y = {"probability", 0, 1, false};
  bars.role = Role::prediction;
  bars.lit = 0;
  for (const std::size_t c : order) {
    bars.names.push_back(seen(text.symbols[c]));
    bars.heights.push_back(static_cast<float>(s.next[c]));
  }
  r.figure("model.next", "The character after this, at temperature " + brief(p.temperature),
           "The likeliest next character is “" + seen(text.symbols[order[0]]) +
               "” with probability " + brief(s.next[order[0]], 3) +
               "; it is drawn, appended, and read again with the rest.",
           std::move(bars))
      .tab = tabs::model;
}

void draw_passage(const Reading& text, const Counts& counts, const ModelStudy& s, int first,
                  lab::Report& r) {
  const std::size_t count = std::min(passage, s.judged.character_losses.size());
  const auto tokens_of = [&](const std::vector<double>& losses) {
    lab::Tokens tokens;
    tokens.value = {"loss [nats]", 0, 6, false};
    tokens.pick = "at";
    tokens.lit = s.looked.at;
    for (std::size_t i = 0; i < count; ++i) {
      const int symbol = text.held_out[static_cast<std::size_t>(first) + i];
      tokens.pieces.push_back(
          {text.symbols[static_cast<std::size_t>(symbol)], static_cast<float>(losses[i])});
    }
    return tokens;
  };
  int better = 0;
  for (std::size_t i = 0; i < count; ++i)
    better += s.judged.character_losses[i] < counts.bigram_losses[i];
  r.figure("model.passage", "Held-out text, shaded by the model’s loss",
           "The model is less surprised than the bigram by " +
               share_of(better, static_cast<std::int64_t>(count), "characters") + ".",
           tokens_of(s.judged.character_losses))
      .tab = tabs::letters;
  r.figure("bigram.passage", "The same text, shaded by the bigram’s loss",
           "The bigram’s mean loss here and further on is " + brief(counts.bigram) +
               " nats per character.",
           tokens_of(counts.bigram_losses))
      .tab = tabs::letters;
}

// The mean weight of the last block's heads, as the last character that is seen asks.
void draw_piece(const Params& p, const Reading& text, const Looked& s, int first, lab::Report& r) {
  const int context = p.model.context, each = p.model.heads;
  lab::Tokens tokens;
  tokens.value = {"attention of the last block", 0, 0, false};
  double most = 0;
  int strongest = 0;
  for (int key = 0; key < s.seen; ++key) {
    double sum = 0;
    for (std::size_t h = s.heads.size() - static_cast<std::size_t>(each); h < s.heads.size(); ++h)
      sum +=
          static_cast<double>(s.heads[h][static_cast<std::size_t>((s.seen - 1) * context + key)]);
    sum /= each;
    if (sum > most) most = sum, strongest = key;
    const int symbol = s.piece[static_cast<std::size_t>(key)];
    tokens.pieces.push_back(
        {text.symbols[static_cast<std::size_t>(symbol)], static_cast<float>(sum)});
  }
  tokens.lit = strongest;
  const int asked = text.held_out[static_cast<std::size_t>(first + s.at)];
  const int back = s.seen - strongest;
  const std::string alt =
      "The model gives the character that follows a probability of " + brief(s.guess, 3) +
      ", the bigram " + brief(s.bigram_guess, 3) + ". The last block looks most at “" +
      seen(tokens.pieces[static_cast<std::size_t>(strongest)].text) + "”, " + std::to_string(back) +
      (back == 1 ? " character" : " characters") + " back.";
  r.figure("letters.piece",
           "What the last block looks at to guess the “" +
               seen(text.symbols[static_cast<std::size_t>(asked)]) + "” behind this text",
           alt, std::move(tokens))
      .tab = tabs::letters;
}

void draw_attention(const Params& p, const ModelStudy& s, lab::Report& r) {
  const int context = p.model.context;
  lab::Tiles tiles;
  tiles.rows = tiles.cols = context;
  tiles.signed_values = false;
  tiles.peak = 1;
  tiles.pick = "off";
  tiles.lit = p.off - 1;
  // Stored with the keys of each query side by side: a row for each query.
  for (std::size_t h = 0; h < s.looked.heads.size(); ++h) {
    tiles.names.push_back(std::to_string(h + 1));
    tiles.values.insert(tiles.values.end(), s.looked.heads[h].begin(), s.looked.heads[h].end());
  }
  const std::string change = p.off == 0
                                 ? std::string("Every head is on; click one to switch it off.")
                                 : "Without head " + std::to_string(p.off) + " the loss is " +
                                       brief(s.judged.loss) + " nats per character in place of " +
                                       brief(s.judged.loss_whole) + ".";
  const int blocks = p.model.layers, each = p.model.heads;
  r.figure("heads.maps",
           "Where each of " + std::to_string(blocks * each) + " heads looks after " +
               steps_words(s.judged) +
               ": a row for each character that asks, a column for each that is seen",
           change, std::move(tiles))
      .tab = tabs::looks;
}

void draw_leak(const Params& p, const Judged& s, lab::Report& r) {
  lab::Heat heat;
  const double side = p.model.context;
  heat.x = {"place whose next character is guessed", 1, side + 1, false};
  heat.y = {"place that is changed", 1, side + 1, false};
  heat.value = {"largest change of a probability", 0, 1, false};
  heat.panels = {{p.model.mask ? "with the mask" : "as it was trained, without a mask", s.leak},
                 {"without the mask", s.leak_open}};
  if (!p.model.mask) heat.panels.pop_back();
  const std::string exact =
      s.causality_error == 0
          ? "With the mask no earlier probability moves: the change is exactly 0"
          : "An earlier probability moves by up to " + brief(s.causality_error, 3);
  r.figure("leak",
           p.model.mask ? "Change a character: with the mask only later guesses move"
                        : "Change a character: without a mask earlier guesses move too",
           exact + (p.model.mask ? ". Without it the same weights move by up to " +
                                       brief(s.open_error, 3) + " before the change."
                                 : " when a later character is changed."),
           std::move(heat))
      .tab = tabs::looks;
}

}  // namespace

void draw_model(const Params& p, const Reading& text, const Counts& counts, const ModelStudy& s,
                const SeenOf& seen, lab::Drawings& drawings, lab::Report& r) {
  drawings.draw(r, "model.losses", seen.judged,
                [&](lab::Report& to) { draw_losses(p, counts, s.judged, to); });
  if (!s.judged.fault.empty()) return;
  drawings.draw(r, "model.written", seen.written, [&](lab::Report& to) {
    draw_text(p, text, s.written, to);
    draw_next(p, text, s.written, to);
  });
  drawings.draw(r, "model.looked", seen.looked, [&](lab::Report& to) {
    // The first character that is judged.
    const int first = p.model.context - p.model.context / 2 + 1;
    draw_passage(text, counts, s, first, to);
    draw_piece(p, text, s.looked, first, to);
    draw_attention(p, s, to);
  });
  drawings.draw(r, "model.leak", seen.judged, [&](lab::Report& to) { draw_leak(p, s.judged, to); });
}

}  // namespace laboratory::transformer_facts
