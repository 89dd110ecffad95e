#include "lab/number.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "num/written_number.h"

namespace lab {
namespace {

constexpr std::size_t longest_number = 400;  // characters; a double needs 24

// "1e-05" and "1e+22" as "1e-5" and "1e22".
std::string short_exponent(std::string s) {
  const std::size_t e = s.find('e');
  if (e == std::string::npos) return s;
  std::string exponent = s.substr(e + 1);
  const bool negative = exponent[0] == '-';
  const std::size_t digits = exponent.find_first_not_of("+-0");
  return s.substr(0, e + 1) + (negative ? "-" : "") + exponent.substr(digits);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Steps over digits; false where there is none.
bool digits(const char*& at) {
  const char* const from = at;
  while (is_digit(*at)) ++at;
  return at != from;
}

// [sign] digits [. digits] [e [sign] digits], or the same with digits behind the point only.
bool is_decimal(const char* at) {
  if (*at == '-' || *at == '+') ++at;
  const bool whole = digits(at);
  bool fraction = false;
  if (*at == '.') fraction = digits(++at);
  if (!whole && !fraction) return false;
  if (*at == 'e' || *at == 'E') {
    ++at;
    if (*at == '-' || *at == '+') ++at;
    if (!digits(at)) return false;
  }
  return *at == '\0';
}

}  // namespace

std::string text(double x) {
  if (std::isnan(x)) return "nan";
  if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
  char buffer[40];
  for (int precision = 15; precision <= 17; ++precision) {
    std::snprintf(buffer, sizeof buffer, "%.*g", precision, x);
    if (std::strtod(buffer, nullptr) == x) break;
  }
  return short_exponent(buffer);
}

std::string text(const Matrix& m) {
  std::string s;
  for (int row = 0; row < m.rows; ++row) {
    for (int col = 0; col < m.cols; ++col) {
      if (col > 0) s += ',';
      s += text(m.at(row, col));
    }
    if (row + 1 < m.rows) s += ';';
  }
  return s;
}

std::optional<double> real(std::string_view s) {
  constexpr std::string_view minus = "\u2212";
  std::string plain(s.substr(0, longest_number + 1));
  if (plain.starts_with(minus)) plain.replace(0, minus.size(), "-");
  if (plain.size() > longest_number || plain.find('\0') != std::string::npos ||
      !is_decimal(plain.c_str()))
    return std::nullopt;
  const double x = std::strtod(plain.c_str(), nullptr);
  if (!std::isfinite(x)) return std::nullopt;
  return x;
}

WrittenNumber written_number(std::string_view text) {
  if (const auto exact = real(text)) return {exact, ""};
  num::WrittenNumber written = num::written_number(text);
  if (written.value) return {written.value, ""};
  std::string& question = written.sentence;
  if (!question.starts_with("Does ")) return {};
  question[0] = 'd';
  return {std::nullopt, std::move(question)};
}

}  // namespace lab
