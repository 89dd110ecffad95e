#include "exam/named.h"

#include <doctest/doctest.h>

#include "exam/sample.h"

TEST_CASE("the labs of parts are those of what is built, each once and in their order") {
  const std::span<const exam::Part> paper = tests::catalogue().paper;
  const std::vector<const lab::LabRow*> labs = exam::labs_of(paper);
  std::size_t at = 0;
  for (const exam::Part& part : paper) {
    if (part.exercise == nullptr) continue;
    const auto found = std::find(labs.begin(), labs.end(), &part.exercise->lab());
    REQUIRE(found != labs.end());
    const auto place = static_cast<std::size_t>(found - labs.begin());
    CHECK(place <= at);  // known already, or the next
    at = std::max(at, place + 1);
  }
  CHECK(at == labs.size());
  CHECK(exam::labs_of({}).empty());
}
