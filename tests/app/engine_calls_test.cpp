#include "app/engine_calls.h"

#include <doctest/doctest.h>

#include <set>

#include "app/catalogue.h"

namespace {

std::size_t place(std::string_view name) {
  std::size_t at = 0;
  for (const app::Call& call : app::calls()) {
    if (call.name == name) return at;
    ++at;
  }
  FAIL("there is no call " << name);
  return at;
}

app::Answer ask(app::Engine& engine, std::string_view name, std::string_view arguments = "{}",
                std::span<const std::uint8_t> file = {}) {
  return app::make_call(engine, place(name), arguments, file);
}

std::string words(const app::Answer& answer) { return std::get<std::string>(answer.content); }

app::Engine opened(const char* link) {
  app::Engine engine(app::catalogue());
  REQUIRE(ask(engine, "open", std::string(R"({"link": ")") + link + R"("})").good);
  return engine;
}

}  // namespace

TEST_CASE("every call has a name of its own, and the first tells the places of all") {
  std::set<std::string_view> names;
  for (const app::Call& call : app::calls()) CHECK(names.insert(call.name).second);
  app::Engine engine(app::catalogue());
  const auto told = lab::parse_json(words(app::make_call(engine, 0, "{}")));
  REQUIRE(told.value);
  REQUIRE(told.value->array()->size() == app::calls().size());
  for (std::size_t i = 0; i < app::calls().size(); ++i)
    CHECK(*(*told.value->array())[i].member("name")->string() == app::calls()[i].name);
}

TEST_CASE("a call takes the arguments that it declares, of their kinds, and no others") {
  app::Engine engine(app::catalogue());
  CHECK(words(ask(engine, "open")) == "open takes \"link\", which is text");
  CHECK(words(ask(engine, "open", R"({"link": 1})")) == "open takes \"link\", which is text");
  CHECK(words(ask(engine, "open", R"({"link": "1f", "at": 1})")) ==
        "open does not take all that is given");
  CHECK(words(ask(engine, "open", "[]")) == "open takes its arguments as an object");
  CHECK_FALSE(ask(engine, "open", "{").good);
  CHECK_FALSE(engine.session.is_open());
  CHECK(words(app::make_call(engine, app::calls().size(), "{}")) == "there is no such call");
}

TEST_CASE("what works on a lab is refused before a link is open") {
  app::Engine engine(app::catalogue());
  for (std::size_t i = 0; i < app::calls().size(); ++i) {
    if (!app::calls()[i].needs_link) continue;
    CAPTURE(app::calls()[i].name);
    CHECK(words(app::make_call(engine, i, "{}")) == "nothing is open");
    CHECK(app::make_number_call(engine, i, 1) == 0);
  }
  CHECK(ask(engine, "catalogue").good);
  CHECK(app::make_number_call(engine, place("is_open"), 0) == 0);
  CHECK(words(ask(engine, "open", R"({"link": "9z"})")).find(R"("known": false)") == 1);
}

TEST_CASE("calls set parameters in order, mark answers and say what a text means") {
  app::Engine engine = opened("1f");
  CHECK(app::make_number_call(engine, place("is_open"), 0) == 1);
  CHECK(words(ask(engine, "set", R"({"pairs": [["classes", "11"], ["classes", "x"]]})"))
            .find(R"([{"outcome": "taken", "message": ""}, {"outcome": "refused")") == 0);
  CHECK(words(ask(engine, "page")).find(R"("link": "1f#/classes=11")") == 1);
  CHECK_FALSE(ask(engine, "set", R"({"pairs": [["classes"]]})").good);
  CHECK(words(ask(engine, "mark", R"({"answers": {"loss": "ln 11"}})")).find(R"({"marks": )") == 0);
  CHECK(words(ask(engine, "understand", R"({"question": "loss", "part": "", "text": "ln 1"})")) ==
        R"({"valid": true, "message": "read as 0"})");
  CHECK_FALSE(ask(engine, "understand", R"({"question": "x", "part": "", "text": "1"})").good);
}

TEST_CASE("steps are taken by numbers, and a view comes as bytes") {
  app::Engine engine = opened("1h-iv#step=3");
  CHECK(app::make_number_call(engine, place("total"), 0) == 3);
  CHECK(app::make_number_call(engine, place("advance"), 2) == 0);
  CHECK(app::make_number_call(engine, place("done"), 0) == 2);
  CHECK(app::make_number_call(engine, place("advance"), -1) == 0);
  CHECK(app::make_number_call(engine, place("advance"), 1e300) == 1);
  CHECK(ask(engine, "view").bytes().size() > 100);
  CHECK_FALSE(ask(engine, "done").good);
}

TEST_CASE("the lab's numbers become the question's, and the lab goes back to them") {
  app::Engine engine = opened("1f");
  ask(engine, "set", R"({"pairs": [["classes", "10"]]})");
  const std::string answers = R"({"answers": {"loss": "ln 250"}})";
  const auto right = [&] {
    return words(ask(engine, "mark", answers)).find(R"("outcome": "right")") != std::string::npos;
  };
  CHECK(right());
  CHECK(words(ask(engine, "ask")).find("taken") != std::string::npos);
  CHECK_FALSE(right());
  ask(engine, "set", R"({"pairs": [["classes", "20"]]})");
  CHECK(words(ask(engine, "back")) == R"("1f#classes=10")");
}

TEST_CASE(
    "a picture comes as four bytes for each of its pixels, and the report says that it stays") {
  app::Engine engine = opened("1c");
  const std::vector<std::uint8_t> rgba(4 * 8 * 8, 200);
  const auto give = [&](const char* key, const char* pixels) {
    const std::string takes =
        std::string(R"({"key": ")") + key + R"(", "name": "mine.png", "pixels": )" + pixels + "}";
    return words(ask(engine, "give", takes.c_str(), rgba));
  };
  CHECK(give("picture", "[8, 8]") == R"({"outcome": "taken", "message": ""})");
  CHECK(engine.session.link() == "1c#/image=own&feed=picture");
  CHECK(words(ask(engine, "report")).find("Your file mine.png is not part of the link") !=
        std::string::npos);
  for (const char* pixels : {"[8, 9]", "[5000, 1]", "null"}) {
    CAPTURE(pixels);
    CHECK(give("picture", pixels).find("refused") != std::string::npos);
  }
  for (const char* pixels : {"[0, 8]", "[0.5, 128]", "[-8, -8]", "[8]", "[8, \"8\"]", "[1e99, 1]"})
    CHECK(give("picture", pixels).find("side") != std::string::npos);
  CHECK(give("n", "[8, 8]").find("there is no field for a file") != std::string::npos);
  CHECK(give("nothing", "null").find("there is no field for a file") != std::string::npos);
}

TEST_CASE("engines with one link open share a run by bytes, and its digest is that of one alone") {
  app::Engine alone = opened("depth#step=20&batch=64"), owner = opened("depth#step=20&batch=64");
  app::make_number_call(alone, place("advance"), 1000);
  CHECK(app::make_number_call(owner, place("members"), 0) == 7);
  CHECK(app::make_number_call(owner, place("work"), 0) > 0);
  app::Engine first = opened("depth#step=0&batch=64"), second = opened("depth#step=0&batch=64");
  const auto send = [&](app::Engine& to, const char* mate) {
    const app::Answer sent = ask(owner, "errand", mate);
    if (sent.bytes().empty()) return false;
    const app::Answer brought = ask(to, "run_errand", "{}", sent.bytes());
    CHECK(words(ask(owner, "bring", "{}", brought.bytes())) == "null");
    return true;
  };
  CHECK_FALSE(ask(owner, "errand", R"({"mate": 3})").bytes().empty());
  app::make_number_call(owner, place("lose"), 3);
  CHECK_FALSE(ask(owner, "errand", R"({"mate": 3000})").bytes().empty());
  app::make_number_call(owner, place("lose"), 3000);
  int sent = 0;
  while (app::make_number_call(owner, place("assist"), 0) != 1) {
    sent += send(first, R"({"mate": 1})");
    sent += send(second, R"({"mate": 2})");
  }
  CHECK(sent > 1);
  CHECK(app::make_number_call(owner, place("done"), 0) == 20);
  CHECK(words(ask(owner, "digest")) == words(ask(alone, "digest")));
  CHECK(app::make_number_call(owner, place("members"), 0) == 0);
  CHECK(ask(owner, "errand", R"({"mate": 1})").bytes().empty());
  const std::vector<std::uint8_t> noise = {1, 2, 3};
  CHECK(ask(first, "run_errand", "{}", noise).bytes().empty());
  CHECK(words(ask(owner, "bring", "{}", noise)) == "null");
}
