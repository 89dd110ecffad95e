// What a person types where a number is asked: "5.52", "ln 250", "-log(1/250)", "3/4", "0,3".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "num/plain_text.h"

namespace num {

// One reading of a calculation: its value, how far rounding may have carried it, whether it is
// exact (both as in Calculation), and the calculation as a person would set it, empty where it
// calls no function.
struct CalculationReading {
  double value = 0, noise = 0;
  bool exact = false;
  std::string text;
};

// `value` where `text` is a calculation with a finite result; otherwise `error`, one sentence that
// names what is wrong and the place, and `at`, that place in bytes.
struct Calculation {
  std::optional<double> value;
  std::string error;
  std::size_t at = 0;
  // Roughly how far rounding may have carried `value`, and whether it is a formula of exact
  // numbers: "ln 250", "8 ln 2" and "97/597", but neither "5.52" nor "2.77 + ln 2.1" nor "6*10^-9".
  double noise = 0;
  bool exact = false;
  // Where `error` asks what is meant, the values that it may have.
  std::vector<CalculationReading> readings;
  // Beside `value`, what it is where points part thousands, "ln(1.000)".
  std::optional<CalculationReading> grouped;
};

// Grammar, over plain characters (num/plain_text.h): numbers as num/literal.h has them; + - * / ^
// **, x between numbers, the signs U+00B7, U+00D7, U+00F7, U+221A, raised whole numbers ("10⁻⁹"),
// round brackets and braces, functions ln log exp sqrt abs log2 log10 log1p expm1 with or without
// brackets ("ln 250", "ln of 250"), a per cent as a hundredth ("ln(30 %)"), constants e and pi
// (U+03C0), in capitals or not. log is the natural one; log_2(x), log(x, 2) and log(x,2) have a
// base. LaTeX: \ln, \frac{}{}, \cdot, \left( and the like; $ is skipped. Modules of programs are
// skipped, np.log(x) being log(x), and so is a full stop at the end. ^ binds tighter than a sign,
// and to the right.
//
// Products may be implied ("2 ln 3", "2e", "3(1+1)"), from left to right like written ones, but not
// before a number, unless it is a power of ten ("6.18 10^-9"). A function without brackets takes
// one power, "ln 2^3" being ln(2^3); where a product goes on after it ("log 1/250") two readings
// are usual, unless another function follows ("ln 8 / ln 2") or the root sign has shown how far it
// reaches. What has two readings is asked about: "1,000", "6.18 × 10−9", "log(3,2)", "5 1/2"; so
// are a bracket that is open at the end, and "In 250" and "1og 250", where a letter stands for
// another that looks like it. `readings` has what each may be.
//
// sum, mean, max, min, prod and len are of the values in their brackets, or of a list in square
// brackets: mean(3, 5, 7), max([0.2, 0.4]), also after a function that takes it number by number.
// Semicolons part what has decimal commas; where commas may be either, that is asked. A sum or
// product over an index has both of its ends: Σ_{i=1}^{3}.
//
// At most 1 000 characters, 64 levels deep, and 100 numbers in a list.
Calculation calculate(std::string_view text);

// The same of the bytes [from, to) of a text that has been read in plain characters; places are
// those of what was typed.
Calculation calculate(const PlainText& plain, std::size_t from, std::size_t to);

}  // namespace num
