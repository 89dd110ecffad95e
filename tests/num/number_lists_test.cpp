// Lists in calculations, and sums and products over an index.
#include <doctest/doctest.h>

#include <string>

#include "num/expression.h"
#include "num/number_dress.h"
#include "num/plain_text.h"

namespace {

struct ListReading {
  const char* text;
  double value;
};

// Without what programs and pages put around it.
num::Calculation out_of_programs(const char* text) {
  num::PlainText plain(text);
  num::read_dress(plain);
  return num::calculate(plain, 0, plain.text.size());
}

void check(const ListReading& reading, const num::Calculation& read) {
  CAPTURE(reading.text);
  CAPTURE(read.error);
  REQUIRE(read.value);
  CHECK(*read.value == doctest::Approx(reading.value).epsilon(1e-10));
}

}  // namespace

TEST_CASE("what is taken of a list is one number") {
  const ListReading readings[] = {{"mean(3, 5, 7)", 5},
                                  {"mean(3,5,7)", 5},
                                  {"mean(0,2; 0,4; 0,6)", 0.4},
                                  {"mean([0.2, 0.4, 0.6])", 0.4},
                                  {"mean([[0.2, 0.4, 0.6]])", 0.4},
                                  {"mean((3, 5))", 4},
                                  {"mean([3,5])", 4},
                                  {"mean([10. 12. -4.])", 6},
                                  {"mean([7])", 7},
                                  {"sum([1,2,3])", 6},
                                  {"sum(1 + 2)", 3},
                                  {"(1+2+3)/len([1,2,3])", 2},
                                  {"max(3, 12) - min(3, 12)", 9},
                                  {"max{2, 3}", 3},
                                  {"\\max\\{2, 3\\}", 3},
                                  {"max(2, 3, -7)", 3},
                                  {"prod([2, 3, 4])", 24},
                                  {"-mean(ln([0.9, 0.8, 0.6]))", 0.2797765635793422},
                                  {"-sum([0, 1, 0]*ln([0.2, 0.3, 0.5]))", 1.2039728043259361},
                                  {"sum([3, 4]**2)", 25},
                                  {"sum(1 - [0.25, 0.5])", 1.25},
                                  {"mean(mean(1, 3), 4)", 3},
                                  {"log(1 + sum([e^-20, e^-20, e^-20]))", 6.1834607859e-9}};
  for (const ListReading& reading : readings) check(reading, num::calculate(reading.text));
}

TEST_CASE("lists come out of programs and spreadsheets") {
  const ListReading readings[] = {{"np.mean([0.2, 0.4, 0.6])", 0.4},
                                  {"np.array([3, 5, 7]).mean()", 5},
                                  {"statistics.mean([3, 5, 7])", 5},
                                  {"torch.tensor([3., 5., 7.]).max()", 7},
                                  {"Mean[{3, 5, 7}]", 5},
                                  {"mean(c(3, 5, 7))", 5},
                                  {"mean([3 5 7])", 5},
                                  {"round(np.mean([3.0, 5.0]), 2)", 4},
                                  {"np.sum([3, 5], axis=0)", 8}};
  for (const ListReading& reading : readings) check(reading, out_of_programs(reading.text));
}

TEST_CASE("what has no one value as a list is refused by name") {
  for (const auto& [text, sentence] :
       {std::pair{"std([1, 2])", "\"std\" is not known; programs part over whether it divides"},
        {"median([1, 2])", "\"median\" is not known; there are ln, log"},
        {"mean(3)", "\"mean\" takes a list, or two numbers and more: mean(3, 5)."},
        {"mean 3", "what this is taken of is not known; put its numbers in brackets"},
        {"[1, 2, 3]", "these are 3 numbers, and one is asked for."},
        {"sum([1, 2, 3] + [1, 2])", "is 1×3 and cannot be added to"},
        {"sum([[1, 2], [3, 4]])", "lists stand within this one"},
        {"mean([1, 2]*3)", "does this repeat the list, or multiply its numbers?"},
        {"mean(1,250, 980)", "do the commas part the numbers of this list"},
        {"mean(0,2,0,4)", "do the commas part the numbers of this list"},
        {"sum(1,000,2,000)", "do the commas part the numbers of this list"},
        {"sum([1, 2)", "cannot stand here"},
        {"sum(", "something"}}) {
    const std::string shown = text;
    CAPTURE(shown);
    const num::Calculation read = num::calculate(text);
    CAPTURE(read.error);
    CHECK_FALSE(read.value);
    if (std::string(text) != "sum(") CHECK(read.error.find(sentence) != std::string::npos);
  }
  std::string many = "sum([1";
  for (int i = 0; i < 99; ++i) many += ",1";
  CHECK(num::calculate(many + "])").value == 100);
  CHECK(num::calculate(many + ",1])").error.find("100 numbers at most") != std::string::npos);
}

TEST_CASE("commas of a list that may be decimal have both readings") {
  const num::Calculation read = num::calculate("mean(11,5, 12,5)");
  CHECK_FALSE(read.value);
  REQUIRE(read.readings.size() == 2);
  CHECK(read.readings[0].value == 12);
  CHECK(read.readings[0].text == "mean([11.5, 12.5])");
  CHECK(read.readings[1].value == 8.25);
}

TEST_CASE("calculations have sums and products over an index, where their ends are known") {
  const ListReading readings[] = {{"Σ_{i=1}^{3} i", 6},
                                  {"\\sum_{j=1}^3 2 + 1", 7},
                                  {"sum_{k=1}^{3} 2k", 12},
                                  {"ln(1 + \\sum_{j=1}^{3} e^{-20})", 6.1834607859e-9},
                                  {"\\prod_{i=1}^{3} (i + 1)", 24},
                                  {"sum_{i=1}^{2} sum_{j=1}^{i} j", 4}};
  for (const ListReading& reading : readings) check(reading, num::calculate(reading.text));
  for (const char* text : {"sum_{j ≠ y} e^-20", "\\sum_{j} 0.3", "Σ_j 2", "sum_{j=1, j≠y}^3 2"}) {
    CAPTURE(text);
    const num::Calculation read = num::calculate(text);
    CHECK_FALSE(read.value);
    CHECK(read.error.find(" is not known") != std::string::npos);
  }
  CHECK(num::calculate("sum_{i=1}^{60} sum_{j=1}^{60} sum_{k=1}^{60} k")
            .error.find("takes too long") != std::string::npos);
  CHECK(num::calculate("sum_{i=1}^{1000} i").error.find("64 terms") != std::string::npos);
}
