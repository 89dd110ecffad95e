#include "exam/kinds/many_of.h"

#include <doctest/doctest.h>

#include "exam/marked.h"

namespace {

using tests::field;

}  // namespace

TEST_CASE("each verdict earns its share and a contested one earns it either way") {
  const auto share = [](const char* verdicts) {
    return field(std::string("{\"facts\": ") + verdicts + "}", 1).share;
  };
  CHECK(share(R"({"i": true, "ii": false, "iii": true, "iv": true})") == 1);
  CHECK(share(R"({"i": true, "ii": false, "iii": false, "iv": true})") == 1);
  CHECK(share(R"({"i": false, "ii": false, "iii": false, "iv": true})") == 0.75);
  CHECK(share(R"({"i": true})") == 0.25);
  CHECK(share(R"(["i", "iv"])") == 1);
  CHECK(share("[]") == 0.5);
  CHECK(field(R"({"facts": {}})", 1).outcome == exam::Outcome::blank);
  CHECK(field(R"({"facts": {"v": true}})", 1).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"facts": {"i": "yes"}})", 1).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"facts": ["i"]})", 1).parts[1].message == "It has corners.");
  CHECK(field(R"({"facts": ["i"]})", 1).parts[2].contested);
}
