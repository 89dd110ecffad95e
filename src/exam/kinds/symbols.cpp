#include "exam/kinds/symbols.h"

#include "exam/formula.h"

namespace exam {
namespace {

// The text in a cell of nested lists; "" where there is none.
std::string text_at(const lab::Json::Array& rows, std::size_t r, std::size_t c) {
  const auto* row = r < rows.size() ? rows[r].array() : nullptr;
  return row && c < row->size() ? (*row)[c].spelled().value_or("") : "";
}

bool is_mistake(const Symbols& kind, const SymbolsMistake& mistake, const lab::Json::Array& rows) {
  for (std::size_t r = 0; r < kind.entries.size(); ++r)
    for (std::size_t c = 0; c < kind.entries[r].size(); ++c)
      if (!kind.entries[r][c].given &&
          !equivalent(text_at(rows, r, c), mistake.value[r][c], kind.symbols,
                      points_for(mistake.value[r][c], kind.symbols)))
        return false;
  return true;
}

// True where two matrices of formulas agree in every entry that is asked.
bool same_entries(const Symbols& s, const std::vector<std::vector<std::string>>& a,
                  const std::vector<std::vector<std::string>>& b) {
  for (std::size_t r = 0; r < s.entries.size(); ++r)
    for (std::size_t c = 0; c < s.entries[r].size(); ++c)
      if (!s.entries[r][c].given &&
          !equivalent(a[r][c], b[r][c], s.symbols, points_for(b[r][c], s.symbols)))
        return false;
  return true;
}

}  // namespace

FieldMark Symbols::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const auto* rows = answer.array();
  if (!rows) return invalid("this takes nested lists of formulas, row by row");
  const std::vector<FormulaMistake> no_mistakes;
  const std::vector<Alternative> no_alternatives;
  int asked = 0, right = 0, blank = 0;
  for (std::size_t r = 0; r < entries.size(); ++r)
    for (std::size_t c = 0; c < entries[r].size(); ++c) {
      const Entry& entry = entries[r][c];
      if (entry.given) continue;
      const Standard standard{entry.value, symbols, no_mistakes, no_alternatives};
      Judgement j = judge(standard, text_at(*rows, r, c), false, "");
      ++asked;
      right += j.outcome == Outcome::right ? 1 : 0;
      blank += j.outcome == Outcome::blank ? 1 : 0;
      if (j.outcome == Outcome::wrong || j.outcome == Outcome::invalid)
        mark.notes.push_back(cell_place(r, c) + ": " + j.message);
      mark.parts.push_back({cell_id(r, c), j.outcome, std::move(j.message), false});
    }
  if (blank == asked) return {};
  set_share(mark, static_cast<double>(right) / asked);
  mark.message = right == asked ? praise
                                : std::to_string(right) + " of " + std::to_string(asked) +
                                      (right == 1 ? " entries is right." : " entries are right.");
  for (const SymbolsMistake& m : mistakes) {
    if (!is_mistake(*this, m, *rows)) continue;
    // One slip, which its cure names, is behind all that is wrong.
    mark.message = m.cure;
    mark.notes.clear();
    break;
  }
  return mark;
}

void Symbols::ask(lab::Writer& page) const {
  lab::Writer rows('[');
  for (const std::vector<Entry>& row : entries) {
    lab::Writer given('[');
    for (const Entry& e : row) given.item(e.given ? lab::quoted(e.value) : "null");
    rows.item(given.done());
  }
  page.member("names", names_json(symbols)).member("rows", lab::whole(std::ssize(entries)));
  page.member("cols", lab::whole(entries.empty() ? 0 : std::ssize(entries[0])));
  page.member("given", rows.done());
}

lab::Json Symbols::reference() const {
  lab::Json::Array rows;
  for (const std::vector<Entry>& row : entries) {
    lab::Json::Array texts;
    for (const Entry& e : row) texts.push_back(lab::Json{e.given ? std::string() : e.value});
    rows.push_back(lab::Json{std::move(texts)});
  }
  return lab::Json{std::move(rows)};
}

Understood Symbols::understand(std::string_view text, std::string_view) const {
  return understood(text, symbols);
}

bool Symbols::tells_apart() const {
  std::vector<std::vector<std::string>> right;
  for (const std::vector<Entry>& row : entries)
    for (auto& texts = right.emplace_back(); const Entry& e : row) texts.push_back(e.value);
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    if (same_entries(*this, mistakes[i].value, right)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (same_entries(*this, mistakes[i].value, mistakes[j].value)) return false;
  }
  return true;
}

}  // namespace exam
