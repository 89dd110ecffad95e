// Answers of 900 kB, which somebody pastes by mistake.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "exercises/answering.h"

namespace {

// Of the processor, the least of three where one is long: the machine is at something else, too.
double seconds_to_refuse(const exam::Session& session, const char* id, const lab::Json& answers) {
  double least = 1;
  for (int i = 0; i < 3 && least > 0.1; ++i) {
    const std::clock_t start = std::clock();
    const exam::Marking marking = session.mark(answers);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
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
      CHECK(seconds_to_refuse(session, f.id, answers) < 0.5);  // many times what it takes
    }
  }
}
