// 2c-i: the gradient of a recurrent net's loss by a weight that every time step uses.
#include <iterator>
#include <optional>
#include <string>

#include "exam/instance.h"
#include "exercises/all.h"
#include "exercises/bptt_terms.h"
#include "exercises/names.h"
#include "lab/digits.h"
#include "labs/all.h"
#include "labs/bptt/study.h"
#include "num/rng.h"

namespace exercises {
namespace {

using laboratory::bptt::Weight;
using BpttParams = laboratory::bptt::Params;

void follow_time(TimeQuestion& q, const lab::Fields& fields) {
  q.net = lab::parameters<BpttParams>(fields);
}

// δ of one step, from the δ of the step behind it and the loss of its own, if it has one.
exam::Step delta_step(const TimeQuestion& q, int t) {
  const std::string D = numbered("D", t), loss = slope_of_loss(q, t), behind = numbered("δ", t + 1);
  const bool last = t == q.T, own_loss = last || q.every();
  const std::string from = last       ? loss
                           : own_loss ? "(Whᵀ " + behind + " + " + loss + ")"
                                      : "Whᵀ " + behind;
  exam::Step step{drawn(numbered("δ", t), 3, 1), D + " " + from,
                  "∂L/∂a at step " + std::to_string(t) + ", a column",
                  "First see what reaches h of this step, then pass it through the slope σ′(a): "
                  "entry by entry, or as the diagonal matrix D."};
  step.called = {"∂L/∂" + numbered("a", t)};
  const std::string no_slope =
      "That is ∂L/∂h of this step. One link is left, from h to a: h = σ(a) brings the slope σ′(a), "
      "which is D.";
  step.mistakes.push_back({from, no_slope});
  if (last) {
    step.mistakes.push_back(
        {"Whᵀ " + D + " " + loss,
         "You go one link too far: Whᵀ leads on to h of the step before. δ stops at a."});
    return step;
  }
  const std::string extra = own_loss ? " + " + D + " " + loss : "";
  step.mistakes.push_back({D + " Wh " + behind + extra,
                           "Wh has to be transposed: entry j of h before takes part in every "
                           "entry of a through column j of Wh, and that column is a row of Whᵀ."});
  step.mistakes.push_back(
      {"Whᵀ " + D + " " + behind + extra,
       "The two factors are in the other order. On its way back δ first meets Whᵀ, on the way to "
       "h, and then the slope at that h: D stands in front."});
  step.mistakes.push_back({D + " Whᵀ " + numbered("D", t + 1) + " " + behind + extra,
                           "The slope of the step after this one is in that step’s δ already. Here "
                           "it would count twice."});
  step.mistakes.push_back(
      {numbered("D", t + 1) + " Whᵀ " + behind + extra,
       "The slope is that of the wrong step: δ of this step needs σ′ at its own "
       "a."});
  if (own_loss)
    step.mistakes.push_back({D + " Whᵀ " + behind,
                             "This step has a loss of its own, which reaches its h directly. Both "
                             "ways add up before the slope."});
  return step;
}

// What the answers are put together from, and some that do not belong.
std::vector<std::string> tiles(const TimeQuestion& q) {
  std::vector<std::string> t;
  for (int k = 1; k <= q.T; ++k) t.push_back(numbered("D", k));
  t.insert(t.end(), {"Whᵀ", "Wh"});
  for (int k = q.every() ? 1 : q.T; k <= q.T; ++k) t.push_back(slope_of_loss(q, k));
  for (int k = 1; k <= q.T; ++k)
    t.push_back(q.weight == Weight::Wh ? numbered("h", k - 1) + "ᵀ" : numbered("x", k) + "ᵀ");
  t.insert(t.end(), {"+", "(", ")"});
  return t;
}

// "term(1) + term(2) + ..."
template <class Term>
std::string over_time(const TimeQuestion& q, Term term) {
  std::string sum;
  for (int t = 1; t <= q.T; ++t) sum += (t == 1 ? "" : " + ") + term(t);
  return sum;
}

exam::Step gradient_step(const TimeQuestion& q, Weight w) {
  const int cols = w == Weight::Wx ? 2 : w == Weight::Wh ? 3 : 1;
  const std::string name = weight_name(w), input = input_in_time(w, q.T);
  exam::Step step{drawn(w == Weight::Wx   ? "Gx"
                        : w == Weight::Wh ? "Gh"
                                          : "Gb",
                        3, cols),
                  over_time(q, [&](int t) { return numbered("δ", t) + " " + input_in_time(w, t); }),
                  gradient_name(w) + ", of the shape of " + name + "; all δ may be used",
                  "Every step uses " + name +
                      ". Each use adds its own path, and the paths add up: a sum over all steps."};
  step.called = {gradient_name(w)};
  step.mistakes.push_back(
      {numbered("δ", q.T) + " " + input,
       "That is step T alone. " + name +
           " was used at every step before, too, and each use has a path to the "
           "loss."});
  // h0 = 0: of Wh step 1 has no share.
  if (w != Weight::Wh)
    step.mistakes.push_back({numbered("δ", 1) + " " + input_in_time(w, 1),
                             "That is step 1 alone. The steps after it use " + name +
                                 " as well: sum over all of them."});
  if (w == Weight::bh) return step;
  step.mistakes.push_back(
      {"(" + over_time(q, [](int t) { return numbered("δ", t); }) + ") " + input,
       "Each δ meets the input of its own step, not that of the last one."});
  if (w == Weight::Wh)
    step.mistakes.push_back(
        {over_time(q, [](int t) { return numbered("δ", t) + " " + numbered("h", t) + "ᵀ"; }),
         "At step t Wh is multiplied by h of the step before, h_{t−1}, not by h_t itself."});
  return step;
}

exam::AnswerField by_lines(const TimeQuestion& q) {
  exam::Derivation way;
  way.symbols = names_in_time(q, false);
  for (int t = q.T; t >= 1; --t) way.steps.push_back(delta_step(q, t));
  way.steps.push_back(gradient_step(q, q.weight));
  way.tiles = tiles(q);
  for (int t = 1; t <= q.T; ++t) way.tiles.insert(way.tiles.begin() + t - 1, numbered("δ", t));
  return {
      "lines", "back through time, line by line, for T = " + std::to_string(q.T), std::move(way),
      "δ_T = D_T ∇L, then δ_t = D_t Whᵀ δ_{t+1} step by step, and each δ meets the input of its "
      "own step."};
}

// What to write in place of a δ, where every factor is asked for.
std::string in_products(const TimeQuestion& q) {
  const std::string last = numbered("D", q.T) + " " + slope_of_loss(q, q.T);
  return "has to be written out here, with every factor: " + numbered("δ", q.T) + " is " + last +
         ", and each step back puts D Whᵀ of that step in front. Known are D, x, h, a and J with "
         "the number of their step or with t, Wh, Wx, " +
         slope_of_loss(q, q.T) + " and T, and Σ and ∏ over t.";
}

exam::AnswerField expanded(const TimeQuestion& q) {
  exam::Expression e;
  e.value = gradient_in_time(q, Slip::none);
  e.called = {gradient_name(q.weight)};
  e.transposable = true;
  e.symbols = names_in_time(q, true);
  e.tiles = tiles(q);
  e.absent.push_back({"δ", "delta", in_products(q)});
  const auto slip = [&](Slip s, const char* cure, double share = 0) {
    e.mistakes.push_back({gradient_in_time(q, s), cure, share});
  };
  const std::string name = weight_name(q.weight);
  e.mistakes.push_back(
      {last_terms(q), "That is the last step alone. " + name +
                          " was used at every step, and each use has a path of its own to the "
                          "loss: sum over t."});
  slip(Slip::no_slopes,
       "The slopes σ′ are missing. Every h = σ(a) on the way brings its diagonal matrix D.");
  slip(Slip::no_own_slope,
       "The product is ∂L/∂h_t. One link is left, from h_t to a_t: its slope D_t stands in front.");
  // With one link there is one order.
  if (q.weight != Weight::Wh || q.T > 3)
    slip(Slip::no_own_turned,
         "Two things: the step's own slope D_t is missing, and the factors stand in the other "
         "order. "
         "From the left they are D_t, then Whᵀ D of each later step, and ∇L.");
  slip(
      Slip::slope_last,
      "The step's own slope D_t stands beside ∇L, and matrices do not commute. It is the last that "
      "the gradient meets on its way back, so it stands in front.");
  slip(Slip::slopes_first,
       "In each factor D_τ and Whᵀ have changed places, and matrices do not commute: on the way "
       "back "
       "the gradient meets the slope of h_τ first and Whᵀ after it, so that Whᵀ stands to its "
       "left.");
  slip(Slip::reversed,
       "The factors stand in the other order, and matrices do not commute. Read from the right the "
       "gradient comes from the loss: ∇L, D_T, Whᵀ, and so back to D_t, which stands in front.");
  slip(Slip::too_many,
       "One factor too many: ∂h_t/∂h_{t−1} is on no path from the weights at step t. The product "
       "begins at τ = t + 1; h_t itself brings D_t alone.");
  slip(Slip::too_few,
       "One factor too few: the step from h_t to h_{t+1} is missing. The product begins at "
       "τ = t + 1.");
  slip(Slip::one_step_on,
       "One factor too many at the far end: Whᵀ D_t leads on to h_{t−1}. The weights enter at a_t, "
       "so the path ends with D_t.");
  slip(Slip::untransposed,
       "The order is right, and Wh has to be transposed: a gradient goes back through Whᵀ.", 0.5);
  if (q.weight != Weight::bh)
    e.mistakes.push_back({with_last_input(q),
                          "Each term ends with the input of its own step: what multiplies the "
                          "weights at step t."});
  return {
      "sum",
      gradient_name(q.weight) + " fully expanded: a sum over time, with every factor written out",
      std::move(e),
      "One path for each step: from a_t by D_t, through Whᵀ D of every later step, to ∇L."};
}

// Practice: the same δ give the other gradients.
exam::AnswerField other_weights(const TimeQuestion& q) {
  exam::Derivation way;
  way.symbols = names_in_time(q, false);
  for (int t = 1; t <= q.T; ++t) way.symbols.push_back(drawn(numbered("δ", t), 3, 1));
  for (const Weight w : laboratory::bptt::all_weights)
    if (w != q.weight) way.steps.push_back(gradient_step(q, w));
  return {"others", "the gradients of the other parameters, from the same δ", std::move(way),
          "Wx meets x_t, Wh meets h_{t−1}, and bh meets 1.", true};
}

exam::Form time_form(const TimeQuestion& q) { return {by_lines(q), expanded(q), other_weights(q)}; }

// The steps that the lab's net takes, which may be more than formulas are tried with.
int steps_of_lab(const TimeQuestion& q) { return q.net.X.empty() ? q.net.T : q.net.X.rows; }

exam::Facts time_facts(const TimeQuestion& q) {
  exam::Facts facts;
  facts.word("asked", weight_name(q.weight), {"Wx", "Wh", "bh"});
  facts.flag("every", q.every());
  facts.flag("linear", q.net.activation == laboratory::bptt::Activation::identity);
  facts.word("steps", std::to_string(q.T), {"3", "4"});
  facts.flag("longer", steps_of_lab(q) != q.T);
  facts.text("lab.steps", std::to_string(steps_of_lab(q)));
  facts.word("g", tried_activation(q), {"relu", "tanh", "sigmoid", "softplus"});
  return facts;
}

// True where every step sends something back, so that the shares can be told apart.
bool all_share(const BpttParams& p) {
  const laboratory::bptt::Study s = laboratory::bptt::study(p);
  if (!s.fits() || !s.finite) return false;
  for (int t = 1; t <= s.T(); ++t)
    if (!(laboratory::bptt::norm(s.share_of(Weight::Wx, t)) > 0)) return false;
  return true;
}

std::optional<TimeQuestion> draw_time(num::Rng& rng, lab::Fields& fields) {
  constexpr const char* activations[] = {"tanh", "sigmoid", "softplus", "relu"};
  constexpr const char* losses[] = {"end", "end", "every"};
  TimeQuestion q;
  q.T = 3 + rng.below(2);  // over two steps Wh has one input that is not 0
  q.weight = static_cast<Weight>(rng.below(3));
  fields.set("T", std::to_string(q.T));
  fields.set("n", std::to_string(2 + rng.below(3)));
  fields.set("d", std::to_string(1 + rng.below(3)));
  fields.set("activation", one_of(rng, activations));
  fields.set("loss", one_of(rng, losses));
  fields.set("weight", weight_name(q.weight));
  fields.set("seed", std::to_string(1 + rng.below(1000)));
  if (!exam::accepted(laboratory::bptt::lab_row, fields) ||
      !all_share(lab::parameters<BpttParams>(fields)))
    return std::nullopt;
  return q;
}

// Why the share of step `t` of so many is the smallest.
std::string why_smallest(const TimeQuestion& q, int t, int T) {
  const auto share = [](int step) {
    return "that of step " + std::to_string(step) + " {{share." + std::to_string(step) + "}}";
  };
  const std::string numbers = "The share of step " + std::to_string(t) + " is {{share." +
                              std::to_string(t) + "}}, " + share(t == T ? 1 : T);
  if (t > 1 || q.every())
    return numbers + ": what comes back to a step and the size of what it reads decide together.";
  return numbers + ": the way back to it from the loss is the longest, and each of the " +
         lab::counted(T - 1, "step", "steps") + " on it has changed the gradient’s size.";
}

exam::Prediction time_guess(const TimeQuestion& q) {
  const int T = steps_of_lab(q);
  exam::Pick pick;
  pick.rule = exam::Pick::smallest;
  const auto offer = [&](int t, const std::string& words) {
    pick.choices.push_back({words, "share." + std::to_string(t), why_smallest(q, t, T)});
  };
  offer(1, "step 1, the first");
  for (int t = 2; t < T && T <= 4; ++t) offer(t, "step " + std::to_string(t));
  if (T > 4) offer(2, "step 2");
  if (T > 1) offer(T, "step " + std::to_string(T) + ", the last");
  return {"Every step has a share in ∂L/∂Wₓ. Whose share do you think is the smallest?",
          {"shares", "sum", "arithmetic", "truncation", "gradients", "check", "unrolled"},
          {"share*", "cosine*", "largest_share", "deltas", "dL*", "norm"},
          std::move(pick)};
}

constexpr exam::Asking<TimeQuestion> time_asking = {.lab = &laboratory::bptt::lab_row,
                                                    .draw = draw_time,
                                                    .follow = follow_time,
                                                    .form = time_form,
                                                    .predict = time_guess,
                                                    .facts = time_facts};

}  // namespace

const exam::Exercise bptt_gradient = exam::exercise<time_asking>();

}  // namespace exercises
