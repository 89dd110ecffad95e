// Answers of 900 kB, which somebody pastes by mistake.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "exercises/answering.h"

namespace {

// The least of three times, where one is long: the machine may be at something else meanwhile.
double seconds_to_refuse(const exam::Session& session, const char* id, const lab::Json& answers) {
  double least = 1;
  for (int i = 0; i < 3 && least > 0.1; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const exam::Marking marking = session.mark(answers);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    least = std::min(least, taken.count());
    for (const exam::FieldMark& mark : marking.fields)
      if (mark.id == id) CHECK(mark.share == 0);
  }
  return least;
}

}  // namespace

TEST_CASE("an endless answer earns nothing, at once") {
  struct Field {
    const char* link;
    const char* id;
  };
  for (const Field& f : {Field{"1f", "loss"},
                         {"1h-i", "W1"},
                         {"1h-ii", "delta1"},
                         {"1h-iv", "gradients"},
                         {"2d-i", "output"}}) {
    const exam::Session session = tests::opened(f.link);
    for (const char* piece :
         {"1", "x", "1,", "x=", "(", "𝑊", "a:\n", "1 2 / ", "\\begin{a}", "`", "if "}) {
      std::string endless;
      while (endless.size() < 900000) endless += piece;
      const lab::Json answers{lab::Json::Object{{f.id, lab::Json{endless}}}};
      CAPTURE(f.id);
      CAPTURE(piece);
      CHECK(seconds_to_refuse(session, f.id, answers) < 0.25);  // ten times what it takes
    }
  }
}
