#include "exam/kinds/number.h"

#include <doctest/doctest.h>

#include "exam/instance.h"
#include "exam/marked.h"

namespace {

using tests::field;

}  // namespace

TEST_CASE("a number is whatever calculation gives it") {
  for (const char* right : {"12", "3*4", "12,0", "sqrt(144)", "24/2", "12.005"}) {
    CAPTURE(right);
    CHECK(field("{\"area\": \"" + std::string(right) + "\"}", 0).outcome == exam::Outcome::right);
  }
  CHECK(field(R"({"area": "3*4"})", 0).read_as == "12");
  CHECK(field(R"({"area": "-ln 250"})", 0).read_as == "−5.52146");
}

TEST_CASE("the unit of a field may stand behind its number, another one may not") {
  const auto outcome = [](const std::string& text) {
    return field("{\"area\": \"" + text + "\"}", 0).outcome;
  };
  CHECK(outcome("12 m²") == exam::Outcome::right);
  CHECK(outcome("3*4m² ") == exam::Outcome::right);
  CHECK(outcome("13 m²") == exam::Outcome::wrong);
  CHECK(outcome("12 km²") == exam::Outcome::invalid);
  CHECK(outcome("12 m") == exam::Outcome::invalid);
  CHECK(outcome("m²") == exam::Outcome::invalid);
  CHECK(outcome("12 m² m²") == exam::Outcome::invalid);
}

TEST_CASE("the side of a square may be given as the square") {
  const exam::Number side{21, 1e-4, "cells", {}};
  const auto read = [&](const char* text) {
    return side.mark(lab::Json{std::string(text)}, "", exam::Layout::own);
  };
  for (const char* text :
       {"21×21", "21 x 21", "(21, 21)", "21 by 21", "21×21 px", "21×21 cells", "21²", "21^2"}) {
    CAPTURE(text);
    CHECK(read(text).outcome == exam::Outcome::right);
    CHECK(read(text).notes.size() == 1);
  }
  CHECK(read("20 × 20").outcome == exam::Outcome::wrong);
  CHECK(read("21 × 20").outcome == exam::Outcome::wrong);
  CHECK(read("441").outcome == exam::Outcome::wrong);
}

TEST_CASE("a large number counts rounded to three digits, where no mistake is the same then") {
  const exam::Number count{10387456, 5e-4, "FLOPs", {{10264576, "the softmax of one head"}}};
  const auto right = [&](const char* text) {
    return count.mark(lab::Json{std::string(text)}, "", exam::Layout::own).outcome ==
           exam::Outcome::right;
  };
  for (const char* text : {"1.04e7", "10.4M", "1.04 × 10⁷", "1.039e7", "10.387e6"})
    CHECK(right(text));
  for (const char* text : {"1.03e7", "1.0e7", "1.05e7", "1.041e7"}) CHECK_FALSE(right(text));
  exam::Number close = count;
  close.mistakes.push_back({10412000, "another"});  // 1.04e7 as well
  CHECK(close.mark(lab::Json{std::string("1.04e7")}, "", exam::Layout::own).outcome ==
        exam::Outcome::wrong);
}

TEST_CASE("a large count that is rounded is said to be") {
  const exam::Number count{10387456, 5e-4, "FLOPs"};
  const auto marked = [&](const char* text) {
    return count.mark(lab::Json{std::string(text)}, "", exam::Layout::own);
  };
  REQUIRE(marked("10.4M").notes.size() == 1);
  CHECK(marked("10.4M").notes[0] ==
        "This is rounded, which is near enough here; the exact count is 10\u202f387\u202f456.");
  CHECK(marked("10,387,000").notes.size() == 1);
  CHECK(marked("10,387,456").notes.empty());
}

TEST_CASE("words for powers of ten multiply, and leave a comma its two readings") {
  const exam::Number count{39337984, 1e-3, "FLOPs"};
  const auto marked = [&](const char* text) {
    return count.mark(lab::Json{std::string(text)}, "", exam::Layout::own);
  };
  for (const char* text : {"39.338 million", "39 338 thousand", "39 million 338 thousand",
                           "39 million and 338 thousand", "39,3 Mio.", "39.3 mn"})
    CHECK_MESSAGE(marked(text).outcome == exam::Outcome::right, text);
  CHECK(marked("39,338 thousand").notes[0] == "39,338 thousand is read as 39\u202f338\u202f000.");
  CHECK(marked("39,400 thousand").message.find("does 39,400 mean 39400 or 39.400?") !=
        std::string::npos);
  CHECK(marked("3 thousand and 20").read_as == "3020");
  CHECK(marked("1.5 million").read_as == "1\u202f500\u202f000");
  CHECK(marked("12k").read_as == "12\u202f000");
  CHECK(marked("39.3 million or 40 million").message.find("two values that differ") !=
        std::string::npos);
}

TEST_CASE("a per cent is a hundredth where the field has no unit") {
  exam::Number share{0.25, 1e-3, "", {}};
  const auto read = [&](const char* text) {
    return share.mark(lab::Json{std::string(text)}, "", exam::Layout::own);
  };
  for (const char* right : {"25 %", "25%", "50/2 percent", "25 per cent", "0.25", "1/4"}) {
    CAPTURE(right);
    CHECK(read(right).outcome == exam::Outcome::right);
  }
  CHECK(read("25 %").read_as == "0.25");
  CHECK(read("25").outcome == exam::Outcome::wrong);
  CHECK(read("%").outcome == exam::Outcome::invalid);
  CHECK(read("25 % %").outcome == exam::Outcome::invalid);
  share.unit = "m²";
  CHECK(share.mark(lab::Json{std::string("25 %")}, "", exam::Layout::own).outcome ==
        exam::Outcome::invalid);
}

TEST_CASE("names, sides of an equation and units stand round a number") {
  const auto read = [](const std::string& text) {
    return field("{\"area\": " + lab::quoted(text) + "}", 0);
  };
  for (const char* right :
       {"A = 12", "area = 3*4 = 12 m²", "3*4 ≈ 12", "≈12", "~12 m²", "approx 12", "A ≈ 12.", "= 12",
        "12 =", "12 = A", "$A = 3 \\cdot 4$", "E = 12", "Area: 12", "3*4 ~ 12", "12~m²", "12 [m²]",
        "12\\,\\text{m²}"}) {
    CAPTURE(right);
    const exam::FieldMark mark = read(right);
    CAPTURE(mark.message);
    CHECK(mark.outcome == exam::Outcome::right);
  }
  const exam::FieldMark split = read("3*4 = 13");
  CHECK(split.outcome == exam::Outcome::wrong);
  CHECK(split.message ==
        "The two sides of “=” differ: 3*4 is 12, and 13 is not that. Give one value.");
  CHECK(read("13 = 3*4").outcome == exam::Outcome::wrong);
  CHECK(read("5..2 = 12").outcome == exam::Outcome::invalid);
  CHECK(read("A = foo").outcome == exam::Outcome::invalid);
  CHECK(read("A = 3*").message == "At character 7: a number is missing at the end.");
  CHECK(read("12 nats").message == "\"nats\" is not the unit here: the answer is asked in m².");
  CHECK(read(std::string(900000, '1')).message == "This is longer than 1000 characters.");
}

TEST_CASE("one comma before three digits counts as it is right, and is asked about otherwise") {
  const exam::Number loss{1.204, 5e-3, "nats"}, count{1204, 1e-3, ""};
  const auto mark = [](const exam::Number& kind, const char* text) {
    return kind.mark(lab::Json{std::string(text)}, "Yes.", exam::Layout::own);
  };
  CHECK(mark(loss, "1,204").outcome == exam::Outcome::right);
  CHECK(mark(loss, "1,204 nats").notes[0] == "1,204 nats is read as 1.204.");
  CHECK(mark(count, "n = 1,204").outcome == exam::Outcome::right);
  CHECK(mark(loss, "1,300").outcome == exam::Outcome::invalid);
  CHECK(mark(loss, "1,300").message ==
        "At character 1: does 1,300 mean 1300 or 1.300? Write it without the comma, or with a "
        "point.");
  CHECK(loss.understand("1,204", "").message == "read as 1.204 or 1204");
}

TEST_CASE("the tolerance is relative to the answer, however small, and for decimals") {
  const auto outcome = [](const exam::Number& kind, const char* text) {
    return kind.mark(lab::Json{std::string(text)}, "", exam::Layout::own).outcome;
  };
  const exam::Number tiny{3e-20, 5e-3, ""}, none{0, 5e-3, ""};
  CHECK(outcome(tiny, "3e-20") == exam::Outcome::right);
  CHECK(outcome(tiny, "0") == exam::Outcome::wrong);
  CHECK(outcome(tiny, "3.1e-20") == exam::Outcome::wrong);
  CHECK(outcome(none, "0") == exam::Outcome::right);
  CHECK(outcome(none, "0.3 - 0.1 - 0.2") == exam::Outcome::right);
  CHECK(outcome(none, "1e-6") == exam::Outcome::wrong);
  exam::Number loss{5.521460917862246, 5e-3, "nats"};
  CHECK(outcome(loss, "ln 250") == exam::Outcome::right);
  CHECK(outcome(loss, "ln 249") == exam::Outcome::partly);
  CHECK(loss.mark(lab::Json{std::string("ln 249")}, "", exam::Layout::own).share == 0.5);
  CHECK(outcome(loss, "ln 249 = 5.52") == exam::Outcome::partly);
  CHECK(outcome(loss, "5.517") == exam::Outcome::right);
  loss.exact = false;
  CHECK(outcome(loss, "ln 249") == exam::Outcome::right);
}

TEST_CASE("a wrong number is quoted as people read it") {
  const exam::Number small{1e-3, 5e-3, "nats"};
  const auto said = [&](const char* text) {
    return small.mark(lab::Json{std::string(text)}, "", exam::Layout::own).message;
  };
  CHECK(said("-ln 250").find("You gave −5.521, ") == 0);
  CHECK(said("3e-20").find("You gave 3×10⁻²⁰, ") == 0);
}

TEST_CASE("a share may be meant in per cent, and the other way round") {
  const exam::Number share{.value = 0.163, .is_share = true}, percent{1, 5e-3, "%"};
  const auto message = [](const exam::Number& kind, const char* text) {
    return kind.mark(lab::Json{std::string(text)}, "", exam::Layout::own).message;
  };
  CHECK(message(share, "16.3").find("write 16.3 %.") != std::string::npos);
  CHECK(message(percent, "0.01").find("write 1 %.") != std::string::npos);
  CHECK(percent.mark(lab::Json{std::string("1％")}, "", exam::Layout::own).outcome ==
        exam::Outcome::right);
}

TEST_CASE("a wrong number gets its cure, an unreadable one is no attempt") {
  CHECK(field(R"({"area": "14"})", 0).message == "That is the perimeter.");
  CHECK(field(R"({"area": "-12"})", 0).message.find("sign") != std::string::npos);
  CHECK(field(R"({"area": "1000"})", 0).message.find("large") != std::string::npos);
  const exam::FieldMark bad = field(R"({"area": "3*"})", 0);
  CHECK(bad.outcome == exam::Outcome::invalid);
  CHECK(!bad.message.empty());
  CHECK(field(R"({"area": [1]})", 0).outcome == exam::Outcome::invalid);
}

TEST_CASE("mistakes that are right or alike do not tell apart") {
  const auto form = [](std::vector<exam::NumberMistake> mistakes) {
    return exam::Form{{"x", "x", exam::Number{10, 0.01, "", std::move(mistakes)}, ""}};
  };
  CHECK(exam::tells_apart(form({{5, ""}, {20, ""}})));
  CHECK(!exam::tells_apart(form({{10.05, ""}})));
  CHECK(!exam::tells_apart(form({{5, ""}, {5.01, ""}})));
}

TEST_CASE("another unit of the same kind is converted, and said so") {
  const exam::Number loss{5.521460917862246, 5e-3, "nats"};
  const auto mark = [&](const char* text) {
    return loss.mark(lab::Json{std::string(text)}, "Yes.", exam::Layout::own);
  };
  CHECK(mark("7.966 bits").outcome == exam::Outcome::right);
  CHECK(mark("7.966 bits").notes[0] == "7.966 bits is read as 5.522 nats.");
  CHECK(mark("log2(250) bits").outcome == exam::Outcome::right);
  CHECK(mark("log2(250) = 7.966 bits").outcome == exam::Outcome::right);
  CHECK(mark("5.52 bits").outcome == exam::Outcome::wrong);
  CHECK(mark("5.52 bits").message ==
        "You gave 5.52 bits, which is 3.826 nats. In which unit did you compute it?");
}

TEST_CASE("what has two readings is right where one is, said so, and asked about otherwise") {
  const exam::Number loss{5.521460917862246, 5e-3, "nats"};
  const auto mark = [&](const char* text) {
    return loss.mark(lab::Json{std::string(text)}, "Yes.", exam::Layout::own);
  };
  CHECK(mark("-log 1/250").notes[0] == "-log 1/250 is read as −ln(1/250).");
  CHECK(mark("ln(250").notes[0] == "ln(250 is read as ln(250).");
  CHECK(mark("In 250").notes[0] == "In 250 is read as ln(250).");
  for (const char* right :
       {"-log 1/250", "ln(250", "In 250", "|n 250", "1n(250)", "5 1/2", "-log 1/250 = 5.52"}) {
    CAPTURE(right);
    CHECK(mark(right).outcome == exam::Outcome::right);
  }
  for (const char* asked : {"-log 1/240", "ln(240", "In 240", "4 1/2", "5·52", "5.521.461"}) {
    CAPTURE(asked);
    CHECK(mark(asked).outcome == exam::Outcome::invalid);
  }
}

TEST_CASE("a number under the name of another quantity is wrong") {
  exam::Number loss{5.521460917862246, 5e-3, "nats"};
  loss.quantity = "loss";
  const auto mark = [&](const char* text) {
    return loss.mark(lab::Json{std::string(text)}, "Yes.", exam::Layout::own);
  };
  CHECK(mark("accuracy = 5.52").outcome == exam::Outcome::wrong);
  CHECK(mark("accuracy = 5.52").message.find("the accuracy") != std::string::npos);
  for (const char* right : {"L = 5.52", "J = 5.52", "H(y, p) = 5.52", "CE: 5.52", "ℓ = 5.52",
                            "\\mathcal{L} = 5.52", "\\mathcal L = 5.52", "mean loss = 5.52",
                            "L(θ) = 5.52", "q = 5.52", "K = 250 ⇒ L = 5.52"}) {
    CAPTURE(right);
    CHECK(mark(right).outcome == exam::Outcome::right);
  }
}

TEST_CASE("an infinite number is too much, and NaN is none") {
  const exam::Number loss{5.521460917862246, 5e-3, "nats"};
  const auto mark = [&](const char* text) {
    return loss.mark(lab::Json{std::string(text)}, "Yes.", exam::Layout::own);
  };
  CHECK(mark("∞").outcome == exam::Outcome::wrong);
  CHECK(mark("∞").message.find("You gave ∞, and the answer is finite.") == 0);
  CHECK(mark("-inf").message.find("You gave −∞") == 0);
  CHECK(mark("nan").outcome == exam::Outcome::invalid);
}

TEST_CASE(
    "a value that is as right has its own words, and one with a name counts under that alone") {
  const auto mark = [](const char* text) {
    exam::Number kind{2, 1e-3, ""};
    kind.also = {{6, "three of them"}, {-6, "as you name it", "∂L/∂z3"}};
    return kind.mark(lab::Json{std::string(text)}, "Yes.", exam::Layout::own);
  };
  CHECK(mark("2").message == "Yes.");
  CHECK(mark("6").message == "three of them");
  CHECK(mark("6").share == 1);
  CHECK(mark("dL/dz3 = -6").message == "as you name it");
  CHECK(mark("-6").share == 0);
  CHECK(mark("dL/dz3 = 2").share == 0);
}
