// Every line of tests/golden/<id>.txt is a link that was published and what it must report:
//   <link> key=value ...
// A number agrees within 1e-8 relative; a list is "a,b", a matrix "a,b;c,d", a missing value null.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "lab/json.h"
#include "lab/number.h"
#include "laws/all.h"

namespace {

// The value in a golden line's form: JSON without brackets and spaces would lose the rows.
std::string golden_text(const lab::Value& v) {
  if (const auto* m = std::get_if<lab::Matrix>(&v)) return lab::text(*m);
  if (const auto* list = std::get_if<std::vector<double>>(&v))
    return lab::text(lab::Matrix{1, static_cast<int>(list->size()), *list});
  if (const auto* word = std::get_if<std::string>(&v)) return *word;
  return lab::json(v);
}

bool agree(std::string_view got, std::string_view want) {
  while (!got.empty() || !want.empty()) {
    const std::size_t g = std::min(got.find_first_of(",;"), got.size());
    const std::size_t w = std::min(want.find_first_of(",;"), want.size());
    const auto x = lab::real(got.substr(0, g)), y = lab::real(want.substr(0, w));
    const bool same = x && y ? std::abs(*x - *y) <= 1e-8 * std::max(std::abs(*y), 1e-4)
                             : got.substr(0, g) == want.substr(0, w);
    const bool ends_alike = (g == got.size()) == (w == want.size());
    if (!same || !ends_alike || (g < got.size() && got[g] != want[w])) return false;
    got.remove_prefix(std::min(g + 1, got.size()));
    want.remove_prefix(std::min(w + 1, want.size()));
  }
  return true;
}

int check_file(const std::string& id) {
  std::ifstream file("golden/" + id + ".txt");
  INFO("golden/" << id << ".txt");
  REQUIRE(file.good());
  // Files are short: where a test is thinned, one link of each is opened.
  std::vector<std::string> published;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') published.push_back(line);
  REQUIRE(!published.empty());
  const int stride = std::min(tests::thinning, static_cast<int>(published.size()));
  tests::Thinned thinned(stride);
  int values = 0;
  for (const std::string& line : published) {
    if (!thinned.tries()) continue;
    std::istringstream words(line);
    std::string link;
    words >> link;
    CAPTURE(link);
    exam::Session session(tests::product());
    REQUIRE(session.open(link));
    tests::finish(session);
    for (std::string pair; words >> pair; ++values) {
      const std::size_t equals = pair.find('=');
      REQUIRE(equals != std::string::npos);
      const lab::Readout* readout = session.report().find(pair.substr(0, equals));
      CAPTURE(pair);
      REQUIRE(readout);
      const std::string got = golden_text(readout->value);
      CAPTURE(got);
      CHECK(agree(got, pair.substr(equals + 1)));
    }
  }
  return values;
}

}  // namespace

TEST_CASE("published links report what they always reported") {
  for (const std::string& id : tests::ids(tests::thinning))
    if (id != sampler::row.id) CHECK(check_file(id) > 0);  // which is published nowhere
}

TEST_CASE("the comparison of goldens can fail") {
  CHECK(agree("1,2;3,4", "1,2;3,4.00000000001"));
  CHECK(!agree("1,2;3,4", "1,2,3,4"));
  CHECK(!agree("1", "1.001"));
  CHECK(!agree("1,2", "1"));
  CHECK(!agree("null", "0"));
}
