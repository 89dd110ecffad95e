#include "exam/kinds/derivation.h"

#include <doctest/doctest.h>

#include "exam/marked.h"
#include "exam/written.h"

namespace {

using tests::chain;
using tests::one;

}  // namespace

TEST_CASE("a derivation names its first wrong line and marks the rest by what follows from it") {
  CHECK(one(chain(), R"(["2c", "2 c b", "6 b c"])").outcome == exam::Outcome::right);
  CHECK(one(chain(), R"(["2c", "g1 b", "3 g2"])").outcome == exam::Outcome::right);
  CHECK(one(chain(), R"("2c\n2cb\n6bc")").outcome == exam::Outcome::right);
  for (const char* carried : {R"(["c", "c b", "3 c b"])", R"(["c", "g1 b", "3 g2"])"}) {
    CAPTURE(carried);
    const exam::FieldMark f = one(chain(), carried);
    CHECK(f.share == doctest::Approx(2.0 / 3));
    CHECK(f.message.find("Line 1 is the first") == 0);
    CHECK(f.parts[0].message == "The 2 is missing.");
    CHECK(f.parts[1].outcome == exam::Outcome::right);
    CHECK(f.parts[2].outcome == exam::Outcome::right);
  }
  CHECK(one(chain(), R"(["c", "c b", "3 c b"])").parts[1].message.find("follows from your own") !=
        std::string::npos);
  // An error, and then the truth all the same.
  const exam::FieldMark back = one(chain(), R"(["c", "2 c b", "6 b c"])");
  CHECK(back.parts[1].outcome == exam::Outcome::right);
  CHECK(back.parts[2].outcome == exam::Outcome::right);
  // Wrong in no known way: the sentence of the line.
  CHECK(one(chain(), R"(["2c", "b + x", "3 g2"])").parts[1].message == "Times what multiplies a.");
  const exam::FieldMark middle = one(chain(), R"(["2c", "2c", "3 g2"])");
  CHECK(middle.message.find("Line 2") == 0);
  CHECK(middle.parts[2].outcome == exam::Outcome::right);
  CHECK(one(chain(), R"(["2c", "", ""])").message.find("missing") != std::string::npos);
  CHECK(one(chain(), R"(["", null])").outcome == exam::Outcome::blank);
  CHECK(one(chain(), R"(["2c", "(", "6bc"])").parts[1].outcome == exam::Outcome::invalid);
  CHECK(one(chain(), "3").outcome == exam::Outcome::invalid);
  CHECK(exam::understand(chain(), "g1 b", "2").valid);
  CHECK(!exam::understand(chain(), "g2 b", "2").valid);
}

TEST_CASE("a prime after a name is its transpose where that is what holds") {
  const auto vector = [](const char* name) {
    num::Symbol s{name};
    s.rows = 3;
    return s;
  };
  num::Symbol product{"P"};
  product.rows = product.cols = 3;
  const exam::Derivation outer{{{product, "x xᵀ + x′ x′ᵀ", "", "Both inputs take part."}},
                               {vector("x"), vector("x′")}};
  const auto share = [&outer](const char* answer) {
    return outer.mark(*lab::parse_json(answer).value, "", {}).share;
  };
  CHECK(share(R"(["x x' + x′ x′'"])") == 1);
  CHECK(share(R"(["x x' + x' x''"])") == 0);  // one of the primes is the name's, one is not
  CHECK(share(R"(["x xᵀ + x' x'ᵀ"])") == 1);
  CHECK(share(R"(["x x'"])") == 0);
}
