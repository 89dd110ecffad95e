// The laboratory of the recurrent matrix as a front end drives it.
#include <cmath>
#include <map>
#include <set>

#include "labs/all.h"
#include "labs/opened.h"
#include "labs/recurrent_matrix/study.h"

using tests::real;
using tests::shape;
using tests::value;
using Row = std::vector<double>;

namespace {

lab::Report matrix_at(const std::string& pairs) {
  return tests::report_at(laboratory::recurrent_matrix::lab_row, pairs);
}

// The paper's smallest |λ| as a root of det(W - x I), a cubic with coefficients by hand, by Newton.
double paper_root() {
  double x = 0.86;
  for (int i = 0; i < 20; ++i) {
    const double f = ((-x + 0.91) * x + 1.822) * x - 1.604937;
    x -= f / ((-3 * x + 1.82) * x + 1.822);
  }
  return x;
}

}  // namespace

TEST_CASE("the paper's instance reports the paper's numbers") {
  const lab::Report r = matrix_at("");
  CHECK(r.problems.empty());
  const Row s = value<Row>(r, "singular_values"), z = value<Row>(r, "eigenvalues");
  CHECK(s[0] == doctest::Approx(1.98559).epsilon(3e-6));
  CHECK(z[0] == doctest::Approx(1.39016).epsilon(4e-6));
  CHECK(z[1] == doctest::Approx(-1.34105).epsilon(4e-6));
  CHECK(z[2] == doctest::Approx(0.860889).epsilon(6e-7));
  CHECK(real(r, "norm.100") == doctest::Approx(2.57513e14).epsilon(3e-6));
  CHECK(real(r, "smallest.100") == doctest::Approx(2.24543e-7).epsilon(3e-6));
  CHECK(real(r, "gradient.100") == doctest::Approx(2.15640e14).epsilon(3e-6));
  CHECK(value<std::string>(r, "verdict") == "explodes-and-vanishes");
  CHECK(real(r, "henrici") == doctest::Approx(1.3143).epsilon(4e-5));
}

TEST_CASE("the vanishing direction is right to 1e-6 after 500 steps, where doubles are lost") {
  const lab::Report r = matrix_at("direction=vanishing&T=500");
  const double exact = 500 * std::log(paper_root());
  CHECK(std::log(real(r, "gradient.500")) == doctest::Approx(exact).epsilon(1e-9));
  CHECK(real(r, "gradient.500") == doctest::Approx(std::exp(exact)).epsilon(1e-6));
  CHECK(real(r, "gradient.100") == doctest::Approx(3.12391e-7).epsilon(2e-6));
  CHECK(real(r, "vanishing.exact") == real(r, "gradient.500"));
  CHECK(real(r, "vanishing.double") > 1e40);
}

TEST_CASE(
    "float32 and double part from the exact length at about 35 and 76 steps, six digits at 30") {
  const lab::Report r = matrix_at("T=100");
  CHECK(std::fabs(real(r, "parting.float32") - 35) <= 4);
  CHECK(std::fabs(real(r, "parting.double") - 76) <= 4);
  CHECK(std::fabs(real(r, "parting.six_digits") - 30) <= 3);
  // Ten thousand times and more too long.
  CHECK(real(r, "vanishing.double") > 1e4 * real(r, "vanishing.exact"));
  // Without a direction that grows nothing takes over.
  CHECK(tests::reason(matrix_at("W=0.9,0;0,0.9"), "parting.double").find("it stays") == 0);
}

TEST_CASE("the presets are the counterexamples, and finds are what they say") {
  CHECK(value<std::string>(matrix_at("matrix=shear"), "verdict") == "vanishes");
  CHECK(value<std::string>(matrix_at("matrix=shear"), "court.largest_singular") ==
        "suggests that almost every gradient explodes");
  CHECK(value<std::string>(matrix_at("matrix=swap"), "verdict") == "explodes");
  CHECK(value<std::string>(matrix_at("matrix=rotation"), "verdict") == "neither");
  CHECK(value<std::string>(matrix_at("matrix=jordan"), "verdict") == "vanishes");
  CHECK(real(matrix_at("matrix=jordan"), "transient.peak") > 10);
  CHECK(tests::reason(matrix_at("matrix=jordan"), "eigenvector_condition").find("defective") !=
        std::string::npos);
  for (const char* seed : {"1", "2", "3", "4", "5"}) {
    const lab::Report calm = matrix_at("matrix=find-vanishing&seed=" + std::string(seed));
    CHECK(value<std::string>(calm, "verdict") == "vanishes");
    CHECK(value<Row>(calm, "singular_values")[0] >= 1.5);
    const lab::Report wild = matrix_at("matrix=find-exploding&seed=" + std::string(seed));
    CHECK(value<std::string>(wild, "verdict") == "explodes");
    CHECK(value<Row>(wild, "singular_values")[2] <= 0.5);
  }
}

TEST_CASE("a point outside the circle promises growth that the powers keep") {
  for (const char* matrix : {"shear", "jordan", "find-vanishing", "rotation"})
    for (const char* z : {"z_re=1.1&z_im=0", "z_re=1.3&z_im=0", "z_re=0&z_im=-1.2"}) {
      const lab::Report r = matrix_at("matrix=" + std::string(matrix) + "&" + z);
      CAPTURE(matrix);
      CAPTURE(z);
      CHECK(real(r, "transient.bound") > 0);
      CHECK(real(r, "transient.peak") >= real(r, "transient.bound") * (1 - 1e-12));
    }
  CHECK(real(matrix_at("matrix=shear&z_re=1.1&z_im=0"), "transient.bound") > 1.3);
  CHECK(real(matrix_at("z_re=0.2&z_im=0.1"), "transient.bound") == 0);
}

TEST_CASE(
    "that powers grow without end is said where they do, whatever rounding makes of a radius") {
  const auto said = [](const std::string& pairs) {
    return shape<lab::Working>(matrix_at(pairs + "&z_re=1.2&z_im=0.3"), "point").lines.back();
  };
  CHECK(said("").find("grow without end") != std::string::npos);
  // A shear grows by a step each time, with no eigenvalue outside the circle.
  CHECK(said("W=1,1;0,1").find("grow without end") != std::string::npos);
  CHECK(said("W=2,1;-1,0").find("grow without end") != std::string::npos);
  // Turns and exchanges keep every length, and their computed radius may be a little above 1.
  for (const char* kept : {"W=0.6,-0.8;0.8,0.6", "W=0,1,0;0,0,1;1,0,0", "matrix=rotation"})
    CHECK_MESSAGE(said(kept).find("The largest is 1, at T = 0.") != std::string::npos, kept);
  // With tanh the drawn way is another one than the powers of which the bound speaks.
  CHECK(said("activation=tanh").find("With tanh the longest gradient") != std::string::npos);
}

TEST_CASE("eigenvalues on the circle are counted neither inside nor outside") {
  // I + P N P⁻¹, with ones above the diagonal of N: 1 three times with one direction. Computed, two
  // of them lie 2e-5 outside, and the third inside.
  const auto said = [](const char* W) {
    return tests::figure(matrix_at("W=" + std::string(W)), "plane")->alt;
  };
  CHECK(
      said("11,-7,-2;-5,5,1;70,-51,-13").find("none lie outside the unit circle and none inside") !=
      std::string::npos);
  CHECK(said("2,0,0;0,1,0;0,0,0.5").find("1 lies outside the unit circle and 1 inside") !=
        std::string::npos);
}

TEST_CASE("of lengths that differ by rounding the first is the peak") {
  for (const char* kept : {"matrix=rotation", "W=0,1,0;0,0,1;1,0,0", "W=0.28,-0.96;0.96,0.28"})
    CHECK_MESSAGE(real(matrix_at(kept), "transient.peak_at") == 0, kept);
  // e^0.5 three times within rounding, the first time at step 2.
  const laboratory::recurrent_matrix::Peak top =
      laboratory::recurrent_matrix::peak({0, 0.4, 0.5 - 1e-12, 0.5, 0.5 - 1e-12, -0.5});
  CHECK(top.at == 2);
  CHECK(top.height == doctest::Approx(0.5 / std::log(10.0)));
}

TEST_CASE("a figure is drawn again for what it shows, and for nothing else") {
  const std::unique_ptr<lab::Lab> lab = laboratory::recurrent_matrix::lab_row.make();
  lab::Fields fields = lab->declaration();
  using Drawn = std::map<std::string, const lab::Figure*>;
  std::vector<lab::Report> held;  // figures keep their addresses while they live
  const auto drawn = [&](const char* key, const char* text) {
    REQUIRE(fields.set(key, text).outcome == lab::Reading::taken);
    lab->take(fields);
    held.push_back(lab->report());
    Drawn all;
    for (const lab::Figure& f : held.back().figures) all[f.key] = &f;
    return all;
  };
  Drawn last = drawn("T", "40");
  const auto again = [&](const char* key, const char* text) {
    Drawn now = drawn(key, text);
    std::set<std::string> names;
    for (const auto& [name, figure] : now)
      if (last[name] != figure) names.insert(name);
    last = std::move(now);
    return names;
  };
  using Names = std::set<std::string>;
  CHECK(again("z_re", "1.25") == Names{"point"});
  CHECK(again("seed", "2") == Names{});
  CHECK(again("T", "41") == Names{"sphere", "growth", "precision"});
  CHECK(again("activation", "tanh") == Names{"sphere", "growth", "court", "court-words", "point"});
  CHECK(again("seed", "3") == Names{"sphere", "growth", "point"});
  CHECK(again("yaw", "10") == Names{});
}

TEST_CASE("a matrix is sought once for all reports of it") {
  using namespace laboratory::recurrent_matrix;
  Memory memory;
  Params p;
  p.origin = Origin::wild;
  const int tries = source(p, memory).tries;
  CHECK(tries > 0);
  p.T = 7, p.z_re = 2, p.activation = Activation::tanh;
  CHECK(source(p, memory).tries == tries);
  CHECK(memory.source.version() == 1);
  p.seed = 4;
  source(p, memory);
  CHECK(memory.source.version() == 2);
  // A matrix that is not drawn knows no seed.
  p.origin = Origin::own;
  source(p, memory);
  p.seed = 5;
  source(p, memory);
  CHECK(memory.source.version() == 3);
}

TEST_CASE("lengths that no double holds have a reason and a logarithm") {
  const lab::Report r = matrix_at("W=50,0;0,0.001&T=500");
  CHECK(tests::reason(r, "norm.500").find("10 to the power 849.5") != std::string::npos);
  CHECK(real(r, "log10.norm") == doctest::Approx(500 * std::log10(50.0)));
  CHECK(real(r, "log10.smallest") == doctest::Approx(-1500));
}

TEST_CASE("with tanh each step is damped, and the paper's matrix no longer explodes as it did") {
  CHECK(real(matrix_at("activation=tanh"), "norm.100") < 1e-3 * real(matrix_at(""), "norm.100"));
  CHECK(value<std::string>(matrix_at("activation=tanh"), "verdict") == "explodes-and-vanishes");
}

TEST_CASE("a matrix that is not square, a gradient of 0 and misplaced eigenvalues are named") {
  CHECK(matrix_at("W=1,2,3;4,5,6").problems.at(0).key == "W");
  CHECK(matrix_at("dL=0").problems.at(0).key == "dL");
  CHECK(matrix_at("dL=1,2").problems.at(0).key == "dL");
  CHECK(matrix_at("matrix=shear").problems.empty());
  CHECK(matrix_at("eigenvalues=1,0").problems.at(0).key == "eigenvalues");
  CHECK(value<std::string>(matrix_at("eigenvalues=0.9,0;-0.8,0;0.5,0"), "verdict") == "vanishes");
}

TEST_CASE("the sphere is a ball before the first step and a needle after a hundred") {
  const auto widths = [](const char* T) {
    const lab::Surface s = shape<lab::Surface>(matrix_at("T=" + std::string(T)), "sphere");
    // Farthest and nearest vertex of the mesh from the middle, lines left out.
    double far = 0, near = 1e9;
    for (const std::int32_t i : s.corners) {
      const auto at = static_cast<std::size_t>(i);
      const double l = std::hypot(std::hypot(s.px[at], s.py[at]), s.pz[at]);
      far = std::fmax(far, l), near = std::fmin(near, l);
    }
    return std::pair(near, far);
  };
  CHECK(widths("0").first == doctest::Approx(1).epsilon(1e-6));
  CHECK(widths("0").second == doctest::Approx(1).epsilon(1e-6));
  CHECK(widths("100").second == doctest::Approx(1).epsilon(1e-6));
  CHECK(widths("100").first < 0.1);
}

TEST_CASE("a length that is exactly 1 is drawn as 1, whatever rounding makes of it") {
  // Before the first step, and where every step keeps lengths.
  for (const std::string kept : {"T=0", "matrix=rotation&T=50", "matrix=rotation&T=500",
                                 "W=0.28,-0.96;0.96,0.28&T=100", "W=0,1,0;0,0,1;1,0,0&T=7"}) {
    CAPTURE(kept);
    const lab::Report r = matrix_at(kept);
    const auto s = shape<lab::Surface>(r, "sphere");
    CHECK(std::all_of(s.values.begin(), s.values.end(), [](float v) { return v == 0; }));
    CHECK(s.value.low == -1);
    CHECK(s.value.high == 1);
    for (const char* key : {"log10.norm", "log10.smallest", "log10.gradient"})
      CHECK(real(r, key) == 0);
  }
  for (const lab::Curve& c : shape<lab::Lines>(matrix_at("matrix=rotation"), "growth").curves)
    CHECK(std::all_of(c.y.begin(), c.y.end(), [](float y) { return y == 0; }));
  // What differs from 1 by more than rounding is shown.
  const auto near = shape<lab::Surface>(matrix_at("W=1.000000001,0;0,1&T=1"), "sphere");
  CHECK(*std::max_element(near.values.begin(), near.values.end()) > 4e-10f);
  CHECK(near.value.low == near.value.high);
}

TEST_CASE("at most four figures are in view at once, and every size draws them") {
  CHECK(tests::most_in_view(matrix_at("")) <= 4);
  for (const char* W :
       {"2", "0,1;0,0", "1,0;0,1", "0,0;0,0",
        "1,2,0,0,0,0;0,1,0,0,3,0;0,0,1,0,0,0;0,1,0,-1,0,0;0,0,0,0,0.5,0;1,0,0,0,0,2"}) {
    CAPTURE(W);
    const lab::Report r = matrix_at("W=" + std::string(W));
    CHECK(r.problems.empty());
    CHECK(lab::fault(shape<lab::Surface>(r, "sphere")).empty());
    CHECK(shape<lab::Spectrum>(r, "plane").field.rows > 0);
  }
}
