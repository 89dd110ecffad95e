#include "exam/latent_symbol.h"

#include <string>
#include <utility>

#include "num/letters.h"

namespace exam {
namespace latent_symbol {
namespace {

// What is written at the letter of a distribution.
struct Marks {
  bool star = false, hat = false, own = false;
  std::string name;  // "data"
};

constexpr std::string_view data_marks[] = {"data", "d",     "true",   "real",   "r",
                                           "gt",   "star",  "t",      "target", "population",
                                           "dat",  "world", "dataset"};
constexpr std::string_view seen_marks[] = {"emp", "empirical", "train", "training", "hat"};
constexpr std::string_view own_marks[] = {"model", "m", "g", "gen", "vae"};

std::optional<LatentTerm> of_data(const Marks& m) {
  if (m.hat || num::is_one_of(m.name, seen_marks)) return LatentTerm::empirical;
  if (num::is_one_of(m.name, data_marks)) return LatentTerm::data;
  return {};
}

// The number of an example at a name: x_i, x^(i), x_n.
std::string_view bare(std::string_view name) {
  const std::string_view letter = name.substr(0, name.empty() ? 0 : 1);
  if (letter != "x" && letter != "z") return name;
  std::string_view rest = name.substr(1);
  constexpr std::string_view numbers[] = {"",   "_i",   "_n",  "_m", "i", "n",
                                          "^i", "^(i)", "(i)", "_0", "'", "^n"};
  return num::is_one_of(rest, numbers) ? letter : name;
}

// The distribution by its letter, its marks and its argument; nothing where there is no such one.
std::optional<LatentTerm> distribution(char letter, const Marks& marks, std::string_view inside) {
  Marks m = marks;
  if (const std::size_t at = inside.find_first_of(";"); at != inside.npos) {
    m.own = true;
    inside = inside.substr(0, at);
  }
  const std::size_t bar = inside.find('|');
  if (bar != inside.npos) {
    const std::string_view of = bare(inside.substr(0, bar));
    std::string_view given = inside.substr(bar + 1);
    if (given == "θ") return distribution(letter, {false, false, true, {}}, inside.substr(0, bar));
    given = bare(given.substr(0, given.find(',')));
    if (of == "x" && given == "z") return LatentTerm::likelihood;
    if (of == "z" && given == "x")
      return letter == 'q' ? LatentTerm::encoder : LatentTerm::posterior;
    return {};
  }
  if (const std::size_t comma = inside.find(','); comma != inside.npos) {
    const std::string_view a = bare(inside.substr(0, comma)), b = bare(inside.substr(comma + 1));
    if ((a == "x" && b == "z") || (a == "z" && b == "x")) return LatentTerm::joint;
    return {};
  }
  const std::string_view of = bare(inside);
  const std::optional<LatentTerm> data = of_data(m);
  if (of == "z") {
    if (data) return LatentTerm::misplaced;
    return letter == 'q' ? LatentTerm::aggregate : LatentTerm::prior;
  }
  if (of != "x") return {};
  if (data) return data;
  if (m.own || num::is_one_of(m.name, own_marks)) return LatentTerm::model;
  if (m.star) return LatentTerm::starred;
  if (!m.name.empty() && m.name != "x") return {};
  return letter == 'q' ? LatentTerm::any_q : LatentTerm::plain;
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<LatentTerm> run() {
    if (take("d_kl") || take("kl") || take("js")) return of_argument(LatentTerm::divergence);
    if (take("elbo")) {
      argument();
      return LatentTerm::bound;
    }
    if (take("log")) return logarithm();
    if (take("h")) return of_argument(LatentTerm::entropy);
    if (take("l")) return of_argument(LatentTerm::bound);
    if (take("u")) return of_argument(LatentTerm::uniform);
    if (take("n")) return normal();
    return law();
  }

  std::size_t at() const { return at_; }

 private:
  char here() const { return num::char_at(text_, at_); }

  bool take(std::string_view sign) {
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }

  void blanks() {
    while (here() == ' ') ++at_;
  }

  // What stands between brackets from here on, without blanks.
  std::optional<std::string> argument() {
    std::size_t open = at_;
    while (num::char_at(text_, open) == ' ') ++open;
    if (!num::opens(num::char_at(text_, open))) return {};
    const std::size_t end = num::closing_bracket(text_, open);
    if (end == text_.npos) return {};
    std::string inside;
    for (const char c : text_.substr(open + 1, end - open - 1))
      if (c != ' ') inside += c;
    at_ = end + 1;
    return inside;
  }

  std::optional<LatentTerm> of_argument(LatentTerm term) {
    if (!argument()) return {};
    return term;
  }

  std::optional<LatentTerm> logarithm() {
    if (argument()) return LatentTerm::log_evidence;
    blanks();
    const std::optional<LatentSymbol> of = latent_symbol_at(text_, at_);
    if (!of) return {};
    at_ += of->size;
    return LatentTerm::log_evidence;
  }

  std::optional<LatentTerm> normal() {
    const std::optional<std::string> inside = argument();
    if (!inside) return {};
    const std::size_t at = inside->find(';');
    const std::string moments = at == inside->npos ? *inside : inside->substr(at + 1);
    if (moments != "0,i" && moments != "0,1" && moments != "0,i_d") return {};
    return LatentTerm::normal;
  }

  std::optional<LatentTerm> law() {
    Marks marks;
    // LaTeX has the hat in front of its letter.
    marks.hat = take("^ ") || take("^");
    const char letter = here();
    if (!take("p") && !take("q") && !take("π")) return {};
    while (mark(marks)) {
    }
    spaced_mark(marks);
    if (const std::optional<std::string> inside = argument())
      return distribution(letter, marks, *inside);
    // A letter that stands alone names nothing, and one within a word is none.
    if (num::is_letter(here())) return {};
    return of_data(marks);
  }

  // Takes one mark beside the letter; false where there is none.
  bool mark(Marks& marks) {
    if (take("*")) return marks.star = true;
    if (take("θ") || take("φ") || take("ψ")) return marks.own = true;
    if (take(",")) return true;
    if (take("_")) {
      blanks();
      name(marks, true);
      return true;
    }
    if (take("^")) {
      marks.hat = marks.hat || here() == '(' || here() == '_';
      return true;
    }
    return name(marks, false);
  }

  // A name below the line, or one that follows the letter at once: that is a mark where a bracket
  // comes behind it, or where it is long.
  bool name(Marks& marks, bool below) {
    constexpr std::size_t long_name = 4;
    std::size_t end = at_;
    while (num::is_letter(num::char_at(text_, end)) || num::is_digit(num::char_at(text_, end)))
      ++end;
    const std::string_view read = text_.substr(at_, end - at_);
    const bool known = num::is_one_of(read, data_marks) || num::is_one_of(read, seen_marks) ||
                       num::is_one_of(read, own_marks) || read == "x";
    std::size_t open = end;
    while (num::char_at(text_, open) == ' ') ++open;
    if (!known || (!below && read.size() < long_name && num::char_at(text_, open) != '('))
      return false;
    // Pr(x) is a probability of x, and p_r(x) the distribution of what is real.
    if (below || read != "r") marks.name = read;
    at_ = end;
    return true;
  }

  // "p data (x)"
  void spaced_mark(Marks& marks) {
    const std::size_t from = at_;
    blanks();
    if (marks.name.empty() && take("data") && !num::is_letter(here()))
      marks.name = "data";
    else
      at_ = from;
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace
}  // namespace latent_symbol

std::optional<LatentSymbol> latent_symbol_at(std::string_view text, std::size_t at) {
  latent_symbol::Reader reader(text, at);
  const std::optional<LatentTerm> term = reader.run();
  if (!term) return {};
  return LatentSymbol{*term, reader.at() - at};
}

}  // namespace exam
