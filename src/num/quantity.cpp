#include "num/quantity.h"

#include <vector>

#include "num/letters.h"
#include "num/word_table.h"

namespace num {
namespace {

// Commands that change how a name looks, or set blanks.
constexpr auto looks = word_table<std::string_view>(
    {"left",   "right",   "big",          "bigl",      "bigr",   "Big",        "Bigl",
     "Bigr",   "mathcal", "mathscr",      "mathrm",    "mathbf", "boldsymbol", "bm",
     "mathit", "mathsf",  "mathbb",       "mathfrak",  "text",   "textbf",     "operatorname",
     "quad",   "qquad",   "displaystyle", "textstyle", "limits", "nolimits",   "vec"});

// A factor of a label: a name, or a name over a name.
struct Quotient {
  std::string above, below;
  bool divided = false;
};

class LabelReader {
 public:
  explicit LabelReader(std::string_view text) : text_(text) {}

  std::vector<Quotient> run() {
    while (at_ < text_.size()) step();
    part();
    return std::move(factors_);
  }

 private:
  bool take(std::string_view sign) {
    if (!stands_at(text_, at_, sign)) return false;
    at_ += sign.size();
    return true;
  }

  std::string& side() { return now_.divided ? now_.below : now_.above; }

  // A factor ends here.
  void part() {
    if (!now_.above.empty() || !now_.below.empty()) factors_.push_back(now_);
    now_ = {};
  }

  // "d z3" is one name, and so is what a blank follows above a line; below it the name ends.
  void blank() {
    if (now_.divided && !now_.below.empty() && now_.below != "d") part();
  }

  // A group in braces, or a single letter, plainly.
  std::string argument() {
    while (take(" ")) {
    }
    std::size_t end = at_;
    if (char_at(text_, at_) == '{') {
      end = std::min(closing_brace(text_, at_), text_.size() - 1) + 1;
    } else {
      end = at_ + std::max<std::size_t>(letter_at(text_, at_).size, 1);
    }
    const std::string inner = plain_label(text_.substr(at_, end - at_));
    at_ = std::min(end, text_.size());
    return inner;
  }

  // The number of an example, above or below the line: "^{(i)}", "^i", "_i", "_{i}".
  bool example() {
    std::size_t at = at_;
    if (text_[at] != '^' && text_[at] != '_') return false;
    ++at;
    const bool braces = char_at(text_, at) == '{';
    at += braces;
    const bool brackets = char_at(text_, at) == '(' || char_at(text_, at) == '[';
    at += brackets;
    const char letter = char_at(text_, at);
    if (letter != 'i' && letter != 'n' && letter != 'k' && letter != 'j') return false;
    ++at;
    if (brackets && char_at(text_, at++) == '\0') return false;
    if (braces && char_at(text_, at++) != '}') return false;
    if (!braces && !brackets && is_letter(char_at(text_, at))) return false;
    at_ = at;
    return true;
  }

  bool command() {
    const std::string_view name = command_at(text_, at_);
    if (char_at(text_, at_) != '\\') return false;
    if (name.empty()) {
      at_ = std::min(at_ + 2, text_.size());
      return true;
    }
    if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac") {
      at_ += name.size() + 1;
      part();
      now_ = {argument(), argument(), true};
      // \frac{\partial}{\partial z} goes on with what is differentiated.
      part();
      return true;
    }
    if (name == "cdot" || name == "times" || name == "odot") {
      at_ += name.size() + 1;
      part();
      return true;
    }
    if (!looks.holds(name)) return false;
    at_ += name.size() + 1;
    return true;
  }

  // What follows ∇ or ∂ below the line is what is differentiated by.
  bool lowered() {
    if (text_[at_] != '_' || (side() != "d" && side() != "grad")) return false;
    ++at_;
    now_ = {"d", "d" + argument(), true};
    part();
    return true;
  }

  void step() {
    if (command() || lowered() || example()) return;
    if (take("·") || take("*") || take("×") || take("⊙")) return part();
    if (take("/")) {
      now_.divided = true;
      return;
    }
    const Letter l = letter_at(text_, at_);
    if (l.kind == Letter::subscript) {  // ᵢ and its like number an example
      at_ += l.size;
      return;
    }
    if (l.kind != Letter::none) {
      side() += l.key;
      at_ += l.size;
      return;
    }
    if (text_[at_] == ' ') blank();
    if (std::string_view(" \t{}()[]_$^").find(text_[at_]) == std::string_view::npos)
      side() += text_[at_];
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Quotient now_;
  std::vector<Quotient> factors_;
};

std::string differentiated(const std::string& name) {
  const std::string low = lower(name);
  if (low == "l" || low == "ell" || low == "loss") return "L";
  if (low == "j" || low == "cost") return "J";
  return name;
}

}  // namespace

std::string plain_label(std::string_view text) {
  std::string label;
  for (const Quotient& q : LabelReader(text).run())
    label += (label.empty() ? "" : "·") + q.above + (q.divided ? "/" + q.below : "");
  return label;
}

std::optional<Derivative> derivative(std::string_view label) {
  constexpr std::string_view times = "·";
  std::optional<Derivative> product;
  bool open = false;  // "d/dz3" waits for what is differentiated
  while (!label.empty()) {
    const std::size_t end = std::min(label.find(times), label.size());
    const std::string_view factor = label.substr(0, end);
    label.remove_prefix(std::min(end + times.size(), label.size()));
    const std::size_t over = factor.find('/');
    if (open) {
      if (over != factor.npos || factor.empty()) return std::nullopt;
      product->of = factor;
      open = false;
      continue;
    }
    if (over == factor.npos || factor[0] != 'd' || char_at(factor, over + 1) != 'd') {
      const std::size_t prime = factor.find('\'');
      if (product || over != factor.npos || prime == factor.npos || prime == 0) return std::nullopt;
      product =
          Derivative{std::string(factor.substr(0, prime)), std::string(factor.substr(prime + 1))};
      continue;
    }
    Derivative link{std::string(factor.substr(1, over - 1)), std::string(factor.substr(over + 2))};
    if (product && product->by != link.of) return std::nullopt;
    open = link.of.empty();
    product = product ? Derivative{product->of, link.by} : std::move(link);
  }
  if (!product || open) return std::nullopt;
  product->of = differentiated(product->of);
  return product;
}

}  // namespace num
