#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "lab/utf8.h"
#include "labs/all.h"
#include "labs/opened.h"
#include "labs/transformer_facts/corpus.h"
#include "labs/transformer_facts/heads.h"
#include "labs/transformer_facts/model.h"
#include "labs/transformer_facts/shuffle.h"
#include "nn/snapshot.h"
#include "num/rng.h"
#include "thinning.h"

namespace {

using namespace laboratory::transformer_facts;
using doctest::Approx;

const lab::LabRow& row = laboratory::transformer_facts::lab_row;

// Small enough that a step takes a tenth of a millisecond.
ModelParams tiny_model() {
  ModelParams p;
  p.width = 8, p.heads = 2, p.layers = 1, p.context = 8, p.batch = 4;
  return p;
}

std::vector<int> random_order(num::Rng& rng) {
  std::vector<int> order = {0, 1, 2, 3, 4};
  do rng.shuffle(std::span(order));
  while (std::is_sorted(order.begin(), order.end()));
  return order;
}

lab::OwnFile file_of(std::string text) {
  return {"own.txt", std::make_shared<const lab::Content>(std::move(text))};
}

}  // namespace

TEST_CASE("plain attention follows every shuffle to a rounding, over weights and orders") {
  num::Rng rng(5, 1);
  for (int seed = 0; seed < 100; ++seed) {
    const std::vector<int> order = random_order(rng);
    CHECK(shuffled(order, Break::nothing, seed).error() < 1e-13);
    CHECK(joint_error(order, seed) < 1e-13);
  }
}

TEST_CASE("each of the five changes lets the layer see the order, over weights and orders") {
  num::Rng rng(6, 1);
  for (int seed = 0; seed < 50; ++seed) {
    const std::vector<int> order = random_order(rng);
    for (int i = 1; i < break_count; ++i) {
      CAPTURE(key_of(static_cast<Break>(i)));
      CAPTURE(seed);
      CHECK(shuffled(order, static_cast<Break>(i), seed).error() > 1e-6);
    }
  }
}

TEST_CASE("words in their order give the outputs that they had, whatever is done to the layer") {
  for (int i = 0; i < break_count; ++i)
    CHECK(shuffled({0, 1, 2, 3, 4}, static_cast<Break>(i), 3).error() == 0);
}

TEST_CASE("a word that is moved down changes places with the next") {
  CHECK(swapped({0, 1, 2, 3, 4}, 0) == "2,1,3,4,5");
  CHECK(swapped({2, 1, 0, 3, 4}, 3) == "3,2,1,5,4");
  CHECK(is_order({5, 1, 2, 4, 3}));
  CHECK_FALSE(is_order({5, 1, 2, 4, 4}));
  CHECK_FALSE(is_order({5, 1, 2, 4, 2.5}));
  const lab::Report r = tests::report_at(row, "order=1,1,1,1,1&step=0");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "order");
}

TEST_CASE("the story has the outputs where the words went, and says where they do not follow") {
  const auto edges = [](const char* link) {
    const auto graph = tests::shape<lab::Graph>(tests::report_at(row, link), "shuffle");
    return std::count_if(graph.edges.begin(), graph.edges.end(),
                         [](const lab::Edge& e) { return e.label == "≠"; });
  };
  CHECK(edges("step=0") == 0);
  CHECK(edges("step=0&broken=positions") == 5);
  // Moving the two words at the end leaves the past of the other three as it was.
  CHECK(edges("step=0&broken=mask&order=1,2,3,5,4") == 2);
}

TEST_CASE("codes and their court are reported with the closest pair of each width") {
  const lab::Report r = tests::report_at(row, "step=0&d=2&position=1");
  CHECK(tests::real(r, "min_distance") == Approx(6.0289e-5).epsilon(1e-4));
  CHECK(tests::value<std::int64_t>(r, "min_distance.at") == 710);
  CHECK(tests::value<std::int64_t>(r, "distinct.float16") == 8151);
  CHECK(tests::real(r, "period") == Approx(6.283185307));
  CHECK(tests::value<std::vector<double>>(r, "encoding")[0] == Approx(std::sin(1.0)));
  const lab::Report odd = tests::report_at(row, "step=0&d=5");
  CHECK(std::holds_alternative<lab::Undefined>(odd.find("min_distance")->value));
  CHECK(tests::value<std::vector<double>>(odd, "encoding").size() == 5);
}

TEST_CASE(
    "operations are counted by the paper's convention, and timed where they are not too many") {
  const lab::Report r = tests::report_at(row, "step=0&n=512&m=512&width=512&heads=8");
  CHECK(tests::value<std::int64_t>(r, "flops.total") == 1'621'098'496);
  CHECK(tests::value<std::int64_t>(r, "flops.softmax") == 10'485'760);
  laboratory::transformer_facts::Params p;
  CHECK(head_trials(p).size() == 8);
  for (const lab::Trial& trial : head_trials(p)) trial.work();
  p.n = p.m = p.width = 4096;
  CHECK(head_trials(p).empty());
  p = {};
  p.width = 12;
  CHECK(compared_heads(p) == std::vector<int>{1, 2, 4});
}

TEST_CASE(
    "a look at another character leaves what the model writes, and what leaks, as it stands") {
  const auto lab = row.make();
  lab::Fields fields = lab->declaration();
  for (const auto& [key, value] : {std::pair{"step", "2"}, {"layers", "1"}, {"tokens", "20"}})
    fields.set(key, value);
  lab->take(fields);
  lab->advance(2);
  const lab::Report before = lab->report();
  fields.set("at", "7");
  lab->take(fields);
  const lab::Report after = lab->report();
  for (const char* key : {"model.loss", "model.text", "model.next", "leak"})
    CHECK_MESSAGE(after.figures.find(key) == before.figures.find(key), key);
  CHECK(after.figures.find("letters.piece") != before.figures.find("letters.piece"));
}

TEST_CASE("with more heads the attention weights grow, and what is learned does not") {
  const auto lines = tests::shape<lab::Lines>(tests::report_at(row, "step=0"), "cost.memory");
  REQUIRE(lines.curves.size() == 2);
  const lab::Curve &kept = lines.curves[0], &learned = lines.curves[1];
  CHECK(static_cast<double>(kept.y[3] / kept.y[0]) == Approx(8));
  // Four matrices of 256 x 256 numbers of 4 bytes.
  for (const float mega : learned.y) CHECK(static_cast<double>(mega) == Approx(1.048576));
}

TEST_CASE("made texts keep their rules, and the same seed gives the same text") {
  ModelParams p;
  p.corpus = Corpus::brackets;
  const Reading r = reading_of(p);
  CHECK(r.size() == 7);
  std::string text;
  for (const int c : r.train) text += r.symbols[static_cast<std::size_t>(c)];
  std::string open;
  for (const char c : text.substr(0, text.rfind('\n'))) {
    if (c == '\n')
      CHECK(open.empty());
    else if (c == '(' || c == '[' || c == '{')
      open += c == '(' ? ')' : c == '[' ? ']' : '}';
    else {
      REQUIRE_FALSE(open.empty());
      CHECK(open.back() == c);
      open.pop_back();
    }
  }
  CHECK(reading_of(p).train == r.train);
  p.seed = 2;
  CHECK(reading_of(p).train != r.train);
  for (const Corpus corpus : {Corpus::tales, Corpus::names}) {
    p.corpus = corpus;
    const Reading made = reading_of(p);
    CHECK(made.size() < 32);
    CHECK(made.rare == 0);
    CHECK(made.train.size() + made.held_out.size() >= 60'000);
  }
}

TEST_CASE("a text of one's own is read, its rarest characters as one, and a short one is refused") {
  ModelParams p;
  p.corpus = Corpus::own;
  CHECK(reading_of(p).not_own.find("Drop or choose") != std::string::npos);
  p.text = file_of("too short");
  CHECK(reading_of(p).not_own.find("at least 2000") != std::string::npos);
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += "zażółć gęślą jaźń, na ja. ";
    text += num::utf8(0x4e00u + static_cast<std::uint32_t>(i));
  }
  p.text = file_of(text);
  CHECK(reading_of(p).not_own.empty());
  const Reading r = reading_of(p);
  CHECK(r.size() == 64);
  CHECK(r.symbols.back() == "□");
  CHECK(r.rare > 40);
  CHECK(std::find(r.symbols.begin(), r.symbols.end(), "ż") != r.symbols.end());
  CHECK(r.unknown("ja X Y X") == "XY");
  CHECK(r.numbers("aX")[1] == r.numbers(" ")[0]);
}

TEST_CASE("a training that goes on from a snapshot gives the same model, in another object too") {
  const ModelParams p = tiny_model();
  const Reading text = reading_of(p);
  CharacterModel one(p, text), two(p, text);
  for (int i = 0; i < 30; ++i) one.step();
  const nn::Snapshot moment = nn::snapshot_of(one);
  for (int i = 0; i < 25; ++i) one.step();
  REQUIRE(nn::restore(two, moment));
  for (int i = 0; i < 25; ++i) two.step();
  CHECK(two.losses() == one.losses());
  CHECK(two.checks() == one.checks());
  CHECK(two.held_out_loss(two.as_trained()) == one.held_out_loss(one.as_trained()));
}

TEST_CASE(
    "a change of a character moves no earlier probability, exactly, and without the mask it does") {
  for (const char* link : {"step=10&model_width=8&model_heads=2&layers=1&context=8&batch=4",
                           "step=10&model_width=8&context=8&batch=4&places=learned&corpus=names",
                           "step=0&context=12&places=none&corpus=brackets"}) {
    CAPTURE(link);
    const lab::Report r = tests::report_at(row, link);
    CHECK(tests::real(r, "causality_error") == 0);
    CHECK(tests::real(r, "causality_error.unmasked") > 1e-4);
  }
  const lab::Report open = tests::report_at(row, "step=10&mask=0&model_width=8&context=8&batch=4");
  CHECK(tests::real(open, "causality_error") > 1e-4);
}

TEST_CASE("the loss starts at that of a guess and is under the trigram's before step 600" *
          tests::thorough_only) {
  const lab::Report start = tests::report_at(row, "step=0");
  const auto symbols = static_cast<double>(tests::value<std::int64_t>(start, "model.characters"));
  CHECK(tests::real(start, "loss.model") == Approx(std::log(symbols)).epsilon(0.15));
  const lab::Report r = tests::report_at(row, "step=600");
  CHECK(tests::real(r, "loss.bigram") < tests::real(r, "loss.unigram"));
  CHECK(tests::real(r, "loss.trigram") < tests::real(r, "loss.bigram"));
  CHECK(tests::real(r, "loss.model") < tests::real(r, "loss.trigram"));
}

TEST_CASE(
    "what is written begins with the prompt, is as long as asked, and is sure at temperature 0") {
  const char* const link = "step=20&model_width=8&context=8&batch=4&prompt=the%20owl&tokens=30";
  const lab::Report r = tests::report_at(row, link);
  const auto written = tests::value<std::string>(r, "written");
  CHECK(written.substr(0, 7) == "the owl");
  CHECK(num::characters(written) == 37);
  const lab::Report cold = tests::report_at(row, std::string(link) + "&temperature=0");
  CHECK(tests::shape<lab::Bars>(cold, "model.next").heights[0] == 1);
  const lab::Report unknown = tests::report_at(row, "step=0&prompt=Ö&context=8");
  REQUIRE(unknown.problems.size() == 1);
  CHECK(unknown.problems[0].message.find("“Ö”") != std::string::npos);
}

TEST_CASE("weights of every head sum to 1 over what its query may see") {
  const lab::Report r = tests::report_at(row, "step=5&context=8&model_width=8&batch=4");
  const auto maps = tests::shape<lab::Tiles>(r, "heads.maps");
  REQUIRE(maps.names.size() == 8);
  for (std::size_t query = 0; query < 64; ++query) {
    double sum = 0;
    for (std::size_t key = 0; key < 8; ++key) {
      const double w = static_cast<double>(maps.values[8 * query + key]);
      sum += w;
      if (key > query % 8) CHECK(w == 0);
    }
    CHECK(sum == Approx(1));
  }
}

TEST_CASE("a head that is switched off changes the loss, and one that there is not is named") {
  const lab::Report r = tests::report_at(row, "step=100&off=3&context=12");
  CHECK(tests::real(r, "loss.off") != tests::real(r, "loss.model"));
  const lab::Report none = tests::report_at(row, "step=0&off=9&context=8");
  REQUIRE(none.problems.size() == 1);
  CHECK(none.problems[0].key == "off");
}

TEST_CASE("a model that is too large is refused, and all else is still reported") {
  const lab::Report r = tests::report_at(row, "model_width=64&layers=4&batch=128&context=64");
  CHECK(std::holds_alternative<lab::Undefined>(r.find("loss.model")->value));
  CHECK(tests::real(r, "equivariance_error") < 1e-13);
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "model_width");
}
