#include "exam/kinds/expression.h"

namespace exam {
namespace {

FieldMark marked(Judgement j) {
  FieldMark mark;
  mark.outcome = j.outcome;
  mark.share = j.share;
  mark.read_as = std::move(j.read_as);
  mark.message = std::move(j.message);
  mark.notes = std::move(j.notes);
  return mark;
}

constexpr std::string_view unknown = "\" is not known";

// The name as it was written, if the fault is one of these names.
std::string absent_name(const std::string& written, const Absent& absent, std::string_view text) {
  const auto is_index = [](char c) { return c == '_' || (c >= '0' && c <= '9'); };
  const std::string& name = absent.name;
  if (written.starts_with(name) && (written == name || is_index(written[name.size()])))
    return written;
  // Of a word that is no name a formula reads the first letter.
  const bool begins = !written.empty() && absent.spelled.starts_with(written);
  return begins && text.find(absent.spelled) != std::string_view::npos ? absent.spelled : "";
}

// In place of the names that there are, what to do about one that there is not.
std::string explained(std::string message, const std::vector<Absent>& absent,
                      std::string_view text) {
  const std::size_t end = message.find(unknown), open = message.rfind('"', end - 1);
  if (end == std::string::npos || end == 0 || open == std::string::npos) return message;
  const std::string written = message.substr(open + 1, end - open - 1);
  for (const Absent& a : absent)
    if (const std::string name = absent_name(written, a, text); !name.empty())
      return message.substr(0, open) + '"' + name + "\" " + a.cure;
  return message;
}

}  // namespace

FieldMark Expression::mark(const lab::Json& answer, const std::string& praise,
                           Layout layout) const {
  const std::string* text = answer.string();
  if (!text) return invalid("this takes the text of a formula");
  const Standard standard{value,        symbols, mistakes,      alternatives,
                          transposable, called,  over_examples, unfinished};
  const bool transposed = layout == Layout::transposed && transposable;
  Judgement j = judge(standard, *text, transposed, praise);
  if (transposed && j.transposed && j.outcome == Outcome::right)
    j.notes.push_back(
        "Read in the transposed layout, which is just as good, provided that you keep to it.");
  if (j.outcome == Outcome::invalid) j.message = explained(std::move(j.message), absent, *text);
  return marked(std::move(j));
}

void Expression::ask(lab::Writer& page) const {
  bool scalars = true;
  for (const num::Symbol& s : symbols) scalars = scalars && s.rows == 1 && s.cols == 1;
  page.member("names", names_json(symbols))
      .member("scalars", lab::truth(scalars))
      .member("tiles", lab::quoted(tiles));
}

lab::Json Expression::reference() const { return lab::Json{value}; }

Understood Expression::understand(std::string_view text, std::string_view) const {
  Understood u = understood(text, symbols);
  if (!u.valid) u.message = explained(std::move(u.message), absent, text);
  return u;
}

bool Expression::tells_apart() const {
  const auto points = points_for(value, symbols);
  const auto same = [&](const std::string& a, const std::string& b) {
    return equivalent(a, b, symbols, points);
  };
  for (const Alternative& a : alternatives)
    if (same(a.value, value)) return false;
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    const std::string& wrong = mistakes[i].value;
    if (same(wrong, value)) return false;
    for (const Alternative& a : alternatives)
      if (a.label.empty() && !a.elementwise && same(wrong, a.value)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (mistakes[i].elementwise == mistakes[j].elementwise && same(wrong, mistakes[j].value))
        return false;
  }
  return true;
}

}  // namespace exam
