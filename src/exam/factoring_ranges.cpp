#include "exam/factoring_ranges.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "num/letters.h"

namespace exam {
namespace {

constexpr std::string_view signs[] = {"\\prod", "∏", "Π"};
constexpr int largest_index = 24;

// Where the next sign of a product begins, and its size.
struct ProductSign {
  std::size_t at = std::string::npos, size = 0;
};
ProductSign next_sign(std::string_view s) {
  ProductSign first;
  for (const std::string_view sign : signs)
    if (const std::size_t at = s.find(sign); at < first.at) first = {at, sign.size()};
  return first;
}

// Reads on in a text, without blanks and what LaTeX has for them.
class IndexReader {
 public:
  IndexReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}
  std::size_t at() const { return at_; }

  bool take(std::string_view sign) {
    blanks();
    if (text_.substr(at_, sign.size()) != sign) return false;
    at_ += sign.size();
    return true;
  }
  std::optional<char> letter() {
    blanks();
    if (!num::is_letter(num::char_at(text_, at_))) return std::nullopt;
    return text_[at_++];
  }
  std::optional<int> number() {
    blanks();
    if (const num::Raised raised = num::raised_at(text_, at_); raised.size > 0) {
      at_ += raised.size;
      return raised.value;
    }
    std::optional<int> value;
    while (num::is_digit(num::char_at(text_, at_)) && value.value_or(0) < 1000)
      value = 10 * value.value_or(0) + (text_[at_++] - '0');
    return value;
  }

 private:
  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    if (text_.substr(at_, 7) == "\\limits") at_ += 7, blanks();
  }
  std::string_view text_;
  std::size_t at_;
};

bool takes_one(IndexReader& in, std::initializer_list<std::string_view> of) {
  return std::any_of(of.begin(), of.end(), [&in](std::string_view sign) { return in.take(sign); });
}

struct IndexRange {
  char letter = 't';
  int from = 1, to = 1;
  std::size_t end = 0;  // of the range in the text
};

// "_{t=1}^{3}", "_{t=1}^3", "_(t=1)^(3)", "_{t=1}³"; with a last index also "_{t=1}^T", "_t",
// "_{t=2}", "_{t>1}" and "_{t≥2}".
std::optional<IndexRange> read_range(std::string_view text, std::size_t at, int last) {
  IndexReader in(text, at);
  IndexRange range;
  if (!in.take("_")) return std::nullopt;
  const bool braced = in.take("{") || in.take("(");
  const std::optional<char> letter = in.letter();
  if (!letter) return std::nullopt;
  const bool beyond = last > 0 && takes_one(in, {">=", "≥", "\\geq", "\\ge"});
  const bool above = last > 0 && !beyond && takes_one(in, {">", "\\gt"});
  const bool bare = last > 0 && !beyond && !above && !in.take("=");
  if (bare) {
    if (braced && !in.take("}") && !in.take(")")) return std::nullopt;
    return IndexRange{*letter, 1, last, in.at()};
  }
  if (last <= 0 && !in.take("=")) return std::nullopt;
  std::optional<int> from = in.number();
  if (!from || (braced && !in.take("}") && !in.take(")"))) return std::nullopt;
  if (above) ++*from;
  const bool hat = in.take("^");
  const bool wrapped = hat && (in.take("{") || in.take("("));
  std::optional<int> to = in.number();
  if (!to && last > 0 && (in.take("T") || in.take("N") || in.take("n"))) to = last;
  if (!to && !hat && last > 0) to = last;
  if (!to || (wrapped && !in.take("}") && !in.take(")"))) return std::nullopt;
  if (*from > *to + 1 || *to - *from > largest_index) return std::nullopt;
  range.letter = *letter, range.from = *from, range.to = *to, range.end = in.at();
  return range;
}

// `factor` with numbers in place of its index: "z_t", "z_{t-1}", "zt" and "zₜ₋₁".
std::string at_index(std::string_view factor, char letter, int value, bool& met) {
  std::string out;
  for (std::size_t i = 0; i < factor.size();) {
    const bool lowered = letter == 't' && factor.substr(i, 3) == "ₜ";
    const char before = i > 0 ? factor[i - 1] : ' ';
    const bool own = factor[i] == letter &&
                     (before == '_' || before == '{' || before == 'z' || before == 'x' ||
                      before == 'Z' || before == 'X') &&
                     !num::is_letter(num::char_at(factor, i + 1));
    if (!own && !lowered) {
      out += factor[i++];
      continue;
    }
    i += lowered ? 3 : 1;
    met = true;
    int shift = 0;
    constexpr std::pair<std::string_view, int> steps[] = {{"-1", -1},  {"+1", 1},  {" - 1", -1},
                                                          {" + 1", 1}, {"₋₁", -1}, {"₊₁", 1}};
    for (const auto& [text, by] : steps)
      if (factor.substr(i, text.size()) == text && (shift = by, i += text.size(), true)) break;
    out += std::to_string(value + shift);
  }
  return out;
}

// The end of the factor that begins at `from`: behind its bracket; npos where there is none.
std::size_t factor_end(std::string_view s, std::size_t from) {
  const std::size_t open = s.find('(', from);
  const std::size_t close = open == std::string::npos ? open : num::closing_bracket(s, open);
  return close == std::string::npos ? close : close + 1;
}

}  // namespace

std::string write_out_ranges(num::PlainText& text, int last) {
  for (int rounds = 0; rounds < 8; ++rounds) {
    const ProductSign sign = next_sign(text.text);
    if (sign.at == std::string::npos) return "";
    const std::optional<IndexRange> range = read_range(text.text, sign.at + sign.size, last);
    if (!range)
      return "A product over an index needs its range, as in \\prod_{t=1}^{3} p(x_t|z_t); or write "
             "all factors.";
    std::vector<std::string> factors;
    std::size_t end = range->end;
    const std::size_t ahead = next_sign(std::string_view(text.text).substr(end)).at;
    const std::size_t stop = ahead == std::string::npos ? ahead : end + ahead;
    for (std::size_t from = end;;) {
      const std::size_t to = factor_end(text.text, from);
      if (to == std::string::npos || to > stop) break;
      const std::string factor = text.text.substr(from, to - from);
      bool met = false;
      at_index(factor, range->letter, 1, met);
      if (!met) break;
      factors.push_back(factor);
      end = from = to;
    }
    if (factors.empty())
      return "Behind the sign of a product a factor with its index is missing, as in "
             "\\prod_{t=1}^{3} p(x_t|z_t).";
    std::string all;
    bool met = false;
    for (int i = range->from; i <= range->to; ++i)
      for (const std::string& factor : factors)
        all += " " + at_index(factor, range->letter, i, met);
    text.replace(sign.at, end - sign.at, all);
  }
  return "There are too many signs of products.";
}

}  // namespace exam
