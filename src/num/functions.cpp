#include "num/functions.h"

#include <cmath>

#include "num/elementary.h"
#include "num/scalar_tape.h"
#include "num/word_table.h"

namespace num {
namespace {

constexpr auto rows = word_table<FunctionRow>({
    {"ln", Function::log, true},
    {"log", Function::log, true},
    {"exp", Function::exp, true},
    {"sqrt", Function::sqrt, true},
    {"abs", Function::abs, true},
    {"log2", Function::log2, true},
    {"log10", Function::log10, true},
    {"loge", Function::log, true},
    {"log1p", Function::log1p, true},
    {"expm1", Function::expm1, true},
    {"sinh", Function::sinh, false},
    {"cosh", Function::cosh, false},
    {"sech", Function::sech, false},
    {"sign", Function::sign, false},
    {"sgn", Function::sign, false},
    {"step", Function::step, false},
    {"heaviside", Function::heaviside, false},
    {"theta", Function::heaviside, false},
    {"sigmoid", Function::sigmoid, false},
    {"sigma", Function::sigmoid, false},
    {"logistic", Function::sigmoid, false},
    {"expit", Function::sigmoid, false},
    {"logisticsigmoid", Function::sigmoid, false},
    {"relu", Function::relu, false},
    {"leakyrelu", Function::leaky, false},
    {"leaky", Function::leaky, false},
    {"tanh", Function::tanh, false},
    {"softplus", Function::softplus, false},
    {"sigmoid'", Function::sigmoid_slope, false},
    {"sigma'", Function::sigmoid_slope, false},
    {"relu'", Function::relu_slope, false},
    {"leakyrelu'", Function::leaky_slope, false},
    {"leaky'", Function::leaky_slope, false},
    {"tanh'", Function::tanh_slope, false},
    {"softplus'", Function::softplus_slope, false},
    {"sum", Function::sum, true},
    {"fsum", Function::sum, true},
    {"summe", Function::sum, true},
    {"mean", Function::mean, true},
    {"fmean", Function::mean, true},
    {"avg", Function::mean, true},
    {"average", Function::mean, true},
    {"mittelwert", Function::mean, true},
    {"len", Function::count, true},
    {"length", Function::count, true},
    {"numel", Function::count, true},
    {"count", Function::count, true},
    {"norm", Function::norm, false},
    {"max", Function::max, true},
    {"min", Function::min, true},
    {"amax", Function::max, true},
    {"amin", Function::min, true},
    {"softmax", Function::softmax, false},
    {"maximum", Function::max, true},
    {"minimum", Function::min, true},
    {"diag", Function::diag, false},
    {"diagonal", Function::diag, false},
    {"diagflat", Function::diag, false},
    {"transpose", Function::transpose, false},
    {"frac", Function::fraction, true},
    {"dfrac", Function::fraction, true},
    {"tfrac", Function::fraction, true},
    {"where", Function::where, false},
    {"outer", Function::outer, false},
    {"dot", Function::dot, false},
    {"matmul", Function::dot, false},
    {"multiply", Function::hadamard, false},
    {"hadamard", Function::hadamard, false},
    {"prod", Function::product, true},
    {"mul", Function::hadamard, false},
    {"times", Function::hadamard, false},
    {"mm", Function::dot, false},
    {"bmm", Function::dot, false},
    {"mtimes", Function::dot, false},
    {"heavisidetheta", Function::heaviside, false},
    {"unitstep", Function::heaviside, false},
    {"stepfunction", Function::heaviside, false},
    {"boole", Function::step, false},
    {"ifelse", Function::where, false},
    {"if", Function::where, false},
    {"iif", Function::where, false},
    {"diagm", Function::diag, false},
    {"diagembed", Function::diag, false},
    {"diagonalmatrix", Function::diag, false},
    {"swapaxes", Function::transpose, false},
    {"permute", Function::transpose, false},
    {"divide", Function::quotient, false},
    {"truedivide", Function::quotient, false},
    {"div", Function::quotient, false},
    {"rdivide", Function::quotient, false},
    {"subtract", Function::difference, false},
    {"sub", Function::difference, false},
    {"add", Function::plus, false},
    {"power", Function::raise, false},
    {"pow", Function::raise, false},
    {"square", Function::square, false},
    {"negative", Function::negative, false},
    {"neg", Function::negative, false},
    {"logaddexp", Function::logaddexp, false},
    {"greater", Function::greater, false},
    {"gt", Function::greater, false},
    {"greaterequal", Function::at_least, false},
    {"less", Function::less, false},
    {"lt", Function::less, false},
    {"lessequal", Function::at_most, false},
});

constexpr double leak = 0.01;
constexpr int activations = 5;

// exp(x) - 1, without the cancellation near 0.
double expm1(double x) {
  if (x > 1 || x < -1) return exp(x) - 1;
  const double t = tanh(x / 2);
  return 2 * t / (1 - t);
}

double sign_of(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

}  // namespace

const FunctionRow* function_row(std::string_view name) { return rows.find(name); }

const char* name(Function f) {
  for (const FunctionRow& row : rows)
    if (row.function == f) return row.word.data();
  return "";
}

bool is_entrywise(Function f) { return f < Function::sum; }
bool is_activation(Function f) { return f >= Function::sigmoid && f <= Function::softplus; }
int most_arguments(Function f) {
  switch (f) {
    case Function::where:
    case Function::transpose:  // with the two axes that change places
      return 3;
    case Function::max:
    case Function::min:
    case Function::quotient:
    case Function::difference:
    case Function::plus:
    case Function::raise:
    case Function::logaddexp:
    case Function::greater:
    case Function::at_least:
    case Function::less:
    case Function::at_most:
    case Function::outer:
    case Function::dot:
    case Function::hadamard:
    case Function::heaviside:
      return 2;
    default:
      return 1;
  }
}
bool is_slope(Function f) { return f >= Function::sigmoid_slope && f <= Function::softplus_slope; }
Function slope_of(Function f) { return static_cast<Function>(static_cast<int>(f) + activations); }
Function activation_of(Function f) {
  return static_cast<Function>(static_cast<int>(f) - activations);
}

double apply(Function f, double x) {
  switch (f) {
    case Function::log:
      return log(x);
    case Function::exp:
      return exp(x);
    case Function::sqrt:
      return std::sqrt(x);
    case Function::abs:
      return std::fabs(x);
    case Function::log2:
      return log2(x);
    case Function::log10:
      return log10(x);
    case Function::log1p:
      return log1p(x);
    case Function::expm1:
      return expm1(x);
    case Function::sinh:
      return (exp(x) - exp(-x)) / 2;
    case Function::cosh:
      return (exp(x) + exp(-x)) / 2;
    case Function::sech:
      return 2 / (exp(x) + exp(-x));
    case Function::sign:
      return sign_of(x);
    case Function::step:
    case Function::relu_slope:
      return x > 0 ? 1 : 0;
    case Function::sigmoid:
    case Function::softplus_slope:
      return sigmoid(x);
    case Function::relu:
      return x > 0 ? x : 0;
    case Function::leaky:
      return x > 0 ? x : leak * x;
    case Function::tanh:
      return tanh(x);
    case Function::softplus:
      return softplus(x);
    case Function::sigmoid_slope:
      return sigmoid(x) * (1 - sigmoid(x));
    case Function::leaky_slope:
      return x > 0 ? 1 : leak;
    case Function::tanh_slope:
      return 1 - tanh(x) * tanh(x);
    default:
      return std::nan("");
  }
}

double distance_to_kink(Function f, double x) {
  switch (f) {
    case Function::abs:
    case Function::sign:
    case Function::step:
    case Function::relu:
    case Function::leaky:
    case Function::relu_slope:
    case Function::leaky_slope:
    case Function::sqrt:
    case Function::log:
    case Function::log2:
    case Function::log10:
      return std::fabs(x);
    case Function::log1p:
      return std::fabs(1 + x);
    default:
      return 1e300;
  }
}

}  // namespace num
