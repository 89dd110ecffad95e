// Elementary functions with the same bits on every platform.
//
// The C library's differ between processors with and without fused multiply and add, and between
// libraries. These use only + - * / and exact operations on doubles in a fixed order, so every
// IEEE 754 machine agrees. Special values are those of Annex F of the C standard.
//
// "Within e ULP": the largest error met against an extended-precision reference, in units in the
// last place of the true value, over a million arguments spread over the whole range.
#pragma once

namespace num {

double exp(double x);    // within 0.62 ULP, 0.77 where the result is denormal
double log(double x);    // within 0.51 ULP; -inf at 0, NaN below
double log2(double x);   // within 0.51 ULP; exact at powers of two
double log1p(double x);  // log(1 + x), within 0.53 ULP; -inf at -1, NaN below
double log10(double x);  // within 0.51 ULP; exact at powers of ten that are doubles
double sin(double x);    // within 0.8 ULP for |x| <= 2^20; NaN beyond
double cos(double x);    // within 0.8 ULP for |x| <= 2^20; NaN beyond
double tanh(double x);   // within 2.7 ULP

// x to the power y, within 0.65 ULP, hence exact where the true power is a double: small whole
// powers, square roots of squares. NaN for a negative x unless y is whole.
double pow(double x, double y);

}  // namespace num
