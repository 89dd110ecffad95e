// The laboratory of the cost of layers as a front end drives it.
#include "labs/all.h"
#include "labs/layer_cost/study.h"
#include "labs/layer_cost/trials.h"
#include "labs/opened.h"

using tests::figure;
using tests::real;
using tests::shape;

namespace {

lab::Report cost_at(const std::string& pairs) {
  return tests::report_at(laboratory::layer_cost::lab_row, pairs);
}

std::string cheapest(const std::string& pairs) {
  return tests::value<std::string>(cost_at(pairs), "cheapest");
}

}  // namespace

TEST_CASE("on the paper's map max pooling is the cheapest, with comparisons and without") {
  const lab::Report r = cost_at("");
  CHECK(real(r, "flops.max_pool") == 0);
  CHECK(real(r, "comparisons.max_pool") == 49152);
  CHECK(cheapest("") == "max_pool");
  CHECK(cheapest("count_comparisons=1") == "max_pool");
}

TEST_CASE("where comparisons count, overlapping windows hand the prize to batch norm") {
  CHECK(cheapest("k_pool=3&s_pool=1") == "max_pool");
  CHECK(cheapest("k_pool=3&s_pool=1&count_comparisons=1") == "bn_folded");
  CHECK(cheapest("k_pool=3&s_pool=1&count_comparisons=1&norm=inference") == "bn_inference");
  // 8 comparisons against 8 for training: 460 800 for the inner 30 x 30 against 524 288.
  CHECK(cheapest("k_pool=3&s_pool=1&count_comparisons=1&norm=training") == "max_pool");
}

TEST_CASE("a 1 x 1 convolution of one channel can be cheaper than everything but max pooling") {
  CHECK(real(cost_at("Cin=1&Cout=1&k_conv=1"), "flops.conv") == 2048);
  CHECK(cheapest("Cin=1&Cout=1&k_conv=1&k_pool=4&s_pool=1&count_comparisons=1&norm=training") ==
        "conv");
}

TEST_CASE("a window larger than the map is refused in words and the rest is still counted") {
  const lab::Report r = cost_at("H=4&k_pool=5");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "k_pool");
  CHECK(real(r, "flops.conv") == 2 * 9 * 64 * 64 * 4 * 32);
  CHECK(shape<lab::Bars>(r, "counted").names.size() == 2);
}

TEST_CASE("the bar of max pooling is zero and says so") {
  const lab::Bars bars = shape<lab::Bars>(cost_at(""), "counted");
  CHECK(bars.y.logarithmic);
  CHECK(bars.heights[3] == 0);
  CHECK(bars.notes[3] == "0 arithmetic, 49\u202f152 comparisons");
  CHECK(bars.lit == 3);
  CHECK(bars.roles == std::vector<lab::Role>(4, bars.role));
}

TEST_CASE("times enter figures and leave every readout as it is") {
  const auto lab = laboratory::layer_cost::lab_row.make();
  const lab::Report before = lab->report();
  std::vector<std::string> keys;
  for (const lab::Trial& trial : lab->trials()) keys.push_back(trial.key);
  CHECK(keys == std::vector<std::string>{"conv", "bn", "avg_pool", "max_pool", "peak", "stream"});
  lab->take_times({{"conv", 5e-3, 4e-3, 6e-3, 15},
                   {"max_pool", 2e-5, 2e-5, 3e-5, 15},
                   {"peak", 1e-3, laboratory::layer_cost::peak_operations() / 3e10, 1e-3, 15},
                   {"stream", 1e-3, 8 * 65536 / 1e10, 1e-3, 15}});
  const lab::Report after = lab->report();
  CHECK(after.readouts == before.readouts);
  CHECK(figure(after, "measured")->alt.find("5 ms for convolution, 20 µs for max pooling") !=
        std::string::npos);
  // The words beneath the bars follow the numbers that were measured.
  CHECK(figure(after, "measured")->alt.find("times as long as") == std::string::npos);
  lab->take_times({{"bn", 1e-5, 1e-5, 1e-5, 15}, {"max_pool", 2e-5, 2e-5, 3e-5, 15}});
  CHECK(figure(lab->report(), "measured")->alt.find("2 times as long as batch norm") !=
        std::string::npos);
  // 75 497 472 operations in 5 ms, under a roof of 30 GFLOP/s.
  CHECK(figure(after, "roofline")->alt.find("30 GFLOP/s") != std::string::npos);
  CHECK(figure(after, "roofline")->alt.find("15.1 GFLOP/s") != std::string::npos);
  CHECK(lab->trials().empty());
}

TEST_CASE("times are kept while no shape moves and dropped when one does") {
  const auto lab = laboratory::layer_cost::lab_row.make();
  lab::Fields fields = lab->declaration();
  lab->take_times({{"conv", 1, 1, 1, 1}});
  fields.set("count_comparisons", "1");
  lab->take(fields);
  const auto timed = [&lab] {
    return figure(lab->report(), "measured")->alt.find("being timed") == std::string::npos;
  };
  CHECK(timed());
  fields.set("H", "33");
  lab->take(fields);
  CHECK_FALSE(timed());
  CHECK(!lab->trials().empty());
}

TEST_CASE("every trial runs, and layers too large to be timed in passing are left out") {
  const auto lab = laboratory::layer_cost::lab_row.make();
  lab::Fields fields = lab->declaration();
  const std::pair<const char*, const char*> small[] = {
      {"H", "7"}, {"W", "6"}, {"Cin", "3"}, {"Cout", "5"}, {"k_conv", "4"}, {"norm", "training"}};
  for (const auto& [key, value] : small) fields.set(key, value);
  lab->take(fields);
  for (const lab::Trial& trial : lab->trials())
    if (trial.key != "peak" && trial.key != "stream") trial.work();
  fields.set("H", "1024"), fields.set("W", "1024"), fields.set("Cin", "64");
  lab->take(fields);
  CHECK(lab->trials().size() == 2);
}
