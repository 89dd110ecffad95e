// The laboratory of attention as a front end drives it.
#include <cmath>

#include "labs/all.h"
#include "labs/opened.h"

using lab::Light;
using lab::Matrix;
using tests::figure;
using tests::real;
using tests::shape;
using tests::value;

namespace {

lab::Report attention_at(const std::string& pairs) {
  return tests::report_at(laboratory::attention::lab_row, pairs);
}

const Matrix hard{3, 4, {-4, 3, 1, -5, 2, 4, 3, -2, -4, 3, 1, -5}};

double largest_difference(const Matrix& a, const Matrix& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i)
    largest = std::fmax(largest, std::fabs(a.values[i] - b.values[i]));
  return largest;
}

}  // namespace

TEST_CASE("the paper's instance gives the paper's answer") {
  const lab::Report r = attention_at("");
  CHECK(value<Matrix>(r, "scores") == Matrix{3, 2, {-10, 9, 0, -3, -3, 6}});
  CHECK(value<std::vector<double>>(r, "argmax") == std::vector<double>{2, 1, 2});
  CHECK(value<Matrix>(r, "output.hard") == hard);
  CHECK(value<Matrix>(r, "output") == hard);
  CHECK(largest_difference(value<Matrix>(r, "output.soft"),
                           {3,
                            4,
                            {-3.99999, 3.00000, 1.00000, -5.00000, 1.35775, 3.89296, 2.78592,
                             -2.32113, -3.98968, 3.00172, 1.00344, -4.99484}}) < 5e-6);
  CHECK(r.problems.empty());
}

TEST_CASE("temperature slides the soft output into the hard one") {
  double last = 1e9;
  for (const char* t : {"100", "5", "1", "0.3", "0.1", "0.01"}) {
    const double gap = largest_difference(
        value<Matrix>(attention_at("kind=soft&temperature=" + std::string(t)), "output"), hard);
    CAPTURE(t);
    CHECK(gap < last);
    last = gap;
  }
  CHECK(last < 1e-12);
}

TEST_CASE("a causal mask lets query 1 see key 1 alone, and the masked cells say so") {
  const lab::Report r = attention_at("mask=causal&row=1");
  CHECK(value<std::vector<double>>(r, "argmax") == std::vector<double>{1, 1, 2});
  CHECK(value<Matrix>(r, "weights").at(0, 0) == 1);
  const lab::Blocks blocks = shape<lab::Blocks>(r, "calculation");
  CHECK(blocks.blocks[2].light[1] == Light::masked);
  CHECK(blocks.blocks[2].light[0] == Light::full);
  CHECK(shape<lab::Working>(r, "arithmetic").lines[1] ==
        "query 1 · key 2 is masked: the key comes later");
}

TEST_CASE("the arithmetic of a picked cell is written out with its numbers") {
  const auto lines = [](const char* pairs) {
    return shape<lab::Working>(attention_at(pairs), "arithmetic").lines;
  };
  CHECK(lines("row=1&col=3") ==
        std::vector<std::string>{"query 1 · key 1 = 2·1 + (−3)·4 = −10",
                                 "query 1 · key 2 = 2·0 + (−3)·(−3) = 9", "÷ √2: −7.071; 6.364",
                                 "largest: key 2, so o(1, 3) = V(2, 3) = 1"});
  CHECK(lines("kind=soft").back() == "o(2, 1) = 0.893·2 + 0.107·(−4) = 1.358");
  CHECK(lines("kind=soft&temperature=0.5")[3] == "softmax at temperature 0.5: 0.9858; 0.01417");
}

TEST_CASE("the arg max passes no gradient to Q and K, the softmax does") {
  const lab::Report r = attention_at("");
  CHECK(value<Matrix>(r, "grad.Q") == Matrix{3, 2, {0, 0, 0, 0, 0, 0}});
  CHECK(value<Matrix>(r, "grad.K") == Matrix{2, 2, {0, 0, 0, 0}});
  CHECK(value<Matrix>(r, "grad.V") == Matrix{2, 4, {1, 0, 0, 0, 0, 0, 0, 0}});
  const Matrix soft = value<Matrix>(attention_at("kind=soft"), "grad.Q");
  CHECK(soft.at(1, 1) == doctest::Approx(2.838695642150742).epsilon(1e-12));
  CHECK(soft.at(0, 0) == 0);
}

TEST_CASE("the score-function estimate closes in on the soft gradient within its error") {
  const lab::Report r = attention_at("draws=100000");
  const auto estimate = value<std::vector<double>>(r, "estimate"),
             error = value<std::vector<double>>(r, "estimate.stderr"),
             exact = value<std::vector<double>>(r, "estimate.exact"),
             variance = value<std::vector<double>>(r, "estimate.variance");
  CHECK(exact[1] == doctest::Approx(2.838695642150742).epsilon(1e-12));
  for (std::size_t c = 0; c < 2; ++c) {
    CHECK(std::fabs(estimate[c] - exact[c]) < 4 * error[c]);
    CHECK(error[c] == doctest::Approx(std::sqrt(variance[c] / 1e5)).epsilon(1e-12));
  }
  CHECK(value<std::vector<double>>(attention_at("seed=2"), "estimate") !=
        value<std::vector<double>>(attention_at(""), "estimate"));
}

TEST_CASE("shapes that do not fit are named with the cure, and the rest is still computed") {
  const lab::Report wide = attention_at("K=1,2,3;4,5,6");
  REQUIRE(wide.problems.size() == 1);
  CHECK(wide.problems[0] == lab::Problem{"K",
                                         "Q has 2 columns and K has 3: a query meets a key "
                                         "entry by entry. Give K 2 columns."});
  CHECK(value<lab::Undefined>(wide, "scores").reason == "Q and K differ in width");
  CHECK(shape<lab::Blocks>(wide, "calculation").blocks.size() == 3);

  const lab::Report tall = attention_at("V=1;2;3");
  REQUIRE(tall.problems.size() == 1);
  CHECK(tall.problems[0] == lab::Problem{"V",
                                         "K has 2 rows and V has 3: every key needs its "
                                         "value. Give V 2 rows."});
  CHECK(value<std::vector<double>>(tall, "argmax") == std::vector<double>{2, 1, 2});
  CHECK(value<lab::Undefined>(tall, "output.soft").reason.find("K and V") == 0);

  CHECK(attention_at("K=1,2,3&V=1;2;3").problems.size() == 2);
}

TEST_CASE("a tie is reported, goes to the first key, and has no gradient to Q and K") {
  const lab::Report r = attention_at("Q=1,1&K=1,0;0,1&V=5;7&row=1");
  CHECK(value<std::vector<double>>(r, "argmax.tied") == std::vector<double>{1});
  CHECK(r.problems[0].message.find("Query 1 has its largest score with key 1") == 0);
  CHECK(value<Matrix>(r, "output.hard") == Matrix{1, 1, {5}});
  CHECK(value<lab::Undefined>(r, "grad.K").reason.find("tied") != std::string::npos);
  CHECK_FALSE(figure(r, "gradients"));
  CHECK(attention_at("Q=1,1&K=1,0;0,1&V=5;7&kind=soft").problems.empty());
  // 0.3 against 0.1 + 0.2, and no word of a row that nobody picked.
  const lab::Report decimal = attention_at("Q=1,1&K=0.3,0;0.1,0.2&V=1,1;2,2");
  REQUIRE(decimal.problems.size() == 1);
  CHECK(decimal.problems[0].message.find("Query 1 has its largest score with key 1") == 0);
  CHECK(value<Matrix>(decimal, "output.hard") == Matrix{1, 2, {1, 1}});
}

TEST_CASE("a pick beyond the output is shown at its edge, in words") {
  const lab::Report r = attention_at("row=12&col=9");
  REQUIRE(r.problems.size() == 2);
  CHECK(r.problems[0].message ==
        "The output has 3 rows: row 3 is shown in place of row 12. Pick a cell of the output.");
  CHECK(real(r, "cell.value") == -5);
}

TEST_CASE("the calculation can be picked and edited where it stands") {
  const lab::Blocks b = shape<lab::Blocks>(attention_at("row=1&col=2"), "calculation");
  REQUIRE(b.blocks.size() == 7);
  CHECK(b.blocks[0].edit == "Q");
  CHECK(b.blocks[1].edit == "K");
  CHECK(b.blocks[5].edit == "V");
  const lab::Block& output = b.blocks[6];
  CHECK(output.pick_row == "row");
  CHECK(output.pick_col == "col");
  CHECK(output.light[1] == Light::chosen);
  // Query 1 chose key 2, so V(2, 2) made the cell.
  CHECK(b.blocks[5].light[5] == Light::full);
  CHECK(b.blocks[5].light[1] == Light::plain);
}

TEST_CASE("arrows need two entries and tell when there are more") {
  CHECK_FALSE(figure(attention_at("Q=1;2&K=3;4"), "plane"));
  const lab::Report r = attention_at("Q=1,2,3&K=3,4,5;1,1,1&row=1");
  REQUIRE(figure(r, "plane"));
  CHECK(figure(r, "plane")->title == "Queries and keys, first two of 3 entries");
}

TEST_CASE("the largest matrices with the largest entries stay finite") {
  std::string row = "1000000", m;
  for (int i = 1; i < 12; ++i) row += i % 2 ? ",-1000000" : ",1000000";
  for (int i = 0; i < 12; ++i) m += (i ? ";" : "") + row;
  const lab::Report r = attention_at("kind=soft&temperature=0.01&Q=" + m + "&K=" + m + "&V=" + m);
  CHECK(value<Matrix>(r, "scores").at(0, 0) == 1.2e13);
  const Matrix output = value<Matrix>(r, "output"), gradient = value<Matrix>(r, "grad.K");
  for (const double x : output.values) CHECK(std::fabs(x) == doctest::Approx(1e6).epsilon(1e-14));
  for (const double x : gradient.values) CHECK(std::isfinite(x));
}

TEST_CASE("beside the hard gradients stand the soft ones, and both meet central differences") {
  const lab::Report r = attention_at("");
  CHECK(value<Matrix>(r, "grad.soft.Q") == value<Matrix>(attention_at("kind=soft"), "grad.Q"));
  CHECK(value<Matrix>(r, "grad.soft.V") == value<Matrix>(attention_at("kind=soft"), "grad.V"));
  REQUIRE(figure(r, "gradients"));
  REQUIRE(figure(r, "gradients.other"));
  CHECK(figure(r, "gradients.other")->title == "Gradient of the cell, were attention soft");
  // Entry (2, 2) of Q, by hand a little more and a little less.
  const auto cell = [](const char* kind, const char* entry) {
    return real(attention_at("kind=" + std::string(kind) + "&Q=2,-3;-4," + entry + ";5,-2"),
                "cell.value");
  };
  CHECK((cell("soft", "1.0001") - cell("soft", "0.9999")) / 0.0002 ==
        doctest::Approx(value<Matrix>(r, "grad.soft.Q").at(1, 1)).epsilon(1e-6));
  CHECK(cell("hard", "1.0001") == cell("hard", "0.9999"));
}

TEST_CASE("the arg max is a step: flat at the entry's value, and it jumps where scores meet") {
  const lab::Report r = attention_at("");
  CHECK(real(r, "jump.at") == doctest::Approx(4.0 / 7).epsilon(1e-15));
  CHECK(real(r, "jump.by") == -6);  // from 2, of key 1, to -4, of key 2
  const auto lines = shape<lab::Lines>(r, "step");
  REQUIRE(lines.curves.size() == 4);
  const lab::Curve &left = lines.curves[0], &right = lines.curves[1], &soft = lines.curves[2];
  CHECK(left.name == "hard, key 2");
  CHECK(left.y == std::vector<float>{-4, -4});
  CHECK(right.name == "hard, key 1");
  CHECK(right.y == std::vector<float>{2, 2});
  CHECK(left.x[1] == right.x[0]);
  for (std::size_t i = 1; i < soft.x.size(); ++i) CHECK(soft.y[i] >= soft.y[i - 1]);
  CHECK(soft.y[soft.y.size() / 2] == doctest::Approx(1.357749).epsilon(1e-6));
  CHECK(figure(r, "step")->alt ==
        "As Q(2, 2) leaves 1 the hard cell stays at 2, with slope 0, until at 0.5714 the choice "
        "changes from key 1 to key 2 and the hard cell jumps by −6. The soft cell has slope 2.839 "
        "here.");
}

TEST_CASE("the entry that moves can be chosen, and may be one that changes nothing") {
  const lab::Report r = attention_at("entry=1");
  CHECK(value<std::int64_t>(r, "entry.moved") == 1);
  CHECK(real(r, "jump.at") == doctest::Approx(-7));  // x + 4 = -3 there
  const lab::Report alike = attention_at("Q=1,1&K=1,2;3,2&V=1;2&row=1&col=1&entry=2");
  CHECK(value<lab::Undefined>(alike, "jump.at").reason ==
        "no value of this entry changes the choice");
  CHECK(figure(alike, "step")->alt.find("No value of Q(1, 2) changes the choice") == 0);
  const lab::Report beyond = attention_at("entry=7");
  REQUIRE(beyond.problems.size() == 1);
  CHECK(beyond.problems[0] ==
        lab::Problem{"entry", "A query has 2 entries: entry 2 moves in place of entry 7."});
  const lab::Report tie = attention_at("Q=1,1&K=1,0;0,1&V=5;7&row=1");
  CHECK(figure(tie, "step")->alt.find("At Q(1, 1) = 1 the choice changes from key") == 0);
}

TEST_CASE("repeats miss the slope as the exact variance says, and four times the draws halve it") {
  const lab::Report r = attention_at("");
  const auto error = value<std::vector<double>>(r, "estimate.stderr"),
             variance = value<std::vector<double>>(r, "estimate.variance"),
             drawn = value<std::vector<double>>(r, "estimate.variance.drawn");
  // 100 Var / slope^2: 100 * 26.40263 / 2.838696^2.
  CHECK(real(r, "estimate.needed") == doctest::Approx(327.64947).epsilon(1e-7));
  CHECK(real(r, "estimate.error") == doctest::Approx(error[1]).epsilon(0.15));
  CHECK(drawn[1] == doctest::Approx(variance[1]).epsilon(0.2));
  const auto lines = shape<lab::Lines>(r, "cost");
  const lab::Curve &marks = lines.curves[0], &line = lines.curves[1];
  CHECK(marks.name == "200 repeats");
  for (std::size_t i = 0; i < marks.x.size(); ++i)
    CHECK(marks.y[i] * std::sqrt(marks.x[i]) == doctest::Approx(line.y[0]).epsilon(0.25));
  CHECK(real(attention_at("draws=4000"), "estimate.error") ==
        doctest::Approx(real(r, "estimate.error") / 2).epsilon(0.25));
}

TEST_CASE("the best baseline takes all spread away where there are two keys") {
  const lab::Report none = attention_at(""), mean = attention_at("baseline=mean"),
                    best = attention_at("baseline=best");
  CHECK(real(mean, "estimate.needed") > 1.5 * real(none, "estimate.needed"));
  CHECK(real(best, "estimate.needed") == 1);
  CHECK(real(best, "estimate.error") == 0);
  CHECK(figure(best, "draw")->alt.find("one draw is off by 0") != std::string::npos);
  CHECK_FALSE(figure(best, "cost"));
  CHECK(value<std::vector<double>>(best, "estimate")[1] ==
        doctest::Approx(2.838695642150742).epsilon(1e-12));
}

TEST_CASE("near to hard attention the draws that a slope takes run away") {
  // Query 1 all but never draws its other key.
  const lab::Report r = attention_at("row=1");
  CHECK(real(r, "estimate.needed") == doctest::Approx(7594756.243475).epsilon(1e-6));
  CHECK(figure(r, "draw")->alt.find("drawn with probability 1.463×10⁻⁶") != std::string::npos);
  CHECK(figure(r, "cost")->alt.find("hardly a repeat has met the rare key") != std::string::npos);
  const lab::Report alone = attention_at("row=1&mask=causal");
  CHECK(value<lab::Undefined>(alone, "estimate.needed").reason ==
        "the slope is 0, and no error is a tenth of it");
  CHECK(figure(alone, "draw")->alt.find("There is one key to draw") == 0);
}

TEST_CASE("each head chooses by its own columns and hands on its own columns of V") {
  const lab::Report r = attention_at("heads=2");
  // Head 1: q 2, -4, 5 and k 1, 0. Head 2: q -3, 1, -2 and k 4, -3.
  CHECK(value<Matrix>(r, "scores") == Matrix{3, 4, {2, 0, -12, 9, -4, 0, 4, -3, 5, 0, -8, 6}});
  CHECK(value<Matrix>(r, "scaled") == value<Matrix>(r, "scores"));
  CHECK(value<std::vector<double>>(r, "argmax") == std::vector<double>{1, 2, 1, 2, 1, 2});
  CHECK(value<Matrix>(r, "output.hard") == Matrix{3, 4, {2, 4, 1, -5, -4, 3, 3, -2, 2, 4, 1, -5}});
  CHECK(r.problems.empty());
  CHECK(shape<lab::Working>(attention_at("heads=2&col=4"), "arithmetic").lines[0] ==
        "head 2 of 2 sees column 2 of Q and K");
}

TEST_CASE(
    "no gradient of a cell reaches the columns of other heads, and its own meet differences") {
  const lab::Report r = attention_at("heads=2&kind=soft&col=4");
  const Matrix q = value<Matrix>(r, "grad.Q"), k = value<Matrix>(r, "grad.K");
  for (int row = 0; row < 3; ++row) CHECK(q.at(row, 0) == 0);
  for (int row = 0; row < 2; ++row) CHECK(k.at(row, 0) == 0);
  const auto cell = [](const std::string& pairs) {
    return real(attention_at("heads=2&kind=soft&col=4&" + pairs), "cell.value");
  };
  CHECK((cell("Q=2,-3;-4,1.0001;5,-2") - cell("Q=2,-3;-4,0.9999;5,-2")) / 0.0002 ==
        doctest::Approx(q.at(1, 1)).epsilon(1e-6));
  CHECK((cell("K=1,4.0001;0,-3") - cell("K=1,3.9999;0,-3")) / 0.0002 ==
        doctest::Approx(k.at(0, 1)).epsilon(1e-6));
  // An entry of the other head moves nothing.
  const lab::Report other = attention_at("heads=2&col=4&entry=1");
  CHECK(figure(other, "step")->alt.find("No value of Q(2, 1) changes the choice") == 0);
  CHECK(value<std::vector<double>>(other, "estimate")[0] == 0);
}

TEST_CASE("heads that cannot share the columns are told which numbers can") {
  const lab::Report r = attention_at("heads=3");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0] == lab::Problem{"heads",
                                      "3 heads cannot share the 2 columns of Q and K and the 4 of "
                                      "V evenly. Here heads can be 1 or 2."});
  CHECK(value<lab::Undefined>(r, "scores").reason ==
        "the heads cannot share the columns of Q and K evenly");
  const lab::Report values = attention_at("heads=2&V=1,2,3;4,5,6");
  CHECK(values.problems[0].message.find("Here heads can be 1.") != std::string::npos);
  CHECK(value<std::vector<double>>(values, "argmax").size() == 6);
  CHECK(value<lab::Undefined>(values, "output").reason ==
        "the heads cannot share the columns of V evenly");
}

TEST_CASE("as the softmax hardens the slope goes before the spread, and the draws run away") {
  const lab::Report r = attention_at("");
  const auto both = shape<lab::Lines>(r, "hardening"), needed = shape<lab::Lines>(r, "needed");
  REQUIRE(both.curves.size() == 2);
  const lab::Curve &slope = both.curves[0], &draws = needed.curves[0];
  // At every temperature that is drawn the lab itself says the same of the slope.
  for (const std::size_t i : {std::size_t{4}, slope.x.size() / 2, slope.x.size() - 1}) {
    const lab::Report there =
        attention_at("temperature=" + std::to_string(static_cast<double>(slope.x[i])));
    CAPTURE(slope.x[i]);
    CHECK(slope.y[i] ==
          doctest::Approx(std::fabs(value<std::vector<double>>(there, "estimate.exact")[1]))
              .epsilon(1e-3));
    CHECK(draws.y[i] == doctest::Approx(real(there, "estimate.needed")).epsilon(1e-3));
  }
  CHECK(draws.y.front() > 1e12f);
  for (std::size_t i = 1; i < draws.x.size() && draws.x[i] < 1; ++i)
    CHECK(draws.y[i] < draws.y[i - 1]);
  CHECK(figure(r, "needed")->alt ==
        "At temperature 1 a tenth of the slope takes 328 draws, at 0.25 it takes 215\u202f199 "
        "draws.");
}

TEST_CASE("what has no slope or no spread is left out of what hardens") {
  CHECK_FALSE(figure(attention_at("row=1&mask=causal"), "hardening"));
  CHECK_FALSE(figure(attention_at("heads=2&col=4&entry=1"), "hardening"));
  const lab::Report best = attention_at("baseline=best");
  CHECK(shape<lab::Lines>(best, "hardening").curves.size() == 1);
  CHECK_FALSE(figure(best, "needed"));
}
