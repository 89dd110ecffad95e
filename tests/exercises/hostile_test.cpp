// Links and answers that nobody means well: random bytes, huge numbers, deep nesting, matrices of
// 200 × 200, graphs with circles.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "exercises/answering.h"
#include "num/rng.h"

namespace {

const std::vector<std::string> exercises_of_question_2 = {
    "2a-i", "2a-ii", "2a-iii", "2b-i", "2b-ii", "2c-i", "2c-ii", "2c-iii", "2d-i", "2d-ii"};

const std::vector<std::string> pieces = {"p(z1)",
                                         "p(z2|z1)",
                                         "q(z_t|z_{t-1},x_t)",
                                         "∏_{t=1}^{3}",
                                         "\\prod_{t=1}^T",
                                         "z1>z2",
                                         "z2>z1",
                                         "x1>z1",
                                         "z9",
                                         ">",
                                         ",",
                                         ";",
                                         "|",
                                         "/",
                                         "(",
                                         ")",
                                         "[",
                                         "]",
                                         "{",
                                         "}",
                                         "1e308",
                                         "-1e308",
                                         "1e-320",
                                         "NaN",
                                         "inf",
                                         "-inf",
                                         "∞",
                                         "0",
                                         "-0",
                                         "0x10",
                                         "9999999999999",
                                         "1,5",
                                         "1.000,5",
                                         "½",
                                         "²",
                                         "⁻¹",
                                         "\\frac{1}{0}",
                                         "\\sqrt",
                                         "\\begin{bmatrix}",
                                         "\\end{bmatrix}",
                                         "&",
                                         "\\\\",
                                         "Σ_{t=1}^T",
                                         "∏_{τ>t}",
                                         "W_h^\\top",
                                         "D_t",
                                         "∇L",
                                         "x_tᵀ",
                                         "δ3",
                                         "σ'(a3)",
                                         "∂h_3/∂h_2",
                                         "J_τ",
                                         "…",
                                         "⊙",
                                         "log(1-F1)",
                                         "R1",
                                         "‖g1-x‖_2^2",
                                         "abs(",
                                         "mean",
                                         "> 0",
                                         "p_data(x)",
                                         "p_\\theta",
                                         "KL(q||p)",
                                         "the prior",
                                         "not",
                                         "true",
                                         "T F F T T",
                                         "FTFFT",
                                         "all but",
                                         "1-5",
                                         "explodes",
                                         "both",
                                         "10.4M",
                                         "%",
                                         "bits",
                                         "nats",
                                         "2×2",
                                         "\n",
                                         "\t",
                                         "\xff",
                                         "\xe2\x80",
                                         "\u200b",
                                         "\u202e",
                                         "\xf0\x9f\x92\xa9",
                                         "&gt;",
                                         "%3D",
                                         "%00",
                                         "#",
                                         "?",
                                         "\"",
                                         "'",
                                         "`",
                                         "<td>",
                                         "np.array(",
                                         "torch.",
                                         "lambda:",
                                         "if",
                                         "else",
                                         "because",
                                         "=",
                                         "==",
                                         "≈"};

const std::vector<std::string> keys = {
    "p",          "q",      "observed",    "given",  "from",       "to",          "a",
    "r",          "seed",   "variant",     "p_data", "codes",      "x",           "x_var",
    "D_real",     "D_fake", "G",           "factor", "score_real", "score_fake",  "loss",
    "T",          "n",      "d",           "Wh",     "Wx",         "bh",          "X",
    "activation", "dL_dy",  "truncate",    "gain",   "W",          "dL",          "direction",
    "normal",     "hidden", "task",        "cell",   "step",       "m",           "width",
    "heads",      "Q",      "K",           "V",      "mask",       "temperature", "data",
    "latent",     "beta",   "decoder_var", "lambda", "norm",       "tab",         "ask"};

template <class T>
const T& any(num::Rng& rng, const std::vector<T>& from) {
  return from[static_cast<std::size_t>(rng.below(static_cast<int>(from.size())))];
}

std::string repeated(const std::string& piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

std::string matrix(num::Rng& rng, int most) {
  const int rows = 1 + rng.below(most), cols = 1 + rng.below(most);
  std::string all;
  for (int r = 0; r < rows; ++r) {
    if (r > 0) all += ";";
    for (int c = 0; c < cols; ++c) {
      if (c > 0) all += ",";
      all += rng.below(40) == 0 ? any(rng, pieces) : std::to_string(rng.below(2000) - 1000);
    }
  }
  return all;
}

std::string hostile(num::Rng& rng) {
  switch (rng.below(12)) {
    case 0: {
      std::string bytes;
      for (int i = rng.below(80); i > 0; --i) bytes += static_cast<char>(rng.below(256));
      return bytes;
    }
    case 1:
      return repeated(any(rng, pieces), 1 + rng.below(3000));
    case 2:
      return repeated("(", 1 + rng.below(500)) + any(rng, pieces) + repeated(")", rng.below(500));
    case 3:
      return matrix(rng, rng.below(20) == 0 ? 200 : 6);
    case 4:
      return std::to_string(rng.below(100000)) + "e" + std::to_string(rng.below(800) - 400);
    default: {
      std::string text;
      for (int i = 1 + rng.below(12); i > 0; --i) {
        text += any(rng, pieces);
        if (rng.below(2) == 0) text += ' ';
      }
      return text;
    }
  }
}

lab::Json answer(num::Rng& rng, int depth) {
  const int die = rng.below(depth == 0 ? 13 : 16);
  if (die < 11) return lab::Json{hostile(rng)};
  if (die == 11) {
    const double numbers[] = {0, -1, 1e308, std::nan(""), HUGE_VAL, 4e-320, 2.5};
    return lab::Json{numbers[rng.below(7)]};
  }
  if (die == 12) return rng.below(2) == 0 ? lab::Json{nullptr} : lab::Json{rng.below(2) == 0};
  if (die < 15) {
    lab::Json::Array items;
    for (int i = rng.below(7); i > 0; --i) items.push_back(answer(rng, depth - 1));
    return lab::Json{std::move(items)};
  }
  lab::Json::Object members;
  for (int i = rng.below(6); i > 0; --i) {
    std::string key = rng.below(2) == 0 ? std::to_string(rng.below(7)) : hostile(rng);
    members.emplace_back(std::move(key), answer(rng, depth - 1));
  }
  return lab::Json{std::move(members)};
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// As many rounds as a second of processor time allows; EXAMLAB_HOSTILE sets a number.
bool goes_on(int round, double start) {
  const char* const wish = std::getenv("EXAMLAB_HOSTILE");
  return wish ? round < std::atoi(wish) : seconds() - start < 1;
}

}  // namespace

TEST_CASE("hostile answers are marked without harm, none above its share") {
  num::Rng rng(11, 1);
  std::vector<exam::Session> sessions;
  for (const std::string& id : exercises_of_question_2)
    for (const char* const variant : {"", "#variant=1", "#variant=2"})
      sessions.push_back(tests::opened(id + variant));
  double slowest = 0;
  int round = 0;
  for (const double start = seconds(); goes_on(round, start); ++round) {
    const exam::Session& session = sessions[static_cast<std::size_t>(round) % sessions.size()];
    lab::Json::Object answers;
    for (const exam::AnswerField& field : session.form())
      answers.emplace_back(field.id, answer(rng, 3));
    const lab::Json all{std::move(answers)};
    const double before = seconds();
    const exam::Marking marking = session.mark(all);
    slowest = std::max(slowest, seconds() - before);
    CAPTURE(session.link());
    for (const exam::FieldMark& mark : marking.fields) {
      CAPTURE(mark.id);
      REQUIRE((mark.share >= 0 && mark.share <= 1));
    }
    REQUIRE((marking.marks >= 0 && marking.marks <= marking.out_of + 1e-9));
  }
  MESSAGE(round << " forms, " << 1000 * slowest << " ms at most");
}

TEST_CASE("hostile links are opened without harm, and what is left of them is a link") {
  num::Rng rng(12, 1);
  exam::Session session({laboratory::all(), exercises::paper()});
  double slowest = 0;
  int round = 0, known = 0;
  for (const double start = seconds(); goes_on(round, start); ++round) {
    std::string link =
        exercises_of_question_2[static_cast<std::size_t>(round) % exercises_of_question_2.size()];
    for (int i = rng.below(4); i >= 0; --i) {
      link += i == 1 && rng.below(3) == 0 ? "/" : link.find('#') == link.npos ? "#" : "&";
      link += rng.below(12) == 0 ? hostile(rng) : any(rng, keys);
      link += rng.below(20) == 0 ? "" : "=";
      link += hostile(rng);
    }
    CAPTURE(link);
    const double before = seconds();
    const bool opened = session.open(link);
    slowest = std::max(slowest, seconds() - before);
    if (!opened) continue;
    ++known;
    const std::string own = session.link();
    REQUIRE(session.open(own));
    REQUIRE(session.link() == own);
  }
  MESSAGE(round << " links, " << known << " of known exercises, " << 1000 * slowest
                << " ms at most");
  CHECK(known > round / 2);
}
