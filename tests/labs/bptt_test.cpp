#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "labs/all.h"
#include "labs/bptt/study.h"
#include "labs/bptt/unrolled.h"
#include "labs/opened.h"
#include "num/rng.h"
#include "thinning.h"

namespace {

using lab::Matrix;
using laboratory::bptt::Activation, laboratory::bptt::Loss, laboratory::bptt::Study,
    laboratory::bptt::Weight;
using BpttParams = laboratory::bptt::Params;

lab::Report bptt_at(const std::string& pairs) {
  return tests::report_at(laboratory::bptt::lab_row, pairs);
}

// One node, no biases: h1 = 2, h2 = 3·2 + 5 = 11, h3 = 3·11 + 7 = 40.
const char* const on_a_napkin = "activation=identity&Wh=3&Wx=1&bh=0&X=2;5;7&dL_dy=10";

}  // namespace

TEST_CASE("a net of one node has the gradients worked out on a napkin") {
  const lab::Report r = bptt_at(on_a_napkin);
  CHECK(r.problems.empty());
  CHECK(tests::value<Matrix>(r, "h") == Matrix{3, 1, {2, 11, 40}});
  // δ3 = 10, δ2 = 3·10, δ1 = 3·30.
  CHECK(tests::value<Matrix>(r, "deltas") == Matrix{3, 1, {90, 30, 10}});
  // 90·2 + 30·5 + 10·7; 30·2 + 10·11; 90 + 30 + 10.
  CHECK(tests::value<Matrix>(r, "dL_dWx") == Matrix{1, 1, {400}});
  CHECK(tests::value<Matrix>(r, "dL_dWh") == Matrix{1, 1, {170}});
  CHECK(tests::value<Matrix>(r, "dL_dbh") == Matrix{1, 1, {130}});
  CHECK(tests::real(r, "share.1") == 180);
  CHECK(tests::real(r, "share.3") == 70);
  CHECK(tests::real(r, "largest_share") == 1);
}

TEST_CASE("truncation keeps so many terms, counted from the loss") {
  const lab::Report one = bptt_at(on_a_napkin + std::string("&truncate=1")),
                    two = bptt_at(on_a_napkin + std::string("&truncate=2"));
  CHECK(tests::value<Matrix>(one, "dL_dWx") == Matrix{1, 1, {70}});
  CHECK(tests::value<Matrix>(two, "dL_dWx") == Matrix{1, 1, {220}});
  CHECK(tests::value<Matrix>(two, "deltas") == Matrix{3, 1, {0, 30, 10}});
  CHECK(tests::value<Matrix>(two, "dL_dWh") == Matrix{1, 1, {170}});  // h0 = 0 adds nothing
  // A loss at every step, each followed back by one term: δ = 10 everywhere.
  const lab::Report every = bptt_at(on_a_napkin + std::string("&truncate=1&loss=every"));
  CHECK(tests::value<Matrix>(every, "dL_dWx") == Matrix{1, 1, {140}});
  // All terms: δ3 = 10, δ2 = 10 + 30, δ1 = 10 + 120.
  const lab::Report all = bptt_at(on_a_napkin + std::string("&loss=every"));
  CHECK(tests::value<Matrix>(all, "deltas") == Matrix{3, 1, {130, 40, 10}});
}

TEST_CASE("1000 instances agree with central differences and forward accumulation, truncated too") {
  num::Rng rng(7, 1);
  tests::Thinned thinned;
  double worst = 0, worst_forward = 0;
  for (int i = 0; i < 1000; ++i) {
    BpttParams p;
    p.activation = static_cast<Activation>(i % 5);
    p.loss = static_cast<Loss>(i / 5 % 2);
    p.T = 1 + rng.below(12);
    p.n = 1 + rng.below(5);
    p.d = 1 + rng.below(4);
    p.truncate = rng.below(p.T + 1);
    p.gain = 0.2 + 1.2 * rng.uniform();
    p.seed = i;
    if (!thinned.tries()) continue;
    const Study s = laboratory::bptt::study(p);
    CAPTURE(i);
    REQUIRE(s.finite);
    CHECK(s.stride == 1);
    worst_forward = std::max(worst_forward, s.accumulation_gap);
    if (s.kink > 0.02) worst = std::max(worst, s.differences_gap);
  }
  MESSAGE("differences " << worst << ", forwards " << worst_forward);
  CHECK(worst <= 1e-7);
  CHECK(worst_forward <= 1e-11);
}

TEST_CASE("shares of the steps and parts by lag both add up to the gradient") {
  for (const Loss loss : {Loss::end, Loss::every})
    for (const Weight w : {Weight::Wx, Weight::Wh, Weight::bh}) {
      BpttParams p;
      p.T = 7;
      p.loss = loss;
      const Study s = laboratory::bptt::study(p);
      const Matrix& whole = s.gradient.of(w);
      Matrix parts = laboratory::bptt::zeros(whole.rows, whole.cols), shares = parts;
      for (const Matrix& part : laboratory::bptt::by_lag(s.net, s.values, w))
        laboratory::bptt::add(parts, part);
      for (int t = 1; t <= 7; ++t) laboratory::bptt::add(shares, s.share_of(w, t));
      for (std::size_t i = 0; i < whole.values.size(); ++i) {
        CHECK(parts.values[i] == doctest::Approx(whole.values[i]).epsilon(1e-12));
        CHECK(shares.values[i] == doctest::Approx(whole.values[i]).epsilon(1e-12));
      }
    }
}

TEST_CASE("with all terms kept truncation costs nothing, and the cosine is 1") {
  BpttParams p;
  p.T = 6;
  const laboratory::bptt::Truncation by_terms = laboratory::bptt::study(p).truncation(Weight::Wx);
  CHECK(by_terms.cosine.back() == doctest::Approx(1));
  CHECK(by_terms.error.back() < 1e-12);
  CHECK(by_terms.error.front() > 0.01);
}

TEST_CASE("the lab opens on a gradient that fades with each step back") {
  const lab::Report r = bptt_at("");
  double last = tests::real(r, "share.4");
  for (const char* key : {"share.3", "share.2", "share.1"}) {
    CAPTURE(key);
    CHECK(tests::real(r, key) < 0.75 * last);
    last = tests::real(r, key);
  }
  CHECK(tests::real(r, "share.1") > 0.01 * tests::real(r, "share.4"));
}

TEST_CASE("the walk shows δ no sooner than it has come back to a step") {
  const auto deltas = [](const std::string& pairs) {
    int count = 0;
    for (const lab::Node& n : tests::shape<lab::Graph>(bptt_at(pairs), "unrolled").nodes)
      for (const std::string& line : n.lines) count += line.starts_with("δ") ? 1 : 0;
    return count;
  };
  for (int step = 0; step <= 4; ++step) CHECK(deltas("step=" + std::to_string(step)) == step);
  CHECK(deltas("step=9") == 4);
  CHECK(tests::real(bptt_at("step=3"), "time") == 2);
  CHECK(tests::real(bptt_at("step=1&time=2"), "time") == 2);
}

TEST_CASE("where a node has room for few lines, they are those of its gradient") {
  // Three entries of δ below its name, before those of the state.
  const auto lines = [](const std::string& pairs) {
    return tests::shape<lab::Graph>(bptt_at(pairs), "unrolled").nodes.at(0).lines;
  };
  const std::vector<std::string> state = lines("step=0"), all = lines("step=4");
  REQUIRE(state.size() == 3);
  REQUIRE(all.size() == 8);
  CHECK(all[0] == "δ");
  CHECK(all[4] == "h");
  CHECK(std::vector<std::string>(all.end() - 3, all.end()) == state);
}

TEST_CASE("only what the walk has come to is drawn again") {
  const std::unique_ptr<lab::Lab> lab = laboratory::bptt::lab_row.make();
  lab::Fields fields = lab->declaration();
  std::vector<lab::Report> held;  // figures keep their addresses while they live
  const auto again = [&](const char* key, const char* text) {
    REQUIRE(fields.set(key, text).outcome == lab::Reading::taken);
    lab->take(fields);
    lab->advance(1 << 20);
    held.push_back(lab->report());
    std::set<std::string> names;
    for (const lab::Figure& f : held.back().figures) {
      const lab::Figure* const last =
          held.size() < 2 ? nullptr : tests::figure(held[held.size() - 2], f.key);
      if (last != &f) names.insert(f.key);
    }
    return names;
  };
  using Names = std::set<std::string>;
  CHECK(again("step", "1").size() == 9);
  CHECK(again("step", "2") == Names{"unrolled", "shares", "arithmetic", "sum"});
  CHECK(again("time", "1") == Names{"unrolled", "shares", "arithmetic", "sum"});
  CHECK(again("weight", "bh") ==
        Names{"unrolled", "shares", "arithmetic", "sum", "truncation", "check"});
  CHECK(again("gain", "0.5").size() == 9);
}

TEST_CASE("a step is lit with its whole way to the loss") {
  const lab::Graph graph = tests::shape<lab::Graph>(bptt_at("time=2"), "unrolled");
  int lit = 0;
  for (const lab::Edge& e : graph.edges) lit += e.light == lab::Light::full ? 1 : 0;
  CHECK(lit == 4);  // x2, h2 to h3, h3 to h4, h4 to L
}

TEST_CASE("a long net shows the steps around the one looked at") {
  BpttParams p;
  p.T = 40;
  p.time = 20;
  const Study s = laboratory::bptt::study(p);
  const laboratory::bptt::Window w = laboratory::bptt::window(s, 0);
  CHECK(w.first <= 20);
  CHECK(w.last >= 20);
  CHECK(w.last - w.first < 6);
  CHECK(laboratory::bptt::unrolled(s, 40).nodes.size() ==
        2 * static_cast<std::size_t>(w.last - w.first + 1));
}

TEST_CASE("a table says for itself how large it is, and one that cannot fit is named") {
  const lab::Report larger = bptt_at("Wh=1,0,0,0;0,1,0,0;0,0,1,0;0,0,0,1");
  CHECK(larger.problems.empty());
  CHECK(tests::value<Matrix>(larger, "dL_dWx").rows == 4);
  const lab::Report off = bptt_at("Wh=1,0;0,1&Wx=1;2;3");
  REQUIRE(!off.problems.empty());
  CHECK(std::holds_alternative<lab::Undefined>(off.find("dL_dWx")->value));
  // A column may be typed as a row.
  CHECK(bptt_at("dL_dy=1,2,3").problems.empty());
}

TEST_CASE("500 steps are answered, and what overflows is said") {
  const lab::Report fading = bptt_at("T=500&n=12&d=12");
  CHECK(fading.problems.empty());
  CHECK(tests::real(fading, "check.max_error") < 1e-7);
  const lab::Report exploding = bptt_at("T=500&activation=identity&gain=3");
  REQUIRE(exploding.problems.size() == 1);
  CHECK(exploding.problems[0].message.find("double") != std::string::npos);
  CHECK(std::holds_alternative<lab::Undefined>(exploding.find("L")->value));
}

TEST_CASE("going forwards costs more, and more with every node") {
  const lab::Report small = bptt_at(""), large = bptt_at("n=10&d=4");
  const auto ratio = [](const lab::Report& r) {
    return tests::real(r, "cost.forward") / tests::real(r, "cost.backward");
  };
  CHECK(ratio(small) > 3);
  CHECK(ratio(large) > 3 * ratio(small));
}
