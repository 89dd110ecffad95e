#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "lab/fields.h"
#include "lab/mutation.h"

namespace {

enum class Mode { zero, reflect };

struct Drawing {
  int side = 32;
  double sigma = 1e-4, spread = std::numeric_limits<double>::quiet_NaN();
  bool on = true;
  Mode mode = Mode::reflect;
  std::vector<double> p = {0.5, 0.5};
  lab::Matrix q{1, 2, {1, 2}}, x;

  void declare(lab::Fields& f) {
    f.whole("n", side, {1, 512}, "input side n [px]");
    f.log_real("sigma", sigma, {0, 10}, "weight spread σ");
    f.auto_real("spread", spread, {0, 100}, "logit variance");
    f.flag("on", on, "on");
    f.choice("mode", mode, {"zero", "reflect"}, "border");
    f.reals("p", p, {1, 4}, {0, 1}, "probabilities");
    f.table("Q", q, {3, 3}, {-9, 9}, "queries");
    f.optional_table("X", x, {3, 3}, {-9, 9}, "input");
  }
};

lab::Reading::Outcome set(lab::Fields& f, const char* key, const char* text) {
  return f.set(key, text).outcome;
}

}  // namespace

TEST_CASE("the declaration takes its defaults from the member initialisers") {
  const lab::Fields f = lab::declared<Drawing>();
  REQUIRE(f.all().size() == 8);
  const char* const texts[] = {"32", "0.0001", "auto", "1", "reflect", "0.5,0.5", "1,2", ""};
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(lab::text(f.all()[i].slot) == texts[i]);
    CHECK(!f.all()[i].changed());
  }
}

TEST_CASE("values that were set come back in the struct") {
  lab::Fields f = lab::declared<Drawing>();
  CHECK(set(f, "n", "7") == lab::Reading::taken);
  CHECK(set(f, "spread", "2.5") == lab::Reading::taken);
  CHECK(set(f, "mode", "zero") == lab::Reading::taken);
  CHECK(set(f, "X", "1,2;3,4") == lab::Reading::taken);
  const auto p = lab::parameters<Drawing>(f);
  CHECK(p.side == 7);
  CHECK(p.spread == 2.5);
  CHECK(p.mode == Mode::zero);
  CHECK(p.x == lab::Matrix{2, 2, {1, 2, 3, 4}});
  CHECK(f.find("n")->changed());
}

TEST_CASE("what is out of range is brought into it and said") {
  lab::Fields f = lab::declared<Drawing>();
  const lab::Reading r = f.set("n", "1000");
  CHECK(r.outcome == lab::Reading::clamped);
  CHECK(r.message == "n=1000 is out of range (from 1 to 512); 512 is used");
  CHECK(lab::text(f.find("n")->slot) == "512");
  CHECK(set(f, "Q", "100,1") == lab::Reading::clamped);
  CHECK(lab::text(f.find("Q")->slot) == "9,1");
}

TEST_CASE("a text that makes no sense changes nothing and is named") {
  lab::Fields f = lab::declared<Drawing>();
  const std::pair<const char*, const char*> bad[] = {
      {"n", "1.5"},   {"n", ""},        {"n", "seven"},   {"sigma", "auto"},  {"sigma", "1e999"},
      {"on", "yes"},  {"mode", "wrap"}, {"p", "1,,2"},    {"p", "1,1,1,1,1"}, {"Q", ""},
      {"Q", "1,2;3"}, {"Q", "1;2;3;4"}, {"Q", "1,2,3,4"}, {"X", ";"},         {"no", "1"}};
  for (const auto& pair : bad) {
    CAPTURE(pair.first);
    CAPTURE(pair.second);
    const lab::Reading r = f.set(pair.first, pair.second);
    CHECK(r.outcome == lab::Reading::refused);
    CHECK(!r.message.empty());
  }
  for (const lab::Field& field : f.all()) CHECK(!field.changed());
}

TEST_CASE("text and read are inverse, whatever is read") {
  tests::Noise noise(2);
  lab::Fields f = lab::declared<Drawing>();
  for (int i = 0; i < 10000; ++i) {
    lab::Field& field = f.all()[noise.below(f.all().size())];
    const std::string start = lab::text(field.initial);
    read(field, tests::mutated(start, noise, "0123456789.,;-+eEauto "));
    const std::string text = lab::text(field.slot);
    lab::Field copy = field;
    copy.slot = copy.initial;
    CHECK(read(copy, text).outcome == lab::Reading::taken);
    CHECK(copy.slot == field.slot);
  }
}

TEST_CASE("a variant's values become its own defaults") {
  lab::Fields f = lab::declared<Drawing>();
  f.set("n", "7");
  f.make_initial();
  CHECK(!f.find("n")->changed());
}
