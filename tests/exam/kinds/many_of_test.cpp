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

TEST_CASE("an option that is not scored has no share, whether it is judged or not") {
  using enum exam::Key;
  const exam::ManyOf kind{
      {{"i", "", unscored, "both readings", ""}, {"ii", "", yes, "", ""}, {"iii", "", no, "", ""}}};
  const auto marked = [&kind](const char* answer) {
    return kind.mark(*lab::parse_json(answer).value, "all right", {});
  };
  CHECK(marked(R"(["ii"])").share == 1);
  CHECK(marked(R"(["i", "ii"])").share == 1);
  CHECK(marked(R"({"ii": true, "iii": false})").share == 1);
  CHECK(marked(R"({"ii": true, "iii": false})").message == "all right");
  CHECK(marked(R"(["i", "iii"])").share == 0);
  CHECK(marked(R"({"i": true})").share == 0);
  CHECK(marked(R"(["iii", "ii"])").share == 0.5);
  CHECK(marked(R"(["iii", "ii"])").message.find("1 of 2 verdicts") != std::string::npos);
  // Nothing is said of a verdict on it, and it is not called one that counts either way.
  for (const char* answer : {R"(["ii"])", R"({"i": true, "ii": true})", R"({"i": false})"}) {
    const exam::PartMark part = marked(answer).parts[0];
    CHECK(part.unscored);
    CHECK_FALSE(part.contested);
    CHECK(part.outcome == exam::Outcome::blank);
  }
  CHECK_FALSE(marked(R"(["ii"])").parts[1].unscored);
}

TEST_CASE("options that count 1, 2 .. may be listed as numbers") {
  exam::ManyOf many;
  many.options = {{"1", "", exam::Key::yes, "", ""}, {"2", "", exam::Key::no, "", ""}};
  const auto marked = [&](const char* answer) {
    return many.mark(*lab::parse_json(answer).value, "", {});
  };
  CHECK(marked("[1]").share == 1);
  CHECK(marked(R"(["1"])").share == 1);
  CHECK(marked("[1, 2]").share == 0.5);
  CHECK(marked("[3]").message == "there is no option called 3; there are: 1, 2");
  CHECK(marked("[1.5]").outcome == exam::Outcome::invalid);
  CHECK(marked("[true]").outcome == exam::Outcome::invalid);
}

TEST_CASE(
    "in a choice a wrong verdict costs what a right one earns, and none taken earns nothing") {
  const auto kind = [](std::vector<exam::Key> keys) {
    exam::ManyOf many;
    const char* const names[] = {"i", "ii", "iii", "iv"};
    for (std::size_t i = 0; i < keys.size(); ++i)
      many.options.push_back({names[i], "", keys[i], "", ""});
    many.choice = true;
    return many;
  };
  const auto marked = [](const exam::ManyOf& many, const char* answer) {
    return many.mark(*lab::parse_json(answer).value, "", {});
  };
  using enum exam::Key;
  const exam::ManyOf two = kind({yes, no, no, yes}), one = kind({no, yes, no, no}),
                     three = kind({yes, yes, no, yes}), none = kind({no, no});
  CHECK(marked(two, R"(["i", "iv"])").share == 1);
  CHECK(marked(two, R"(["i"])").share == 0.5);
  CHECK(marked(two, R"(["i", "ii"])").share == 0);
  CHECK(marked(two, R"(["i", "ii", "iv"])").share == 0.5);
  for (const char* text : {R"("i, iv")", "\"(i) and (iv)\"", R"("IV; I")", R"(["I", "IV"])"})
    CHECK_MESSAGE(marked(two, text).share == 1, text);
  for (const char* text : {R"("i, iv true; rest false")", R"("i and iv, the others are false")",
                           R"("ii, iii false, rest true")", R"("true: i, iv; false: the rest")",
                           "\"i (leaky ReLU), iv\"", "\"T, F, F, T (with a proof)\""})
    CHECK_MESSAGE(marked(two, text).share == 1, text);
  CHECK(marked(two, R"("rest false")").outcome == exam::Outcome::invalid);
  CHECK(marked(two, R"("banana")").outcome == exam::Outcome::invalid);
  CHECK(marked(two, R"("")").outcome == exam::Outcome::blank);
  CHECK(marked(two, "[]").share == 0);
  CHECK(marked(two, "[]").outcome == exam::Outcome::wrong);
  CHECK(marked(two, "[]").message.find("takes none") != std::string::npos);
  // What has no verdict is not answered, though the rest is.
  const exam::FieldMark open = marked(two, R"({"i": true, "iv": true})");
  CHECK(open.share == 0.5);
  CHECK(open.parts[1].outcome == exam::Outcome::blank);
  CHECK(open.parts[2].outcome == exam::Outcome::blank);
  CHECK(open.message.find("2 of 4 verdicts are right. 2 were not given") != std::string::npos);
  const exam::FieldMark lone = marked(two, R"({"i": true})");
  CHECK(lone.share == 0.5);
  for (const std::size_t i : {1, 2, 3}) CHECK(lone.parts[i].outcome == exam::Outcome::blank);
  CHECK(marked(two, R"({"i": true, "iv": true, "ii": false})").share == 0.75);
  CHECK(marked(two, R"({"i": true, "iv": true, "ii": true})").share == 0.25);
  CHECK(marked(two, R"({"i": true, "ii": null})").share == 0.5);
  CHECK(marked(two, R"({"ii": false, "iii": false})").share == 0);
  CHECK(marked(two, R"({"i": null})").outcome == exam::Outcome::blank);
  // Where one is right, "none" has three right verdicts and says nothing.
  CHECK(marked(one, "[]").share == 0);
  CHECK(marked(one, R"(["ii"])").share == 1);
  CHECK(marked(one, R"(["ii", "iv"])").share == 0.5);
  CHECK(marked(one, R"(["iv"])").share == 0);
  CHECK(marked(three, R"(["i"])").share == 0.5);
  CHECK(marked(three, R"(["i", "ii"])").share == 0.5);
  CHECK(marked(three, R"(["i", "ii", "iii", "iv"])").share == 0.5);
  CHECK(marked(none, "[]").share == 1);
}
