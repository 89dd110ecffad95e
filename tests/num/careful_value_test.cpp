#include "num/careful_value.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "num/expression.h"

TEST_CASE("a logarithm near 1 keeps its digits, whichever way it is written") {
  struct Loss {
    const char* text;
    double value;
  };
  const double tiny = 1.1160227928062509e-43;  // 3 exp(-100)
  for (const Loss& loss : std::vector<Loss>{{"ln(1+3exp(-100))", tiny},
                                            {"log(3*e^-100 + 1)", tiny},
                                            {"-ln(1/(1+3e^(-100)))", tiny},
                                            {"-log(1 - 3e^-100/(1+3e^-100))", tiny},
                                            {"ln(1+e^-100+e^-100+e^-100)", tiny},
                                            {"log1p(3exp(-100))", tiny},
                                            {"-ln(exp(0)/(exp(0)+3exp(-100)))", tiny},
                                            {"-ln((1+3e^-100)^-1)", tiny},
                                            {"2 ln(sqrt(1+3e^-100))", tiny},
                                            {"ln(2)*log_2(1+3e^-100)", tiny},
                                            {"ln(1.2)", 0.1823215567939546}}) {
    CAPTURE(std::string(loss.text));
    const num::Calculation c = num::calculate(loss.text);
    REQUIRE(c.value);
    CHECK(*c.value == doctest::Approx(loss.value).epsilon(1e-12).scale(0));
    CHECK(c.noise <= 1e-9 * std::fabs(*c.value));
  }
}

TEST_CASE("lost digits are known as lost") {
  for (const char* text : {"ln(exp(40)+3) - 40", "ln(e^100 + 3) - 100", "0.3 - 0.1 - 0.2"}) {
    CAPTURE(text);
    const num::Calculation c = num::calculate(text);
    REQUIRE(c.value);
    CHECK(c.noise >= std::fabs(*c.value));
    CHECK(c.noise < 1e-13);
  }
  CHECK(num::calculate("5-5").noise == 0);
  CHECK(num::calculate("exp(-100)").noise < 1e-50);
}

TEST_CASE("a formula of exact numbers is told from a number with decimals") {
  for (const char* text : {"ln 249", "log(256)", "8 ln 2", "97/597", "-log(1/250)", "e^2", "2^10",
                           "25*25*9", "sqrt 2", "2*82/(2*82 + 825 + 18)"})
    CHECK_MESSAGE(num::calculate(text).exact, text);
  for (const char* text : {"5.52", "6", "-6", "5.52*1", "8*0.693", "552/100", "6*10^-9", "6e-9",
                           "-ln 0.004", "2 + 3", "10^6", "49*1000"})
    CHECK_MESSAGE(!num::calculate(text).exact, text);
}
