// LaTeX, as far as its commands change how a formula looks and not what it says.
#include <algorithm>

#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/utf8.h"

namespace num {
namespace {

// A command and what stands for it.
struct Rewrite {
  std::string_view word, plain;
};
constexpr auto rewrites = word_table<Rewrite>(
    {{"dfrac", "\\frac"}, {"nicefrac", "\\frac"}, {"sfrac", "\\frac"},  {"flatfrac", "\\frac"},
     {"T", "T"},          {"trans", "T"},         {"coloneqq", "="},    {"gets", "="},
     {"leftarrow", "="},  {"equiv", "="},         {"bigodot", "⊙"},     {"colonequals", "="},
     {"tfrac", "\\frac"}, {"cfrac", "\\frac"},    {"gt", ">"},          {"lt", "<"},
     {"succ", ">"},       {"prec", "<"},          {"geqslant", "≥"},    {"leqslant", "≤"},
     {"geqq", "≥"},       {"leqq", "≤"},          {"lbrace", "{"},      {"rbrace", "}"},
     {"lbrack", "["},     {"rbrack", "]"},        {"lparen", "("},      {"rparen", ")"},
     {"llbracket", "["},  {"rrbracket", "]"},     {"lVert", "‖"},       {"rVert", "‖"},
     {"ast", "*"},        {"star", "*"},          {"bullet", "·"},      {"oslash", "./"},
     {"chi", "𝟙"},        {"infty", "∞"},         {"widehat", "\\hat"}, {"transpose", "^T"},
     {"Hadamard", "⊙"},   {"colon", ":"},         {"mid", "|"}});

// Commands that change sizes and leave blanks.
constexpr auto invisible = word_table<std::string_view>(
    {"left",       "right",    "big",       "bigl",        "bigr",     "Big",       "Bigl",
     "Bigr",       "bigg",     "biggl",     "biggr",       "Bigg",     "Biggl",     "Biggr",
     "middle",     "mleft",    "mright",    "quad",        "qquad",    "thinspace", "displaystyle",
     "textstyle",  "limits",   "nolimits",  "nonumber",    "rm",       "bf",        "it",
     "thickspace", "medspace", "enspace",   "scriptstyle", "boldmath", "mathopen",  "mathclose",
     "mathrel",    "mathbin",  "mathstrut", "ensuremath",  "notag",    "hfill",     "hline",
     "normalsize", "large",    "small",     "sf",          "tt"});

constexpr auto faces = word_table<std::string_view>(
    {"mathbb",  "mathbf",    "boldsymbol", "bm",           "mathds",     "mathbbm",
     "mathrm",  "mathsf",    "mathtt",     "mathit",       "mathcal",    "text",
     "textbf",  "textrm",    "textit",     "operatorname", "mathop",     "mathfrak",
     "mathscr", "mathbbold", "pmb",        "textsf",       "mathnormal", "vec"});

// The byte behind the brace that closes the one at `at`; npos where none does.
std::size_t behind_group(std::string_view s, std::size_t at) {
  int open = 0;
  for (std::size_t end = at; end < s.size(); ++end) {
    if (s[end] == '\\') {
      ++end;
      continue;
    }
    open += s[end] == '{' ? 1 : s[end] == '}' ? -1 : 0;
    if (open == 0) return end + 1;
  }
  return std::string_view::npos;
}

// The byte behind the argument of a command at `at`: a group, a command, or one character. An
// accent brings its letter along.
std::size_t behind_argument(std::string_view s, std::size_t at) {
  if (at >= s.size()) return std::string_view::npos;
  if (s[at] == '{') return behind_group(s, at);
  if (s[at] != '\\') return at + std::max<std::size_t>(utf8_length(s, at), 1);
  const std::string_view name = command_at(s, at);
  if (name.empty()) return at + 2;
  const std::size_t end = at + 1 + name.size();
  return name == "hat" ? behind_argument(s, skip_blanks(s, end)) : end;
}

// True where a bracket or what stands below the line comes next.
bool begins_condition(std::string_view s) {
  for (const std::string_view sign :
       {"(", "[", "{", "_", "\\{", "\\left", "\\lb", "\\ll", "\\big", "\\Big"})
    if (s.substr(0, sign.size()) == sign) return true;
  return false;
}

class Latex {
 public:
  explicit Latex(PlainText& plain) : plain_(plain) {}

  void run() {
    for (at_ = 0; at_ < text().size();)
      if (text()[at_] == '\\')
        command();
      else if (text()[at_] == '~' || text()[at_] == '&')
        put(1, " ");
      else
        ++at_;
    fractions();
    over();
    accents();
    primes();
    groups();
  }

 private:
  std::string_view text() const { return plain_.text; }

  void put(std::size_t size, std::string_view with) {
    plain_.replace(at_, size, with);
    at_ += with.size();
  }

  void command() {
    const std::string_view name = command_at(text(), at_);
    const std::size_t size = name.size() + 1;
    if (name.empty()) return escaped();
    if (faces.holds(name)) return face(size);
    if (invisible.holds(name)) {
      // "\left." is a bracket that is not there.
      const bool sized = name == "left" || name == "right";
      return put(size + (sized && char_at(text(), at_ + size) == '.' ? 1 : 0), " ");
    }
    if (const Rewrite* r = rewrites.find(name)) {
      const bool goes_on = r->plain[0] == '\\' && is_letter(char_at(text(), at_ + size));
      return put(size, goes_on ? std::string(r->plain) + " " : std::string(r->plain));
    }
    at_ += size;
  }

  // "\{" is a bracket, "\," a blank.
  void escaped() {
    const char c = char_at(text(), at_ + 1);
    if (c == '{' || c == '}') return put(2, std::string(1, c));
    if (c == '|') return put(2, "‖");
    put(c == '\0' ? 1 : 2, " ");
  }

  // What is set in a face of its own is what it is; a 1 is an indicator's.
  void face(std::size_t size) {
    if (char_at(text(), at_ + size) == '*') ++size;
    const std::size_t from = skip_blanks(text(), at_ + size);
    const std::size_t end = behind_argument(text(), from);
    if (end == std::string_view::npos) return put(size, " ");
    const bool braces = text()[from] == '{';
    std::string inner(text().substr(from, end - from));
    if (braces) inner = inner.substr(1, inner.size() - 2);
    const std::size_t first = skip_blanks(inner, 0);
    inner = inner.substr(first, inner.find_last_not_of(' ') + 1 - first);
    const bool symbol =
        !inner.empty() && inner[0] == '\\' && command_at(inner, 0).size() + 1 == inner.size();
    if (inner == "1") {
      inner = "𝟙";
    } else if (inner == "I") {
      const std::size_t next = skip_blanks(text(), end);
      inner = begins_condition(text().substr(next)) ? "𝕀" : "I";
    } else if (!symbol && !std::all_of(inner.begin(), inner.end(), is_letter_or_digit)) {
      // A row of other things keeps its braces and is read on.
      return put(size, at_ > 0 && is_letter_or_digit(text()[at_ - 1]) ? " " : "");
    }
    // Letters that stand apart do not run together.
    std::string with = at_ > 0 && is_letter_or_digit(text()[at_ - 1]) ? " " : "";
    with += inner;
    if (is_letter_or_digit(char_at(text(), end))) with += ' ';
    const std::size_t back = at_ + with.size() - inner.size();
    put(end - at_, with);
    if (symbol) at_ = back;  // the command itself may be one to rewrite
  }

  // \frac1m is \frac{1}{m}.
  void fractions() {
    constexpr std::string_view frac = "\\frac";
    for (at_ = 0; (at_ = text().find(frac, at_)) != std::string_view::npos;) {
      at_ += frac.size();
      if (is_letter(char_at(text(), at_))) continue;
      std::size_t from = at_;
      for (int side = 0; side < 2; ++side) {
        const std::size_t blank = skip_blanks(text(), from) - from;
        if (blank > 0) plain_.replace(from, blank, "");
        const std::size_t end = behind_argument(text(), from);
        if (end == std::string_view::npos || text()[from] == '}') return;
        if (text()[from] == '{') {
          from = end;
          continue;
        }
        plain_.replace(end, 0, "}");
        plain_.replace(from, 0, "{");
        from = end + 2;
      }
    }
  }

  // {a \over b} is \frac{a}{b}.
  void over() {
    constexpr std::string_view sign = "\\over";
    for (std::size_t at; (at = text().find(sign)) != std::string_view::npos &&
                         !is_letter(char_at(text(), at + sign.size()));) {
      std::size_t open = at;
      for (int depth = 0; open-- > 0;) {
        depth += text()[open] == '}' ? 1 : text()[open] == '{' ? -1 : 0;
        if (depth < 0) break;
      }
      if (open >= at) return;
      plain_.replace(at, sign.size(), "}{");
      plain_.replace(open, 0, "\\frac");
    }
  }

  // \hat{y_i} is \hat{y}_i.
  void accents() {
    constexpr std::string_view hat = "\\hat";
    for (at_ = 0; (at_ = text().find(hat, at_)) != std::string_view::npos;) {
      at_ += hat.size();
      const std::size_t from = skip_blanks(text(), at_);
      const std::size_t end = char_at(text(), from) == '{' ? behind_group(text(), from) : at_;
      if (end == std::string_view::npos || end <= from + 3) continue;
      std::size_t inner = from + 1;
      inner += 1;
      if (text()[inner] != '_' && text()[inner] != '^') continue;
      plain_.replace(end - 1, 1, "");
      plain_.replace(inner, 0, "}");
    }
  }

  // x^{\prime\top} is x'^{\top}, and x^\prime is x'.
  void primes() {
    constexpr std::string_view braced[] = {"^{\\prime", "^{'"};
    for (const std::string_view sign : braced)
      for (at_ = 0; (at_ = text().find(sign, at_)) != std::string_view::npos;) {
        const std::size_t end = skip_blanks(text(), at_ + sign.size());
        if (char_at(text(), end) == '}')
          put(end + 1 - at_, "'");
        else
          put(end - at_, "'^{");
      }
    for (const std::string_view sign : {"^\\prime", "^'"})
      for (at_ = 0; (at_ = text().find(sign, at_)) != std::string_view::npos;)
        put(sign.size(), "'");
  }

  // {diag} and {W}_2, which a face of its own has left, are diag and W_2.
  void groups() {
    for (at_ = 0; (at_ = text().find('{', at_)) != std::string_view::npos; ++at_) {
      const char before = at_ == 0 ? ' ' : text()[at_ - 1];
      if (is_letter_or_digit(before) ||
          std::string_view("_^}]\\").find(before) != std::string_view::npos)
        continue;
      const std::size_t from = skip_blanks(text(), at_ + 1);
      std::size_t end = from;
      while (end < text().size() && (is_letter_or_digit(text()[end]) || (text()[end] & 0x80) != 0))
        ++end;
      const std::size_t close = skip_blanks(text(), end);
      if (end == from || char_at(text(), close) != '}') continue;
      plain_.replace(end, close + 1 - end,
                     is_letter_or_digit(char_at(text(), close + 1)) ? " " : "");
      plain_.replace(at_, from - at_, " ");
    }
  }

  PlainText& plain_;
  std::size_t at_ = 0;
};

}  // namespace

void read_latex(PlainText& text) {
  if (text.text.find_first_of("\\~&^") != std::string::npos) Latex(text).run();
}

}  // namespace num
