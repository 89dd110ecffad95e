// What the laboratory says of its model at one moment of the training.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lab/memory.h"
#include "labs/vae/bench.h"
#include "labs/vae/code_book.h"
#include "labs/vae/evidence.h"
#include "labs/vae/samples.h"

namespace laboratory::vae {

// The model, of one of the two kinds, with what it learns from and what is trained beside it.
struct Learner {
  explicit Learner(const Params& p);

  // Of the model, which is member 0, or of a net of the bench, which follow.
  void step(int member);
  nn::Snapshot snapshot(int member);
  void restore(int member, std::span<const std::byte> bytes);

  std::int64_t steps() const;
  const std::string& fault() const;
  const std::vector<Told>& told() const;

  Setting setting;
  Examples data;
  std::unique_ptr<Autoencoder> model;
  std::unique_ptr<CodeBook> book;
  std::unique_ptr<Bench> bench;  // none where no GANs are asked for, or the data are images
};

bool has_bench(const Params& p);
// Multiplications with an addition in one training step of all nets.
std::int64_t step_work(const Params& p);
// What they hold: the examples, the values of each unit for all samples of a batch and for the
// examples that are judged at once, and weights with gradient, moments and a copy.
std::int64_t numbers(const Params& p);

// A unit is active where the mean of its q moves so much from one example to another.
inline constexpr double active_above = 0.01;

// Of the steps taken and of k alone.
struct Study {
  std::int64_t steps = 0;
  std::string fault;                  // where there is one, nothing else is known
  Posteriors cloud;                   // of the first training examples
  std::vector<double> mean_variance;  // of the means of q over these, by dimension
  int active = 0;
  std::optional<Evidence> evidence;
  std::optional<CodeEvidence> codes;
  std::vector<float> means;    // of the codes
  std::vector<float> samples;  // in the plane
  Coverage coverage;
  std::vector<Bench::Pair> pairs;
  double variance = 0;  // of the decoder
};
// `k` stands in for that of the learner's setting where it only looks.
Study study(Learner& l, int k);

// How many training examples the latent cloud has room for.
int cloud_size(const Setting& s, int points);

}  // namespace laboratory::vae
