#include "sampler/sampler.h"

#include "lab/number.h"

namespace sampler {
namespace {

std::int64_t length(const std::string& s) { return static_cast<std::int64_t>(s.size()); }

// One readout for each field, none of which says its value back.
void add_readouts(const Params& p, lab::Report& r) {
  r.count("count.squared", "its square", std::int64_t{p.count} * p.count, "px²");
  r.real("share.rest", "what is left of 1", 1 - p.share);
  r.real("rate.inverse", "its inverse", 1 / p.rate);
  r.flag("spread.given", "is a number", p.spread == p.spread);
  r.flag("on.not", "is off", !p.on);
  r.count("mode.place", "its place", static_cast<int>(p.mode) + 1);
  double sum = 0;
  for (const double w : p.weights) sum += w;
  r.real("weights.sum", "their sum", sum);
  double trace = 0;
  for (int i = 0; i < std::min(p.table.rows, p.table.cols); ++i) trace += p.table.at(i, i);
  r.real("table.trace", "its trace", trace);
  int places = 0;
  for (const int place : p.given) places += 1 << place;
  r.count("given.bits", "those that are in, as bits", places);
  int edges = 0;
  for (const lab::Arrow& arrow : p.edges) edges += (1 + arrow.from) * (5 + arrow.to);
  r.count("edges.sum", "a sum over the arrows", edges);
  r.count("note.bytes", "its bytes", length(p.note));
  r.count("pick.next", "the next one", p.pick + 1);
  r.count("seed.half", "half of it, rounded up", (p.seed + 1) / 2);
}

void add_files(const Params& p, lab::Report& r) {
  const auto* const picture = p.picture.as<lab::Picture>();
  r.count("picture.pixels", "its pixels", picture ? picture->width * picture->height : 0, "px");
  const auto* const digits = p.digits.as<lab::IdxArray>();
  r.count("digits.values", "its values", digits ? static_cast<std::int64_t>(digits->size()) : 0);
  const auto* const words = p.words.as<std::string>();
  r.count("words.bytes", "its bytes", words ? length(*words) : 0);
}

void add_figures(const Params& p, lab::Report& r) {
  lab::Bars bars;
  for (const double w : p.weights) bars.heights.push_back(static_cast<float>(w));
  r.figure("bars", "The row of numbers", "The row of numbers as bars, one for each.", bars);
  r.figure("matrix", "The matrix", "The matrix as tiles with numbers, which can be changed.",
           lab::Blocks{{{"M", lab::Role::input, p.table, {}, "table", "", "", ""}}});
}

lab::Report report(const Params& p) {
  lab::Report r;
  add_readouts(p, r);
  add_files(p, r);
  add_figures(p, r);
  return r;
}

}  // namespace

const lab::LabRow row = lab::formula<Params, report>("sampler", "Every kind of field");

}  // namespace sampler
