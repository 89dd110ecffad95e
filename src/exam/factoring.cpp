#include "exam/factoring.h"

#include <algorithm>

#include "exam/factoring_ranges.h"
#include "num/algebra.h"
#include "num/letters.h"
#include "num/plain_text.h"
#include "num/scanner.h"
#include "num/word_table.h"

namespace exam {
namespace {

constexpr std::size_t most_factors = 64;
constexpr int largest_range = 24;

class Reader {
 public:
  explicit Reader(const num::PlainText& plain) : plain_(plain), text_(plain.text) {
    int open = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      open += text_[i] == '(' ? 1 : text_[i] == ')' ? -1 : 0;
      if (text_[i] == '=' && open == 0) at_ = i + 1;
    }
  }

  Factoring run() {
    for (between(); at_ < text_.size() && result_.error.empty() && !remark_ahead(); between()) {
      if (result_.factors.size() == most_factors) fail("there are too many factors.");
      factor();
    }
    if (open_ > (is_prose() ? 1 : 0)) fail("a bracket is not closed.");
    if (result_.factors.empty() && result_.error.empty())
      fail("a product such as p(a) p(b|a) is asked for.");
    return std::move(result_);
  }

 private:
  void fail(const std::string& sentence) {
    if (result_.error.empty())
      result_.error = num::placed(plain_.typed, plain_.origin(at_), sentence);
  }

  bool take(std::string_view sign) {
    if (text_.substr(at_, sign.size()) != sign) return false;
    at_ += sign.size();
    return true;
  }

  void blanks() {
    while (take(" ") || take("\t") || take("\n") || take("\r") || take("$") || take("\\,") ||
           take("\\;") || take("\\:") || take("\\!") || take("\\\\") || take("~") ||
           take("\\quad") || take("\\left") || take("\\right")) {
    }
  }

  void between() {
    blanks();
    while (take("*") || take("·") || take("×") || take("\\cdot") || take("\\times") || take("&") ||
           take(".") || take(";") || take(",") || environment() || bracket())
      blanks();
  }

  // A bracket around factors.
  bool bracket() {
    const char c = num::char_at(text_, at_);
    if (num::deeper(c) == 0 || open_ + num::deeper(c) < 0) return false;
    open_ += num::deeper(c);
    ++at_;
    return true;
  }

  // Words behind a comma or an opening bracket, and no further factor: "(6 factors)".
  bool is_prose() const {
    const std::size_t mark = text_.find_last_not_of(' ', at_ == 0 ? 0 : at_ - 1);
    if (mark == text_.npos || (text_[mark] != ',' && text_[mark] != '(')) return false;
    constexpr std::size_t shortest = 4;  // of a word that is no name of a node
    std::size_t letters = 0, longest = 0;
    for (const char c : text_.substr(at_)) {
      if (c == '|' || c == '=' || (c == '(' && letters > 0)) return false;
      letters = num::is_letter(c) ? letters + 1 : 0;
      longest = std::max(longest, letters);
    }
    return longest >= shortest;
  }

  // A word behind the factors that begins a reason.
  bool remark_ahead() const {
    if (result_.factors.empty()) return false;
    for (const std::string_view word :
         {"because ", "since ", "as ", "where ", "for ", "with ", "by ", "due to ", "so "})
      if (num::stands_in_any_case_at(text_, at_, word)) return true;
    return is_prose();
  }

  // "\begin{aligned}", "\end{aligned}"
  bool environment() {
    if (!take("\\begin{") && !take("\\end{")) return false;
    const std::size_t close = text_.find('}', at_);
    at_ = close == std::string::npos ? text_.size() : close + 1;
    return true;
  }

  bool bar_ahead() const {
    for (const std::string_view bar : {"\\mid", "\\vert", "\\given", "\\right", "\\middle"})
      if (text_.substr(at_, bar.size()) == bar) return true;
    return false;
  }

  bool take_bar() {
    take("\\middle");
    return take("|") || take("\\mid") || take("\\vert") || take("\\given") || take(";") ||
           take("/") || take("given ");
  }

  // A row of letters, digits and subscripts, plainly.
  std::string name() {
    std::string key;
    blanks();
    for (;;) {
      // A command of LaTeX that is no letter ends the name.
      if (bar_ahead()) return num::lower(key);
      num::Letter l = num::letter_at(text_, at_);
      if (const std::size_t size = index_size(); size > 0) {  // "z[1]"
        key += text_.substr(at_ + 1, size - 2);
        at_ += size;
        continue;
      }
      // A brace with a range in it is no plain subscript.
      if (l.kind == num::Letter::none && (take("_{") || take("{") || take("}"))) continue;
      if (l.kind == num::Letter::none) return num::lower(key);
      key += l.key;
      at_ += l.size;
    }
  }

  // The bytes of "[12]" behind a name, 0 where it does not stand there.
  std::size_t index_size() const {
    if (num::char_at(text_, at_) != '[' || at_ == 0 || !num::is_part_of_word(text_[at_ - 1]))
      return 0;
    std::size_t end = at_ + 1;
    while (num::is_digit(num::char_at(text_, end))) ++end;
    return end > at_ + 1 && num::char_at(text_, end) == ']' ? end + 1 - at_ : 0;
  }

  void factor() {
    const std::size_t from = at_;
    const std::string letters = name();
    blanks();
    if (letters.empty() || !take("(")) {
      fail(letters.empty() ? "a factor begins with a letter, as in p(z1)."
                           : "the factor needs brackets: " + letters + "(...).");
      return;
    }
    Factor f;
    f.letter = num::lower(letters[0]);
    names(f.heads);
    blanks();
    if (take_bar()) names(f.conditions);
    blanks();
    if (!take(")")) {
      fail(at_ >= text_.size() ? "this bracket is not closed." : "this cannot stand here.");
      return;
    }
    if (f.heads.empty()) fail("this factor has no variable.");
    for (const char c : text_.substr(from, at_ - from))
      if (c != ' ') f.shown += c;
    std::sort(f.heads.begin(), f.heads.end());
    std::sort(f.conditions.begin(), f.conditions.end());
    result_.factors.push_back(std::move(f));
  }

  void names(std::vector<std::string>& list) {
    do {
      const std::string first = name();
      if (first.empty()) return;
      blanks();
      if (!take(":")) {
        list.push_back(first);
        continue;
      }
      range(first, name(), list);
      blanks();
    } while (another());
  }

  // What stands between two names: a comma, "and", or no more than a blank.
  bool another() {
    if (take(",") || take("and ") || take("&")) return true;
    return num::letter_at(text_, at_).kind == num::Letter::letter && !bar_ahead() &&
           !num::stands_at(text_, at_, "given ");
  }

  // x1:3 is x1, x2, x3.
  void range(const std::string& first, const std::string& last, std::vector<std::string>& list) {
    std::size_t digits = first.size();
    while (digits > 0 && num::is_digit(first[digits - 1])) --digits;
    const auto number = [](std::string_view s) {
      int n = 0;
      for (const char c : s) n = num::is_digit(c) && n < 1000 ? 10 * n + (c - '0') : -1000;
      return s.empty() ? -1000 : n;
    };
    const int from = number(std::string_view(first).substr(digits));
    std::size_t last_digits = last.size();
    while (last_digits > 0 && num::is_digit(last[last_digits - 1])) --last_digits;
    const int to = number(std::string_view(last).substr(last_digits));
    if (from < 0 || to < from || to - from > largest_range) {
      fail("a range goes from one number to a larger one, as in x_{1:3}.");
      return;
    }
    for (int i = from; i <= to; ++i) list.push_back(first.substr(0, digits) + std::to_string(i));
  }

  const num::PlainText& plain_;
  std::string_view text_;  // of `plain_`
  std::size_t at_ = 0;
  int open_ = 0;  // brackets around factors
  Factoring result_;
};

}  // namespace

Factoring factoring(std::string_view text, int last) {
  if (text.size() > 2000) return {{}, "This is longer than 2000 characters."};
  num::PlainText plain(text);
  if (std::string error = write_out_ranges(plain, last); !error.empty())
    return {{}, std::move(error)};
  return Reader(plain).run();
}

bool same_factors(const Factoring& a, const Factoring& b) {
  if (a.factors.size() != b.factors.size()) return false;
  std::vector<bool> used(b.factors.size(), false);
  for (const Factor& f : a.factors) {
    std::size_t i = 0;
    while (i < used.size() && (used[i] || !f.same_as(b.factors[i]))) ++i;
    if (i == used.size()) return false;
    used[i] = true;
  }
  return true;
}

}  // namespace exam
