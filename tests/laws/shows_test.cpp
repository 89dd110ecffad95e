// What a "Show me" button does to the lab of its exercise.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "laws/all.h"

namespace {

constexpr int shown_variants = 40;

// What the buttons of a form set, each once.
std::set<std::string> buttons(const std::string& id) {
  std::set<std::string> all;
  exam::Session session(tests::product());
  for (int n = 0; n <= shown_variants; ++n) {
    session.open(id + "#variant=" + std::to_string(n));
    for (const exam::AnswerField& field : session.form())
      std::visit(
          [&all](const auto& kind) {
            if constexpr (requires { kind.options; })
              for (const exam::Option& option : kind.options)
                if (!option.show.empty()) all.insert(option.show);
          },
          field.kind);
  }
  return all;
}

// Sets the lab as the page does; the figure that is named, or nothing.
std::string shown_by(exam::Session& session, const std::string& show) {
  const lab::Link link = lab::parse_link(std::string(session.id()) + "#" + show);
  CHECK(link.problems.empty());
  std::string figure;
  for (const auto& pair : link.pairs) {
    if (pair.first == "figure")
      figure = pair.second;
    else
      CHECK_MESSAGE(session.set(pair.first, pair.second).outcome == lab::Reading::taken,
                    pair.first);
  }
  return figure;
}

}  // namespace

TEST_CASE("the figure and the tab that a button shows are in the lab, one on the other") {
  int named = 0;
  tests::Thinned thinned(4 * tests::thinning);
  for (const std::string& id : tests::exercise_ids()) {
    // One lab for all buttons of an exercise, so that those that only look share its run.
    exam::Session session(tests::product());
    for (const std::string& show : buttons(id)) {
      if (!thinned.tries()) continue;
      CAPTURE(id);
      CAPTURE(show);
      session.open(id);
      tests::shorten(session);
      const std::string key = shown_by(session, show);
      tests::shorten(session);
      tests::finish(session);
      const lab::Figures& figures = session.report().figures;
      const std::string tab = session.view().tab;
      CHECK((tab.empty() || std::any_of(figures.begin(), figures.end(),
                                        [&](const lab::Figure& f) { return f.tab == tab; })));
      if (key.empty()) continue;
      const lab::Figure* const figure = figures.find(key);
      CHECK(figure);
      if (figure && !figure->tab.empty()) CHECK(figure->tab == tab);
      ++named;
    }
  }
  CHECK(named > (tests::thinning > 1 ? 0 : 10));
}
