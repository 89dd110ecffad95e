#include "exam/latent_text.h"

#include <algorithm>
#include <utility>

#include "exam/latent_symbol.h"
#include "num/dialect.h"
#include "num/letters.h"
#include "num/markup.h"
#include "num/plain_text.h"

namespace exam {
namespace latent_text {
namespace {

constexpr std::size_t longest = 400;  // bytes
constexpr const char* asks =
    "Name one distribution or quantity, as a symbol like q(z|x) or in words.";

struct Spelling {
  std::string_view written, plain;
};
// What is one sign or letter here, once all letters are small. Longer ones come first.
constexpr Spelling spellings[] = {{"\\boldsymbol", ""},
                                  {"\\operatorname", ""},
                                  {"\\mathcal", ""},
                                  {"\\mathscr", ""},
                                  {"\\mathbb", ""},
                                  {"\\mathrm", ""},
                                  {"\\mathbf", ""},
                                  {"\\mathit", ""},
                                  {"\\textrm", ""},
                                  {"\\textit", ""},
                                  {"\\text", ""},
                                  {"\\widehat", "^"},
                                  {"\\hat", "^"},
                                  {"\\theta", "θ"},
                                  {"\\varphi", "φ"},
                                  {"\\phi", "φ"},
                                  {"\\psi", "ψ"},
                                  {"\\pi", "π"},
                                  {"\\middle", ""},
                                  {"\\mid", "|"},
                                  {"\\vert", "|"},
                                  {"\\star", "*"},
                                  {"\\ast", "*"},
                                  {"\\int", "∫"},
                                  {"\\log", "log"},
                                  {"\\ln", "log"},
                                  {"\\left", ""},
                                  {"\\right", ""},
                                  {"\\cdot", " "},
                                  {"\\equiv", "="},
                                  {"\\approx", "="},
                                  {"\\to", "="},
                                  {"≡", "="},
                                  {"≈", "="},
                                  {"→", "="},
                                  {"⇒", "="},
                                  {"⋆", "*"},
                                  {"∗", "*"},
                                  {"ϕ", "φ"},
                                  {"\u0302", "^"},
                                  {"theta", "θ"},
                                  {"phi", "φ"},
                                  {"∣", "|"},
                                  {"‖", "|"},
                                  {"\\|", "|"},
                                  {"’", "'"},
                                  {"‐", "-"},
                                  {"−", "-"},
                                  {"𝟙", "1"},
                                  {"{", ""},
                                  {"}", ""},
                                  {"$", " "},
                                  {"\\,", " "},
                                  {"\\;", " "},
                                  {"\\ ", " "},
                                  {"~", " "},
                                  {"\\!", ""},
                                  {"log-", "log "},
                                  {"\n", " "}};

// The text in small letters and plain signs, without what LaTeX sets it with.
std::string plain(std::string_view text) {
  num::PlainText read(text);
  num::read_markup(read);
  num::read_latex(read);
  std::string small = num::lower(read.text), s;
  for (std::size_t at = 0; at < small.size();) {
    const auto* const found =
        std::find_if(std::begin(spellings), std::end(spellings), [&](const Spelling& spelling) {
          return std::string_view(small).substr(at).starts_with(spelling.written);
        });
    if (found == std::end(spellings)) {
      s += small[at++];
    } else {
      s += found->plain;
      at += found->written.size();
    }
  }
  return s;
}

// What is said behind the answer: reasons, and where it holds.
constexpr std::string_view tails[] = {
    " because", " since",     " as both",  " as the kl", " when ",   " where ",  " if ",
    " for all", " for every", " for any",  " for each",  " almost",  " a.e",     " a.s",
    " at the ", " by bayes",  " so that ", " (a.e",      " (almost", " assuming"};

std::string_view without_tail(std::string_view s) {
  for (const std::string_view tail : tails) {
    const std::size_t at = s.find(tail);
    // At the start it is no tail.
    if (at != s.npos && at > 0) s = s.substr(0, at);
  }
  return s;
}

// One side of "=".
class Side {
 public:
  explicit Side(std::string_view text) : text_(text) {}

  // The terms that are named; `error` where something else stands there.
  std::vector<LatentTerm> run(std::string& error) {
    while (at_ < text_.size()) step();
    end_words();
    if (terms_.empty() && stray_.empty()) stray_ = std::string(text_);
    if (!stray_.empty() && error.empty()) error = "“" + stray_ + "” is not known here. " + asks;
    return std::move(terms_);
  }

 private:
  char here() const { return num::char_at(text_, at_); }
  void stray(std::string_view what) {
    if (stray_.empty()) stray_ = std::string(what);
  }

  void step() {
    const char c = here();
    if (c == '.' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '"' ||
        c == '!') {
      end_words();
      adjacent_ = false;
      ++at_;
    } else if (c == ' ' || c == '\'') {
      ++at_;
    } else if (c == '-') {
      const char next = num::char_at(text_, ++at_);
      // An entropy and a divergence go by either sign; a distribution has none.
      const bool joins = at_ > 1 && text_[at_ - 2] != ' ';
      if (!joins && (next == 'p' || next == 'q')) stray(text_);
    } else if (symbol()) {
      // A product of two names is a third quantity.
      if (adjacent_) product();
      adjacent_ = true;
    } else {
      word();
    }
  }

  // p(x|z) p(z) is the joint distribution; of others nothing is known.
  void product() {
    const LatentTerm last = terms_.back(), first = terms_[terms_.size() - 2];
    const auto are = [&](LatentTerm a, LatentTerm b) {
      return (first == a && last == b) || (first == b && last == a);
    };
    if (are(LatentTerm::likelihood, LatentTerm::prior) ||
        are(LatentTerm::posterior, LatentTerm::plain) ||
        are(LatentTerm::encoder, LatentTerm::data)) {
      terms_.resize(terms_.size() - 2);
      terms_.push_back(LatentTerm::joint);
    } else {
      stray(text_);
    }
  }

  void word() {
    std::size_t end = at_;
    while (num::is_letter(num::char_at(text_, end)) || num::is_digit(num::char_at(text_, end)))
      ++end;
    if (end == at_) {
      ++end;
      while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xc0) == 0x80) ++end;
      stray(text_.substr(at_, end - at_));
    } else {
      const std::string_view read = text_.substr(at_, end - at_);
      if (read == "1" || read == "0") {
        end_words();
        terms_.push_back(read == "1" ? LatentTerm::one : LatentTerm::zero);
        if (adjacent_) stray(text_);
        adjacent_ = true;
      } else if (!says_nothing(read)) {
        words_.push_back(read);
        adjacent_ = false;
      }
    }
    at_ = end;
  }

  void end_words() {
    if (std::all_of(words_.begin(), words_.end(), connects)) words_.clear();
    if (words_.empty()) return;
    const std::optional<LatentTerm> named = named_by_words(words_);
    if (named)
      terms_.push_back(*named);
    else
      stray(std::string_view(words_.front().data(),
                             static_cast<std::size_t>(words_.back().data() + words_.back().size() -
                                                      words_.front().data())));
    words_.clear();
  }

  bool symbol() {
    const std::optional<LatentSymbol> found = latent_symbol_at(text_, at_);
    if (!found) return false;
    end_words();
    terms_.push_back(found->term);
    at_ += found->size;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::string_view> words_;
  std::vector<LatentTerm> terms_;
  std::string stray_;
  bool adjacent_ = false;  // nothing stands between the last term and here
};

}  // namespace
}  // namespace latent_text

LatentReading latent_terms(std::string_view text) {
  LatentReading reading;
  if (text.size() > latent_text::longest) {
    reading.error = "This is longer than 400 bytes. " + std::string(latent_text::asks);
    return reading;
  }
  const std::string all = latent_text::plain(text);
  std::string_view rest = latent_text::without_tail(all);
  bool asked = false;
  for (;;) {
    int open = 0;
    std::size_t end = 0;
    while (end < rest.size() && (rest[end] != '=' || open != 0)) open += num::deeper(rest[end++]);
    const std::string_view side = rest.substr(0, end);
    if (side.find("∫") != side.npos || side.find("dz") != side.npos) {
      asked = true;
    } else if (side.find_first_not_of(" .:") != side.npos) {
      std::vector<LatentTerm> terms = latent_text::Side(side).run(reading.error);
      if (!terms.empty()) reading.sides.push_back(std::move(terms));
    }
    if (end == rest.size()) break;
    rest.remove_prefix(end + 1);
  }
  if (reading.sides.empty() && reading.error.empty())
    reading.error = asked ? "That is the integral itself. What is it equal to?" : latent_text::asks;
  return reading;
}

}  // namespace exam
