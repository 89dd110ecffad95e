// 2d-ii: which statements about Transformers are true?
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exercises/all.h"
#include "exercises/claims.h"
#include "exercises/mistakes.h"
#include "labs/all.h"
#include "num/attention_cost.h"
#include "num/rng.h"

namespace exercises {
namespace {

using enum exam::Key;

constexpr const char* shuffled_words = "order=3,2,1,4,5&broken=";

// What the paper asks of each of five topics, and what variants may ask in its place.
constexpr Claim about_order[] = {
    {"Dot-product self-attention, without positions and without a mask, is permutation "
     "equivariant: shuffle its tokens and its outputs are shuffled alike.",
     yes,
     "A token’s output is a sum over all tokens, weighted by how well their keys fit its query, "
     "and "
     "a sum does not know in which order it is taken. In the lab the two differ by rounding alone. "
     "Strictly, attention is equivariant in its queries and invariant in keys and values that are "
     "shuffled together; with all three made of one sequence, that is the statement.",
     "broken=nothing"},
    {"Shuffling keys and values alike, while the queries stay, leaves the output of dot-product "
     "attention as it was.",
     yes,
     "Each weight goes with its value, and a sum does not know the order of its terms: the output "
     "is invariant. Shuffle the keys alone and weights meet the values of other tokens.",
     "broken=keys&tab=in numbers&figure=shuffle.numbers"},
    {"Self-attention whose tokens carry sinusoid position encodings is still permutation "
     "equivariant.",
     no,
     "The code belongs to the place, not to the word: a word that moves gets another code, so "
     "another query, key and value. That is what the codes are for.",
     "broken=positions"},
    {"A causal mask leaves self-attention permutation equivariant.", no,
     "What a token may look at depends on where it stands. Moved to the front it sees only itself.",
     "broken=mask"},
    {"Self-attention in a window, where every token sees its neighbours alone, is permutation "
     "equivariant.",
     no,
     "Who the neighbours are depends on the order, so a shuffle gives each token different ones.",
     "broken=window"},
};
constexpr Claim about_places[] = {
    {"Position encodings can be computed only where the smallest and the largest index of the "
     "sequence are known.",
     no,
     "Sinusoids are defined at every index, and codes of relative positions use differences alone. "
     "A learned table has a largest index, its last row; dividing by the length is one design "
     "among others.",
     "d=32&base=10000&tab=positions&figure=codes"},
    {"A sinusoid position encoding can be computed for a position that lies beyond all that were "
     "seen in training.",
     yes,
     "It is a formula of the index, so it has a value at every one. Whether a model does well "
     "there "
     "is another question.",
     "d=32&base=10000&tab=positions&figure=codes"},
    {"A learned table of position vectors has an entry for every position, however large.", no,
     "It has as many rows as it was made with. Beyond the last one there is nothing to look up: a "
     "table suits a known largest index, a formula an unknown one.",
     "d=32&base=10000&tab=positions&figure=codes"},
};
constexpr Claim about_generation[] = {
    {"A Transformer that generates text is autoregressive: it gives each token a probability given "
     "the tokens before it.",
     yes,
     "Under the causal mask p(x) is the product of p(xₜ | x₁ … xₜ₋₁), and text is written by "
     "drawing one token, appending it and reading again. (Generators that fill in all places at "
     "once exist; they are called non-autoregressive.)",
     "mask=1&tab=where it looks&figure=leak"},
    {"Under a causal mask, changing a token changes no output before it.", yes,
     "The mask sets the weights of later tokens to exactly 0, so nothing of them arrives. The lab "
     "changes each character in turn: every earlier probability stays the same to the last bit.",
     "mask=1&tab=where it looks&figure=leak"},
    {"A language model that is trained without the causal mask, and reaches a loss near 0, has "
     "learned to generate text.",
     no,
     "It reads the next token before it guesses it. When it writes there is no next token to read, "
     "and what it writes is worthless.",
     "mask=0&step=200&tab=a small model&figure=model.text"},
};
constexpr Claim about_heads[] = {
    {"At a fixed total width, with every head projecting the whole input, more heads make a layer "
     "of attention run faster.",
     no,
     "h heads of width d/h take as many operations for projections, scores and mixing as one head "
     "of width d, and h times the softmax. That heads can run side by side is true of the entries "
     "of one matrix product as well: the total work is what it was. (Heads that each see their own "
     "part of the input do save projections; that is another layer.)",
     "n=256&m=256&width=256&heads=8&tab=heads&figure=cost.total"},
    {"At a fixed total width, the scores of all heads together take as many multiplications as "
     "those of a single head.",
     yes,
     "Each of h heads multiplies vectors of width d/h: n m d/h, h times. What grows with the heads "
     "is the softmax, and the memory of the attention weights.",
     "n=256&m=256&width=256&heads=8&tab=heads&figure=cost.parts"},
    {"At a fixed total width, eight heads have eight times as many learned weights as one.", no,
     "The projections of eight heads are parts of one matrix, d × d in either case. What is eight "
     "times as large is the memory of the attention weights, which are not learned.",
     "n=256&m=256&width=256&heads=8&tab=heads&figure=cost.memory"},
};
constexpr Claim about_codes[] = {
    {"The sinusoid position encoding of a fixed width is one-to-one.", contested,
     "On whole positions it is: the first pair turns by one radian a position, and 2π is "
     "irrational, so that even at width 2 no two agree. On the real line it is not at widths 2, 4 "
     "and 8 (it repeats after 2π, 200π and 2000π), and in 16 bits many positions of a narrow code "
     "fall together. Positions are whole, so the usual answer is true; argued from real positions "
     "or from rounding, false can be defended. Either verdict earns the mark.",
     "d=2&base=10000&tab=one-to-one?&figure=codes.verdict"},
    {"On whole positions the sinusoid encoding of width 2 never repeats.", yes,
     "It repeats at multiples of 2π, and none of those but 0 is whole. Positions 710 apart come to "
     "within 0.00006, as 710 is nearly 113 · 2π.",
     "d=2&base=10000&tab=one-to-one?&figure=codes.verdict"},
    {"On real positions, too, the sinusoid encoding of width 2 never repeats.", no,
     "Its one sine and cosine repeat after 2π. With more pairs it depends on the ratios of their "
     "frequencies: at widths 4 and 8 they are whole, at width 6 irrational.",
     "d=2&base=10000&tab=one-to-one?&figure=codes.verdict"},
    {"Rounded to numbers of 16 bits, sinusoid codes of width 2 tell all of 20 000 positions apart.",
     no,
     "Of 20 000 only 8151 different ones are left. Wider codes have room: at width 16 all are "
     "told apart.",
     "d=2&base=10000&tab=one-to-one?&figure=codes.verdict"},
};
constexpr std::array<std::span<const Claim>, 5> statement_topics = {
    about_order, about_places, about_generation, about_heads, about_codes};

// Of the layer whose operations a variant asks for.
struct LayerSizes {
  int n = 256, m = 256, width = 256, heads = 8;
};

struct TransformerQuestion {
  bool paper = true;
  std::vector<Claim> claims = first_of_each(statement_topics);
  LayerSizes sizes;
};

void follow_transformer(TransformerQuestion& q, const lab::Fields& fields) {
  q.sizes = {fields.whole_value("n"), fields.whole_value("m"), fields.whole_value("width"),
             fields.whole_value("heads")};
}

std::optional<TransformerQuestion> draw_transformer(num::Rng& rng, lab::Fields& fields) {
  constexpr int tokens[] = {32, 64, 96, 128, 200, 256}, widths[] = {64, 96, 128, 192, 256};
  constexpr int counts[] = {2, 4, 8, 16};
  std::optional<std::vector<Claim>> claims = one_of_each(statement_topics, rng);
  if (!claims) return {};
  const TransformerQuestion q{.paper = false, .claims = *std::move(claims), .sizes = {}};
  const int n = one_of(rng, tokens);
  fields.set("n", std::to_string(n));
  fields.set("m", std::to_string(rng.below(2) == 0 ? n : one_of(rng, tokens)));
  fields.set("width", std::to_string(one_of(rng, widths)));
  fields.set("heads", std::to_string(one_of(rng, counts)));
  fields.set("seed", std::to_string(2 + rng.below(900000)));
  return q;
}

// What is usually left out of such a count, or counted too often.
void add_mistakes(exam::Number& number, const LayerSizes& s, const num::AttentionCost& c) {
  const auto mistake = [&number](std::int64_t value, const char* cure) {
    add_count_mistake(number, static_cast<double>(value), cure);
  };
  mistake(c.total() - c.softmax + c.softmax / s.heads,
          "You counted the softmax of one head. Each head has its own n m weights.");
  mistake(c.projections + c.scores + (s.heads - 1) * 2 * std::int64_t{s.n} * s.m * s.width +
              c.softmax + s.heads * c.mix,
          "You gave every head the full width. h heads share it: each is d/h wide, so that all "
          "scores together cost 2 n m d.");
  mistake(c.total() - c.projections, "You left out the four projections.");
  mistake(c.total() - c.projections / (2 * (s.n + s.m)) * s.n,
          "You counted three projections. The joined heads are projected once more.");
  mistake(c.total() - c.softmax, "You left out the softmax, 5 n m for each head.");
  mistake(c.total() - c.mix, "You left out the mixing of the values, 2 n m d.");
}

// The operations of the whole layer. A dot product of length k has k multiplications and k - 1
// additions, and k where the first one is to 0, as it is usually counted: either is right, for the
// projections, the scores and the mixing each.
exam::Number layer_operations(const LayerSizes& s) {
  const num::AttentionCost c = num::attention_cost(s.n, s.m, s.width, s.heads);
  const num::AttentionCost least = num::attention_cost_without_zero(s.n, s.m, s.width, s.heads);
  exam::Number number;
  number.value = static_cast<double>(c.total());
  number.tolerance = 5e-4;  // four digits
  number.unit = "FLOPs";
  for (const std::int64_t projections : {c.projections, least.projections})
    for (const std::int64_t scores : {c.scores, least.scores})
      for (const std::int64_t mix : {c.mix, least.mix})
        number.also.push_back({static_cast<double>(projections + scores + c.softmax + mix)});
  add_count_mistake(number, static_cast<double>(c.total()) / 2,
                    "You counted a multiplication and the addition after it together as one "
                    "operation. Here they are two.");
  add_count_mistake(
      number, static_cast<double>((c.projections + c.scores + c.mix) / 2 + c.softmax),
      "You counted the multiplications. Each comes with an addition, which counts as well.");
  add_mistakes(number, s, c);
  add_mistakes(number, s, least);
  return number;
}

// What a shuffle breaks is told of the same shuffle each time.
std::string whole_shuffle(const Claim& claim) {
  const std::string show = claim.show;
  return show.rfind("broken=", 0) == 0 ? shuffled_words + show.substr(show.find('=') + 1) : show;
}

exam::Form transformer_form(const TransformerQuestion& q) {
  exam::Form form = {true_or_false(q.claims, whole_shuffle,
                                   "A sum knows no order, a formula no largest index, a mask no "
                                   "future, and heads share one width.")};
  if (q.paper) return form;
  const LayerSizes& s = q.sizes;
  form.push_back({"flops",
                  "Operations of a layer of attention with n = " + std::to_string(s.n) +
                      " queries, m = " + std::to_string(s.m) + " keys, total width d = " +
                      std::to_string(s.width) + " and h = " + std::to_string(s.heads) + " heads",
                  layer_operations(s),
                  "Projections, scores and mixing do not know h; the softmax is paid once for each "
                  "head."});
  return form;
}

exam::Facts transformer_facts_of(const TransformerQuestion& q) {
  const LayerSizes& s = q.sizes;
  const num::AttentionCost c = num::attention_cost(s.n, s.m, s.width, s.heads);
  exam::Facts facts;
  facts.flag("paper", q.paper);
  tell(q.claims, {"true", "false"}, facts, Numerals::arabic);
  facts.number("layer.queries", s.n);
  facts.number("layer.keys", s.m);
  facts.number("layer.width", s.width);
  facts.number("layer.heads", s.heads);
  facts.number("count.one_head",
               static_cast<double>(num::attention_cost(s.n, s.m, s.width, 1).total()));
  facts.number("count.proj", static_cast<double>(c.projections));
  facts.number("count.scores", static_cast<double>(c.scores));
  facts.number("count.softmax", static_cast<double>(c.softmax));
  facts.number("count.total", static_cast<double>(c.total()));
  return facts;
}

exam::Prediction transformer_guess(const TransformerQuestion&) {
  return {
      "A layer of attention reads “dog bites man at noon”, without positions. Now the words are "
      "shuffled to “man bites dog at noon”. What do you think happens to the outputs?",
      {"shuffle*"},
      {"equivariance_error*", "invariance_error", "outcome"},
      exam::Pick{{{"they are shuffled like the words, and otherwise the same", "follow",
                   "An output is a sum over all words, weighted by how well their keys fit its "
                   "query; without positions nothing in it depends on the order."},
                  {"they stay as they were, each in its place", "stay"},
                  {"they change: biting is not being bitten", "change"}},
                 exam::Pick::named,
                 {"outcome"}}};
}

constexpr exam::Asking<TransformerQuestion> transformer_asking = {
    .lab = &laboratory::transformer_facts::lab_row,
    .draw = draw_transformer,
    .follow = follow_transformer,
    .form = transformer_form,
    .predict = transformer_guess,
    .facts = transformer_facts_of};

}  // namespace

const exam::Exercise transformers = exam::exercise<transformer_asking>();

}  // namespace exercises
