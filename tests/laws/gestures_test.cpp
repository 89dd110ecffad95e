// Whatever a hand may do to a figure sets a field that exists, of the kind that the gesture needs,
// to texts that the field takes.
#include <doctest/doctest.h>

#include <set>

#include "lab/shapes/samples.h"
#include "laws/all.h"

namespace {

// The sentences about the gestures of all figures at a link.
std::vector<std::string> faults_at(const std::string& link) {
  exam::Session session(tests::product());
  session.open(link);
  tests::shorten(session);
  session.advance(2);
  std::vector<std::string> found;
  for (const lab::Figure& figure : session.report().figures)
    for (const lab::Gesture& gesture : gestures(figure))
      if (const std::string sentence = fault(gesture, session.fields()); !sentence.empty())
        found.push_back(figure.key + ": " + sentence);
  return found;
}

const std::vector<std::string> none;

}  // namespace

TEST_CASE("every gesture of a lab as it opens sets a field that takes it") {
  for (const std::string& id : tests::lab_ids()) {
    CAPTURE(id);
    CHECK(faults_at(id) == none);
  }
}

TEST_CASE("the labs as they open offer every kind of gesture of the shapes that they show") {
  std::set<lab::Act> offered;
  std::set<std::size_t> shown;
  for (const std::string& id : tests::lab_ids())
    for (const lab::Figure& figure : tests::opening(id).report().figures) {
      shown.insert(figure.shape.index());
      for (const lab::Gesture& gesture : gestures(figure)) offered.insert(gesture.act);
    }
  tests::each_sample([&](auto sample) {
    CAPTURE(sample.name);
    if (shown.count(lab::Shape(sample.usual()).index()) == 0) return;
    for (const lab::Gesture& gesture : gestures(sample.usual()))
      CHECK(offered.count(gesture.act) == 1);
  });
}

TEST_CASE("every gesture at the corners of the parameter box sets a field that takes it") {
  // The laws of parameters go to every corner; here they take turns.
  tests::Thinned thinned(3 * tests::thinning);
  for (const std::string& id : tests::lab_ids())
    for (const std::string& link : tests::corners(id, tests::opening(id).fields())) {
      if (!thinned.tries()) continue;
      CAPTURE(link);
      CHECK(faults_at(link) == none);
    }
}

TEST_CASE("every gesture of a variant sets a field that takes it") {
  tests::Thinned thinned;
  for (const std::string& id : tests::exercise_ids())
    for (int number = 1; number <= 6; ++number) {
      if (!thinned.tries()) continue;
      const std::string link = id + "#variant=" + std::to_string(number);
      CAPTURE(link);
      CHECK(faults_at(link) == none);
    }
}
