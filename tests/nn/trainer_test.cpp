// What every kind of training has to fit into: a classifier, an adversarial game of two optimisers,
// a recurrent net, a likelihood model. Each goes on to the same bits from a snapshot.
#include "nn/trainer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "nn/judge.h"
#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/minibatch.h"
#include "nn/recurrent.h"

namespace {

using nn::Var;

nn::Recipe adam(float rate, float momentum = 0.9f) {
  nn::Recipe r;
  r.rule = nn::Rule::adam;
  r.rate = rate;
  r.momentum = momentum;
  return r;
}

// Two moons, a layer of tanh units with batch norm and dropout.
struct Classifier {
  nn::Dataset data = nn::cloud(nn::Cloud::moons, 60, 0.05, 5);
  nn::Minibatch batch{data, 16, 5};
  nn::Trainer trainer{5};
  Var x, y;

  static Var network(Var h) {
    h = nn::tanh(nn::batch_norm(nn::dense(h, 16, "hidden"), "hidden norm"));
    return nn::dense(nn::dropout(h, 0.2f), 1, "output");
  }
  explicit Classifier(float rate = 0.02f) {
    nn::Graph& graph = trainer.add_graph(5);
    x = graph.input(batch.shape(), "x");
    y = graph.input(nn::vectors(1, batch.size()), "y");
    trainer.add_phase({.loss = nn::sigmoid_cross_entropy(network(x), y),
                       .recipe = adam(rate),
                       .feed = [this] { batch.show(x, y); }});
  }
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer, self.batch);
  }
};

// A generator of two numbers from two, and a discriminator, on a ring of eight Gaussians. The
// weights "G " and "D " take turns, each with an optimiser of its own over the common graph.
struct Game {
  static constexpr int batch = 64;
  nn::Dataset ring = nn::cloud(nn::Cloud::ring, 512, 0.05, 3);
  nn::Minibatch real{ring, batch, 3};
  nn::Trainer trainer{3};
  Var points, labels, fake;

  static Var mlp(Var h, int outputs, const std::string& who) {
    h = nn::leaky_relu(nn::dense(h, 32, who + " 1"), 0.2f);
    h = nn::leaky_relu(nn::dense(h, 32, who + " 2"), 0.2f);
    return nn::dense(h, outputs, who + " 3");
  }
  Game() {
    nn::Graph& graph = trainer.add_graph(3);
    points = graph.input(real.shape(), "real");
    labels = graph.input(nn::vectors(1, batch), "which");
    fake = mlp(nn::noise(graph, nn::vectors(2, batch)), 2, "G");
    const Var d_loss = nn::discriminator_loss(nn::Game::non_saturating, mlp(points, 1, "D"),
                                              mlp(nn::detach(fake), 1, "D"));
    const Var g_loss = nn::generator_loss(nn::Game::non_saturating, mlp(fake, 1, "D"));
    trainer.add_phase({.loss = d_loss, .recipe = adam(1e-3f, 0.5f), .prefix = "D ", .feed = [this] {
                         real.show(points, labels);
                       }});
    trainer.add_phase({.loss = g_loss, .recipe = adam(1e-3f, 0.5f), .prefix = "G "});
  }
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer, self.real);
  }
};

// Whether the first of six numbers was above 0, remembered to the end; the numbers come from a
// generator whose place in its stream is part of the state, and the rate falls with the steps.
struct Recurrent {
  static constexpr int batch = 16, times = 6, width = 12;
  nn::Trainer trainer{9};
  num::Rng rng{9, 1};
  std::vector<Var> inputs;
  Var first, hidden;

  Recurrent() {
    nn::Graph& graph = trainer.add_graph();
    first = graph.input(nn::vectors(1, batch), "first");
    hidden = graph.input(nn::vectors(width, batch), "start");
    nn::Graph& g = graph;
    Var h = hidden;
    for (int t = 0; t < times; ++t) {
      inputs.push_back(g.input(nn::vectors(1, batch), "x"));
      h = nn::rnn_cell(inputs.back(), h, "cell", {nn::orthogonal(), nn::orthogonal()});
    }
    nn::Recipe recipe = adam(0.01f);
    recipe.clip_norm = 1;
    trainer.add_phase({.loss = nn::sigmoid_cross_entropy(nn::dense(h, 1, "output"), first),
                       .recipe = recipe,
                       .feed = [this] { feed(); }});
  }
  void feed() {
    trainer.optimiser().recipe().rate = 0.01f / (1 + 0.002f * static_cast<float>(trainer.steps()));
    std::vector<float> x(batch), sign(batch);
    for (std::size_t t = 0; t < inputs.size(); ++t) {
      for (std::size_t i = 0; i < batch; ++i) {
        x[i] = static_cast<float>(rng.normal());
        if (t == 0) sign[i] = x[i] > 0 ? 1.0f : 0.0f;
      }
      inputs[t].graph->set(inputs[t], x);
    }
    first.graph->set(first, sign);
  }
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer, self.rng);
  }
};

// A variational autoencoder of the plane with one latent number: minus ELBO in nats.
struct Autoencoder {
  static constexpr int batch = 32;
  nn::Dataset moons = nn::cloud(nn::Cloud::moons, 256, 0.05, 4);
  nn::Minibatch examples{moons, batch, 4};
  nn::Trainer trainer{4};
  Var x, labels;

  Autoencoder() {
    nn::Graph& graph = trainer.add_graph(4);
    x = graph.input(examples.shape(), "x");
    labels = graph.input(nn::vectors(1, batch), "label");
    const Var h = nn::relu(nn::dense(x, 24, "encoder"));
    const Var mean = nn::dense(h, 1, "mean"), log_variance = nn::dense(h, 1, "log variance");
    const Var z = nn::sample(mean, log_variance);
    const Var out = nn::dense(nn::relu(nn::dense(z, 24, "decoder")), 2, "reconstruction");
    const Var spread =
        graph.parameter("decoder log variance", nn::vectors(1, 1), nn::constant(-3), 1, 1, false);
    trainer.add_phase({.loss = nn::add(nn::gaussian_nll(x, out, spread),
                                       nn::kl_to_standard_normal(mean, log_variance)),
                       .recipe = adam(3e-3f),
                       .feed = [this] { examples.show(x, labels); }});
  }
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer, self.examples);
  }
};

// Goes `early` steps, then `late` more: at a stretch, put back to the moment between, and in
// another object that was put to it.
template <class Training>
void check_snapshot(int early, int late) {
  Training one;
  for (int i = 0; i < early; ++i) REQUIRE(one.trainer.step());
  const nn::Snapshot moment = nn::snapshot_of(one);
  for (int i = 0; i < late; ++i) one.trainer.step();
  const std::uint64_t expected = one.trainer.weights().hash();
  CHECK(nn::restore(one, moment));
  for (int i = 0; i < late; ++i) one.trainer.step();
  CHECK(one.trainer.weights().hash() == expected);
  Training other;
  CHECK(nn::restore(other, moment));
  CHECK(other.trainer.steps() == early);
  for (int i = 0; i < late; ++i) other.trainer.step();
  CHECK(other.trainer.weights().hash() == expected);
}

}  // namespace

TEST_CASE("training goes on to the same bits from a snapshot, in the same object and in another") {
  SUBCASE("of a classifier with batch norm and dropout") { check_snapshot<Classifier>(7, 9); }
  SUBCASE("of an adversarial game") { check_snapshot<Game>(7, 9); }
  SUBCASE("of a recurrent net with a rate that falls") { check_snapshot<Recurrent>(7, 9); }
  SUBCASE("of a variational autoencoder") { check_snapshot<Autoencoder>(7, 9); }
}

TEST_CASE("a snapshot holds no more memory than it needs") {
  const nn::Snapshot moment = nn::snapshot_of(Classifier());
  CHECK(moment.view().size() > 1000);
  CHECK(moment.bytes() < moment.view().size() + 64);
}

TEST_CASE("a snapshot of another net is refused, and one that is cut short") {
  Classifier classifier;
  Game game;
  CHECK(!nn::restore(classifier, nn::snapshot_of(game)));
  const nn::Snapshot moment = nn::snapshot_of(game);
  nn::SnapshotReader reader(moment.view().first(moment.view().size() - 1));
  reader(game);
  CHECK(!reader.complete());
}

TEST_CASE("a classifier learns, and its judge knows how well") {
  Classifier c;
  nn::Judge judge(c.trainer.weights(), c.data.shape, 7, &Classifier::network);
  const double before = judge.mean_loss(c.data);
  for (int i = 0; i < 600; ++i) c.trainer.step();
  CHECK(judge.mean_loss(c.data) < 0.3 * before);
  CHECK(judge.share_right(c.data) > 0.95);
  CHECK(judge.count_right(c.data) == static_cast<int>(60 * judge.share_right(c.data) + 0.5));
  // Seven at a time or all at once, in the order of the examples.
  nn::Judge whole(c.trainer.weights(), c.data.shape, 60, &Classifier::network);
  std::vector<float> few, all;
  judge.sweep(c.data.inputs, [&](int, std::span<const float> z) { few.push_back(z[0]); });
  whole.sweep(c.data.inputs, [&](int, std::span<const float> z) { all.push_back(z[0]); });
  CHECK(few == all);
}

TEST_CASE("mean loss is that of the loss operation, for one logit and for several") {
  const nn::Dataset data = nn::cloud(nn::Cloud::blobs, 12, 0.2, 2);
  nn::Weights weights(2);
  const auto several = [](Var x) { return nn::dense(x, 4, "several"); };
  nn::Judge judge(weights, data.shape, 5, several);
  nn::Graph graph(weights);
  const Var x = graph.input(data.shape, "x"), y = graph.input(nn::vectors(1, 12), "y");
  const Var loss = nn::softmax_cross_entropy(several(x), y);
  nn::Dataset two = data;
  for (float& label : two.labels) label = label > 1 ? 1.0f : 0.0f;
  const auto one = [](Var in) { return nn::dense(in, 1, "one"); };
  nn::Judge binary(weights, data.shape, 5, one);
  const Var yes = graph.input(nn::vectors(1, 12), "yes");
  const Var binary_loss = nn::sigmoid_cross_entropy(one(x), yes);
  graph.set(x, data.inputs);
  graph.set(y, data.labels);
  graph.set(yes, two.labels);
  graph.forward();
  CHECK(judge.mean_loss(data) == doctest::Approx(graph.scalar(loss)).epsilon(1e-5));
  CHECK(binary.mean_loss(two) == doctest::Approx(graph.scalar(binary_loss)).epsilon(1e-5));
}

TEST_CASE("a decision field has its first row at the top and its first column at the left") {
  nn::Weights weights(1);
  nn::Judge judge(weights, nn::vectors(2, 1), 3, [](Var x) { return nn::dense(x, 1, "plane"); });
  weights.value("plane weight")[0] = 1, weights.value("plane weight")[1] = 10;
  const std::vector<float> m = judge.margins(2, 1);  // places -1/2 and 1/2
  CHECK(m == std::vector<float>{4.5f, 5.5f, -5.5f, -4.5f});
  CHECK(nn::probabilities({0, 100, -100})[0] == 0.5f);
  CHECK(nn::probabilities(m)[0] + nn::probabilities(m)[3] == doctest::Approx(1));
}

TEST_CASE("each phase moves the weights with its prefix and no others") {
  Game game;
  nn::Weights& w = game.trainer.weights();
  const auto copy = [&](const char* name) {
    const std::span<const float> v = w.value(name);
    return std::vector<float>(v.begin(), v.end());
  };
  nn::Trainer& trainer = game.trainer;
  trainer.optimiser(1).recipe().rate = 0;
  const auto g = copy("G 1 weight"), d = copy("D 1 weight");
  REQUIRE(trainer.step());
  CHECK(copy("G 1 weight") == g);
  CHECK(copy("D 1 weight") != d);
  trainer.optimiser(0).recipe().rate = 0, trainer.optimiser(1).recipe().rate = 1e-3f;
  const auto later = copy("D 1 weight");
  REQUIRE(trainer.step());
  CHECK(copy("G 1 weight") != g);
  CHECK(copy("D 1 weight") == later);
}

TEST_CASE("an adversarial game brings the generator's points to the ring") {
  Game game;
  constexpr double radius = 0.85;
  const auto distance = [&] {  // of the points of the last pass from the circle
    double sum = 0;
    const std::span<const float> p = game.fake.graph->value(game.fake);
    for (std::size_t i = 0; i < p.size(); i += 2)
      sum += std::fabs(std::sqrt(static_cast<double>(p[i] * p[i] + p[i + 1] * p[i + 1])) - radius);
    return sum / (static_cast<double>(p.size()) / 2);
  };
  game.trainer.step();
  const double before = distance();
  for (int i = 0; i < 2000; ++i) REQUIRE(game.trainer.step());
  CHECK(distance() < 0.5 * before);
}

TEST_CASE("a recurrent net learns to remember, an autoencoder to do with fewer nats") {
  Recurrent recurrent;
  double early = 0, late = 0;
  for (int i = 0; i < 400; ++i) {
    REQUIRE(recurrent.trainer.step());
    (i < 20 ? early : late) += i < 20 || i >= 380 ? recurrent.trainer.loss() : 0.0f;
  }
  CHECK(late < 0.5 * early);
  Autoencoder autoencoder;
  autoencoder.trainer.step();
  const float first = autoencoder.trainer.loss();
  for (int i = 0; i < 400; ++i) REQUIRE(autoencoder.trainer.step());
  CHECK(autoencoder.trainer.loss() < first - 1);
}

TEST_CASE(
    "a number that is not finite stops the training and names its place; a snapshot undoes it") {
  Classifier c;
  for (int i = 0; i < 3; ++i) c.trainer.step();
  const nn::Snapshot moment = nn::snapshot_of(c);
  c.trainer.weights().value("hidden weight")[0] = std::numeric_limits<float>::infinity();
  const std::uint64_t at = c.trainer.weights().hash();
  CHECK(!c.trainer.step());
  CHECK(c.trainer.steps() == 4);
  CHECK(c.trainer.fault().find("hidden") != std::string::npos);
  CHECK(!c.trainer.step());
  CHECK(c.trainer.steps() == 4);
  CHECK(c.trainer.weights().hash() == at);
  CHECK(nn::restore(c, moment));
  CHECK(c.trainer.fault().empty());
  CHECK(c.trainer.step());
}

TEST_CASE("what looks at a pass may stop the training before the weights move") {
  nn::Trainer trainer(1);
  nn::Graph& graph = trainer.add_graph();
  const Var x = graph.input(nn::vectors(1, 1), "x");
  graph.set(x, std::vector<float>{1});
  int seen = 0;
  trainer.add_phase(
      {.loss = nn::mean(nn::square(nn::dense(x, 1, "only"))), .look = [&] { return ++seen < 3; }});
  CHECK(trainer.step());
  CHECK(trainer.step());
  const std::uint64_t before = trainer.weights().hash();
  CHECK(!trainer.step());
  CHECK(trainer.weights().hash() == before);
  CHECK(!trainer.fault().empty());
}

TEST_CASE("a graph that cannot be built is the fault of a training that never begins") {
  nn::Trainer trainer(1);
  nn::Graph& graph = trainer.add_graph();
  const Var x = graph.input(nn::vectors(2, 1), "x"), y = graph.input(nn::vectors(3, 1), "y");
  trainer.add_phase({.loss = nn::mean(nn::add(x, y))});
  CHECK(!trainer.step());
  CHECK(trainer.steps() == 0);
  CHECK(trainer.fault() == graph.error());
}

TEST_CASE("a step costs three times its products' multiplications, in every phase") {
  Classifier c;
  CHECK(c.trainer.multiply_adds() == 3 * 16 * (2 * 16 + 16));
  Game game;
  const int d = 2 * 32 + 32 * 32 + 32, g = 2 * 32 + 32 * 32 + 32 * 2;
  CHECK(game.trainer.multiply_adds() == 3 * Game::batch * ((g + 2 * d) + (g + d)));
  nn::Weights weights(1);
  nn::Graph graph(weights);
  const Var maps = graph.input({3, 8, 8, 2}, "maps");
  nn::ConvOptions same;
  same.pad = 1;
  CHECK(graph.multiply_adds(nn::conv(maps, 4, 3, "conv", same)) == 4 * 27 * 64 * 2);
  const Var a = graph.input({2, 1, 5, 4}, "a"), b = graph.input({5, 1, 3, 4}, "b");
  CHECK(graph.multiply_adds(nn::matmul(a, b)) == 2 * 5 * 3 * 4);
}
