#include <doctest/doctest.h>

#include <map>
#include <set>

#include "exam/transcript.h"
#include "exercises/answering.h"

using tests::marked;
using tests::opened;

TEST_CASE("2d-ii: 1, 3 and 5 are true, 2 and 4 false, and 5 costs nobody") {
  CHECK(marked("2d-ii", "statements", R"(["1","3","5"])").share == 1);
  CHECK(marked("2d-ii", "statements", "[1, 3]").share == 1);
  const exam::FieldMark wrong = marked("2d-ii", "statements", R"(["1","2","3","4","5"])");
  CHECK(wrong.share == 0.6);
  CHECK(wrong.parts[1].message.find("learned table") != std::string::npos);
  CHECK(wrong.parts[3].message.find("h times the softmax") != std::string::npos);
  CHECK(wrong.parts[4].contested);
}

TEST_CASE("2d-ii: variants ask one statement of each topic, some of them true and some false") {
  std::set<std::string> texts;
  std::map<bool, int> verdicts;
  for (int n = 1; n <= 80; ++n) {
    const exam::Form form = opened("2d-ii#variant=" + std::to_string(n)).form();
    REQUIRE(form.size() == 2);
    const auto& options = std::get<exam::ManyOf>(form.at(0).kind).options;
    CHECK(options.size() == 5);
    int yes = 0;
    for (const exam::Option& o : options) {
      texts.insert(o.text);
      yes += o.key != exam::Key::no;
      ++verdicts[o.key != exam::Key::no];
    }
    CHECK(yes > 0);
    CHECK(yes < 5);
  }
  CHECK(texts.size() == 18);
  CHECK(verdicts[true] > 100);
  CHECK(verdicts[false] > 100);
}

TEST_CASE("2d-ii: the words count the layer that is asked about, whatever the lab beside it has") {
  const auto told = [](const char* link, const char* key) {
    return std::get<double>(opened(link).facts().find(key)->value);
  };
  CHECK(told("2d-ii", "layer.queries") == 256);
  CHECK(told("2d-ii", "count.one_head") == 201654272);
  CHECK(told("2d-ii#/n=64&heads=2", "count.total") == 203948032);
  CHECK(told("2d-ii#n=64&m=128&width=96&heads=4", "layer.queries") == 64);
  CHECK(told("2d-ii#n=64&m=128&width=96&heads=4", "count.total") == 10387456);
  CHECK(opened("2d-ii#/n=64").askable());
  CHECK(!opened("2d-ii#/broken=mask&at=7").askable());
  CHECK(opened("2d-ii#n=64&at=7").question_link() == "2d-ii#n=64");
}

TEST_CASE(
    "2d-ii: the truth of a guess is that of the question, whatever is done to the layer since") {
  exam::Session session = opened("2d-ii#step=0");
  const auto truth = [](const exam::Session& session) {
    const std::string page = exam::page_json(session);
    const std::size_t at = page.find("\"truth\": ");
    return page.substr(at, page.find(']', at) - at);
  };
  const std::string said = truth(session);
  CHECK(said == "\"truth\": [0");
  session.set("broken", "mask");
  CHECK(std::get<std::string>(session.report().find("outcome")->value) == "change");
  CHECK(truth(session) == said);
  exam::Session elsewhere = opened("2d-ii#step=0/broken=mask");
  while (!elsewhere.advance(1)) {
  }
  CHECK(!elsewhere.question_report());
  elsewhere.seek_truth();
  while (!elsewhere.advance(1)) {
  }
  CHECK(truth(elsewhere) == said);
}

TEST_CASE("a lab that only runs less far than is asked works out no more than it shows") {
  for (const char* link : {"2c-iii#/step=0", "2d-ii#/step=0", "1a#/step=0"}) {
    CAPTURE(link);
    exam::Session session = opened(link);
    CHECK(session.advance(1));
    CHECK(!session.question_report());
    session.seek_truth();
    CHECK(!session.advance(1));
  }
}

TEST_CASE("2d-ii: every case that is shown is a link that the lab takes as it is") {
  std::set<std::string> shown;
  for (int n = 0; n <= 40; ++n) {
    const exam::Form form = opened("2d-ii#variant=" + std::to_string(n)).form();
    for (const exam::Option& o : std::get<exam::ManyOf>(form[0].kind).options) {
      std::string pairs = o.show;
      // The figure is the page's; few steps are enough for a link.
      if (const std::size_t at = pairs.find("&figure="); at != pairs.npos) pairs.resize(at);
      if (!shown.insert(pairs).second) continue;
      CAPTURE(pairs);
      CHECK(opened("transformer-facts#" + pairs + "/step=0").notices().empty());
    }
  }
  CHECK(shown.size() >= 8);
}

TEST_CASE("2d-ii: the operations follow the sizes, and each slip hears its own sentence") {
  // 4 (64 + 128) 96^2 + 2 64 128 96 + 5 64 128 4 + 2 64 128 96
  const std::string link = "2d-ii#variant=1&n=64&m=128&width=96&heads=4";
  CHECK(marked(link, "flops", "10387456").share == 1);
  // A dot product of length k has k multiplications and k - 1 additions: 2 (64 + 128) 96 fewer for
  // the projections, 64 128 4 for the scores and 64 96 for the mixing, each by itself or together.
  for (const char* also :
       {"10350592", "10354688", "10381312", "10311680", "10317824", "10348544", "10344448",
        R"("2*64*96*191 + 2*128*96*191 + 4*64*128*47 + 5*64*128*4 + 64*96*255")"}) {
    CAPTURE(also);
    CHECK(marked(link, "flops", also).share == 1);
  }
  const auto said = [&](const char* answer) { return marked(link, "flops", answer).message; };
  CHECK(said("10264576").find("softmax of one head") != std::string::npos);
  CHECK(said("19824640").find("full width") != std::string::npos);
  CHECK(said("5275648").find("multiplications") != std::string::npos);
  CHECK(said("3309568").find("four projections") != std::string::npos);
  CHECK(said("9207808").find("three projections") != std::string::npos);
  CHECK(said("10223616").find("left out the softmax") != std::string::npos);
  CHECK(said("8814592").find("mixing") != std::string::npos);
  CHECK(said("5193728").find("together as one operation") != std::string::npos);
  // The same slips where a dot product of length k takes 2 k - 1 operations.
  CHECK(said(R"("10311680 - 64*96*255")").find("mixing") != std::string::npos);
  CHECK(said(R"("10311680 - 5*64*128*4")").find("left out the softmax") != std::string::npos);
  CHECK(said(R"("10311680 - 2*192*96*191")").find("four projections") != std::string::npos);
}
