// What holds for every kind of answer, found from the list of them.
#include <doctest/doctest.h>

#include <set>

#include "exam/answer.h"

namespace {

template <class... K>
std::vector<exam::Kind> one_of_each(exam::Kinds<K...>) {
  return {K{}...};
}

const std::vector<exam::Kind> kinds = one_of_each(exam::AllKinds());

}  // namespace

TEST_CASE("no two kinds have one name") {
  std::set<std::string> names;
  for (const exam::Kind& kind : kinds)
    CHECK(names.insert(std::visit([](const auto& k) { return k.name; }, kind)).second);
}

TEST_CASE("an answer in a form that no kind takes is invalid") {
  for (const exam::Kind& kind : kinds) {
    const auto mark = [&kind](lab::Json answer) {
      return std::visit([&](const auto& k) { return k.mark(answer, "", exam::Layout::own); }, kind);
    };
    CAPTURE(std::visit([](const auto& k) { return k.name; }, kind));
    CHECK(mark(lab::Json{true}).outcome == exam::Outcome::invalid);
    CHECK_FALSE(mark(lab::Json{true}).message.empty());
  }
}
