// 2b-ii: the loss that keeps an enlarged picture true to the small one that it was made from.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "exercises/choices.h"
#include "exercises/mistakes.h"
#include "exercises/names.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/super_resolution/by_hand.h"
#include "num/rng.h"

namespace exercises {
namespace {

using laboratory::super_resolution::Consistency;
using laboratory::super_resolution::consistency_by_hand;
using SuperParams = laboratory::super_resolution::Params;

// A small G(x) and its x; whether the mean of sizes or of squares is asked for.
struct ConsistencyQuestion {
  bool paper = true;
  bool squares = false;
  int turn = 0;  // of the options
  SuperParams given;
};

void follow_consistency(ConsistencyQuestion& q, const lab::Fields& fields) {
  q.given = lab::parameters<SuperParams>(fields);
}

std::optional<Consistency> worked(const ConsistencyQuestion& q) {
  return consistency_by_hand(q.given.G, q.given.x, q.given.game.factor);
}

double asked(const ConsistencyQuestion& q, const Consistency& c) {
  return q.squares ? c.l2_mean : c.l1_mean;
}

constexpr Choice comparisons[] = {
    {"down", "down(G(x)) with x",
     "Both are small and show the same scene: what x says is kept, and what it does not say is "
     "left to the adversary.",
     "compare=low&domain=high&lambda=10&adversary=0.1&tab=what x fixes&figure=split"},
    {"learned", "F(G(x)) with x, for a network F that learns to make images small",
     "A learned F counts, as in a cycle. Be warned: F and G can agree on a code of their own, and "
     "then the loss is small and says little of what G(x) shows.",
     "compare=learned&domain=high&lambda=10&adversary=0.1&tab=training&figure=consistency.curve",
     1},
    {"enlarged", "G(x) with x enlarged by interpolation",
     "That fixes every number of G(x), and not just one for each block: the best G is the "
     "interpolation, blurred as it is. At which size can they be compared without asking for that?",
     "compare=enlarged&domain=high&lambda=10&adversary=0.1&tab=what x fixes&figure=split"},
    {"pair", "G(x) with a high-resolution image y",
     "There are no pairs: y shows another scene. What is known of the scene of x is x itself.",
     "compare=unrelated&domain=high&lambda=10&adversary=0.1&tab=what x fixes&figure=split"},
    {"direct", "G(x) with x",
     "They have different numbers of pixels, so that no difference can be taken. What has to be "
     "done to one of them first?",
     ""},
    {"both-down", "down(G(x)) with down(y)",
     "y shows another scene, at any resolution. Which small image does show the scene of G(x)?",
     ""},
    {"down-x", "down(x) with x",
     "G does not occur in that, so no gradient would reach it. Which image that G makes shows "
     "the scene of x?",
     ""}};

constexpr Choice distances[] = {
    {"l1", "the mean of the absolute differences, |·|",
     "Mean |down(G(x)) − x|: the L1 distance, over pixels and images.", "norm=l1&tab=training"},
    {"l2", "the mean of the squared differences",
     "The squared L2 distance counts as well; it forgives small differences and punishes large "
     "ones.",
     "norm=l2&tab=training", 1},
    {"signed", "the mean of the differences, with their signs",
     "Differences of opposite sign would cancel: an image that is too bright on the left and too "
     "dark on the right would cost nothing.",
     ""},
    {"log", "the mean of −ln D of the small image",
     "That is an adversary’s loss: it asks whether an image looks real, and not whether it shows "
     "x.",
     ""}};

constexpr Choice ways_in[] = {
    {"plus", "L_G = L_adv + λ L_cons, with λ above 0",
     "G has to do both: look real, and stay true to x. λ weighs the two.",
     "lambda=10&adversary=0.1&compare=low&domain=high&tab=training"},
    {"alone", "L_G = L_cons",
     "Without an adversary nothing asks G for detail: what x leaves open comes out as whatever is "
     "easiest.",
     "adversary=0&lambda=10&compare=low&domain=high&tab=training"},
    {"to-D", "L_D = L_adv + λ L_cons",
     "D has no part in G(x), and moves no weight of it. Whose weights have to change?", ""},
    {"minus", "L_G = L_adv − λ L_cons, with λ above 0",
     "Made small, that makes the difference from x as large as it can be.", ""}};

// One pixel of x and the block of four that G makes of it.
exam::AnswerField written() {
  exam::Expression e;
  e.value = "abs((g1 + g2 + g3 + g4)/4 - x)";
  e.called = {"L"};
  for (const char* const name : {"g1", "g2", "g3", "g4", "x", "y"})
    e.symbols.push_back(drawn(name, 1, 1, 0, 1));
  const char* const square = "Squared, which counts: the L2 distance of the one pixel.";
  e.alternatives = {
      {"((g1 + g2 + g3 + g4)/4 - x)^2", square},
      {"((g1 + g2 + g3 + g4)/4 - x)^2/2",
       "Squared and halved, which counts: a positive factor changes no minimum."},
      {"abs(g1 + g2 + g3 + g4 - 4 x)",
       "Four times the absolute difference, which counts: a positive factor changes no minimum."}};
  e.mistakes = {
      {"(g1 + g2 + g3 + g4)/4 - x",
       "The comparison is right. Without an absolute value or a square it can be made as small as "
       "you like by a dark G(x).",
       0.5},
      {"x - (g1 + g2 + g3 + g4)/4",
       "The comparison is right. Without an absolute value or a square it can be made as small as "
       "you like by a bright G(x).",
       0.5},
      {"abs(g1 + g2 + g3 + g4 - x)",
       "down takes the mean of the block: the sum has to be divided by 4.", 0.5},
      {"(abs(g1 - x) + abs(g2 - x) + abs(g3 - x) + abs(g4 - x))/4",
       "That compares each of the four with x, as if x were enlarged: it is 0 for a flat block "
       "alone. Average the block first."},
      {"abs(g1 - x) + abs(g2 - x) + abs(g3 - x) + abs(g4 - x)",
       "That compares each of the four with x, and adds up: it is 0 for a flat block alone. "
       "Average the block first."},
      {"((g1 - x)^2 + (g2 - x)^2 + (g3 - x)^2 + (g4 - x)^2)/4",
       "That compares each of the four with x and squares: it is 0 for a flat block alone. Average "
       "the block first."},
      {"abs((g1 + g2 + g3 + g4)/4 - y)",
       "y is a pixel of a scene that has nothing to do with this one. The block came from x."},
      {"abs(g1 - x)",
       "That looks at one pixel of the block and leaves the others free. down is the mean of all "
       "four."},
      {"abs(x - y)", "G has no part in that, so no gradient would reach it."}};
  return {"formula",
          "L_cons for one pixel x, which G makes into a block of four, g1 to g4 (y is a pixel of "
          "another image)",
          std::move(e),
          "The difference of the block’s mean from x, as an absolute value or squared.", true};
}

// Sums over blocks in place of means, their first cells, their largest: what else is done.
template <class Of>
lab::Matrix each_block(const ConsistencyQuestion& q, Of of) {
  const lab::Matrix &G = q.given.G, &x = q.given.x;
  const int f = q.given.game.factor;
  lab::Matrix out{x.rows, x.cols, {}};
  for (int r = 0; r < x.rows; ++r)
    for (int c = 0; c < x.cols; ++c) {
      std::vector<double> block;
      for (int i = 0; i < f * f; ++i) block.push_back(G.at(r * f + i / f, c * f + i % f));
      out.values.push_back(of(block));
    }
  return out;
}

double block_sum(const std::vector<double>& block) {
  double all = 0;
  for (const double v : block) all += v;
  return all;
}
double block_first(const std::vector<double>& block) { return block.front(); }
double block_largest(const std::vector<double>& block) {
  return *std::max_element(block.begin(), block.end());
}

exam::Cells small_picture(const ConsistencyQuestion& q, const Consistency& c) {
  exam::Cells cells{c.down, 5e-3, {}};
  const auto add = [&cells](lab::Matrix value, const char* cure) {
    if (exam::same(value, cells.value, 0.05)) return;
    for (const exam::CellsMistake& known : cells.mistakes)
      if (exam::same(value, known.value, 0.05)) return;
    cells.mistakes.push_back({std::move(value), cure});
  };
  add(each_block(q, block_sum),
      "You added up each block. Its mean is that sum divided by its pixels.");
  add(each_block(q, block_first),
      "You took the first pixel of each block. down averages all of them.");
  add(each_block(q, block_largest),
      "You took the largest pixel of each block, as max pooling does. down averages all of them.");
  add(c.difference, "That is the difference from x already. Here down(G(x)) itself is asked for.");
  add(q.given.x, "That is x. Take the mean of each block of G(x).");
  return cells;
}

// Mean size or square of G(x) less x repeated over each block.
double beside_enlarged(const ConsistencyQuestion& q) {
  const lab::Matrix& G = q.given.G;
  double all = 0;
  for (int r = 0; r < G.rows; ++r)
    for (int c = 0; c < G.cols; ++c) {
      const double off =
          G.at(r, c) - q.given.x.at(r / q.given.game.factor, c / q.given.game.factor);
      all += q.squares ? off * off : std::fabs(off);
    }
  return all / (G.rows * G.cols);
}

exam::Number distance(const ConsistencyQuestion& q, const Consistency& c) {
  exam::Number number{asked(q, c)};
  double with_signs = 0;
  for (const double off : c.difference.values) with_signs += off;
  add_mistake(number, q.squares ? c.l2_sum : c.l1_sum,
              "That is the sum over the pixels of x. Divide by how many there are.");
  add_mistake(
      number, q.squares ? c.l1_mean : c.l2_mean,
      q.squares ? "You took the absolute differences. Their squares are asked for."
                : "You took the squares of the differences. Their absolute values are asked for.");
  add_mistake(number, beside_enlarged(q),
              "You compared every pixel of G(x) with x, as if x were enlarged. Average each block "
              "of G(x) first.");
  add_mistake(
      number, with_signs / static_cast<double>(c.difference.values.size()),
      "You kept the signs, and differences cancelled. Take absolute values or squares first.");
  if (q.squares) {
    add_mistake(number, std::sqrt(c.l2_mean),
                "You took a root at the end. The mean of the squares is asked for.");
    add_mistake(number, c.l2_mean / 2,
                "You halved it. A factor changes no minimum; the number asked for has none.");
  }
  return number;
}

exam::Form consistency_form(const ConsistencyQuestion& q) {
  exam::Form form = {{"compare", "What does L_cons compare?", one_of(comparisons, q.turn),
                      "Both are small, and both show the scene of x."},
                     {"distance", "By what?", one_of(distances, q.turn + 1),
                      "A distance that is 0 for equal images alone."},
                     {"enters", "How does it enter the training?", one_of(ways_in, q.turn + 2),
                      "G has to look real and stay true to x."}};
  if (const auto c = worked(q)) {
    form.push_back({"down",
                    "down(G(x)) of the numbers above, by means of blocks of " +
                        laboratory::sides(q.given.game.factor, q.given.game.factor),
                    small_picture(q, *c), "Each number is the mean of its block.", q.paper});
    form.push_back({"loss",
                    q.squares ? "the mean of (down(G(x)) − x)² over all pixels"
                              : "the mean of |down(G(x)) − x| over all pixels",
                    distance(q, *c), "The mean over the pixels of x.", q.paper});
  }
  form.push_back(written());
  return form;
}

exam::Facts consistency_facts(const ConsistencyQuestion& q) {
  const auto c = worked(q);
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.flag("numbers", c.has_value());
  facts.flag("squares", q.squares);
  facts.matrix("given.G", q.given.G);
  facts.matrix("given.x", q.given.x);
  facts.matrix("worked.down", c ? c->down : lab::Matrix{});
  facts.matrix("worked.difference", c ? c->difference : lab::Matrix{});
  facts.number("worked.loss", c ? asked(q, *c) : 0);
  facts.number("pixels", q.given.game.factor * q.given.game.factor);
  return facts;
}

// Whole numbers whose blocks have means that a hand can take.
std::optional<ConsistencyQuestion> draw_consistency(num::Rng& rng, lab::Fields& fields) {
  ConsistencyQuestion q{.paper = false};
  q.squares = rng.below(2) == 1;
  q.turn = rng.below(7);
  const int factor = rng.below(3) == 0 ? 3 : 2;
  const int rows = factor == 3 ? 1 : 1 + rng.below(2), cols = factor == 3 ? 1 + rng.below(2) : 2;
  lab::Matrix G{rows * factor, cols * factor, {}}, x{rows, cols, {}};
  G.values.resize(static_cast<std::size_t>(G.rows * G.cols));
  const int pixels = factor * factor;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < cols; ++c) {
      int total = 0;
      for (int i = 0; i < pixels; ++i) {
        // The last pixel makes the mean a whole or a half number.
        const int step = factor == 2 ? 2 : pixels;
        int value = rng.below(10);
        if (i + 1 == pixels) value += (step - (total + value) % step) % step;
        total += value;
        G.at(r * factor + i / factor, c * factor + i % factor) = value;
      }
      x.values.push_back(std::max(0, total / pixels - 2 + rng.below(5)));
    }
  fields.set("factor", std::to_string(factor));
  fields.set("G", lab::text(G));
  fields.set("x", lab::text(x));
  follow_consistency(q, fields);
  const auto c = worked(q);
  if (!c || asked(q, *c) < 0.05) return std::nullopt;
  return q;
}

exam::Prediction consistency_guess(const ConsistencyQuestion&) {
  return {
      "Bicubic interpolation and a trained G both enlarge x. Made small again, which of the two do "
      "you think is nearer to x?",
      {"row", "plane", "consistency.*", "split", "block"},
      {"consistency*", "psnr*", "sharpness*", "laplacian*", "l1*", "l2*", "down"},
      exam::Pick{{{"bicubic: it invents nothing", "consistency.bicubic",
                   "Bicubic is off by {{consistency.bicubic}} and G by {{consistency}}: only "
                   "training with enough weight on consistency holds G to x."},
                  {"G: it was trained for that", "consistency",
                   "G is off by {{consistency}} and bicubic by {{consistency.bicubic}}: a smooth "
                   "curve through the pixels is not the one whose means they are, and L_cons asks "
                   "for just that."}},
                 exam::Pick::smallest}};
}

constexpr exam::Asking<ConsistencyQuestion> consistency_asking = {
    .lab = &laboratory::super_resolution::lab_row,
    .draw = draw_consistency,
    .follow = follow_consistency,
    .form = consistency_form,
    .predict = consistency_guess,
    .facts = consistency_facts};

}  // namespace

const exam::Exercise consistency_loss = exam::exercise<consistency_asking>();

}  // namespace exercises
