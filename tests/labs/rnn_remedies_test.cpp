// The laboratory of remedies for recurrent nets: shares of gradients against products worked out by
// hand, the two tasks, and what training comes to.
#include <cmath>

#include "labs/all.h"
#include "labs/opened.h"
#include "labs/rnn_remedies/line_up.h"
#include "labs/rnn_remedies/unit_rows.h"
#include "num/statistics.h"

namespace {

using laboratory::rnn_remedies::Params;
using laboratory::rnn_remedies::Sequences;
using laboratory::rnn_remedies::Task;
using tests::real;

lab::Report remedies_at(const std::string& pairs, std::int64_t steps = 1 << 20) {
  return tests::report_at(laboratory::rnn_remedies::lab_row, pairs, steps);
}

// Short sequences and few of them, before training.
const std::string short_task = "T=12&hidden=8&batch=6&repeats=1&step=0";

}  // namespace

TEST_CASE("adding marks one number in each half, and a constant guess costs the variance, 1/6") {
  Params p;
  p.T = 11;
  Sequences sequences(p, 50, 1, 1);
  num::Running sums;
  for (int batch = 0; batch < 100; ++batch) {
    sequences.draw();
    const std::vector<float>& x = sequences.inputs();
    for (std::size_t i = 0; i < 50; ++i) {
      double sum = 0;
      int early = 0, late = 0;
      for (std::size_t t = 0; t < 11; ++t) {
        const float* const at = &x[2 * (t * 50 + i)];
        CHECK((at[0] >= 0 && at[0] < 1));
        if (!(at[1] > 0)) continue;
        (t < 5 ? early : late) += 1;
        sum += static_cast<double>(at[0]);
      }
      CHECK((early == 1 && late == 1));
      CHECK(static_cast<double>(sequences.targets()[i]) == doctest::Approx(sum));
      sums.add(sum);
    }
  }
  CHECK(laboratory::rnn_remedies::memoryless(p) == doctest::Approx(1.0 / 6));
  CHECK(sums.variance() == doctest::Approx(1.0 / 6).epsilon(0.05));  // 2.5 standard errors of 5000
}

TEST_CASE("copying shows ten symbols, waits, and asks for them in the last ten steps") {
  Params p;
  p.task = Task::copying;
  p.T = 3;
  Sequences sequences(p, 4, 1, 1);
  sequences.draw();
  const auto input = [&](int t, int i) {
    int one = -1;
    for (int c = 0; c < 10; ++c)
      if (sequences.inputs()[static_cast<std::size_t>(10 * (t * 4 + i) + c)] > 0) one = c;
    return one;
  };
  const auto target = [&](int t, int i) {
    return static_cast<int>(sequences.targets()[static_cast<std::size_t>(t * 4 + i)]);
  };
  for (int i = 0; i < 4; ++i) {
    for (int t = 0; t < 10; ++t) {
      CHECK(input(t, i) < 8);
      CHECK(target(t + 13, i) == input(t, i));
      CHECK(input(t + 13, i) == 8);
    }
    CHECK(input(10, i) == 8);
    CHECK(input(12, i) == 9);
    for (int t = 0; t < 13; ++t) CHECK(target(t, i) == 8);
  }
  // 10 ln 8 / 23.
  CHECK(laboratory::rnn_remedies::memoryless(p) == doctest::Approx(0.90410501));
}

TEST_CASE("through a linear net with an orthogonal matrix of gain g a gradient comes back as g^k") {
  for (const char* gain : {"0.8", "1", "1.5"}) {
    const lab::Report r =
        remedies_at(short_task + "&activation=identity&init=orthogonal&gain=" + std::string(gain));
    CAPTURE(gain);
    CHECK(real(r, "ratio.plain") == doctest::Approx(std::pow(std::stod(gain), 11)).epsilon(1e-4));
    // The remedy of that name has gain 1, and momentum and clipping do not touch the net.
    CHECK(real(r, "ratio.orthogonal") == doctest::Approx(1).epsilon(1e-4));
    CHECK(real(r, "ratio.momentum") == real(r, "ratio.plain"));
    CHECK(real(r, "ratio.clip") == real(r, "ratio.plain"));
    CHECK(real(r, "ratio.truncate") == 0);
  }
}

TEST_CASE("a sigmoid loses three quarters a step where W_h is the identity, and more if it can") {
  const lab::Report r = remedies_at(short_task + "&activation=sigmoid&init=identity");
  CHECK(real(r, "ratio.plain") > 0);
  CHECK(real(r, "ratio.plain") <= std::pow(0.25, 11));
}

TEST_CASE(
    "the share of an LSTM grows with the bias of its forget gate, that of a GRU with its own") {
  double lstm = 0, gru = 0;
  for (const char* bias : {"-2", "0", "2", "4"}) {
    const lab::Report r = remedies_at(short_task + "&gate_bias=" + std::string(bias));
    CAPTURE(bias);
    CHECK(real(r, "ratio.lstm") > lstm);
    CHECK(real(r, "ratio.gru") > gru);
    lstm = real(r, "ratio.lstm"), gru = real(r, "ratio.gru");
  }
  // All that is carried counts: with the gate open the cell brings nearly all of it back.
  CHECK(lstm > 0.3);
}

TEST_CASE("truncation passes a whole share inside its steps and nothing beyond") {
  const auto lines = tests::shape<lab::Lines>(remedies_at(short_task + "&truncate=4"), "ratio");
  const auto named = [&](const std::string& name) {
    for (const lab::Curve& c : lines.curves)
      if (c.name == name) return c;
    return lab::Curve{};
  };
  CHECK(named("yours").x.size() == 4);
  CHECK(named("GRU").x.size() == 4);
  CHECK(named("yours").y[0] == doctest::Approx(1));
  CHECK(named("safe band").trace == lab::Trace::region);
}

TEST_CASE("rows of a net that keeps them stay at length 1 while it learns") {
  Params p;
  p.T = 4, p.hidden = 8, p.batch = 4, p.rows = true;
  laboratory::rnn_remedies::Net net(p, 1);
  for (int step = 0; step < 5; ++step) {
    net.step();
    const std::span<float> w = net.weights().value("cell recurrent weight");
    for (std::size_t i = 0; i < 8; ++i) {
      double square = 0;
      for (std::size_t j = 0; j < 8; ++j)
        square += static_cast<double>(w[i + 8 * j]) * static_cast<double>(w[i + 8 * j]);
      CHECK(square == doctest::Approx(1));
    }
  }
}

TEST_CASE("unit rows turn the exam's matrix from exploding to vanishing") {
  const lab::Matrix exam = Params{}.W;
  const std::vector<double> after =
      laboratory::rnn_remedies::abs_eigenvalues(laboratory::rnn_remedies::row_normalised(exam));
  // Of an independent program.
  CHECK(after[0] == doctest::Approx(0.945624).epsilon(1e-6));
  CHECK(after[1] == doctest::Approx(0.905113).epsilon(1e-6));
  CHECK(after[2] == doctest::Approx(0.641961).epsilon(1e-6));
  const auto growth = laboratory::rnn_remedies::log_lengths(exam, 100);
  CHECK(growth[100] == doctest::Approx(std::log10(2.15640e14)).epsilon(1e-5));
  // Equal rows of length 1 leave the radius at √n.
  const lab::Matrix equal{4, 4, std::vector<double>(16, 3)};
  CHECK(laboratory::rnn_remedies::abs_eigenvalues(
            laboratory::rnn_remedies::row_normalised(equal))[0] == doctest::Approx(2));
}

TEST_CASE("another matrix for unit rows is looked at beside the nets, which go on as they are") {
  const std::unique_ptr<lab::Lab> lab = laboratory::rnn_remedies::lab_row.make();
  lab::Fields fields = lab->declaration();
  for (const auto& [key, text] : lab::parse_link("lab#" + short_task + "&step=3").pairs)
    fields.set(key, text);
  lab->take(fields);
  lab->advance(3);
  const lab::Report first = lab->report();
  const double before = tests::value<std::vector<double>>(first, "abs_eigenvalues")[0];
  REQUIRE(fields.set("W", "3,4;0,5").outcome == lab::Reading::taken);
  lab->take(fields);
  CHECK(lab->done() == 3);
  const lab::Report second = lab->report();
  const auto after = tests::value<std::vector<double>>(second, "abs_eigenvalues");
  CHECK(after[0] != before);
  CHECK(after[0] == doctest::Approx(1));
  CHECK(after[1] == doctest::Approx(0.6));
  for (const lab::Figure& f : second.figures) {
    CAPTURE(f.key);
    CHECK((tests::figure(first, f.key) == &f) == (f.key != "rows" && f.key != "lengths"));
  }
  // Another card is another picture of the same training.
  REQUIRE(fields.set("card", "lstm").outcome == lab::Reading::taken);
  lab->take(fields);
  CHECK(lab->done() == 3);
  const lab::Report third = lab->report();
  for (const lab::Figure& f : third.figures) {
    CAPTURE(f.key);
    CHECK((tests::figure(second, f.key) == &f) == !f.key.starts_with("card."));
  }
}

TEST_CASE("the fate of a gradient of ones is read off what is drawn") {
  const auto title = [](const char* W) {
    return tests::figure(remedies_at(short_task + "&W=" + W), "lengths")->title;
  };
  // 2^100, and with unit rows the identity, which keeps √2 / √2.
  CHECK(title("2,0;0,2").find("1.268×10³⁰ long after 100 steps, with unit rows 1") !=
        std::string::npos);
  // A shear grows though its eigenvalues are 1: (1, 101) beside (1, 1).
  CHECK(title("1,1;0,1").find("71.42 long") != std::string::npos);
}

TEST_CASE("two numbers that stand side by side are soon added, and the report says when") {
  const lab::Report r = remedies_at("T=2&hidden=8&batch=20&repeats=2&step=400&rate=0.02");
  CHECK(r.problems.empty());
  for (const char* key : {"plain", "gru", "lstm"}) {
    CAPTURE(key);
    const double solved = real(r, (std::string("solved.") + key).c_str());
    CHECK((solved >= laboratory::rnn_remedies::window && solved < 400));
    CHECK(real(r, (std::string("loss.") + key).c_str()) < 0.02);
  }
  // In evaluation the normalised net is held against moments of its own, step by step.
  CHECK(real(r, "held_out.bn") < 0.1);
}

TEST_CASE("before the first step there are shares and no losses") {
  const lab::Report r = remedies_at("T=12&hidden=8&batch=6&repeats=2&step=0");
  CHECK(real(r, "ratio_now.gru") == real(r, "ratio.gru"));
  CHECK(tests::reason(r, "loss.plain").find("no step") != std::string::npos);
  CHECK(tests::reason(r, "solved.gru").find("fewer than half") != std::string::npos);
  CHECK(tests::most_in_view(remedies_at(short_task, 0)) <= 4);
}

TEST_CASE("a net that breaks is named with its seed, and its loss has no value") {
  const lab::Report r =
      remedies_at("T=60&hidden=8&batch=6&repeats=1&activation=identity&gain=10&step=2");
  REQUIRE(!r.problems.empty());
  CHECK(r.problems[0].key == "rate");
  CHECK(r.problems[0].message.find("seed 1") != std::string::npos);
  CHECK(tests::reason(r, "loss.plain").find("finite") != std::string::npos);
  CHECK(real(r, "loss.gru") > 0);
}

TEST_CASE("what is too large is refused with what to lower, and the matrix is told all the same") {
  const lab::Report r = remedies_at("hidden=128&T=200&batch=100");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "hidden");
  CHECK(tests::reason(r, "ratio.plain").find("too large") != std::string::npos);
  CHECK(tests::value<std::vector<double>>(r, "abs_eigenvalues").size() == 3);
}

TEST_CASE("nets that would fill the memory are refused, and the batch that is named is taken") {
  const std::string long_task = "task=copying&step=0&batch=";
  const lab::Report r = remedies_at(long_task + "70");
  REQUIRE(r.problems.size() == 1);
  const std::string& message = r.problems[0].message;
  CHECK(message.find("numbers that its nets hold") != std::string::npos);
  const std::string batch = message.substr(message.find("batch to ") + 9);
  CHECK(remedies_at(long_task + batch.substr(0, batch.size() - 1)).problems.empty());
}

TEST_CASE("gates go without batch norm and unit rows, and the lab says so") {
  const lab::Report r = remedies_at(short_task + "&cell=gru&bn=1");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "bn");
}

TEST_CASE("the card is of the remedy that is chosen, in the order of the line-up") {
  const lab::Fields fields = lab::declared<Params>();
  const auto& names = std::get<lab::Choice>(fields.find("card")->slot).names;
  const auto all = laboratory::rnn_remedies::remedies(Params{});
  REQUIRE(names.size() + 1 == all.size());
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(names[i] == all[i + 1].key);
  const lab::Report r = remedies_at(short_task + "&card=momentum");
  CHECK(tests::figure(r, "card.ratio")->title.find("momentum: ") == 0);
}

TEST_CASE("the remedy that is looked at is called as it is in the figures") {
  const lab::Fields fields = lab::declared<Params>();
  const std::vector<std::string>& said = fields.find("card")->said;
  const std::vector<laboratory::rnn_remedies::Remedy> all =
      laboratory::rnn_remedies::remedies(Params());
  REQUIRE(said.size() + 1 == all.size());
  for (std::size_t i = 0; i < said.size(); ++i) CHECK(said[i] == all[i + 1].name);
}
