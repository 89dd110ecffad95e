#include "num/expression.h"

#include <cmath>

#include "num/elementary.h"
#include "num/scanner.h"

namespace num {
namespace {

constexpr std::size_t longest = 1000;
constexpr int deepest = 64;

struct Function {
  const char* name;
  double (*apply)(double);
};
constexpr Function functions[] = {{"ln", log},
                                  {"log", log},
                                  {"exp", exp},
                                  {"sqrt", [](double x) { return std::sqrt(x); }},
                                  {"abs", [](double x) { return std::fabs(x); }},
                                  {"log2", log2},
                                  {"log10", log10}};
constexpr const Function& square_root = functions[3];

const Function* function(const Token& token) {
  if (token.sign != Token::word) return nullptr;
  for (const Function& f : functions)
    if (token.text == f.name) return &f;
  return nullptr;
}

bool starts_factor(const Token& token) {
  return token.sign == Token::number || token.sign == Token::word || token.sign == '(' ||
         token.sign == Token::root;
}

// Recursive descent that computes as it goes. After the first error the row of tokens ends, so that
// every loop does, too; values are then 0 and mean nothing.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) { take(); }

  Calculation run() {
    if (token_.sign == Token::end && error_.empty())
      return {{}, "Type a number or a calculation, such as ln 2.", 0};
    const double value = sum();
    if (token_.sign == ')') fail(token_.at, "this bracket closes none that was opened.");
    if (token_.sign != Token::end) fail(token_.at, "\"" + token_.text + "\" cannot stand here.");
    if (error_.empty()) return {value, "", 0};
    return {{}, error_, error_at_};
  }

 private:
  // Steps to the next token and returns the one that was left.
  Token take() {
    Token left = token_;
    if (error_.empty()) token_ = token_at(text_, token_.at + token_.size);
    if (token_.sign == Token::unreadable) fail(token_.at, token_.error);
    return left;
  }

  double fail(std::size_t at, const std::string& sentence) {
    if (!error_.empty()) return 0;
    int character = 1;  // continuation bytes do not count
    for (const char c : text_.substr(0, at))
      character += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    error_ = "At character " + std::to_string(character) + ": " + sentence;
    error_at_ = at;
    token_ = Token{};
    return 0;
  }

  double held(std::size_t at, double value) {
    return std::isfinite(value) ? value : fail(at, "the result is too large to hold.");
  }

  double sum() {
    double value = product();
    while (token_.sign == '+' || token_.sign == '-') {
      const Token sign = take();
      const double term = product();
      value = held(sign.at, sign.sign == '+' ? value + term : value - term);
    }
    return value;
  }

  double product() {
    bare_ = nullptr;
    double value = signed_power();
    while (token_.sign == '*' || token_.sign == '/' || starts_factor(token_)) {
      const Function* before = bare_;
      bare_ = nullptr;
      const std::size_t at = token_.at;
      const char sign = starts_factor(token_) ? ' ' : take().sign;
      if (before && token_.sign != Token::end && !function(token_))
        return ambiguous(at, before->name);
      if (sign == ' ' && token_.sign == Token::number)
        return fail(at, "two numbers stand side by side; put a sign between them.");
      const double factor = signed_power();
      if (sign == '/' && factor == 0) return fail(at, "this divides by zero.");
      value = held(at, sign == '/' ? value / factor : value * factor);
    }
    return value;
  }

  double ambiguous(std::size_t at, const std::string& name) {
    return fail(at, "does " + name + " apply to what follows, too? Put brackets round all that " +
                        name + " applies to: " + name + "(...).");
  }

  double signed_power() {
    if (depth_ == deepest) return fail(token_.at, "this is nested too deeply.");
    ++depth_;
    const char sign = token_.sign;
    if (sign == '-' || sign == '+') take();
    const double value = sign == '-' ? -signed_power() : sign == '+' ? signed_power() : power();
    --depth_;
    return value;
  }

  double power() {
    const double base = primary();
    if (token_.sign != '^') return base;
    const std::size_t at = take().at;
    const double exponent = signed_power();
    if (base == 0 && exponent < 0) return fail(at, "this divides by zero.");
    const double value = pow(base, exponent);
    return std::isnan(value) ? fail(at, "a negative number has no such power.") : held(at, value);
  }

  double primary() {
    const Token token = take();
    switch (token.sign) {
      case Token::number:
        return token.value;
      case Token::word:
        return word(token);
      case Token::root: {
        const double value = applied(square_root, token);
        bare_ = nullptr;  // the sign itself shows how far it reaches
        return value;
      }
      case '(':
        return bracketed(token);
      case Token::end:
        return fail(token.at, "a number is missing at the end.");
      default:
        return fail(token.at, "a number is missing before \"" + token.text + "\".");
    }
  }

  double bracketed(const Token& open) {
    const double value = sum();
    bare_ = nullptr;
    if (token_.sign == Token::end) return fail(open.at, "this bracket is not closed.");
    if (token_.sign != ')') return fail(token_.at, "\"" + token_.text + "\" cannot stand here.");
    take();
    return value;
  }

  double word(const Token& token) {
    if (const Function* f = function(token)) return applied(*f, token);
    if (token.text == "e") return 2.718281828459045;
    if (token.text == "pi") return 3.141592653589793;
    return fail(token.at, "\"" + token.text + "\" is not known; there are ln, log, exp, sqrt, " +
                              "abs, log2, log10, e and pi.");
  }

  // What `f`, written as `name`, makes of its argument, which comes next.
  double applied(const Function& f, const Token& name) {
    const std::string spelled = f.name;
    if (token_.sign == Token::end)
      return fail(name.at, spelled + " needs a number to apply to: " + spelled + "(...).");
    const bool brackets = token_.sign == '(';
    const double x = brackets ? bracketed(take()) : signed_power();
    if (!error_.empty()) return 0;
    bare_ = brackets ? nullptr : &f;
    const double value = f.apply(x);
    if (std::isfinite(value)) return value;
    return x > 0 ? held(name.at, value)
                 : fail(name.at, spelled + " is only defined for positive numbers.");
  }

  std::string_view text_;
  Token token_;
  int depth_ = 0;
  const Function* bare_ = nullptr;  // the function without brackets that the last factor ended with
  std::string error_;
  std::size_t error_at_ = 0;
};

}  // namespace

Calculation calculate(std::string_view text) {
  if (text.size() > longest) return {{}, "This is longer than 1000 characters.", longest};
  return Parser(text).run();
}

}  // namespace num
