// What holds of the predictions of every exercise and its variants: that what they name is there,
// that they can come out, and that nothing in view gives the truth away.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "lab/digits.h"
#include "laws/all.h"

namespace {

constexpr int variants = 24, few_variants = 3;
constexpr std::int64_t few_steps = 40;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool holds(const std::string& text, const std::string& part) {
  return lower(text).find(lower(part)) != std::string::npos;
}

// Whether `text` has the number in it as people read it, not as a piece of a longer one. Numbers of
// fewer than three digits stand everywhere and tell nothing.
bool holds_number(const std::string& text, double x) {
  const std::string number = lab::readable(x);
  if (std::count_if(number.begin(), number.end(),
                    [](unsigned char c) { return std::isdigit(c) != 0; }) < 3)
    return false;
  const auto is_part = [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) || c == '.';
  };
  for (std::size_t at = 0; (at = text.find(number, at)) != std::string::npos; ++at) {
    const std::size_t end = at + number.size();
    const bool begins = at == 0 || !is_part(text[at - 1]);
    const bool ends =
        end == text.size() || !is_part(text[end]) || (text[end] == '.' && end + 1 == text.size());
    if (begins && ends) return true;
  }
  return false;
}

// Everything that stands in view beside the curtain, as text.
std::vector<std::string> in_view(const exam::Prediction& p, const lab::Report& report) {
  std::vector<std::string> texts;
  for (const lab::Figure& f : report.figures) {
    if (exam::covers(p.figures, f.key)) continue;
    texts.push_back(f.title);
    texts.push_back(f.alt);
  }
  for (const lab::Readout& r : report.readouts) {
    if (exam::covers(p.readouts, r.key)) continue;
    if (const auto* word = std::get_if<std::string>(&r.value)) texts.push_back(*word);
    if (const auto* x = std::get_if<double>(&r.value)) texts.push_back(lab::readable(*x));
    if (const auto* n = std::get_if<std::int64_t>(&r.value)) texts.push_back(std::to_string(*n));
  }
  return texts;
}

// A text that names the right choice and none of the others gives it away.
bool gives_away(const std::string& text, const exam::Pick& pick, double right) {
  for (std::size_t i = 0; i < pick.choices.size(); ++i)
    if (holds(text, pick.choices[i].text) != (static_cast<double>(i) == right)) return false;
  return true;
}

struct Held {
  const exam::Prediction& prediction;
  const lab::Report& report;
  const std::vector<double>& truth;

  void operator()(const exam::Pick& pick) const {
    CHECK(pick.choices.size() >= 2);
    for (const std::string& text : in_view(prediction, report))
      CHECK_MESSAGE(!gives_away(text, pick, truth[0]), text);
    if (pick.rule == exam::Pick::named) {
      CHECK(exam::covers(prediction.readouts, pick.source.readout));
    } else {
      for (const exam::Choice& choice : pick.choices)
        CHECK_MESSAGE(exam::covers(prediction.readouts, choice.key), choice.key);
    }
  }
  void operator()(const exam::PickEach& each) const {
    CHECK(each.choices.size() >= 2);
    CHECK(truth.size() == each.rows.size());
    CHECK(exam::covers(prediction.readouts, each.readout));
  }
  void operator()(const exam::Estimate& e) const { number(e.source, e.low, e.high); }
  void operator()(const exam::OnAxis& a) const {
    CHECK(exam::covers(prediction.figures, a.figure));
    CHECK(report.figures.find(a.figure));
    number(a.source, a.low, a.high);
  }
  void operator()(const exam::Sketch& s) const {
    CHECK(exam::covers(prediction.figures, s.figure));
    CHECK(s.at.size() >= 5);
    CHECK(s.at.size() <= 9);
    CHECK(std::is_sorted(s.at.begin(), s.at.end()));
    // A pad that ends where the curve does would show where it ends.
    const double rim = (s.high - s.low) / 20;
    for (const double y : truth) CHECK((y > s.low + rim && y < s.high - rim));
  }
  void number(const exam::Source& source, double low, double high) const {
    CHECK((truth[0] >= low && truth[0] <= high));
    CHECK(exam::covers(prediction.readouts, source.readout));
    for (const std::string& text : in_view(prediction, report))
      CHECK_MESSAGE(!holds_number(text, truth[0]), text);
  }
};

// One whole sentence, without a number that is marked and that nobody was asked to guess.
void check_reason(const std::string& why, const exam::Form& form, double truth) {
  CAPTURE(why);
  CHECK(why.ends_with("."));
  for (const char* part : {"{{", "}}", ". ", "  ", "nan", "–."}) CHECK_FALSE(holds(why, part));
  for (const exam::AnswerField& field : form) {
    const auto* const asked = std::get_if<exam::Number>(&field.kind);
    if (!asked || field.practice || lab::readable(asked->value) == lab::readable(truth)) continue;
    CHECK_MESSAGE(!holds_number(why, asked->value), field.id);
  }
}

// It stands behind the guess, which was of something else than the truth where it was wrong.
void check_subject(const std::string& why) {
  CAPTURE(why);
  for (const char* word : {"It ", "Its ", "They ", "Their ", "Each ", "That ", "This ", "These "})
    CHECK_FALSE(why.starts_with(word));
}

// A key without a star names one figure of the report, and one with a star at least one.
void check_keys(const exam::Prediction& p, const lab::Report& report) {
  const auto& figures = report.figures;
  for (const std::string& key : p.figures)
    CHECK_MESSAGE(std::any_of(figures.begin(), figures.end(),
                              [&](const auto& f) { return exam::covers({key}, f.key); }),
                  key);
  for (const std::string& key : p.readouts)
    CHECK_MESSAGE(std::any_of(report.readouts.begin(), report.readouts.end(),
                              [&](const auto& r) { return exam::covers({key}, r.key); }),
                  key);
}

}  // namespace

TEST_CASE("every exercise has a prediction that comes out and that nothing in view gives away") {
  tests::Thinned trained(tests::thinning > 1 ? 10 : 4);
  for (const std::string& id : tests::exercise_ids()) {
    exam::Session session(tests::product());
    tests::Thinned thinned(2 * tests::thinning);
    for (int n = 0; n <= variants; ++n) {
      // A lab that takes steps has to run to its end for each, so of these few variants are tried.
      if (n > 0 && session.total() > few_steps && n > few_variants) break;
      if (n > 0 && !thinned.tries()) continue;
      const std::string link = id + "#variant=" + std::to_string(n);
      CAPTURE(link);
      REQUIRE(session.open(link));
      if (session.total() > few_steps && !trained.tries()) continue;
      tests::finish(session);
      const exam::Prediction* const prediction = session.prediction();
      REQUIRE(prediction);
      const lab::Report& report = session.report();
      check_keys(*prediction, report);
      CHECK_FALSE(prediction->ask.empty());
      CHECK_FALSE(exam::covered_figures(*prediction, report).empty());
      const std::vector<double> truth = exam::truth(*prediction, report);
      CHECK_FALSE(truth.empty());
      if (truth.empty()) continue;
      std::visit(Held{*prediction, report, truth}, prediction->guess);
      check_reason(exam::reason(*prediction, report), session.form(), truth[0]);
    }
  }
}

TEST_CASE("a reason names what it speaks of") {
  for (const std::string& id : tests::exercise_ids()) {
    exam::Session session(tests::product());
    for (int n = 0; n <= variants; ++n) {
      const std::string link = id + "#variant=" + std::to_string(n);
      CAPTURE(link);
      REQUIRE(session.open(link));
      const exam::Prediction* const prediction = session.prediction();
      REQUIRE(prediction);
      check_subject(prediction->because);
      if (const auto* const pick = std::get_if<exam::Pick>(&prediction->guess))
        for (const exam::Choice& choice : pick->choices) check_subject(choice.because);
    }
  }
}
