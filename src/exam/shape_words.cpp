#include "exam/shape_words.h"

#include <algorithm>
#include <iterator>

#include "num/letters.h"
#include "num/numerals.h"

namespace exam {
namespace {

constexpr std::string_view fillers[] = {
    "matrix", "array",     "tensor",     "shape",       "size",    "sizes",      "dim",
    "dims",   "dimension", "dimensions", "dimensional", "of",      "length",     "with",
    "a",      "an",        "the",        "each",        "both",    "entries",    "elements",
    "and",    "np",        "torch",      "vector",      "single",  "is",         "it",
    "entry",  "element",   "numbers",    "components",  "biases",  "weights",    "labels",
    "values", "features",  "just",       "simply",      "only",    "has",        "have",
    "double", "tf",        "value",      "tensorshape", "zeros",   "ones",       "randn",
    "rand",   "random",    "empty",      "matrices",    "vectors", "think",      "number",
    "nodes",  "units",     "numpy",      "int",         "dtype",   "parameters", "in",
    "be",     "should",    "must",       "examples",    "i",       "list",       "that",
    "answer", "roughly",   "so",         "scalars",     "total",   "long",       "wide"};
constexpr std::string_view scalars[] = {"scalar", "constant", "real", "float", "singleton"};

// A size without what parts it from others.
std::string size_of(std::string_view s) {
  constexpr std::string_view apart = " ,;:=()[]";
  const std::size_t first = s.find_first_not_of(apart);
  if (first == s.npos) return {};
  s = s.substr(first, s.find_last_not_of(apart) + 1 - first);
  constexpr std::string_view times = "×";
  if (s.starts_with(times)) return size_of(s.substr(times.size()));
  if (s.ends_with(times)) return size_of(s.substr(0, s.size() - times.size()));
  return std::string(s);
}

bool is_single(std::string_view size) {
  return !size.empty() && size.find("×") == size.npos && size.find_first_of(" ,;") == size.npos;
}

// Goes through the words and keeps what is none.
class Taker {
 public:
  explicit Taker(std::string_view text) : text_(text) {}

  ShapeWords run() {
    while (at_ < text_.size()) step();
    end_side();
    for (const std::string_view empty : {"()", "( )", "[]", "[ ]"})
      for (std::size_t at; (at = left_.find(empty)) != std::string::npos;)
        left_.replace(at, empty.size(), " ");
    constexpr std::string_view apart = " .,;:-=\t";
    const std::size_t first = left_.find_first_not_of(apart);
    if (first != std::string::npos)
      said_.rest = left_.substr(first, left_.find_last_not_of(" ;:-=\t.") + 1 - first);
    // "one number" is a scalar, and 5 numbers are none.
    said_.scalar = said_.scalar || (number_ && (said_.rest.empty() || said_.rest == "1"));
    return std::move(said_);
  }

 private:
  // What stands behind "rows:" up to here.
  void end_side() {
    if (!waiting_) return;
    std::string size = size_of(std::string_view(left_).substr(from_));
    if (is_single(size)) {
      *waiting_ = std::move(size);
      left_.resize(from_);
    }
    waiting_ = nullptr;
  }

  void side(bool row, bool plural) {
    std::string& size = row ? said_.rows : said_.columns;
    bool& alone = row ? said_.row : said_.column;
    end_side();
    std::string before = size_of(std::string_view(left_).substr(from_));
    if (is_single(before)) {
      size = std::move(before);
      left_.resize(from_);
      left_ += ' ';
    } else if (plural) {
      waiting_ = &size;
    } else {
      alone = true;
      return;
    }
    from_ = left_.size();
  }

  void step() {
    std::size_t end = at_;
    while (end < text_.size() && num::is_letter(text_[end])) ++end;
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    // A letter below the line belongs to a name, and so does one that a subscript follows.
    const bool whole = end > at_ && before != '_' && before != '{' && before != '\\' &&
                       !num::is_digit(before) && num::char_at(text_, end) != '_' &&
                       !num::is_digit(num::char_at(text_, end));
    const std::string word = whole ? num::lower(text_.substr(at_, end - at_)) : "";
    const bool more = num::char_at(text_, end) == '\'';  // "it's"
    if (word == "rows" || word == "columns" || word == "cols") {
      side(word == "rows", true);
    } else if (word == "row" || word == "column" || word == "col") {
      side(word == "row", false);
    } else if (num::is_one_of(word, scalars)) {
      said_.scalar = true;
    } else if (num::is_one_of(word, fillers) || (word == "it" && more)) {
      number_ = number_ || word == "number" || word == "value";
      if (more) end += 2;
    } else {
      end = std::max(end, at_ + 1);
      left_ += text_.substr(at_, end - at_);
    }
    at_ = std::min(end, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0, from_ = 0;  // in the text; in `left_`, behind the last side
  std::string left_;
  std::string* waiting_ = nullptr;
  bool number_ = false;
  ShapeWords said_;
};

// The whole word that begins at `at`, in small letters; "" within another one.
std::string word_at(std::string_view s, std::size_t at) {
  if (at > 0 && (num::is_letter(s[at - 1]) || s[at - 1] == '_' || s[at - 1] == '\\')) return "";
  std::size_t end = at;
  while (num::is_letter(num::char_at(s, end))) ++end;
  return num::lower(s.substr(at, end - at));
}

}  // namespace

ShapeWords shape_words(std::string_view s) { return Taker(s).run(); }

std::string with_digits(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size();) {
    const std::string word = word_at(s, at);
    const std::string figure = num::numeral(word);
    if (figure.empty()) {
      const std::size_t size = std::max<std::size_t>(word.size(), 1);
      out += s.substr(at, size);
      at += size;
      continue;
    }
    out += figure;
    at += word.size();
  }
  return out;
}

std::string_view without_reasons(std::string_view s) {
  constexpr std::string_view reasons[] = {"for",   "where", "since",   "because",   "as",
                                          "if",    "when",  "per",     "which",     "thus",
                                          "hence", "not",   "whereas", "broadcast", "broadcasted"};
  int open = 0;
  for (std::size_t at = 1; at < s.size(); ++at) {
    open += s[at] == '(' ? 1 : s[at] == ')' ? -1 : 0;
    if (open == 0 && (num::is_one_of(word_at(s, at), reasons) || s.substr(at, 4) == "i.e." ||
                      s.substr(at, 4) == "e.g."))
      return s.substr(0, at);
  }
  return s;
}

}  // namespace exam
