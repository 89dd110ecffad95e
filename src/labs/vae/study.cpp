#include "labs/vae/study.h"

#include <algorithm>

#include "labs/budget.h"
#include "num/elementary.h"
#include "num/statistics.h"

namespace laboratory::vae {
namespace {

// Multiply-adds that a picture of the latent space may take.
constexpr std::int64_t most_of_cloud = 600'000'000;

void judge_model(Learner& l, const Setting& s, Study& study) {
  const nn::Dataset& train = l.data.train;
  const auto some = static_cast<std::size_t>(cloud_size(s, train.size()));
  const auto features = static_cast<std::size_t>(l.data.features());
  study.cloud = l.model->encode(std::span(train.inputs).first(some * features));
  const auto latent = static_cast<std::size_t>(s.latent);
  std::vector<num::Running> over(latent);
  for (std::size_t i = 0; i < study.cloud.mean.size(); ++i)
    over[i % latent].add(static_cast<double>(study.cloud.mean[i]));
  for (const num::Running& r : over) study.mean_variance.push_back(r.variance());
  study.active =
      static_cast<int>(std::count_if(study.mean_variance.begin(), study.mean_variance.end(),
                                     [](double v) { return v > active_above; }));
  study.evidence = evidence(s, l.data, *l.model);
  study.variance = num::exp(l.model->log_variance());
  if (!l.data.binary)
    study.samples = planar_samples(s.latent, study.variance, static_cast<std::uint64_t>(s.seed),
                                   [&](std::span<const float> z) { return l.model->decode(z); });
}

void judge_book(Learner& l, const Setting& s, Study& study) {
  study.codes = evidence(l.data, *l.book);
  study.means = l.book->means();
  study.variance = num::exp(l.book->log_variance());
  if (!l.data.binary)
    study.samples = planar_samples(
        1, study.variance, static_cast<std::uint64_t>(s.seed), [&](std::span<const float> z) {
          // Codes are equally likely: the sample's place decides.
          std::vector<float> x;
          for (std::size_t i = 0; i < z.size(); ++i)
            for (std::size_t j = 0; j < 2; ++j)
              x.push_back(study.means[2 * (i % static_cast<std::size_t>(codes)) + j]);
          return x;
        });
}

std::int64_t features(const Setting& s) { return s.images_only() ? image_side * image_side : 2; }

std::int64_t numbers_of_net(const Setting& s) {
  constexpr std::int64_t of_each_place = 11, of_each_unit = 4, of_each_weight = 5, judged = 256;
  const std::int64_t samples = s.model == Model::codes ? codes : s.samples();
  // The outer one of two hidden layers is twice as wide for images.
  const std::int64_t units = s.model == Model::linear ? 0 : 3 * s.hidden;
  const std::int64_t of_sample = of_each_place * (features(s) + s.latent) + of_each_unit * units;
  const Work w = work(s);
  return (s.batch * (samples + 1) + judged) * of_sample + of_each_weight * (w.encoder + w.decoder);
}

}  // namespace

std::int64_t numbers(const Params& p) {
  const Setting& s = p.setting;
  const Work w = work(s);
  constexpr std::int64_t snapshots = 48, of_each_weight = 3;
  std::int64_t sum = std::min(numbers_kept, snapshots * of_each_weight * (w.encoder + w.decoder));
  sum += s.points * features(s) + numbers_of_net(s);
  // What the grid of the integral is decoded to, twice.
  if (s.latent <= 2) {
    const std::int64_t side = grid_side(s);
    sum += 2 * features(s) * (s.latent == 2 ? side * side : side);
  }
  if (has_bench(p)) sum += Bench::nets * numbers_of_net(handicap(s, p.gan).setting);
  return sum;
}

Learner::Learner(const Params& p) : setting(p.setting), data(examples_of(p.setting)) {
  const Setting& s = setting;
  const auto seed = static_cast<std::uint64_t>(s.seed);
  if (s.model == Model::codes)
    book = std::make_unique<CodeBook>(s, data, seed);
  else
    model = std::make_unique<Autoencoder>(s, data, seed);
  if (has_bench(p)) bench = std::make_unique<Bench>(s, p.gan, data);
}

bool has_bench(const Params& p) { return p.gan != Gan::off && !p.setting.images_only(); }

std::int64_t step_work(const Params& p) {
  const std::int64_t own = work(p.setting).step;
  if (!has_bench(p)) return own;
  const Setting pair = handicap(p.setting, p.gan).setting;
  return own + bench_seeds * (work(pair).step + gan_work(pair));
}

void Learner::step(int member) {
  if (member > 0) return bench->step(member - 1);
  model ? model->step() : book->step();
}

nn::Snapshot Learner::snapshot(int member) {
  if (member > 0) return bench->snapshot(member - 1);
  return model ? nn::snapshot_of(*model) : nn::snapshot_of(*book);
}

void Learner::restore(int member, std::span<const std::byte> bytes) {
  if (member > 0) return bench->restore(member - 1, bytes);
  model ? nn::restore(*model, bytes) : nn::restore(*book, bytes);
}

std::int64_t Learner::steps() const { return model ? model->steps() : book->steps(); }
const std::string& Learner::fault() const { return model ? model->fault() : book->fault(); }
const std::vector<Told>& Learner::told() const { return model ? model->told() : book->told(); }

int cloud_size(const Setting& s, int points) {
  return static_cast<int>(
      std::min<std::int64_t>(points, most_of_cloud / std::max<std::int64_t>(1, work(s).encoder)));
}

Study study(Learner& l, int k) {
  Study study;
  study.steps = l.steps();
  study.fault = l.fault();
  if (l.bench) study.pairs = l.bench->pairs();
  if (!study.fault.empty()) return study;
  Setting s = l.setting;
  s.k = k;
  if (l.model)
    judge_model(l, s, study);
  else
    judge_book(l, s, study);
  study.coverage = coverage(study.samples, l.data.centres, s.noise);
  return study;
}

}  // namespace laboratory::vae
