#include <doctest/doctest.h>

#include <set>
#include <string>

#include "exercises/answering.h"
#include "labs/bptt/study.h"
#include "num/algebra.h"
#include "thinning.h"

using tests::marked;
using tests::opened;
using tests::typed;

namespace {

using laboratory::bptt::Study, laboratory::bptt::Weight;

num::Matrix of_lab(const lab::Matrix& m) { return {m.rows, m.cols, m.values}; }

num::Matrix row_as_column(const lab::Matrix& m, int r) {
  const auto from = m.values.begin() + static_cast<std::ptrdiff_t>(r) * m.cols;
  return {m.cols, 1, {from, from + m.cols}};
}

// The reference of the expanded sum at the weights and inputs of a net of the lab.
num::Matrix computed(const exam::Form& form, const Study& s) {
  const auto& e = std::get<exam::Expression>(form[1].kind);
  std::vector<num::Matrix> values;
  for (const num::Symbol& symbol : e.symbols) {
    const std::string& name = symbol.text;
    const int t = name.back() >= '1' && name.back() <= '9' ? name.back() - '0' : 0;
    num::Matrix value = num::Matrix::zero(symbol.rows, symbol.cols);
    if (!symbol.meaning.empty()) {
      const num::Parsed meaning = num::parse(symbol.meaning, e.symbols);
      REQUIRE(meaning.formula);
      value = num::evaluate(*meaning.formula, e.symbols, values).value;
    } else if (name == "T") {
      value = {1, 1, {static_cast<double>(s.T())}};
    } else if (name == "Wh" || name == "Wx" || name == "bh") {
      value = of_lab(name == "Wh"   ? s.net.weights.Wh
                     : name == "Wx" ? s.net.weights.Wx
                                    : s.net.weights.bh);
    } else if (name[0] == 'x') {
      value = row_as_column(s.net.X, t - 1);
    } else if (name.substr(0, 3) == "∇") {
      value = {s.net.units(), 1, s.net.slope};
    }
    values.push_back(std::move(value));
  }
  const num::Parsed parsed = num::parse(e.value, e.symbols);
  REQUIRE(parsed.formula);
  const num::Evaluation result = num::evaluate(*parsed.formula, e.symbols, values);
  REQUIRE_FALSE(result.misshapen);
  return result.value;
}

}  // namespace

TEST_CASE("the expanded sum is the gradient of the lab, for every weight, loss and activation" *
          tests::thorough_only) {
  std::set<std::string> met;
  for (int n = 1; n <= 60; ++n) {
    const exam::Session session = opened("2c-i#variant=" + std::to_string(n));
    const auto p = lab::parameters<laboratory::bptt::Params>(session.fields());
    laboratory::bptt::Params small = p;
    small.n = 3, small.d = 2;  // as formulas are tried
    const Study s = laboratory::bptt::study(small);
    CAPTURE(n);
    REQUIRE(s.fits());
    const num::Matrix value = computed(session.form(), s);
    const lab::Matrix& gradient = s.gradient.of(p.weight);
    REQUIRE(value.rows == gradient.rows);
    REQUIRE(value.cols == gradient.cols);
    for (std::size_t i = 0; i < gradient.values.size(); ++i)
      CHECK(value.values[i] == doctest::Approx(gradient.values[i]).epsilon(1e-10));
    met.insert(std::to_string(static_cast<int>(p.weight)) +
               std::to_string(static_cast<int>(p.loss)) + std::to_string(p.T));
  }
  CHECK(met.size() == 12);  // three weights, two losses, three or four steps
}

TEST_CASE("order counts where matrices are written out, and is free for derivatives by name") {
  const auto share = [](const char* text) { return typed("2c-i", "sum", text).share; };
  CHECK(share("Σ_{t=1}^T D_t (∏_{τ=t+1}^T Whᵀ D_τ) ∇L x_tᵀ") == 1);
  CHECK(share("Σ_{t=1}^T D_t (∏_{τ=T}^{t+1} Whᵀ D_τ) ∇L x_tᵀ") == 0);
  for (const char* product : {"∏_{τ=t+1}^T", "∏_{τ=T}^{t+1}"})
    for (const char* turned : {"", "ᵀ"}) {
      CAPTURE(product);
      CAPTURE(turned);
      CHECK(
          share((std::string("Σ_{t=1}^T D_t (") + product + " ∂h_τ/∂h_{τ−1})" + turned + " ∇L x_tᵀ")
                    .c_str()) == 1);
    }
  // A factor too many is one in every layout.
  CHECK(share("Σ_{t=1}^T D_t (∏_{τ=t}^T ∂h_τ/∂h_{τ−1})ᵀ ∇L x_tᵀ") == 0);
  CHECK(share("Σ_{t=1}^T (∏_{τ=t+1}^T ∂h_τ/∂h_{τ−1})ᵀ ∇L x_tᵀ") == 0);
}

TEST_CASE("a slip on one line costs that line, and what follows from it counts") {
  const exam::FieldMark mark = marked(
      "2c-i", "lines", R"(["∇L", "D2 Whᵀ δ3", "D1 Whᵀ D2 Whᵀ ∇L", "δ1 x1ᵀ + δ2 x2ᵀ + δ3 x3ᵀ"])");
  CHECK(mark.share == 0.75);
  CHECK(mark.parts[0].message.find("σ′(a)") != std::string::npos);
  CHECK(mark.parts[2].message.find("follows from your own lines") != std::string::npos);
}

TEST_CASE("every tile belongs to the language of its field") {
  for (const char* link : {"2c-i", "2c-i#loss=every", "2c-i#variant=3", "2c-i#variant=4"}) {
    const exam::Form form = opened(link).form();
    const auto& sum = std::get<exam::Expression>(form[1].kind);
    for (const std::string& tile : sum.tiles) {
      CAPTURE(tile);
      if (tile != "+" && tile != "(" && tile != ")") CHECK(num::parse(tile, sum.symbols).formula);
    }
  }
}

TEST_CASE("the first step is the one whose share is asked for, and smallest") {
  const exam::Session session = opened("2c-i");
  const lab::Report& r = session.report();
  const auto share = [&r](const char* key) { return std::get<double>(r.find(key)->value); };
  CHECK(share("share.1") < share("share.2"));
  CHECK(share("share.2") < share("share.3"));
  CHECK(share("share.3") < share("share.4"));
}
