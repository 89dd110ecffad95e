// The laboratory of deep nets: what the default instance shows, and by which rule it judges.
#include "labs/all.h"
#include "labs/depth/line_up.h"
#include "labs/opened.h"

using tests::real;

namespace {

lab::Report run(const std::string& pairs) {
  return tests::report_at(laboratory::depth::lab_row, pairs, 1 << 20);
}

bool flag(const lab::Report& report, const char* key) { return tests::value<bool>(report, key); }

}  // namespace

TEST_CASE("the paper's net: leaky units revive, batch norm carries, data and rate do neither") {
  // Half as wide and stopped early, to be quick; the golden file has the whole default run.
  const lab::Report report = run("width=16&step=25");
  CHECK(report.problems.empty());
  // An independent program gave 41.8 % dead units and 1e-29 for the plain net's first layer, 2e-29
  // with leaky ReLU, 1e6 with batch norm, before training, at width 64.
  CHECK(real(report, "dead_share") > 0.38);
  CHECK(real(report, "dead_share") < 0.5);
  CHECK(real(report, "grad_norm.1") < 1e-20);
  CHECK(real(report, "grad_norm.100") > 1e-4);
  CHECK(real(report, "reach") < 1e-18);
  CHECK(real(report, "dead_share.i") == 0);
  CHECK(real(report, "grad_norm.first.i") < 1e-20);
  CHECK(real(report, "dead_share.ii") > 0.38);
  CHECK(real(report, "grad_norm.first.ii") < 1e-20);
  CHECK(real(report, "grad_norm.first.iii") < 1e-20);
  CHECK(real(report, "dead_share.iv") < 0.01);
  CHECK(real(report, "grad_norm.first.iv") > 1);
  CHECK(flag(report, "verdict.i"));
  CHECK(!flag(report, "verdict.ii"));
  CHECK(!flag(report, "verdict.iii"));
  CHECK(flag(report, "verdict.iv"));
  // A guess costs ln 2 = 0.6931; batch norm with skips is the one net whose loss has fallen.
  CHECK(real(report, "loss.train") == doctest::Approx(0.693).epsilon(0.02));
  CHECK(real(report, "loss.skips") < 0.5);
  CHECK(flag(report, "verdict.skips"));
}

TEST_CASE("another seed gives the same verdicts") {
  for (const char* seed : {"2", "3"}) {
    const lab::Report report = run(std::string("extras=0&width=16&batch=16&step=3&seed=") + seed);
    CAPTURE(seed);
    CHECK(flag(report, "verdict.i"));
    CHECK(!flag(report, "verdict.ii"));
    CHECK(!flag(report, "verdict.iii"));
    CHECK(flag(report, "verdict.iv"));
  }
}

TEST_CASE("a remedy of the line-up is the net that a person gets by setting it") {
  const std::string link = "depth=12&width=8&extras=1&step=9";
  const lab::Report all = run(link);
  const auto same = [&](const std::string& id, const std::string& set) {
    CAPTURE(id);
    const lab::Report own = run(link + set);
    CHECK(real(own, "grad_norm.1") == real(all, ("grad_norm.first." + id).c_str()));
    CHECK(real(own, "dead_share") == real(all, ("dead_share." + id).c_str()));
  };
  same("i", "&mix=alternate-leaky");
  same("ii", "&points=2000");
  same("iii", "&rate=0.03");
  same("iv", "&bn=1");
  same("skips", "&bn=1&residual=1");
  same("he", "&init=he&bias=0");
}

TEST_CASE("one remedy beside the plain net is what it is in the line-up, and the plain net stays") {
  const std::string link = "depth=12&width=8&step=9";
  const lab::Report all = run(link);
  for (const auto& [choice, id] :
       {std::pair("leaky", "i"), std::pair("more-data", "ii"), std::pair("larger-rate", "iii"),
        std::pair("norm", "iv"), std::pair("norm-skips", "skips"), std::pair("he", "he")}) {
    const std::string chosen = choice;
    CAPTURE(chosen);
    const lab::Report two = run(link + "&beside=" + choice);
    CHECK(std::get<lab::Heat>(two.figures[0].shape).panels.size() == 2);
    for (const std::string& key : {std::string("loss.train"), std::string("grad_norm.1"),
                                   "loss." + std::string(id), "dead_share." + std::string(id)})
      CHECK(real(two, key.c_str()) == real(all, key.c_str()));
  }
  const auto alone = [&](const std::string& choice, const std::string& id, const std::string& set) {
    CAPTURE(choice);
    const lab::Report two = run(link + "&beside=" + choice);
    CHECK(real(two, ("loss." + id).c_str()) == real(run(link + set), "loss.train"));
    CHECK(real(two, "loss.train") == real(all, "loss.train"));
  };
  alone("skips", "residual", "&residual=1");
  alone("xavier", "xavier", "&init=xavier&bias=0");
  alone("smaller-rate", "slow", "&rate=0.0003");
}

TEST_CASE("the net called leaky has leaky units, whatever the plain one has") {
  using laboratory::depth::Mix;
  laboratory::depth::Params p;
  for (const Mix mix : {Mix::tanh, Mix::relu, Mix::gelu, Mix::sigmoid, Mix::leaky}) {
    p.mix = mix;
    CHECK(laboratory::depth::line_up(p)[1].params.mix == Mix::leaky);
  }
  for (const Mix mix : {Mix::alternate, Mix::alternate_leaky}) {
    p.mix = mix;
    CHECK(laboratory::depth::line_up(p)[1].params.mix == Mix::alternate_leaky);
  }
}

TEST_CASE("a net of few layers has nothing to cure") {
  const lab::Report report = run("depth=3&bias=0&step=5&init=he");
  CHECK(real(report, "reach") > 1e-3);
  CHECK(!flag(report, "verdict.ii"));
  CHECK(!flag(report, "verdict.iii"));
}

TEST_CASE("a verdict takes half of the dead units or a millionth of the gradient") {
  using laboratory::depth::judge;
  CHECK(judge({0.4, 0, 0}, {0.2, 0, 0}).revives);
  CHECK(!judge({0.4, 0, 0}, {0.21, 0, 0}).helps());
  CHECK(!judge({0.009, 0, 1}, {0, 0, 1}).helps());  // too few to speak of
  CHECK(judge({0, 1e-9, 1e-9}, {0, 1e-5, 1e-6}).carries);
  CHECK(!judge({0, 1e-9, 1e-9}, {0, 1e-5, 9e-7}).helps());
  CHECK(!judge({0, 1, 1e-5}, {0, 1, 1}).helps());  // it arrived before
}

TEST_CASE("a run that leaves the range of numbers says where, and keeps its past") {
  const lab::Report report = run("depth=60&width=8&mix=relu&sigma=10&step=4&extras=0");
  REQUIRE(!report.problems.empty());
  const std::string& message = report.problems[0].message;
  CHECK(report.problems[0].key == "rate");
  CHECK(message.find("has stopped training") != std::string::npos);
  CHECK(message.find("step") != std::string::npos);
  CHECK(message.find("layer") != std::string::npos);
  CHECK(report.figures.size() >= 6);
}

TEST_CASE("a net too large for a step names a batch that is not, where there is one") {
  const auto problems = [](const char* pairs) {
    return tests::report_at(laboratory::depth::lab_row, pairs, 0).problems;
  };
  const std::vector<lab::Problem> wide = problems("width=64&batch=60");
  REQUIRE(wide.size() == 1);
  // 100e6 / (7 nets x 100 layers x 64^2) = 34.9
  CHECK(wide[0].message.find("the batch to 34.") != std::string::npos);
  CHECK(problems("width=64&batch=34").empty());
  CHECK(problems("width=64&batch=35").size() == 1);
  // Weights of seven nets, their gradients, moments and copies: more than any batch.
  const std::vector<lab::Problem> wider = problems("width=128");
  REQUIRE(wider.size() == 1);
  CHECK(wider[0].message.find("lower the width or the depth") != std::string::npos);
  CHECK(wider[0].message.find("batch") == std::string::npos);
  CHECK(problems("width=128&batch=8").size() == 1);
}

TEST_CASE("the story has a panel for every net and a row for every step") {
  const lab::Report report = run("depth=6&width=8&init=he&bias=0&step=5");
  const auto& heat = std::get<lab::Heat>(report.figures[0].shape);
  REQUIRE(heat.panels.size() == 7);
  for (const lab::HeatPanel& panel : heat.panels) {
    CHECK(panel.cells.rows == 5);
    CHECK(panel.cells.cols == 6);
  }
  // The last step stands at the top.
  CHECK(heat.panels[0].cells.values[5] == static_cast<float>(real(report, "grad_norm.6")));
}

TEST_CASE("colours of the story mean the same at every setting") {
  const auto scale = [](const char* pairs) {
    return std::get<lab::Heat>(run(pairs).figures[0].shape).value;
  };
  const lab::Axis plain = scale("depth=6&width=8&step=3");
  CHECK(plain.low < plain.high);
  CHECK(plain == scale("depth=30&width=8&step=3&bn=1&residual=1"));
}

TEST_CASE("a line-up that is put back goes on as it went") {
  const std::unique_ptr<lab::Lab> lab = laboratory::depth::lab_row.make();
  lab::Fields fields = lab->declaration();
  for (const char* key : {"depth", "width"}) fields.set(key, "10");
  fields.set("bn", "1");
  fields.set("step", "12");
  lab->take(fields);
  lab->advance(12);
  const lab::Report first = lab->report();
  fields.set("step", "5");
  lab->take(fields);
  lab->advance(5);
  fields.set("step", "12");
  lab->take(fields);
  lab->advance(12);
  CHECK(lab->done() == 12);
  CHECK(lab->report().readouts == first.readouts);
  CHECK(lab->report().figures == first.figures);
}

TEST_CASE(
    "nets that would fill the memory are refused in words, and the deepest ordinary ones not") {
  const auto lab = laboratory::depth::lab_row.make();
  const auto total_at = [&](const char* pairs) {
    lab::Fields fields = lab->declaration();
    for (const auto& [key, value] : lab::parse_link(std::string("lab#") + pairs).pairs)
      fields.set(key, value);
    lab->take(fields);
    return lab->total();
  };
  const lab::Report r = run("depth=200&width=16&batch=256&bn=1&norm=layer&residual=1");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "depth");
  CHECK(r.problems[0].message.find("numbers that its nets hold") != std::string::npos);
  CHECK(tests::reason(r, "loss.train").find("too large") != std::string::npos);
  CHECK(total_at("depth=200&width=16&batch=256") > 0);
  CHECK(total_at("depth=200&bn=1&residual=1") > 0);
}
