// 2d-i: scaled dot-product attention with a hard choice, by hand.
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "exercises/all.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/attention/study.h"
#include "labs/phrases.h"

namespace exercises {
namespace {

using AttentionStudy = laboratory::attention::Study;
using laboratory::attention::Head;
using num::Matrix;

// Queries, keys and values, as the lab shows them.
struct AttentionQuestion {
  laboratory::attention::Params given;
};

void follow_attention(AttentionQuestion& q, const lab::Fields& fields) {
  q.given = lab::parameters<laboratory::attention::Params>(fields);
}

// Whether the question is the paper's own, whatever is looked at in the lab.
bool is_papers(const AttentionQuestion& q) {
  const laboratory::attention::Params own;
  return q.given.Q == own.Q && q.given.K == own.K && q.given.V == own.V &&
         q.given.mask == own.mask && q.given.heads == own.heads;
}

// Rows of V, one for each query.
Matrix rows_of(const Matrix& v, const std::vector<int>& choice) {
  Matrix out = Matrix::zero(static_cast<int>(choice.size()), v.cols);
  for (int i = 0; i < out.rows; ++i)
    for (int c = 0; c < v.cols; ++c) out.at(i, c) = v.at(choice[static_cast<std::size_t>(i)], c);
  return out;
}

// The first largest entry of each row, after `see` has had its way with the entries, as far as the
// mask shows them.
template <class See>
std::vector<int> best_of_rows(const Matrix& m, bool causal, See see) {
  std::vector<int> best;
  for (int i = 0; i < m.rows; ++i) {
    int top = 0;
    for (int j = 1; j < m.cols; ++j)
      if (num::visible(i, j, causal) && see(m.at(i, j)) > see(m.at(i, top))) top = j;
    best.push_back(top);
  }
  return best;
}

Matrix one_hot(const std::vector<int>& choice, int width) {
  Matrix out = Matrix::zero(static_cast<int>(choice.size()), width);
  for (int i = 0; i < out.rows; ++i) out.at(i, choice[static_cast<std::size_t>(i)]) = 1;
  return out;
}

// What `of` says of each head, side by side.
template <class Of>
Matrix joined(const AttentionStudy& s, Of of) {
  Matrix all;
  for (const Head& head : s.heads) all = num::beside(all, of(head));
  return all;
}

// Every key takes its best query: queries that no key takes get nothing.
Matrix best_of_columns(const Head& head) {
  const Matrix& scores = head.weighing.scores;
  Matrix out = Matrix::zero(head.q.rows, head.v.cols);
  for (int j = 0; j < scores.cols; ++j) {
    int top = 0;
    for (int i = 1; i < scores.rows; ++i)
      if (scores.at(i, j) > scores.at(top, j)) top = i;
    for (int c = 0; c < out.cols; ++c) out.at(top, c) += head.v.at(j, c);
  }
  return out;
}

// The choice by Q K in place of Q K^T, which exists where K is square.
bool can_be_untransposed(const AttentionStudy& s) {
  return !s.heads.empty() && s.heads[0].k.rows == s.heads[0].k.cols;
}
Matrix untransposed(const AttentionStudy& s) {
  return joined(s, [&](const Head& head) {
    return rows_of(
        head.v, best_of_rows(num::product(head.q, head.k), s.causal(), [](double x) { return x; }));
  });
}

Matrix by_size(const AttentionStudy& s) {
  return joined(s, [&](const Head& head) {
    return rows_of(head.v, best_of_rows(head.weighing.scores, s.causal(),
                                        [](double x) { return std::fabs(x); }));
  });
}

Matrix unmasked(const AttentionStudy& s) {
  return joined(s, [](const Head& head) {
    return rows_of(head.v, best_of_rows(head.weighing.scores, false, [](double x) { return x; }));
  });
}

// As if all columns belonged to a single head.
Matrix single_headed(const AttentionStudy& s) {
  return num::hard_output(num::attend(s.q, s.k, s.params.temperature, s.causal()), s.v);
}

// Where several keys fit a query equally well, the value of each is right.
void add_ties(const AttentionStudy& s, exam::Cells& cells) {
  int from = 0;
  for (const Head& head : s.heads) {
    for (int i = 0; i < s.q.rows; ++i)
      for (const int key : head.weighing.best[static_cast<std::size_t>(i)])
        if (key != head.choice(i))
          cells.also.push_back({i, {head.v.row(key).begin(), head.v.row(key).end()}, from});
    from += head.v.cols;
  }
}

bool ties(const AttentionStudy& s) {
  for (const Head& head : s.heads)
    for (int i = 0; i < s.q.rows; ++i)
      if (head.weighing.tied(i)) return true;
  return false;
}

// Whether the output has rows that differ, so that the queries matter.
bool queries_differ(const AttentionStudy& s) {
  for (int i = 1; i < s.hard->rows; ++i)
    for (int c = 0; c < s.hard->cols; ++c)
      if (s.hard->at(i, c) != s.hard->at(0, c)) return true;
  return false;
}

// A mistake that gives the right answer, or what another one gives, cannot be told from it.
void add(exam::Cells& cells, const Matrix& value, const std::string& cure, double most = 1) {
  lab::Matrix shown = laboratory::attention::matrix_of(value);
  if (exam::same(shown, cells.value, cells.tolerance)) return;
  for (const exam::CellsMistake& known : cells.mistakes)
    if (exam::same(shown, known.value, cells.tolerance)) return;
  cells.mistakes.push_back({std::move(shown), cure, most});
}

void add_mistakes(const AttentionStudy& s, exam::Cells& cells) {
  if (s.causal())
    add(cells, unmasked(s),
        "You let every query choose among all keys. The mask hides the keys after its own place: "
        "query 1 sees key 1 alone, query 2 the first two, and so on.");
  if (s.several_heads())
    add(cells, single_headed(s),
        "You let all columns choose together, as a single head would. Each of the " +
            std::to_string(s.params.heads) +
            " heads compares its own columns of Q and K, and hands on its own columns of V.");
  add(cells, *s.soft,
      "You took the soft output, a mixture of all values by softmax. Hard attention mixes nothing: "
      "each query takes the value of its best key, whole.");
  const double unscaled = s.params.temperature / std::sqrt(s.heads[0].q.cols);
  add(cells,
      joined(s,
             [&](const Head& head) {
               return num::soft_output(num::attend(head.q, head.k, unscaled, s.causal()), head.v);
             }),
      "You took a soft output without the division by √d. Hard attention mixes nothing at all: "
      "each query takes the value of its best key, whole.");
  add(cells, joined(s, [&](const Head& head) { return one_hot(head.weighing.choice, s.k.rows); }),
      "You gave which key each query chooses, as ones and zeros. That is the weight matrix; the "
      "output is that matrix times V.");
  add(cells, joined(s, best_of_columns),
      "You chose down the columns: every key picks a query. Rows of Q Kᵀ belong to "
      "queries, "
      "so look for the largest entry along each row.");
  add(cells, by_size(s),
      "You took the score of largest size, without its sign. A strongly negative score means that "
      "the key points away from the query; take the largest with its sign.");
  if (can_be_untransposed(s))
    add(cells, untransposed(s),
        "You chose by Q K. A score is the dot product of a row of Q with a row of K, so K has to "
        "be transposed first.");
  if (!queries_differ(s)) return;
  // Some row fits whatever a person thinks of the queries. After the others, which may come to it.
  for (int key = 0; key < s.v.rows; ++key)
    add(cells, rows_of(s.v, std::vector<int>(static_cast<std::size_t>(s.q.rows), key)),
        "The same row for every query, row " + std::to_string(key + 1) +
            " of V: then it would not matter what a query is. Each chooses for itself, the key "
            "with the largest score along its own row. Where the one row fits, it does so by "
            "chance and earns nothing.",
        0);
}

exam::Facts attention_facts(const AttentionQuestion& q) {
  const AttentionStudy s = laboratory::attention::study(q.given);
  exam::Facts facts;
  facts.flag("paper", is_papers(q));
  facts.flag("fits", s.hard.has_value());
  facts.flag("causal", s.causal());
  facts.flag("tied", ties(s));
  facts.flag("several", s.several_heads());
  facts.flag("differ", s.hard && queries_differ(s));
  // Whether the choice by Q K, which is a mistake, gives the right output here.
  facts.flag("untransposed_fits", s.hard && can_be_untransposed(s) && untransposed(s) == *s.hard);
  facts.matrix("chosen", s.hard ? laboratory::attention::matrix_of(*s.hard) : lab::Matrix{});
  return facts;
}

exam::Form attention_form(const AttentionQuestion& q) {
  const AttentionStudy s = laboratory::attention::study(q.given);
  if (!s.hard) return {};
  exam::Cells cells{laboratory::attention::matrix_of(*s.hard), 1e-6, {}};
  add_ties(s, cells);
  add_mistakes(s, cells);
  return {{"output", "output of hard attention, one row for each query", std::move(cells),
           "Each query takes the whole value of the key with its largest score; the division by √d "
           "does not change which score that is."}};
}

lab::Matrix whole_numbers(num::Rng& rng, int rows, int cols) {
  lab::Matrix m{rows, cols, {}};
  for (int i = 0; i < rows * cols; ++i) m.values.push_back(rng.below(11) - 5);
  return m;
}

// The choice is unique, more than one key is chosen, and the usual mistakes show: the signs of
// scores matter, rows are not columns, and softmax is visibly soft.
bool telling(const AttentionStudy& s) {
  bool several = false;
  const Head& head = s.head();
  for (int i = 0; i < s.q.rows; ++i) {
    if (head.weighing.tied(i)) return false;
    several = several || head.choice(i) != head.choice(0);
  }
  return several && by_size(s) != *s.hard && best_of_columns(head) != *s.hard &&
         !exam::same(laboratory::attention::matrix_of(*s.soft),
                     laboratory::attention::matrix_of(*s.hard), 0.02);
}

std::optional<AttentionQuestion> draw_attention(num::Rng& rng, lab::Fields& fields) {
  constexpr int most_draws = 1000;
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    const int queries = 2 + rng.below(3), keys = 2 + rng.below(3), width = 2 + rng.below(3);
    fields.set("Q", lab::text(whole_numbers(rng, queries, width)));
    fields.set("K", lab::text(whole_numbers(rng, keys, width)));
    fields.set("V", lab::text(whole_numbers(rng, keys, 2 + rng.below(3))));
    AttentionQuestion q;
    follow_attention(q, fields);
    if (telling(laboratory::attention::study(q.given))) return q;
  }
  return std::nullopt;
}

// The output follows from the whole choice, so that the whole choice is guessed before it is shown.
double dot(const lab::Matrix& a, int row_of_a, const lab::Matrix& b, int row_of_b) {
  double sum = 0;
  for (int c = 0; c < a.cols; ++c) sum += a.at(row_of_a, c) * b.at(row_of_b, c);
  return sum;
}

exam::Prediction attention_guess(const AttentionQuestion& q) {
  exam::PickEach keys;
  for (int h = 1; h <= q.given.heads; ++h)
    for (int i = 1; i <= q.given.Q.rows; ++i)
      keys.rows.push_back(
          (q.given.heads > 1 ? "head " + std::to_string(h) + ", query " : "query ") +
          std::to_string(i));
  for (int j = 1; j <= q.given.K.rows; ++j)
    keys.choices.push_back({"key " + std::to_string(j), std::to_string(j)});
  keys.readout = "argmax";
  // The last query sees every key.
  const int last = q.given.Q.rows - 1;
  std::string scores;
  if (q.given.heads == 1 && q.given.Q.cols == q.given.K.cols)
    for (int j = 0; j < q.given.K.rows; ++j)
      scores += (j == 0                   ? ": those of query " + std::to_string(last + 1) + " are "
                 : j + 1 < q.given.K.rows ? ", "
                                          : " and ") +
                laboratory::brief(dot(q.given.Q, last, q.given.K, j));
  return {"Each query picks a single key. Look at Q and K: which key do you think each one picks?",
          {"*"},
          {"scores", "scaled", "argmax*", "weights", "output*", "cell.*", "grad.*", "jump.*",
           "estimate*"},
          std::move(keys),
          "A query picks the key with the largest dot product, sign included" + scores + "."};
}

constexpr exam::Asking<AttentionQuestion> attention_asking = {
    .lab = &laboratory::attention::lab_row,
    .draw = draw_attention,
    .follow = follow_attention,
    .form = attention_form,
    .predict = attention_guess,
    .facts = attention_facts};

}  // namespace

const exam::Exercise hard_attention = exam::exercise<attention_asking>();

}  // namespace exercises
