#include "exam/kinds/derivation.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "exam/kinds/expression.h"
#include "exam/written_lines.h"

namespace exam {
namespace {

constexpr std::uint64_t line_seed = 2025;

// The texts of the lines; nothing where the answer has another form.
std::optional<std::vector<std::string>> texts(const Derivation& kind, const lab::Json& answer) {
  std::vector<std::string> lines(kind.steps.size());
  const auto put = [&lines](std::size_t i, const lab::Json& line) {
    if (i >= lines.size()) return false;
    if (const std::string* s = line.string()) lines[i] = *s;
    return line.string() || std::holds_alternative<std::nullptr_t>(line.value);
  };
  if (const std::string* s = answer.string()) {
    const std::vector<std::string> given = written_lines(*s);
    if (given.size() > lines.size()) return std::nullopt;
    std::copy(given.begin(), given.end(), lines.begin());
    return lines;
  }
  const auto* list = answer.array();
  if (!list) return std::nullopt;
  for (std::size_t i = 0; i < list->size(); ++i)
    if (!put(i, (*list)[i])) return std::nullopt;
  return lines;
}

// The values of all lines so far at every point: the true ones, or the person's own.
class Course {
 public:
  Course(const std::vector<num::Symbol>& symbols, std::vector<num::Point> points)
      : symbols_(symbols), points_(std::move(points)) {}

  const std::vector<num::Point>& points() const { return points_; }

  // Appends the value of `text`; of `otherwise` where `text` has none.
  void append(std::string_view text, const std::vector<num::Point>& otherwise) {
    const auto parsed = num::parse(text, symbols_);
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const std::size_t at = points_[i].size();
      std::optional<num::Matrix> value;
      if (parsed.formula && !is_blank(text)) {
        num::Evaluation e = num::evaluate(*parsed.formula, symbols_, points_[i]);
        if (!e.misshapen && !e.undefined && !e.heavy) value = std::move(e.value);
      }
      if (!value) value = at < otherwise[i].size() ? otherwise[i][at] : num::Matrix::zero(1, 1);
      points_[i].push_back(std::move(*value));
    }
  }

 private:
  const std::vector<num::Symbol>& symbols_;
  std::vector<num::Point> points_;
};

std::string line_name(std::size_t i) { return "Line " + std::to_string(i + 1); }

// "Line 2 cannot be read", "Lines 1 and 3 cannot be read".
std::string unread_sentence(const std::vector<std::size_t>& unread) {
  std::string numbers;
  for (std::size_t k = 0; k < unread.size(); ++k)
    numbers += (k == 0                   ? ""
                : k + 1 == unread.size() ? " and "
                                         : ", ") +
               std::to_string(unread[k] + 1);
  return (unread.size() == 1 ? "Line " : "Lines ") + numbers + " cannot be read: mend " +
         (unread.size() == 1 ? "it" : "them") + " and check again.";
}

// The names that a line may use: the symbols, and the lines before it.
std::vector<num::Symbol> symbols_of_line(const Derivation& kind, std::size_t line) {
  std::vector<num::Symbol> symbols = kind.symbols;
  for (std::size_t i = 0; i < line && i < kind.steps.size(); ++i) {
    symbols.push_back(kind.steps[i].name);
    symbols.back().meaning = kind.steps[i].value;
    symbols.back().also = kind.steps[i].called;
  }
  return symbols;
}

// `text` with a prime after `name` read as a transpose, as programs write it, and two primes as the
// transpose of the name with a prime: "g1 x' + g2 x''" says "g1 xᵀ + g2 x′ᵀ".
std::string with_transposes(std::string_view text, const std::string& name) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = at + name.size();
    const bool starts = at == 0 || !(std::isalnum(static_cast<unsigned char>(text[at - 1])) ||
                                     text[at - 1] == '_' || text[at - 1] == '\\');
    if (!starts || text.substr(at, name.size()) != name || end >= text.size() ||
        text[end] != '\'') {
      out += text[at++];
      continue;
    }
    const bool twice = end + 1 < text.size() && text[end + 1] == '\'';
    out += name + (twice ? "′ᵀ" : "ᵀ");
    at = end + (twice ? 2 : 1);
  }
  return out;
}

// Where a name and the same with a prime are both known, "x'" may be either: the name, or the
// transpose of x. Nothing where the line marks transposes in another way, or has no prime of a
// name.
std::optional<std::string> read_otherwise(const std::string& text,
                                          const std::vector<num::Symbol>& known) {
  constexpr std::string_view prime = "′";
  for (const char* other : {"ᵀ", "^T", ".T", "\\top", "transpose"})
    if (text.find(other) != std::string::npos) return std::nullopt;
  std::string out = text;
  for (const num::Symbol& symbol : known)
    if (symbol.text.ends_with(prime))
      out = with_transposes(out, symbol.text.substr(0, symbol.text.size() - prime.size()));
  return out == text ? std::nullopt : std::optional(out);
}

// True of a line that counts as one of the alternatives.
bool took_other(const Standard& standard, const Judgement& j) {
  return j.outcome == Outcome::right &&
         std::any_of(standard.alternatives.begin(), standard.alternatives.end(),
                     [&j](const Alternative& a) { return a.note == j.message; });
}

}  // namespace

FieldMark Derivation::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  auto given = texts(*this, answer);
  if (!given)
    return invalid("this takes " + std::to_string(steps.size()) +
                   " lines: a list of texts, or one text with line breaks");
  std::vector<num::Symbol> known = symbols;
  const auto last = num::parse(steps.back().value, symbols_of_line(*this, steps.size()));
  if (!last.formula) return mark;
  std::vector<num::Point> drawn =
      num::sample(symbols_of_line(*this, steps.size()), *last.formula, line_seed);
  for (num::Point& p : drawn) p.resize(symbols.size());
  Course truth(known, drawn), own(known, drawn);
  std::optional<std::size_t> first_wrong;
  bool parted = false;  // a line has another right value, from which later ones may follow or not
  std::vector<std::size_t> unread;
  int right = 0, blank = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    Standard standard{step.value, known, step.mistakes, step.alternatives};
    standard.called = step.called;
    standard.called.insert(standard.called.begin(), step.name.text);
    standard.otherwise = step.cure;
    Judgement j = judge(standard, (*given)[i], false, "", own.points());
    if (j.outcome == Outcome::wrong)
      if (const auto turned = read_otherwise((*given)[i], known)) {
        Judgement other = judge(standard, *turned, false, "", own.points());
        if (other.outcome == Outcome::right) j = std::move(other), (*given)[i] = *turned;
      }
    if (first_wrong && j.outcome == Outcome::right && !took_other(standard, j)) {
      const bool holds =
          judge(standard, (*given)[i], false, "", truth.points()).outcome == Outcome::right;
      j.message = holds ? "" : "It follows from your own lines before it, so it counts.";
    } else if ((first_wrong || parted) && j.outcome != Outcome::blank &&
               j.outcome != Outcome::right) {
      Judgement true_one = judge(standard, (*given)[i], false, "", truth.points());
      if (true_one.outcome == Outcome::right) j = std::move(true_one);
    }
    parted = parted || took_other(standard, j);
    right += j.outcome == Outcome::right ? 1 : 0;
    blank += j.outcome == Outcome::blank ? 1 : 0;
    if (j.outcome == Outcome::invalid) unread.push_back(i);
    if (j.outcome == Outcome::wrong && !first_wrong) {
      first_wrong = i;
      for (std::string& note : j.notes) mark.notes.push_back(std::move(note));
    }
    mark.parts.push_back({std::to_string(i + 1), j.outcome, std::move(j.message), false});
    truth.append(step.value, drawn);
    own.append((*given)[i], truth.points());
    known.push_back(step.name);
    known.back().also = step.called;
  }
  if (blank == static_cast<int>(steps.size())) return {};
  set_share(mark, static_cast<double>(right) / static_cast<double>(steps.size()));
  const std::size_t read = steps.size() - static_cast<std::size_t>(blank) - unread.size();
  if (read == 0) mark.outcome = Outcome::invalid;
  if (mark.outcome == Outcome::right) {
    mark.message = praise;
    return mark;
  }
  if (!unread.empty()) mark.message = unread_sentence(unread);
  if (first_wrong) {
    mark.message += (unread.empty() ? "" : " ") + line_name(*first_wrong) +
                    (unread.empty() ? " is the first that does not hold."
                                    : " is the first of the others that does not hold.");
    if (*first_wrong + 1 < steps.size())
      mark.message += " The lines after it are marked by what follows from yours.";
  } else if (unread.empty()) {
    mark.message = "What is there holds; the rest is missing.";
  } else if (read > 0) {
    mark.message += blank > 0 ? " The others that are there hold." : " The others hold.";
  }
  return mark;
}

void Derivation::ask(lab::Writer& page) const {
  lab::Writer lines('[');
  for (std::size_t i = 0; i < steps.size(); ++i)
    lines.item(lab::Writer('{')
                   .member("id", lab::quoted(std::to_string(i + 1)))
                   .member("prompt", lab::quoted(steps[i].prompt))
                   .member("left", lab::quoted(steps[i].name.text))
                   .done());
  page.member("names", names_json(symbols))
      .member("lines", lines.done())
      .member("tiles", lab::quoted(tiles));
}

lab::Json Derivation::reference() const {
  lab::Json::Array lines;
  for (const Step& step : steps) lines.push_back(lab::Json{step.value});
  return lab::Json{std::move(lines)};
}

Understood Derivation::understand(std::string_view text, std::string_view part) const {
  std::size_t line = steps.size();
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (std::to_string(i + 1) == part) line = i;
  return understood(text, symbols_of_line(*this, line));
}

bool Derivation::tells_apart() const {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Expression line{steps[i].value, symbols_of_line(*this, i), steps[i].mistakes,
                          steps[i].alternatives};
    if (!line.tells_apart()) return false;
  }
  return true;
}

}  // namespace exam
