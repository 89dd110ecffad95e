#include "exam/kinds/one_of.h"

#include <doctest/doctest.h>

#include "exam/marked.h"

namespace {

using tests::field;

}  // namespace

TEST_CASE("the other options of several are explained once the right one was found") {
  for (const exam::PartMark& part : field(R"({"name": "b"})", 3).parts)
    CHECK(part.message.empty() == (part.id != "b"));
  for (const exam::PartMark& part : field(R"({"name": "a"})", 3).parts)
    CHECK_FALSE(part.message.empty());
}

TEST_CASE("one of several is right or explained") {
  CHECK(field(R"({"name": "a"})", 3).outcome == exam::Outcome::right);
  CHECK(field(R"({"name": "b"})", 3).message == "no corners");
  CHECK(field(R"({"name": "c"})", 3).outcome == exam::Outcome::invalid);
}
