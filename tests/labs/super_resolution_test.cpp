#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "labs/all.h"
#include "labs/opened.h"
#include "labs/super_resolution/by_hand.h"
#include "labs/super_resolution/own_picture.h"
#include "labs/super_resolution/study.h"
#include "nn/snapshot.h"
#include "thinning.h"

namespace laboratory::super_resolution {
namespace {

using doctest::Approx;

const lab::LabRow& row = lab_row;

// Small enough that a step takes little over a millisecond.
GameParams tiny_game(int batch = 1) {
  GameParams p;
  p.batch = batch;
  return p;
}

lab::OwnFile grey_picture(int side) {
  lab::Picture picture{side, side, {}};
  for (int i = 0; i < side * side; ++i) {
    const auto level = static_cast<std::uint8_t>(i % side * 255 / side);
    picture.rgba.insert(picture.rgba.end(), {level, level, level, 255});
  }
  return {"mine", std::make_shared<const lab::Content>(std::move(picture))};
}

TEST_CASE("no picture of one set is a small version of one of the other") {
  for (const int factor : {2, 3, 4})
    for (const Data data : {Data::glyphs, Data::shapes}) {
      GameParams p;
      p.factor = factor, p.data = data;
      const Sets s = sets_of(p);
      CHECK(s.nearest > 0.02);
      CHECK(s.side.high == factor * s.side.low);
      CHECK(s.low.size() == trained_count * squared(s.side.low));
      const auto [least, most] = std::minmax_element(s.test_high.begin(), s.test_high.end());
      CHECK(*least >= 0);
      CHECK(*most <= 1);
      CHECK(*most > 0.9f);
    }
}

TEST_CASE("test inputs are their truths made small, and the truth is perfect") {
  GameParams p;
  p.down = Down::gaussian;
  const Sets s = sets_of(p);
  const Quality q = quality(s.test_high, s.test_high, s.test_low, s.way.down);
  CHECK(q.consistency == 0);
  CHECK(q.sharpness == 1);
  CHECK(q.laplacian == 1);
}

TEST_CASE("quality is what its formulas say of a picture that can be followed by hand") {
  // 2 x 2 pixels from one: errors 0.1 in each, steps 0.2 and 0 against 0.4 and 0.
  const num::Matrix down = num::resizing(num::Resampling::average, 2, 1);
  const std::vector<float> truth = {0.5f, 0.9f, 0.5f, 0.9f}, made = {0.6f, 0.8f, 0.6f, 0.8f};
  const float low[] = {0.75f};
  const Quality q = quality(made, truth, low, down);
  CHECK(q.psnr == Approx(20).epsilon(1e-5));
  CHECK(q.consistency == Approx(0.05).epsilon(1e-5));
  CHECK(q.sharpness == Approx(0.25).epsilon(1e-5));
}

TEST_CASE("the networks have the weights of the design, and set out from bicubic") {
  const Sets s = sets_of(tiny_game());
  const Game game(tiny_game(), s);
  CHECK(game.weight_count("G ") == 9585);
  CHECK(game.weight_count("D ") == 8785);
  const Quality bicubic = quality(s.test_enlarged, s.test_high, s.test_low, s.way.down);
  CHECK(game.checks()[0].psnr == Approx(bicubic.psnr).epsilon(0.02));
}

TEST_CASE(
    "a training that goes on from a snapshot gives the same networks, in another object too") {
  // From before a check of quality to after it.
  constexpr int first = Game::check_every - 2, more = 3;
  for (const Loss loss : {Loss::lsgan, Loss::wgan}) {
    GameParams p = tiny_game();
    p.loss = loss;
    const auto sets = std::make_shared<const Sets>(sets_of(p));
    const bool failures = loss == Loss::lsgan;
    Learner one(p, failures, sets), two(p, failures, sets);
    for (int i = 0; i < first; ++i) one.step();
    const nn::Snapshot moment = nn::snapshot_of(one);
    for (int i = 0; i < more; ++i) one.step();
    REQUIRE(nn::restore(two, moment));
    for (int i = 0; i < more; ++i) two.step();
    REQUIRE(one.games.size() == (failures ? 5 : 1));
    for (std::size_t i = 0; i < one.games.size(); ++i) {
      CHECK(one.games[i]->generator_losses() == two.games[i]->generator_losses());
      CHECK(one.games[i]->discriminator_losses() == two.games[i]->discriminator_losses());
      CHECK(one.games[i]->checks().size() == 2);
      CHECK(one.games[i]->checks() == two.games[i]->checks());
    }
    CHECK(one.own().enlarge(one.sets.test_low) == two.own().enlarge(two.sets.test_low));
  }
}

TEST_CASE("a step in rounds comes to the networks of a step, with games of one round beside") {
  Params p;
  p.game = tiny_game(shard_size + 1);
  p.failures = true;
  const auto sets = std::make_shared<const Sets>(sets_of(p.game));
  Learner whole(p.game, true, sets), rounds(p.game, true, sets);
  Elsewhere elsewhere(p);
  const int parts = static_cast<int>(rounds.games.size()) * shards_of(p.game.batch);
  CHECK(parts == 10);
  for (int step = 0; step < 2; ++step) {
    whole.step();
    for (int round = 0; round < 2; ++round) {
      rounds.open(round);
      std::vector<lab::State> all;
      for (int part = 0; part < parts; ++part)
        all.push_back(part % 3 == 0 ? rounds.outcome(round, part)
                                    : elsewhere.outcome(round, part, rounds.brief(round, part)));
      rounds.close(round, all);
    }
  }
  for (std::size_t i = 0; i < whole.games.size(); ++i) {
    CHECK(rounds.games[i]->steps() == 2);
    CHECK(rounds.games[i]->generator_losses() == whole.games[i]->generator_losses());
    CHECK(rounds.games[i]->discriminator_losses() == whole.games[i]->discriminator_losses());
  }
  CHECK(rounds.own().enlarge(sets->test_low) == whole.own().enlarge(sets->test_low));
}

TEST_CASE(
    "bytes that are no brief give no outcome, and bytes that are no outcome are made up for") {
  Params p;
  p.game = tiny_game(shard_size + 1);
  const auto sets = std::make_shared<const Sets>(sets_of(p.game));
  Learner one(p.game, false, sets), two(p.game, false, sets), whole(p.game, false, sets);
  Elsewhere elsewhere(p);
  for (Learner* learner : {&one, &two, &whole}) learner->open(0);
  const lab::State brief = one.brief(0, 0), other = one.brief(0, 1);
  const auto text = [](std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
  };
  for (const lab::State& bad : {text(""), text("brief"), text(brief->substr(1)), other})
    CHECK(elsewhere.outcome(0, 0, bad)->empty());
  CHECK(elsewhere.outcome(2, 0, brief)->empty());  // there is no such round
  const lab::State good = elsewhere.outcome(0, 0, brief), rest = elsewhere.outcome(0, 1, other);
  CHECK(!good->empty());
  whole.close(0, std::vector<lab::State>{good, rest});
  one.close(0, std::vector<lab::State>{good, text("x")});
  two.close(0, std::vector<lab::State>{nullptr, text(good->substr(0, 9))});
  for (Learner* learner : {&one, &two, &whole}) learner->open(1);
  CHECK(*one.brief(1, 0) == *whole.brief(1, 0));
  CHECK(*two.brief(1, 0) == *whole.brief(1, 0));
}

TEST_CASE("projected, the output is true to the input before anything is learned") {
  for (const char* down : {"average", "bicubic", "gaussian"})
    for (const char* factor : {"2", "4"}) {
      const lab::Report r = tests::report_at(
          row, std::string("project=1&step=1&batch=1&down=") + down + "&factor=" + factor);
      CHECK(tests::real(r, "consistency") < 1e-6);
      CHECK(tests::real(r, "consistency.bicubic") > 1e-4);
    }
}

TEST_CASE("the part of the output that x does not fix is invisible to down") {
  Params p;
  p.game.batch = 1;
  for (const Down down : {Down::average, Down::bicubic, Down::gaussian}) {
    p.game.down = down;
    Learner l(p.game, false);
    l.step();
    const Seen s = seen(p, l);
    std::vector<float> rest = s.passage.output;
    for (std::size_t i = 0; i < rest.size(); ++i) rest[i] -= s.fixed[i];
    for (const float x : resized(rest, l.sets.way.down)) CHECK(std::fabs(x) < 1e-5f);
  }
}

TEST_CASE("losses of given outputs are those of their formulas") {
  const lab::Report r = tests::report_at(
      row, "step=0&D_real=0.8,0.5&D_fake=0.5,0.25&score_real=2,-1&score_fake=0.5,-1.5");
  // By hand: ln 0.8 = -0.2231436, ln 0.5 = -0.6931472, ln 0.75 = -0.2876821, ln 0.25 = -1.3862944.
  CHECK(tests::real(r, "G.saturating") == Approx(-0.49041463).epsilon(1e-7));
  CHECK(tests::real(r, "G.nonsaturating") == Approx(1.03972077).epsilon(1e-7));
  CHECK(tests::real(r, "D.bce") == Approx(0.45814537 + 0.49041463).epsilon(1e-7));
  CHECK(tests::real(r, "D.lsgan") == Approx(0.5 * (1 + 4) / 2 + 0.5 * (0.25 + 2.25) / 2));
  CHECK(tests::real(r, "G.lsgan") == Approx(0.5 * (0.25 + 6.25) / 2));
  CHECK(tests::real(r, "D.wgan") == Approx(-0.5 - 0.5));
  CHECK(tests::real(r, "G.wgan") == Approx(0.5));
  CHECK(tests::real(r, "D.hinge") == Approx((0 + 2) / 2.0 + (1.5 + 0) / 2));
  const lab::Report sure = tests::report_at(row, "step=0&D_fake=1,0.5");
  CHECK(tests::reason(sure, "G.saturating").find("logarithm of 0") != std::string::npos);
  CHECK(std::isfinite(tests::real(sure, "G.nonsaturating")));
}

TEST_CASE("the consistency of a picture by hand, and sides that do not fit") {
  const lab::Report r =
      tests::report_at(row, "step=0&factor=2&G=1,3,0,0;5,7,0,8;2,2,4,4;2,2,4,0&x=4.5,2;3,3");
  CHECK(tests::value<lab::Matrix>(r, "down") == lab::Matrix{2, 2, {4, 2, 2, 3}});
  CHECK(tests::real(r, "l1.sum") == 1.5);
  CHECK(tests::real(r, "l2.sum") == 1.25);
  CHECK(tests::real(r, "l1.mean") == 0.375);
  CHECK(tests::real(r, "l2.mean") == 0.3125);
  const lab::Report odd = tests::report_at(row, "step=0&factor=3");
  REQUIRE(odd.problems.size() == 1);
  CHECK(odd.problems[0].message ==
        "By a factor of 3 an image of 2 × 2 becomes one of 6 × 6, and this one is 4 × 4.");
  CHECK(tests::reason(odd, "l1.mean") == "the sides do not fit");
}

TEST_CASE("what a step costs follows the sizes, and too much of it is refused") {
  // 256 places of 9 (16 + 4 16 16) products, 1024 of 9 16; the discriminator's 9 passes.
  CHECK(multiply_adds(tiny_game()) == 4 * (256 * 9360 + 1024 * 144) + 9 * 608256);
  const lab::Report r = tests::report_at(row, "batch=64&failures=1");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "batch");
  CHECK(tests::reason(r, "psnr").find("too large") != std::string::npos);
  CHECK(tests::real(r, "G.lsgan") > 0);
}

TEST_CASE("without weights there is nothing to learn, and a loss of none says so") {
  const lab::Report none = tests::report_at(row, "lambda=0&adversary=0&step=1&batch=1");
  REQUIRE(none.problems.size() == 1);
  CHECK(none.problems[0].key == "lambda");
  const lab::Report alone = tests::report_at(row, "adversary=0&step=1&batch=1");
  CHECK(tests::reason(alone, "loss.D").find("no adversary") != std::string::npos);
  const lab::Report start = tests::report_at(row, "step=0");
  CHECK(tests::reason(start, "loss.D") == "no step has been taken");
}

TEST_CASE("a learned F is kinder to G(x) than the fixed way down" * tests::thorough_only) {
  const lab::Report r = tests::report_at(row, "compare=learned&step=60&batch=4");
  CHECK(tests::real(r, "consistency.learned") < 0.7 * tests::real(r, "consistency"));
  CHECK(tests::real(r, "consistency.noised") >= tests::real(r, "consistency.learned"));
}

TEST_CASE("a learned F is there only if it is asked for, at every factor") {
  CHECK(tests::reason(tests::report_at(row, "step=0"), "consistency.learned") == "no F is learned");
  for (const char* factor : {"3", "4"}) {
    const lab::Report other =
        tests::report_at(row, std::string("compare=learned&step=1&batch=1&factor=") + factor);
    CHECK(tests::real(other, "consistency.learned") > 0);
  }
}

TEST_CASE("a picture of one's own goes through the network that was trained on others") {
  const auto lab = row.make();
  lab::Fields fields = lab->declaration();
  for (const auto& [key, value] : {std::pair{"step", "1"}, {"batch", "1"}, {"show", "own"}})
    fields.set(key, value);
  lab->take(fields);
  lab->advance(1);
  REQUIRE(lab->report().problems.size() == 1);
  CHECK(lab->report().problems[0].key == "show");
  std::get<lab::Asset>(fields.find("image")->slot).value = grey_picture(200);
  lab->take(fields);
  CHECK(lab->done() == 1);
  const lab::Report r = lab->report();
  CHECK(r.problems.empty());
  const auto pictures = tests::shape<lab::Pictures>(r, "row");
  CHECK(pictures.pictures[0].rows == 48);
  CHECK(pictures.pictures[2].rows == 96);
}

TEST_CASE("ink on paper goes through as its negative, and comes out as it went in") {
  std::vector<float> paper(9, 1.0f);
  paper[4] = 0;
  CHECK(has_bright_ground(paper, 3));
  make_negative(paper);
  CHECK_FALSE(has_bright_ground(paper, 3));
  lab::Picture page{96, 96, {}};
  for (int i = 0; i < 96 * 96; ++i) {
    const bool ink = i / 96 > 30 && i / 96 < 60 && i % 96 > 40 && i % 96 < 50;
    const std::uint8_t level = ink ? 0 : 255;
    page.rgba.insert(page.rgba.end(), {level, level, level, 255});
  }
  Params p;
  p.game.batch = 1;
  p.show = Show::own;
  p.image = {"mine", std::make_shared<const lab::Content>(std::move(page))};
  Learner l(p.game, false);
  const Seen s = seen(p, l);
  CHECK(s.x.front() == 1);
  // Bicubic, and little is added at the start.
  CHECK(s.passage.enlarged.front() == Approx(1).epsilon(1e-4));
  CHECK(s.passage.output.front() == Approx(1).epsilon(0.1));
}

TEST_CASE("a look at another picture or layer leaves what does not follow from it") {
  const auto lab = row.make();
  lab::Fields fields = lab->declaration();
  for (const auto& [key, value] : {std::pair{"step", "2"}, {"batch", "1"}}) fields.set(key, value);
  lab->take(fields);
  lab->advance(2);
  const lab::Report before = lab->report();
  fields.set("which", "9");
  lab->take(fields);
  const lab::Report after = lab->report();
  CHECK(after.figures.find("plane") == before.figures.find("plane"));
  CHECK(after.figures.find("slopes") == before.figures.find("slopes"));
  CHECK(after.figures.find("row") != before.figures.find("row"));
  fields.set("d_layer", "second");
  lab->take(fields);
  const lab::Report deeper = lab->report();
  CHECK(deeper.figures.find("row") == after.figures.find("row"));
  CHECK(deeper.figures.find("maps.D") != after.figures.find("maps.D"));
}

TEST_CASE("no more figures are in view than a page has room for") {
  CHECK(tests::most_in_view(tests::report_at(row, "step=1&batch=1&failures=1")) <= 4);
}

TEST_CASE("at the defaults the network beats bicubic on all three measures, seed by seed" *
          tests::thorough_only) {
  for (const int seed : {1, 2, 3}) {
    CAPTURE(seed);
    const lab::Report r = tests::report_at(row, "step=75&seed=" + std::to_string(seed));
    CHECK(tests::real(r, "psnr") > tests::real(r, "psnr.bicubic") + 0.3);
    CHECK(tests::real(r, "consistency") < 0.5 * tests::real(r, "consistency.bicubic"));
    CHECK(tests::real(r, "sharpness") > 1.2 * tests::real(r, "sharpness.bicubic"));
    CHECK(tests::real(r, "sharpness") < 1);
  }
}

}  // namespace
}  // namespace laboratory::super_resolution
