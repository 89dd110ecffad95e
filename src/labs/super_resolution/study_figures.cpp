// What is inside: scores of patches, feature maps, and the part of a picture that its input fixes.
#include <algorithm>
#include <cmath>

#include "labs/phrases.h"
#include "labs/super_resolution/figures.h"

namespace laboratory::super_resolution {
namespace {

lab::Tiles tiles(const Maps& maps) {
  lab::Tiles t;
  t.rows = t.cols = maps.side;
  for (int i = 1; i <= maps.count; ++i) t.names.push_back(std::to_string(i));
  t.values = maps.values;
  float most = 0;
  for (const float v : t.values) most = std::max(most, std::fabs(v));
  t.peak = most > 0 ? most : 1;
  t.signed_values = std::any_of(t.values.begin(), t.values.end(), [](float v) { return v < 0; });
  return t;
}

int silent(const Maps& maps) {
  const auto each = static_cast<std::ptrdiff_t>(maps.side) * maps.side;
  int count = 0;
  for (int i = 0; i < maps.count; ++i) {
    const auto from = maps.values.begin() + each * i;
    count += std::all_of(from, from + each, [](float v) { return v == 0; });
  }
  return count;
}

double mean_score(const Opinion& o, int picture) {
  const int each = o.side * o.side;
  double sum = 0;
  for (int i = 0; i < each; ++i)
    sum += static_cast<double>(o.scores[static_cast<std::size_t>(picture * each + i)]);
  return sum / each;
}

}  // namespace

void draw_scores(const Params& p, const Seen& s, lab::Report& r) {
  const std::string real = s.own ? "the whole image" : "a real image";
  lab::Pictures pictures;
  pictures.pictures = {card(real, s.side.high, s.real),
                       card("output G(x)", s.side.high, s.passage.output),
                       card("bicubic", s.side.high, s.passage.enlarged)};
  r.figure("judged", "Three images before the discriminator",
           s.own
               ? "The first is the image that x was made from, which D has never seen."
               : "The real image is from the high-resolution set and has nothing to do with x: of "
                 "all pairs across the two sets the nearest differ by " +
                     brief(s.nearest, 3) + " at low resolution, root mean square.",
           std::move(pictures))
      .tab = tabs::scores;
  lab::Heat heat;
  const Opinion& o = s.opinion;
  heat.x = {"patch, from the left", 1, o.side + 1.0, false};
  heat.y = {"patch, from the top", 1, o.side + 1.0, false};
  heat.value = {p.game.loss == Loss::lsgan ? "score: 1 real, 0 fake" : "score", 0, 0, false};
  const char* const names[] = {"output G(x)", real.c_str(), "bicubic"};
  const int each = o.side * o.side;
  for (const int i : {1, 0, 2}) {
    const auto from = o.scores.begin() + each * i;
    heat.panels.push_back({names[i], {o.side, o.side, {from, from + each}}});
  }
  std::string alt;
  if (p.game.adversary == 0)
    alt = "Nothing has trained this discriminator: the weight of the adversary is 0.";
  else
    alt = "On average the discriminator gives " + real + " " + brief(mean_score(o, 1), 3) +
          ", the output " + brief(mean_score(o, 0), 3) +
          " and bicubic, which it was never shown, " + brief(mean_score(o, 2), 3) + ".";
  r.figure("scores", "What it says of each patch of them", alt, std::move(heat)).tab = tabs::scores;
}

void draw_maps(const Params& p, const Seen& s, lab::Report& r) {
  constexpr const char* of_generator[] = {"the first layer", "the first residual block",
                                          "the second residual block"};
  const auto g = static_cast<std::size_t>(p.g_layer), d = static_cast<std::size_t>(p.d_layer);
  const Maps& ours = s.passage.generator[g];
  r.figure("maps.G", std::string("Inside the generator: maps behind ") + of_generator[g],
           std::to_string(silent(ours)) + " of the " + std::to_string(ours.count) +
               " maps are 0 everywhere for this x; the others show where they respond.",
           tiles(ours))
      .tab = tabs::maps;
  const Maps& theirs = s.opinion.discriminator[d];
  r.figure("maps.D",
           std::string("Inside the discriminator, shown G(x): maps behind its ") +
               (d == 0 ? "first" : "second") + " layer",
           std::string(p.game.adversary == 0 ? "These filters are as they were drawn at the start."
                                             : "Each patch is scored by what these maps hold.") +
               " There are " + std::to_string(theirs.count) + " of " +
               sides(theirs.side, theirs.side) + ".",
           tiles(theirs))
      .tab = tabs::maps;
}

void draw_split(const Params& p, const Seen& s, lab::Report& r) {
  std::vector<float> rest(s.fixed.size());
  double fixed = 0, all = 0;
  float most = 1e-6f;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    rest[i] = s.passage.output[i] - s.fixed[i];
    most = std::max(most, std::fabs(rest[i]));
    fixed += static_cast<double>(s.fixed[i]) * static_cast<double>(s.fixed[i]);
    all += static_cast<double>(s.passage.output[i]) * static_cast<double>(s.passage.output[i]);
  }
  lab::Pictures pictures;
  pictures.peak = most;
  pictures.pictures = {card("output G(x)", s.side.high, s.passage.output),
                       card("down sees this", s.side.high, s.fixed),
                       card("and not this", s.side.high, rest, lab::Tone::two_sided)};
  const int f = p.game.factor;
  lab::Figure& figure = r.figure(
      "split", "What consistency fixes, and what it leaves to the adversary",
      "Of " + std::to_string(f * f) + " numbers x fixes one; the part that down does not see has " +
          percent(all > 0 ? 1 - fixed / all : 0, 3) +
          " of the output’s energy, and changing it changes no consistency loss.",
      std::move(pictures));
  figure.room = lab::Room::row;
  figure.tab = tabs::split;

  // The block in which the free part is largest.
  const int side = s.side.high;
  int row = 0, col = 0;
  double best = -1;
  for (int b = 0; b < s.side.low * s.side.low; ++b) {
    double sum = 0;
    const int r0 = b / s.side.low * f, c0 = b % s.side.low * f;
    for (int i = 0; i < f * f; ++i) {
      const auto at = static_cast<std::size_t>((r0 + i / f) * side + c0 + i % f);
      sum += static_cast<double>(rest[at]) * static_cast<double>(rest[at]);
    }
    if (sum > best) best = sum, row = r0, col = c0;
  }
  lab::Blocks blocks;
  const char* const names[] = {"output", "seen", "unseen"};
  const std::vector<float>* const parts[] = {&s.passage.output, &s.fixed, &rest};
  for (int k = 0; k < 3; ++k) {
    lab::Block b;
    b.name = names[k];
    b.role = k == 0 ? lab::Role::prediction : k == 1 ? lab::Role::input : lab::Role::gradient;
    b.values = {f, f, {}};
    for (int i = 0; i < f * f; ++i) {
      const auto at = static_cast<std::size_t>((row + i / f) * side + col + i % f);
      b.values.values.push_back(std::round(static_cast<double>((*parts[k])[at]) * 1000) / 1000);
    }
    b.joiner = k == 0 ? "=" : k == 1 ? "+" : "";
    blocks.blocks.push_back(std::move(b));
  }
  r.figure("block",
           "The block of " + sides(f, f) +
               " pixels with the most that x does not fix, from pixel " + place(row, col),
           p.game.down == Down::average
               ? "The seen part is the block’s mean; the unseen part has mean 0."
               : "The unseen part is invisible to down; with this down, blocks overlap.",
           std::move(blocks))
      .tab = tabs::split;
}

}  // namespace laboratory::super_resolution
