#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "exam/session.h"
#include "exercises/all.h"
#include "lab/parts.h"
#include "labs/all.h"

namespace {

// <link> :: <field> :: <verdict> :: <answer> [:: <part of what is said>], with ⏎ for a line end and
// ⇥ for a tab in the answer.
struct Line {
  std::string link, field, verdict, answer, said;
};

std::vector<std::string> parts(const std::string& line) {
  std::vector<std::string> found;
  std::size_t from = 0;
  for (std::size_t at; (at = line.find(" ::", from)) != std::string::npos; from = at + 3) {
    found.push_back(line.substr(from, at - from));
    if (line.compare(at + 3, 1, " ") == 0) ++at;
    from = at;
  }
  found.push_back(line.substr(from));
  return found;
}

void replace(std::string& text, const std::string& sign, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos; at += with.size())
    text.replace(at, sign.size(), with);
}

// ⏎ stands for a line end within an answer, ⇥ for a tab.
std::vector<Line> corpus() {
  std::vector<Line> lines;
  for (const auto& file : std::filesystem::directory_iterator("exam/corpus")) {
    std::ifstream in(file.path());
    for (std::string text; std::getline(in, text);) {
      if (text.empty() || text[0] == '#') continue;
      replace(text, "⏎", "\n");
      replace(text, "⇥", "\t");
      std::vector<std::string> p = parts(text);
      CAPTURE(text);
      REQUIRE(p.size() >= 4);
      p.resize(5);
      lines.push_back(
          {p[0], p[1], p[2], lab::replaced(lab::replaced(p[3], "⏎", "\n"), "⇥", "\t"), p[4]});
    }
  }
  return lines;
}

// A text that is JSON of its own is a structured answer.
lab::Json answer(const Line& line) {
  const char first = line.answer.empty() ? ' ' : line.answer[0];
  if (first == '{' || first == '[') {
    const lab::JsonReading read = lab::parse_json(line.answer);
    if (read.value) return *read.value;
  }
  return lab::Json{line.answer};
}

std::string said(const exam::FieldMark& mark) {
  std::string all = mark.message;
  for (const std::string& note : mark.notes) all += " " + note;
  for (const exam::PartMark& part : mark.parts) all += " " + part.message;
  return all;
}

}  // namespace

TEST_CASE("what students write gets the verdict that it deserves, and the words for it") {
  const exam::Catalogue product{laboratory::all(), exercises::paper()};
  std::map<std::string, exam::Form> forms;
  int twins = 0, all = 0;
  for (const Line& line : corpus()) {
    if (!forms.count(line.link)) {
      exam::Session session(product);
      CAPTURE(line.link);
      REQUIRE(session.open(line.link));
      forms[line.link] = session.form();
    }
    const lab::Json answers{lab::Json::Object{{line.field, answer(line)}}};
    const exam::Marking marking = exam::mark(forms[line.link], 1, answers);
    const exam::FieldMark* mark = nullptr;
    for (const exam::FieldMark& f : marking.fields)
      if (f.id == line.field) mark = &f;
    const std::string what = line.link + " :: " + line.field + " :: " + line.answer;
    REQUIRE_MESSAGE(mark, what);
    CHECK_MESSAGE(exam::name(mark->outcome) == line.verdict, what << " -> " << said(*mark));
    CHECK_MESSAGE(said(*mark).find(line.said) != std::string::npos, what << " -> " << said(*mark));
    ++all;
    twins += line.link.rfind("1h", 0) == 0 ? 1 : 0;
  }
  CHECK(all >= 300);
  CHECK(twins >= 60);
}
