#include "num/number_programs.h"

#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/number_dress.h"

namespace num {
namespace {

// Functions that keep the number that they are given, in small letters.
constexpr std::string_view conversions[] = {
    "float",  "float16", "float32", "float64", "double",  "single", "bfloat16",
    "tensor", "array",   "ndarray", "asarray", "decimal", "mpf",    "print",
    "disp",   "round",   "eval",    "scalar",  "str",     "real",   "longdouble"};

bool begins_line(std::string_view s, std::size_t at) {
  while (at > 0 && s[at - 1] == ' ') --at;
  return at == 0 || s[at - 1] == '\n';
}

// The bytes of a prompt at the start of a line: ">>> ", "In [3]: ", "Out[3]= ", "julia> ", "[1] ".
std::size_t prompt_at(std::string_view s, std::size_t at) {
  for (const std::string_view sign : {">>>", "...", "julia>", "## [1]", "sage:", "ghci>", ">>"})
    if (starts(s, at, sign) && char_at(s, at + sign.size()) == ' ') return sign.size();
  std::size_t next = at;
  for (const std::string_view word : {"In", "Out"})
    if (starts(s, at, word)) next = skip_blanks(s, at + word.size());
  const bool named = next > at;
  if (char_at(s, next) != '[') return 0;
  const std::size_t digits = ++next;
  while (is_digit(char_at(s, next))) ++next;
  if (next == digits || char_at(s, next) != ']') return 0;
  ++next;
  if (!named) {  // the number of the first entry of a line, as R prints it
    const char first = char_at(s, skip_blanks(s, next));
    return char_at(s, next) == ' ' && (is_digit(first) || first == '-') ? next - at : 0;
  }
  if (char_at(s, next) == ':') ++next;
  if (char_at(s, next) == '=') ++next;
  return next - at;
}

// "1.39+0j" and "1.39 + 0.i" are 1.39.
void take_no_imaginary(PlainText& text) {
  const std::size_t last = text.text.find_last_not_of(" )");
  if (last == std::string::npos || last == 0) return;
  if (text.text[last] != 'j' && text.text[last] != 'i') return;
  const std::size_t from = text.text.find_last_not_of("0. ", last - 1);
  if (from == std::string::npos || from == 0) return;
  if (text.text[from] != '+' && text.text[from] != '-') return;
  const std::string_view zero = std::string_view(text.text).substr(from, last - from);
  if (zero.find('0') != zero.npos) text.blank(from, last + 1 - from);
}

void take_prompts(PlainText& text) {
  const bool in_r = text.text.find("\n[1] ") != std::string::npos;
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    if (!begins_line(text.text, at) || text.text[at] == ' ') continue;
    std::size_t size = prompt_at(text.text, at);
    if (size == 0 && in_r && starts(text.text, at, "> ")) size = 1;
    text.blank(at, size);
  }
}

// A tensor of TensorFlow says its number behind "numpy=".
void take_tensorflow(PlainText& text) {
  const std::size_t from = text.text.find("<tf."), end = text.text.rfind('>');
  constexpr std::string_view sign = "numpy=";
  const std::size_t at = text.text.find(sign);
  if (from == std::string::npos || at == std::string::npos || end == std::string::npos || at < from)
    return;
  text.blank(end, 1);
  text.blank(from, at + sign.size() - from);
}

// The byte before which the first argument of the brackets from `open` to `close` ends, where an
// argument with a name comes next: ", device='cuda:0'".
std::size_t first_argument(std::string_view s, std::size_t open, std::size_t close) {
  int depth = 0;
  for (std::size_t at = open + 1; at < close; ++at) {
    depth += deeper(s[at]);
    if (s[at] != ',' || depth > 0) continue;
    std::size_t name = skip_blanks(s, at + 1);
    const std::size_t from = name;
    while (is_letter_or_digit(char_at(s, name)) || char_at(s, name) == '_') ++name;
    if (name > from && is_letter(s[from]) && char_at(s, skip_blanks(s, name)) == '=') return at;
  }
  return close;
}

// The byte before which what round(x, 2) rounds ends, at the last comma outside further brackets.
// "round(5,52)" has a decimal comma.
std::size_t before_digits(std::string_view s, std::size_t open, std::size_t close) {
  std::size_t mark = open;
  int depth = 0;
  for (std::size_t at = open + 1; at < close; ++at) {
    depth += deeper(s[at]);
    if (depth == 0 && (s[at] == ',' || s[at] == ';')) mark = at;
  }
  if (mark == open) return close;
  const bool decimal = s[mark] == ',' && is_digit(s[mark - 1]) && s[mark + 1] != ' ';
  return decimal ? close : mark;
}

bool keeps(std::string_view name) {
  return name == "N" || name == "c" || is_one_of(lower(name), conversions);
}

// float64(5.52) is (5.52), with the module in front and the named arguments behind.
void take_conversions(PlainText& text) {
  for (std::size_t at = 0; at < text.text.size();) {
    const std::string_view s = text.text;
    std::size_t end = at;
    while (is_letter_or_digit(char_at(s, end)) || char_at(s, end) == '_') ++end;
    if (end == at || !is_letter(s[at])) {
      at = end + (end == at ? 1 : 0);
      continue;
    }
    const std::size_t close = char_at(s, end) == '(' ? closing_bracket(s, end) : s.npos;
    if (close != s.npos && keeps(s.substr(at, end - at))) {
      std::size_t from = at;
      while (from > 0 && (s[from - 1] == '.' || is_letter(s[from - 1]))) --from;
      const std::size_t last = lower(s.substr(at, end - at)) == "round"
                                   ? before_digits(s, end, close)
                                   : first_argument(s, end, close);
      text.blank(last, close - last);
      for (std::size_t i = end + 1; i < last; ++i)
        if (text.text[i] == '\'' || text.text[i] == '"') text.text[i] = ' ';
      text.blank(from, end - from);
    }
    at = end;
  }
}

// Log[250] is Log(250), N[x, 10] is (x), Log[2, x] is Log_{2}(x), and 6.18*^-9 is 6.18*10^-9.
void read_wolfram(PlainText& text) {
  for (std::size_t at = 0; (at = text.text.find('[', at)) != std::string::npos; ++at) {
    const std::string_view s = text.text;
    std::size_t from = at;
    while (from > 0 && is_letter_or_digit(s[from - 1])) --from;
    const std::size_t close = closing_bracket(s, at);
    if (from == at || !is_letter(s[from]) || close == s.npos) continue;
    const std::string name(s.substr(from, at - from));
    std::size_t comma = at;
    int depth = 0;
    for (std::size_t i = at; i < close && comma == at; ++i) {
      depth += deeper(s[i]);
      if (s[i] == ',' && depth == 1 && char_at(s, i + 1) == ' ') comma = i;
    }
    if (name == "N") {
      if (comma > at) text.blank(comma, close - comma);
      text.blank(from, 1);
    }
    text.text[at] = '(';
    text.text[close] = ')';
    if (name == "Log" && comma > at) {
      text.replace(comma, 1, "}(");
      text.replace(at, 1, "_{");
    }
  }
  for (std::size_t at = 0; (at = text.text.find("*^", at)) != std::string::npos; ++at)
    text.replace(at, 2, "*10^");
}

}  // namespace

void read_programs(PlainText& text) {
  take_prompts(text);
  read_list_gaps(text);
  take_tensorflow(text);
  take_no_imaginary(text);
  take_conversions(text);
  read_wolfram(text);
  read_code(text);
}

}  // namespace num
