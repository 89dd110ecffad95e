#include "labs/metrics/study.h"

#include <cmath>
#include <limits>
#include <utility>

#include "num/rng.h"

namespace laboratory::metrics {
namespace {

// Streams of random numbers, so that a change of prevalence leaves the scores that remain.
constexpr std::uint64_t ill_stream = 1, well_stream = 2;

int ill_people(const Params& p) { return static_cast<int>(std::floor(p.n * p.prevalence + 0.5)); }

std::vector<double> scores(const Params& p, std::uint64_t stream, int count, double mean) {
  num::Rng rng(static_cast<std::uint64_t>(p.seed), stream);
  std::vector<double> drawn(static_cast<std::size_t>(count));
  for (double& x : drawn) x = mean + rng.normal();
  return drawn;
}

num::Ranking ranked(const Params& p) {
  return {scores(p, ill_stream, ill_people(p), p.separation),
          scores(p, well_stream, p.n - ill_people(p), 0)};
}

std::int64_t count_or(double given, std::int64_t otherwise) {
  return std::isnan(given) ? otherwise : static_cast<std::int64_t>(std::floor(given + 0.5));
}

}  // namespace

Study::Study(const Params& p) : Study(p, std::make_shared<const num::Ranking>(ranked(p))) {}

Study::Study(const Params& p, Memory& memory)
    : Study(p, memory.ranking.of(lab::on(p.n, p.prevalence, p.separation, p.seed), [&p] {
        return std::make_shared<const num::Ranking>(ranked(p));
      })) {}

Study::Study(const Params& p, std::shared_ptr<const num::Ranking> scores)
    : params(p), ranking(std::move(scores)) {
  const num::Confusion drawn = ranking->at(p.threshold);
  table = {count_or(p.tp, drawn.tp), count_or(p.fp, drawn.fp), count_or(p.fn, drawn.fn),
           count_or(p.tn, drawn.tn)};
  healthy = {0, 0, table.positives(), table.negatives()};
  everyone = {table.positives(), table.negatives(), 0, 0};
}

Cheapest cheapest(const Params& p, const std::vector<num::Ranking::Point>& points) {
  Cheapest best{0, std::numeric_limits<double>::infinity()};
  for (const num::Ranking::Point& point : points) {
    const double cost = num::mean_cost(point.table, p.cost_fn, p.cost_fp).value_or(0);
    if (cost < best.cost) best = {point.threshold, cost};
  }
  return best;
}

const std::vector<num::Ranking::Point>& points(const Study& study, Memory& memory) {
  return memory.points.of(lab::on(memory.ranking), [&] { return study.ranking->points(); });
}

std::optional<double> auc(const Study& study, Memory& memory) {
  return memory.auc.of(lab::on(memory.ranking), [&] { return study.ranking->auc(); });
}

}  // namespace laboratory::metrics
