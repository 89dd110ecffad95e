#include "exercises/siamese_numbers.h"

#include <cmath>
#include <string>

#include "labs/phrases.h"
#include "labs/siamese/study.h"

namespace exercises {
namespace {

using laboratory::brief;
using SiameseParams = laboratory::siamese::Params;
using SiameseStudy = laboratory::siamese::Study;

// A mistake that gives the right answer, or what another one gives, cannot be told from it.
void know(exam::Number& number, double value, const char* cure) {
  const auto as_right = [&](double right) {
    return exam::near(value, right, 4 * number.tolerance);
  };
  if (as_right(number.value)) return;
  for (const exam::OtherNumber& other : number.also)
    if (other.label.empty() && as_right(other.value)) return;
  for (const exam::NumberMistake& known : number.mistakes)
    if (exam::near(value, known.value, 4 * number.tolerance)) return;
  number.mistakes.push_back({value, cure});
}

std::string column(const lab::Matrix& m, int col) {
  std::string text;
  for (int r = 0; r < m.rows; ++r) text += (r > 0 ? ", " : "") + brief(m.at(r, col));
  return "(" + text + ")";
}

std::string row(const lab::Matrix& m) {
  std::string text;
  for (int c = 0; c < m.cols; ++c) text += (c > 0 ? ", " : "") + brief(m.at(0, c));
  return "(" + text + ")";
}

double to_four_decimals(double x) { return std::round(x * 1e4) / 1e4; }

}  // namespace

std::optional<WorkedNumber> worked_output(const SiameseParams& p) {
  constexpr double least_difference = 0.02;
  const SiameseStudy s = laboratory::siamese::study(p);
  if (!s.fits()) return std::nullopt;
  for (int i = 0; i < s.net.examples(); ++i) {
    const double yhat = to_four_decimals(s.values.yhat.at(0, i)), y = s.net.Y.at(0, i);
    if (std::fabs(yhat - y) < least_difference) continue;
    const double m = s.net.examples(), slope = yhat * (1 - yhat);
    exam::Number number{(yhat - y) / m, 5e-3, "", {}};
    know(number, (y - yhat) / m, "The size is right. J = −(1/m) Σ L reverses the sign of ∂L/∂z3.");
    number.also = {
        {y - yhat, "As you name it: ∂L/∂z3 = y − ŷ. J brings a minus and 1/m.", "∂L/∂z3"}};
    if (!exam::near(yhat - y, number.value, 4 * number.tolerance))
      number.also.push_back({yhat - y,
                             "That is the gradient of this pair’s own cost, −L, and counts. J is "
                             "the mean over m pairs, so ∂J/∂z3 of one of them carries 1/m."});
    know(number, y - yhat, "That is ∂L/∂z3 of this pair. J brings a minus and 1/m.");
    know(number, (yhat - y) * slope / m,
         "You keep the slope ŷ(1 − ŷ) of the sigmoid. With this loss it cancels.");
    if (slope > 0)
      know(number, (yhat - y) / slope / m, "That is ∂J/∂ŷ. One link is left: ∂ŷ/∂z3 = ŷ(1 − ŷ).");
    const std::string pair = std::to_string(i + 1);
    const std::string label = "δ1 = ∂J/∂z3 in numbers, for pair " + pair + " of " +
                              std::to_string(s.net.examples()) + ", where ŷ = " + brief(yhat, 6) +
                              " and y = " + brief(y);
    const double value = number.value;
    return WorkedNumber{i + 1,
                        value,
                        {"delta1_value", label, std::move(number),
                         "Prediction minus label, over m: every pair has its share of the mean."}};
  }
  return std::nullopt;
}

std::optional<WorkedNumber> worked_head(const SiameseParams& p) {
  constexpr double least_weight = 0.05;
  const SiameseStudy s = laboratory::siamese::study(p);
  if (!s.fits()) return std::nullopt;
  for (int k = s.net.hidden() - 1; k >= 0; --k) {
    const double w = s.net.W2.at(0, k), a = s.values.a.at(k, 0), yhat = s.values.yhat.at(0, 0);
    if (std::fabs(w) < least_weight) continue;
    exam::Number number{w, 5e-3, "", {}};
    know(number, a, "That is ∂z3/∂W2, the entry of a. Here W2 stays fixed and a moves.");
    know(number, w * a,
         "That is this entry’s term of z3, not how z3 moves with it. What multiplies a there?");
    know(number, w * yhat * (1 - yhat),
         "You go one link too far: ŷ(1 − ŷ) belongs to ∂ŷ/∂z3. The question ends at z3.");
    know(number, w + s.net.b2, "b2 does not depend on a, so its derivative is 0.");
    const std::string entry = std::to_string(k + 1);
    const std::string label = "entry " + entry + " of δ2 in numbers, ∂z3/∂a_" + entry +
                              ", for pair 1, where W2 = " + row(s.net.W2) +
                              ", b2 = " + brief(s.net.b2) + " and a = " + column(s.values.a, 0);
    return WorkedNumber{1,
                        w,
                        {"delta2_value", label, std::move(number),
                         "z3 moves with an entry of a by the weight that multiplies it, whatever "
                         "the pair."}};
  }
  return std::nullopt;
}

}  // namespace exercises
