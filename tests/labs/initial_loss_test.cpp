// The laboratory of the loss before learning as a front end drives it.
#include <chrono>
#include <cmath>

#include "labs/all.h"
#include "labs/initial_loss/classifier.h"
#include "labs/opened.h"
#include "num/statistics.h"
#include "thinning.h"

using tests::figure;
using tests::real;
using tests::reason;
using tests::shape;

namespace {

lab::Report start_at(const std::string& pairs, std::int64_t steps = 1 << 20) {
  return tests::report_at(laboratory::initial_loss::lab_row, pairs, steps);
}

}  // namespace

TEST_CASE("the untrained loss of 250 classes sits on log 250") {
  const lab::Report r = start_at("");
  CHECK(real(r, "loss.nats") == 5.521460917862246);
  CHECK(real(r, "loss.bits") == doctest::Approx(7.965784284662087).epsilon(1e-15));
  CHECK(std::fabs(real(r, "loss.simulated") - 5.521460917862246) <
        4 * real(r, "loss.simulated_stderr"));
  CHECK(real(r, "samples.seen") == 500);
  CHECK(r.problems.empty());
}

TEST_CASE("over many seeds the simulated loss agrees with theory as often as its interval says" *
          tests::thorough_only) {
  int inside = 0;
  for (int seed = 0; seed < 60; ++seed) {
    // One sample of each class: samples of one class share a pattern, so that their losses agree
    // more than those of strangers.
    const lab::Report r =
        start_at("classes=300&inputs=50&sigma=0.02&samples=300&seed=" + std::to_string(seed));
    const double off = real(r, "loss.simulated") - real(r, "loss.expected");
    inside += std::fabs(off) < 1.96 * real(r, "loss.simulated_stderr");
  }
  // Of 60, 57 on average; 50 or fewer in one of 500 such experiments.
  CHECK(inside > 50);
}

TEST_CASE("the standard error is the spread of the mean over nets, also with few classes" *
          tests::thorough_only) {
  // Samples share the weights: taken as strangers, 500 of 2 classes would have an error that is 4.5
  // times too small, of 10 classes 2.2 times.
  for (const char* net : {"classes=2&sigma=0.01", "classes=2&sigma=0.2", "classes=10&sigma=0.01",
                          "classes=10&sigma=0.2", "classes=250&sigma=0.01"}) {
    CAPTURE(net);
    num::Running means, squares;
    for (int seed = 0; seed < 80; ++seed) {
      const lab::Report r =
          start_at(std::string(net) + "&inputs=20&samples=500&seed=" + std::to_string(seed));
      means.add(real(r, "loss.simulated"));
      squares.add(std::pow(real(r, "loss.simulated_stderr"), 2));
    }
    // The spread over 80 nets is known to within 8 % (one standard error).
    CHECK(std::sqrt(squares.mean() / means.variance()) == doctest::Approx(1).epsilon(0.2));
  }
}

TEST_CASE("spread logits raise the loss as the expected loss says, past the second order") {
  const lab::Report r = start_at("classes=50&inputs=100&logit_var=9&samples=2000");
  CHECK(real(r, "loss.simulated") == doctest::Approx(real(r, "loss.expected")).epsilon(0.06));
  CHECK(real(r, "loss.second_order") > real(r, "loss.expected") + 0.7);
}

TEST_CASE("a given variance of the logits stands above sigma in formula and simulation") {
  // 0.04 = 0.02^2 * 100 * 1^2, so both are the same experiment.
  const lab::Report given = start_at("classes=10&inputs=100&samples=50&logit_var=0.04&sigma=5");
  const lab::Report plain = start_at("classes=10&inputs=100&samples=50&sigma=0.02");
  CHECK(real(given, "loss.second_order") ==
        doctest::Approx(real(plain, "loss.second_order")).epsilon(1e-14));
  CHECK(real(given, "loss.simulated") ==
        doctest::Approx(real(plain, "loss.simulated")).epsilon(1e-12));
}

TEST_CASE("without weights every sample costs log K, whatever the seed") {
  const lab::Report r = start_at("sigma=0&classes=7&samples=40&seed=9");
  CHECK(real(r, "loss.simulated") == doctest::Approx(1.9459101490553132).epsilon(1e-15));
  CHECK(real(r, "loss.simulated_stderr") < 1e-16);
  CHECK(shape<lab::Bars>(r, "histogram").heights[20] == 40);
}

TEST_CASE("equal losses are one pile on an axis from 0 to twice log K, which holds wide ones too") {
  const lab::Report narrow = start_at("samples=200");
  const lab::Bars& pile = shape<lab::Bars>(narrow, "histogram");
  CHECK(pile.x.low == 0);
  CHECK(pile.x.high == doctest::Approx(2 * std::log(250)));
  CHECK(pile.heights[pile.heights.size() / 2] == 200);
  const lab::Report wide = start_at("sigma=2&samples=200");
  const lab::Bars& bars = shape<lab::Bars>(wide, "histogram");
  CHECK(bars.x.high / std::log(250) > 4);
  float all = 0;
  for (const float h : bars.heights) all += h;
  CHECK(all == 200);
}

TEST_CASE("with a learning rate the loss falls below log K, and at rate 0 it does not") {
  const std::string net = "classes=5&inputs=100&samples=600";
  CHECK(real(start_at(net + "&rate=0.01"), "loss.simulated") < 0.8 * std::log(5));
  CHECK(real(start_at(net), "loss.simulated") == doctest::Approx(std::log(5)).epsilon(1e-3));
}

TEST_CASE("one step of learning moves the weights down the gradient of that sample's loss") {
  // With weights 0 the logits are 0 and the step is W -= rate (p - onehot) x^T. A second class has
  // the opposite logit, so the two probabilities stay symmetrical.
  laboratory::initial_loss::Params p;
  p.classes = 2, p.inputs = 4, p.sigma = 0, p.rate = 0.1;
  laboratory::initial_loss::Classifier classifier(p);
  CHECK(classifier.step().loss == doctest::Approx(0.6931471805599453).epsilon(1e-15));
  CHECK(classifier.probabilities() == std::vector<double>{0.5, 0.5});
  classifier.step();
  const std::vector<double>& after = classifier.probabilities();
  CHECK(after[0] != 0.5);
  CHECK(after[0] + after[1] == doctest::Approx(1).epsilon(1e-15));
}

TEST_CASE("the mean predicted probabilities are a distribution") {
  const lab::Report r = start_at("classes=30&sigma=0.2&samples=100");
  double sum = 0;
  for (const float h : shape<lab::Bars>(r, "probabilities").heights) sum += static_cast<double>(h);
  CHECK(sum == doctest::Approx(1).epsilon(1e-6));
}

TEST_CASE("a run that is stopped half way goes on to where an uninterrupted one ends") {
  const auto lab = laboratory::initial_loss::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("samples", "30");
  lab->take(fields);
  lab->advance(1 << 20);
  fields.set("samples", "90");
  lab->take(fields);
  CHECK(lab->done() == 30);
  lab->advance(1 << 20);
  CHECK(lab->report().readouts == start_at("samples=90").readouts);
}

TEST_CASE("before the first sample the simulated loss is undefined and says why") {
  const lab::Report r = start_at("", 0);
  CHECK(reason(r, "loss.simulated") == "no sample has been seen yet");
  CHECK(real(r, "loss.nats") == 5.521460917862246);
  CHECK(figure(r, "spread"));
  CHECK_FALSE(figure(r, "loss"));
  CHECK(reason(start_at("", 1), "loss.simulated_stderr") == "one sample has no spread");
}

TEST_CASE("a net too large to simulate keeps its formulas and says what to lower") {
  const lab::Report r = start_at("classes=100000");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "inputs");
  CHECK(r.problems[0].message.find("to 20 or less") != std::string::npos);
  CHECK(real(r, "loss.nats") == 11.512925464970229);
  CHECK(reason(r, "loss.simulated").find("too large") != std::string::npos);
  CHECK(start_at("classes=100000&inputs=20", 0).problems.empty());
  const lab::Report longer = start_at("classes=1000&inputs=2000&samples=2501", 0);
  REQUIRE(longer.problems.size() == 1);
  CHECK(longer.problems[0].message.find("the samples to 2500 or less") != std::string::npos);
}

TEST_CASE("the curve against sigma carries a handle and leaves its second order") {
  const lab::Lines lines = shape<lab::Lines>(start_at("sigma=0.05"), "spread");
  CHECK(lines.handle == lab::Handle{"sigma", 0.05});
  CHECK(lines.x.logarithmic);
  const lab::Curve &expected = lines.curves[0], &second = lines.curves[1];
  CHECK(second.dashed);
  CHECK(second.x.size() < expected.x.size());
  CHECK(expected.y.front() == doctest::Approx(5.5214614));
  for (std::size_t i = 1; i < expected.y.size(); ++i) CHECK(expected.y[i] >= expected.y[i - 1]);
  CHECK(second.y.back() > 1.1F * expected.y[second.y.size() - 1]);
}

TEST_CASE("moving sigma takes back a variance that was given") {
  lab::Fields fields = laboratory::initial_loss::lab_row.make()->declaration();
  CHECK(fields.find("sigma")->clears == std::vector<std::string>{"logit_var"});
}

// Where a machine is busy, a build that is many times slower says nothing of the product.
TEST_CASE("the defaults run at once" * tests::thorough_only) {
  const auto start = std::chrono::steady_clock::now();
  start_at("");
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 5);  // some 0.1 s on an idle machine
}
