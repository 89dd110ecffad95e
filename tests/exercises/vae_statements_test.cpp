#include <doctest/doctest.h>

#include <map>
#include <set>

#include "exercises/answering.h"
#include "num/evidence.h"

using tests::marked;
using tests::opened;
using tests::typed;

TEST_CASE("2a-iii: 2 and 5 are true, and each wrong verdict hears why") {
  CHECK(marked("2a-iii", "statements", R"(["2","5"])").share == 1);
  CHECK(marked("2a-iii", "statements", "[2, 5]").share == 1);
  const exam::FieldMark wrong = marked("2a-iii", "statements", R"(["1","3","4"])");
  CHECK(wrong.share == 0);
  constexpr const char* parts[] = {"the posterior", "cover every mode", "has to be positive",
                                   "Gumbel", "the prior"};
  for (std::size_t i = 0; i < std::size(parts); ++i) {
    CAPTURE(parts[i]);
    CHECK(wrong.parts[i].message.find(parts[i]) != std::string::npos);
  }
}

TEST_CASE("2a-iii: the figures in the reasons are those of the formulas") {
  const num::ModePrice price = num::mode_price(8);
  CHECK(price.jensen_shannon == doctest::Approx(0.0454).epsilon(0.001));
  CHECK(price.reverse_kl == doctest::Approx(0.134).epsilon(0.004));
  const num::GaussianEvidence e = num::gaussian_evidence(10, 0.01);
  CHECK(e.recon == doctest::Approx(0.0197).epsilon(0.001));
  CHECK(e.log_px == doctest::Approx(-50.4).epsilon(0.001));
  CHECK(e.kl == doctest::Approx(50.8).epsilon(0.001));
}

TEST_CASE("2a-iii: variants ask one statement of each topic, some true and some false") {
  std::set<std::string> texts;
  std::map<bool, int> verdicts;
  for (int n = 1; n <= 120; ++n) {
    const exam::Form form = opened("2a-iii#variant=" + std::to_string(n)).form();
    REQUIRE(form.size() == 3);
    const auto& options = std::get<exam::ManyOf>(form[0].kind).options;
    CHECK(options.size() == 5);
    int yes = 0;
    for (const exam::Option& o : options) {
      texts.insert(o.text);
      yes += o.key == exam::Key::yes;
      ++verdicts[o.key == exam::Key::yes];
    }
    CHECK(yes > 0);
    CHECK(yes < 5);
  }
  CHECK(texts.size() == 26);
  CHECK(verdicts[true] > 150);
  CHECK(verdicts[false] > 150);
}

// x = 3, v = 0.5: the posterior is N(2, 1/3).
TEST_CASE("2a-iii: a point under a Gaussian, and the slips that are made with it") {
  const std::string link = "2a-iii#variant=1&x=3&x_var=0.5";
  CHECK(typed(link, "error", "4/3").share == 1);
  CHECK(typed(link, "log_px", "-4.121671").share == 1);
  CHECK(typed(link, "log_px", "-0.5 ln(3 pi) - 3").share == 1);
  const auto said = [&](const char* field, const char* text) {
    return typed(link, field, text).message;
  };
  CHECK(said("error", "1").find("posterior’s mean") != std::string::npos);
  CHECK(said("error", "1/3").find("mean misses") != std::string::npos);
  CHECK(said("log_px", "-1.905698").find("reconstruction term alone") != std::string::npos);
  CHECK(said("log_px", "-2.215973").find("KL term alone") != std::string::npos);
  CHECK(said("log_px", "-3").find("factor") != std::string::npos);
}

TEST_CASE("2a-iii: every case that is shown is a link that the lab takes as it is") {
  std::set<std::string> shown;
  for (int n = 0; n <= 60; ++n) {
    const exam::Form form = opened("2a-iii#variant=" + std::to_string(n)).form();
    for (const exam::Option& o : std::get<exam::ManyOf>(form[0].kind).options) {
      std::string pairs = o.show;
      CHECK_FALSE(pairs.empty());
      if (const std::size_t at = pairs.find("&figure="); at != pairs.npos)
        pairs.erase(at, pairs.find('&', at + 1) - at);
      if (!shown.insert(pairs).second) continue;
      CAPTURE(pairs);
      CHECK(opened("vae#" + pairs + "&step=0").notices().empty());
    }
  }
  CHECK(shown.size() >= 5);
}
