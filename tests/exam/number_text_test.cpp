#include "exam/number_text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "exam/number_words.h"
#include "exam/quantity_names.h"
#include "num/rng.h"
#include "thinning.h"

namespace {

// The value of the last side; NaN where there is none.
double value(const std::string& typed, const char* unit = "nats") {
  const exam::NumberText text = exam::number_text(typed, unit, "loss");
  if (text.sides.empty() || !text.sides.back().result.value) return std::nan("");
  return *text.sides.back().result.value;
}

}  // namespace

TEST_CASE("words and marks around a number say nothing about it") {
  for (const char* typed : {"it is 5.52",
                            "about 5.52",
                            "approx. 5.52",
                            "ca. 5.52",
                            "etwa 5.52",
                            "environ 5.52",
                            "I think 5.52",
                            "I think it's about 5.52",
                            "the loss is 5.52",
                            "answer: 5.52",
                            "5.52?",
                            "5.52…",
                            "5.52 ✅",
                            "🙂 5.52",
                            "5.52 (approx.)",
                            "5.52 or so",
                            "5.52, I think",
                            "The answer is **5.52**.",
                            "5.52 nats per sample",
                            "roughly 5.52 on average",
                            "5.52!",
                            "Antwort: 5,52",
                            "c'est environ 5,52",
                            "ответ: 5,52",
                            "答案：5.52",
                            "约5.52",
                            "1f) 5.52",
                            "1f: 5.52",
                            "Loss = 5.52 (mean loss)",
                            "5.52 # nats",
                            "minus -5.52"}) {
    CAPTURE(typed);
    CHECK(value(typed) == 5.52);
  }
}

TEST_CASE("words that say something else are no words around a number") {
  for (const char* typed : {"not 5.52", "less than 5.52", "at least 5.52", "> 5.52", "half 5.52",
                            "5.52 metres", "5.52 and 6", "5.52 to 6"}) {
    CAPTURE(typed);
    const exam::NumberText text = exam::number_text(typed, "nats");
    CHECK((!text.error.empty() || text.sides.size() != 1));
  }
}

TEST_CASE("the next name of a log is no name of the number before it") {
  for (const char* typed : {"loss=5.52 acc=0.004", "loss: 5.52 - accuracy: 0.004"}) {
    CAPTURE(typed);
    CHECK(exam::number_text(typed, "nats").error.find("Give one number.") != std::string::npos);
  }
}

TEST_CASE("what stands behind because, for and the like is a remark") {
  for (const char* typed :
       {"5.52 because lr = 0", "the loss stays at 5.52 since p = 1/250 and K = 250",
        "5.52 for 250 classes", "5.52 (K = 250)", "5.52 # 6", "p = 1/250 as K = 250, so 5.52",
        "5.52 because nothing is learned", "5.52 with lr=0", "5.52 - I think", "loss_0 = 5.52",
        "loss1 = 5.52", "loss(0) = 5.52", "5.52 (natural log)", "loss for one image is 5.52"}) {
    CAPTURE(typed);
    CHECK(value(typed) == 5.52);
    CHECK(exam::number_text(typed, "nats", "loss").sides.size() == 1);
  }
}

TEST_CASE("logarithms and figures may be spoken") {
  CHECK(value("natural log of 250") == doctest::Approx(5.521460917862246));
  CHECK(value("minus the log of (1/250)") == doctest::Approx(5.521460917862246));
  CHECK(value("zero") == 0);
  CHECK(value("two per cent", "%") == 2);
  CHECK(value("5.52 for one image") == 5.52);
  for (int n = 21; n < 100; ++n) {
    constexpr const char* tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                    "sixty",  "seventy", "eighty", "ninety"};
    constexpr const char* ones[] = {"one", "two",   "three", "four", "five",
                                    "six", "seven", "eight", "nine"};
    if (n % 10 == 0) continue;
    for (const char* between : {"-", " "}) {
      const std::string said = tens[n / 10 - 2] + std::string(between) + ones[n % 10 - 1];
      CAPTURE(said);
      CHECK(value(said) == n);
    }
  }
}

TEST_CASE("of several statements the one with the asked name counts") {
  for (const char* typed : {"p = 1/250, L = 5.52", "K = 250; loss = 5.52", "loss = 5.52, K = 250",
                            "p = 1/250 ⇒ L = 5.52", "x = 3\ny = 5.52", "L = -ln p\n= 5.52"}) {
    CAPTURE(typed);
    CHECK(value(typed) == 5.52);
    CHECK(exam::number_text(typed, "nats", "loss").sides.size() == 1);
  }
  CHECK(exam::number_text("ln 250 ⇒ 5.52", "nats").sides.size() == 2);
  CHECK(exam::number_text("5.52 (ln 250)", "nats").sides.size() == 1);
  CHECK(value("5 (3)") == 15);
  CHECK(exam::number_text("loss after epoch 1 = 5.52", "nats").sides.size() == 1);
}

TEST_CASE("units of one kind are turned into the one that is asked for") {
  CHECK(value("7.966 bits") == doctest::Approx(7.966 * 0.6931471805599453));
  CHECK(value("2.398 Hartleys") == doctest::Approx(2.398 * 2.302585092994046));
  CHECK(value("552.1 %") == doctest::Approx(5.521));
  CHECK(value("552.1 %", "") == doctest::Approx(5.521));
  CHECK(value("3 % - 1 %", "%") == doctest::Approx(2));
  CHECK(value("2 percentage points", "%") == 2);
  CHECK(value("20 ‰", "%") == doctest::Approx(2));
  const exam::NumberText text = exam::number_text("log2(250) = 7.966 bits", "nats");
  REQUIRE(text.sides.size() == 2);
  CHECK(*text.sides[0].result.value == doctest::Approx(5.521460917862246));
  CHECK(value("21 px", "cells") == 21);
  CHECK(exam::number_text("5 px", "nats").error ==
        "\"px\" is not the unit here: the answer is asked in nats.");
}

TEST_CASE("a comparison with 0 or 1 behind a number is a remark, and another is a bound") {
  for (const char* typed :
       {"5.52 > 1", "5.52 (> 1)", "L = 5.52 > 0", "5.52 > 1, so it explodes", "5.52 \\geq 1"}) {
    CAPTURE(typed);
    CHECK(value(typed) == 5.52);
  }
  for (const char* typed : {"< 5.53", "1 < 5.52", "5.52 < 6", "0 < 5.52 < 6", "L_2 > 1"}) {
    CAPTURE(typed);
    CHECK(exam::number_text(typed, "nats").error == "This gives a bound. Give one value.");
  }
}

TEST_CASE("a per cent sign behind the argument of a function is of the argument") {
  CHECK(value("-ln 30 %") == doctest::Approx(1.2039728));
  CHECK(value("-ln(30 %)") == doctest::Approx(1.2039728));
  CHECK(value("-log 30%") == doctest::Approx(1.2039728));
  CHECK(value("5.52+0j") == 5.52);
  CHECK(value("(5.52 - 0.i)") == 5.52);
  CHECK(value("1 in 100", "") == 0.01);
  CHECK(value("3 out of 4", "") == 0.75);
}

TEST_CASE("what is no number gets a true sentence") {
  CHECK(std::isinf(value("∞")));
  CHECK(value("-inf") < 0);
  CHECK(exam::number_text("NaN", "nats").error.find("has no value") != std::string::npos);
  CHECK(exam::number_text("5·52", "nats").sides[0].doubt ==
        "does 5·52 mean 5.52 or 5 times 52? Write a decimal point, or × for the product.");
  CHECK(exam::number_text("5.521.461", "nats").sides[0].doubt ==
        "does 5.521.461 mean 5521461 or 5.521461? Write one decimal point, or none.");
  CHECK(exam::number_text("5.5–5.6", "nats").sides[0].doubt ==
        "does 5.5–5.6 mean a range, or a difference? Give one value.");
  CHECK(!exam::number_text("...", "nats").error.empty());
}

TEST_CASE("names are of the quantity that is asked for, of another one, or anybody's own") {
  for (const char* loss : {"L", "l", "J", "loss", "CE", "H", "ell", "meanloss", "crossentropy"})
    CHECK(exam::quantity_called(loss) == "loss");
  CHECK(exam::quantity_called("accuracy") == "accuracy");
  CHECK(exam::quantity_called("q").empty());
  CHECK(exam::names_another("L", "loss").empty());
  CHECK(exam::names_another("accuracy", "").empty());
  CHECK(exam::names_another("accuracy", "loss") ==
        "You give this number to another quantity, the accuracy. The question asks for the loss.");
}

TEST_CASE("random texts of words, signs and numbers are read or refused at once") {
  const std::vector<std::string> pieces = {
      "5", ".", ",",    " ", "(",  ")",    "=",    "is ",  "a", "ln ",  "±",
      "…", "%", "bits", ":", ";",  "\n",   "🙂", "es ",  "{", "\\ln", "**",
      "/", "-", "[",    "]", "In", "one ", "nats", "I'd ", "€", "\xff"};
  num::Rng rng(3, 7);
  tests::Thinned thinned;
  for (int round = 0; round < 20000; ++round) {
    std::string typed;
    for (int n = rng.below(12); n > 0; --n)
      typed += pieces[static_cast<std::size_t>(rng.below(static_cast<int>(pieces.size())))];
    if (!thinned.tries()) continue;
    CAPTURE(typed);
    const exam::NumberText text = exam::number_text(typed, "nats", "loss");
    REQUIRE(text.sides.empty() == !text.error.empty());
  }
}
