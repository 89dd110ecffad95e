#include "exam/instance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "exam/sample.h"

namespace {

std::string width(const exam::Instance& instance) {
  return lab::text(instance.parameters().find("width")->slot);
}

double area(const exam::Form& form) { return std::get<exam::Number>(form.at(0).kind).value; }

bool flag(const exam::Facts& facts, const char* key) {
  return std::get<bool>(facts.find(key)->value);
}

exam::Instance drawn(int number) {
  const std::optional<exam::Instance> instance = exam::Instance::drawn(tests::exercise, number);
  REQUIRE(instance);
  return *instance;
}

// Asks for nothing that could be marked.
struct Unsound {};
std::optional<Unsound> refuse(num::Rng&, lab::Fields&) { return std::nullopt; }
exam::Form nothing(const Unsound&) { return {}; }
exam::Prediction none(const Unsound&) { return {}; }
constexpr exam::Asking<Unsound> refusing = {
    .lab = &tests::rectangle, .draw = refuse, .form = nothing, .predict = none};
constexpr exam::Exercise refuser = exam::exercise<refusing>();

}  // namespace

TEST_CASE("instance 0 is the paper's own") {
  const exam::Instance paper = drawn(0);
  CHECK(paper == exam::Instance::of_paper(tests::exercise));
  CHECK(width(paper) == "6");
  CHECK(flag(paper.facts(), "paper"));
  for (const lab::Field& f : paper.parameters().all()) CHECK(!f.changed());
}

TEST_CASE("a draw that the lab refuses or that proves a mistake right is drawn again") {
  for (int n = 1; n < 200; ++n) {
    const exam::Instance variant = drawn(n);
    CHECK(width(variant) == "5");
    CHECK(!flag(variant.facts(), "paper"));
    for (const lab::Field& f : variant.parameters().all()) CHECK(!f.changed());
  }
}

TEST_CASE("where no draw is sound there is no variant, and the paper's own stands") {
  CHECK(!exam::Instance::drawn(refuser, 1));
  CHECK(exam::Instance::drawn(refuser, 0));
  CHECK(exam::Instance::of_paper(refuser).facts().all().empty());
}

TEST_CASE("instances are values: a paper is a list of them, one found by exercise and number") {
  std::vector<exam::Instance> paper;
  for (const int n : {3, 0, 2}) paper.push_back(drawn(n));
  std::swap(paper[0], paper[1]);
  const std::vector<exam::Instance> copy = paper;
  paper.clear();
  CHECK(copy[0] == drawn(0));
  CHECK(copy[1].number() == 3);
  CHECK(std::find(copy.begin(), copy.end(), drawn(2)) == copy.begin() + 2);
  CHECK(std::find(copy.begin(), copy.end(), drawn(4)) == copy.end());
  CHECK(!(copy[0] == exam::Instance::of_paper(refuser)));
  CHECK(area(copy[1].form()) == 40);
}

TEST_CASE("form and facts follow the parameters of the lab, and the instance keeps its own") {
  const exam::Instance paper = drawn(0);
  lab::Fields moved = paper.parameters();
  moved.set("width", "2");
  CHECK(area(paper.form(moved)) == 8);
  CHECK(std::get<std::string>(paper.facts(moved).find("form")->value) == "tall");
  CHECK(area(paper.form()) == 24);
  CHECK(std::get<std::string>(paper.facts().find("form")->value) == "wide");
}
