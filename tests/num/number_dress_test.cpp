#include "num/number_dress.h"

#include <doctest/doctest.h>

#include <string>

#include "num/expression.h"
#include "num/rng.h"
#include "num/written_number.h"

namespace {

// What is left of a text, without blanks at either end and with one for each row within.
std::string undressed(const std::string& typed) {
  num::PlainText text(typed);
  num::read_dress(text);
  std::string left;
  for (const char c : text.text)
    if (c != ' ' || (!left.empty() && left.back() != ' ')) left += c;
  while (!left.empty() && left.back() == ' ') left.pop_back();
  return left;
}

}  // namespace

TEST_CASE("what markup puts around a number is gone") {
  for (const char* typed : {"**5.52**",
                            "*5.52*",
                            "__5.52__",
                            "_5.52_",
                            "`5.52`",
                            "```\n5.52\n```",
                            "```python\n5.52\n```",
                            "\\( 5.52 \\)",
                            "\\[5.52\\]",
                            "$$5.52$$",
                            "$5.52$",
                            "\\boxed{5.52}",
                            "$\\boxed{5.52}$",
                            "<b>5.52</b>",
                            "“5.52”",
                            "'5.52'",
                            "\"5.52\"",
                            "## 5.52",
                            "• 5.52",
                            "* 5.52",
                            "\\num{5.52}",
                            "\\begin{equation} 5.52 \\end{equation}",
                            "5{.}52"}) {
    CAPTURE(typed);
    std::string left = undressed(typed);
    while (!left.empty() && left.back() == '\n') left.pop_back();
    CHECK(left.substr(left.find_first_not_of('\n')) == "5.52");
  }
  CHECK(undressed("5{,}52") == "5,52");
  CHECK(undressed("16.3\\%") == "16.3 %");
  CHECK(undressed("6.18·10<sup>-9</sup>") == "6.18·10^(-9)");
  CHECK(undressed("The loss is **5.52**.") == "The loss is 5.52 .");
  CHECK(undressed("~5.52") == "≈5.52");
  CHECK(undressed("12~nats") == "12 nats");
  CHECK(undressed("12 ~ ln 3") == "12 ≈ ln 3");
}

TEST_CASE("stars between numbers and quotes within them stay") {
  for (const char* typed : {"2*3*4", "2 * 3 * 4", "2**3", "10**-9 * 2**3", "1'000", "(2) * (3)"})
    CHECK(undressed(typed) == typed);
}

TEST_CASE("what programs print for a number is the number") {
  for (const char* typed :
       {"np.float64(5.52)", "tensor(5.52)", "tensor(5.52, device='cuda:0')", "Out[3]: 5.52",
        "tensor(5.52, dtype=torch.float64, grad_fn=<NllLossBackward0>)", "array(5.52)",
        "array([5.52])", "array([5.52], dtype=float32)",
        "Array(5.52, dtype=float32, weak_type=True)", ">>> 5.52", "[1] 5.52", "Decimal('5.52')",
        "mpf('5.52')", "print(5.52)", "tensor(5.52).item()",
        "<tf.Tensor: shape=(), dtype=float32, numpy=5.52>", "Out[1]= 5.52", "float(5.52)"}) {
    CAPTURE(typed);
    CAPTURE(undressed(typed));
    CHECK(num::calculate(undressed(typed)).value == 5.52);
    CHECK(num::written_number(typed).value == 5.52);
  }
}

TEST_CASE("what programs are asked with is a calculation") {
  for (const char* typed :
       {"N[Log[250]]", "N[Log[250], 10]", "Log[250]", "Log[E, 250]", "In[1]:= Log[250]",
        "np.log(np.array(250))", "torch.log(torch.tensor(250.))", ">>> math.log(250)", "=LN(250)",
        "julia> log(250)", "Math.log(250)", "-Log[1/250.]"}) {
    CAPTURE(typed);
    std::string left = undressed(typed);
    if (left[0] == '=') left.erase(0, 1);
    CAPTURE(left);
    REQUIRE(num::calculate(left).value);
    CHECK(*num::calculate(left).value == doctest::Approx(5.521460917862246).epsilon(1e-14));
  }
  CHECK(num::calculate(undressed("log₂250")).value == num::calculate("log2(250)").value);
  CHECK(num::calculate(undressed("6.18*^-9")).value == 6.18e-9);
}

TEST_CASE("random texts keep places in what was typed, and no call of it fails") {
  const std::string pieces = "()[]{}<>`*_~#'\\\"$5.,=:;/ \nNLogsuptensor";
  num::Rng rng(8, 1);
  for (int round = 0; round < 20000; ++round) {
    std::string typed;
    for (int n = rng.below(14); n > 0; --n)
      typed += pieces[static_cast<std::size_t>(rng.below(static_cast<int>(pieces.size())))];
    CAPTURE(typed);
    num::PlainText text(typed);
    num::read_dress(text);
    for (std::size_t at = 0; at < text.text.size(); ++at)
      REQUIRE(text.origin(at) <= text.origin(at + 1));
    REQUIRE(text.origin(text.text.size()) <= typed.size());
  }
}
