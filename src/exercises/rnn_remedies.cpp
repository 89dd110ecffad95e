// 2c-iii: which remedies help a recurrent net whose gradients vanish or explode?
#include <array>
#include <optional>
#include <string>

#include "exercises/all.h"
#include "exercises/claims.h"
#include "labs/all.h"
#include "labs/rnn_remedies/line_up.h"
#include "num/rng.h"

namespace exercises {
namespace {

using enum exam::Key;

// What is wrong with the net. The paper asks for remedies against either.
enum class Trouble { either, vanishing, exploding };

// A verdict follows from one rule: a remedy helps where it changes the factors of the backward
// product, the slopes and W_h, or how many of them are multiplied, so that the symptom goes.
namespace remedy {

constexpr Claim batch_norm = {
    "Batch normalisation of the sums Wₕ h + Wₓ x + b at every time step.", unscored,
    "Contested. For it: dividing by the spread takes the scale of Wₕ out of the factors, and in "
    "the lab the share that gets back is in the safe band at gains where the plain net’s has "
    "vanished or exploded. Against it: that depends on how large the inputs are beside the state, "
    "every step needs statistics of its own, and the lab’s normalised net learns no sooner than "
    "the plain one.",
    "tab=card&figure=card.ratio&card=bn"};
constexpr Claim unit_rows = {
    "Bringing every row of Wₕ to Euclidean length 1.", unscored,
    "Contested. For it: the rows of a random matrix are nearly orthogonal, so that with length 1 "
    "its spectral radius comes near 1. Against it: nothing is guaranteed. Equal rows leave a "
    "radius of up to √n, and the matrix of 2c-ii turns from exploding to vanishing.",
    "tab=matrix&figure=lengths&card=rows"};
constexpr Claim momentum = {
    "Momentum in the optimiser.", no,
    "Momentum averages gradients after they have been computed. The factors of the product are the "
    "same: what has vanished is averaged with what has vanished, and what has exploded stays in "
    "the "
    "average.",
    "tab=card&figure=card.ratio&card=momentum"};
constexpr Claim truncation = {
    "Truncated backpropagation through time: going back over a fixed number of steps only.", yes,
    "At most so many factors are multiplied, so the product stays bounded and an explosion is cut "
    "short. It has its price: what lies further back gets no gradient at all, so it gives long "
    "memories up and does not restore them.",
    "tab=card&figure=card.ratio&card=truncate"};
constexpr Claim softplus = {
    "Softplus as the activation.", no,
    "Its slope is the sigmoid, between 0 and 1 and often near one half: multiplied step after step "
    "it shrinks the gradient faster than tanh near 0 does. Its outputs have no upper bound, so a "
    "large Wₕ can still make them explode.",
    "tab=card&figure=card.ratio&card=softplus"};

constexpr Claim gates = {
    "Replacing the plain cell by an LSTM or a GRU.", yes,
    "The state is carried from step to step by a sum, weighted by a gate that the net learns to "
    "keep open: along that path the factor is the gate, near 1 while it is open, and not Wₕ.",
    "tab=card&figure=card.ratio&card=gru"};
constexpr Claim identity_start = {
    "Starting Wₕ as the identity matrix, with ReLU as the activation.", yes,
    "Where a unit is active, its slope and its weight to itself are both 1, so the gradient comes "
    "back through many steps at nearly its full length.",
    "tab=card&figure=card.ratio&card=identity"};
constexpr Claim orthogonal_start = {
    "Starting Wₕ as an orthogonal matrix of gain 1.", yes,
    "An orthogonal matrix changes no length, so Wₕ contributes a factor of exactly 1 at the "
    "start. "
    "The slopes of tanh are still below 1, so that it is a good start and no guarantee.",
    "tab=card&figure=card.ratio&card=orthogonal"};
constexpr Claim skips = {"Adding the previous state to the new one: h_t = h_(t−1) + σ(…).", yes,
                         "Each factor becomes identity plus Jacobian, so there is a path on which "
                         "nothing is multiplied.",
                         ""};
constexpr Claim clipping = {
    "Clipping the norm of the gradient.", yes,
    "The step has a bounded length, however long the gradient is. The factors stay as they are, "
    "but "
    "the harm that an explosion does is in the step, and that is prevented.",
    "tab=card&figure=card.ratio&card=clip"};
constexpr Claim spectral = {
    "Dividing Wₕ by its largest singular value whenever that exceeds 1.", yes,
    "Then Wₕ lengthens no vector and slopes of tanh are at most 1, so no factor lengthens the "
    "gradient.",
    ""};
constexpr Claim smaller_start = {
    "Starting Wₕ with smaller entries, so that its largest singular value is 1.", yes,
    "Then no factor lengthens the gradient at the start: slopes of tanh are at most 1 as well.",
    "gain=0.5"};
constexpr Claim idle_clipping = {
    "Clipping the norm of the gradient.", no,
    "Clipping only ever shortens a gradient. Here it is too short already.",
    "tab=card&figure=card.ratio&card=clip"};
constexpr Claim sigmoid = {
    "The logistic sigmoid as the activation.", no,
    "Its slope is a quarter at most, so every step takes three quarters of the gradient or more, "
    "where Wₕ does not make up for it.",
    "activation=sigmoid"};
constexpr Claim larger_rate = {
    "A larger learning rate.", no,
    "The rate scales the whole update. How much of it comes from the first steps and how much from "
    "the last is decided by the factors, which stay as they are.",
    "rate=0.05"};
constexpr Claim more_data = {
    "More training sequences.", no,
    "The slopes and the weights that the gradient passes through are the same, however many "
    "sequences it is averaged over.",
    "batch=60"};
constexpr Claim relu = {"ReLU in place of tanh, all else as it is.", no,
                        "The slope of an active unit is 1: Wₕ alone decides, and it "
                        "lengthens the gradient here.",
                        "activation=relu"};
constexpr Claim deeper = {
    "A second recurrent layer on top of the first.", no,
    "Along time each layer still has its own product of as many factors, and the way down through "
    "two layers is longer.",
    ""};

constexpr std::array against_vanishing = {gates, identity_start, orthogonal_start, skips};
constexpr std::array against_exploding = {clipping, truncation, spectral, smaller_start};
constexpr std::array idle_vanishing = {momentum, softplus,  idle_clipping, sigmoid,
                                       deeper,   more_data, larger_rate};
constexpr std::array idle_exploding = {momentum, relu, deeper, more_data, larger_rate};

}  // namespace remedy

constexpr int options_asked = 5;

struct RemediesQuestion {
  bool paper = true;
  Trouble symptom = Trouble::either;
  lab::Fields net;  // the lab as the question has it, before any remedy
  std::vector<Claim> remedies = {remedy::batch_norm, remedy::unit_rows, remedy::momentum,
                                 remedy::truncation, remedy::softplus};
};

RemediesQuestion as_in_the_paper(lab::Fields& fields) { return {.net = fields}; }

std::optional<RemediesQuestion> draw_remedies(num::Rng& rng, lab::Fields& fields) {
  constexpr const char* lengths[] = {"30", "40", "50"};
  constexpr const char* low[] = {"0.5", "0.6", "0.7"};
  constexpr const char* high[] = {"2.5", "3", "4"};
  constexpr std::uint64_t purpose = 23;
  RemediesQuestion q{.paper = false};
  const int seed = 2 + rng.below(9998);
  fields.set("seed", std::to_string(seed));
  fields.set("T", one_of(rng, lengths));
  q.symptom = rng.below(2) == 0 ? Trouble::vanishing : Trouble::exploding;
  const bool vanishing = q.symptom == Trouble::vanishing;
  fields.set("gain", vanishing ? one_of(rng, low) : one_of(rng, high));
  q.net = fields;
  num::Rng claims(static_cast<std::uint64_t>(seed), purpose);
  q.remedies =
      vanishing ? some_of(options_asked, remedy::against_vanishing, remedy::idle_vanishing, claims)
                : some_of(options_asked, remedy::against_exploding, remedy::idle_exploding, claims);
  return q;
}

// Most remedies are in the line-up, where the card is opened and, if the lab has the question's own
// net, nothing has to be trained again: the step stays as it is.
std::string show(const Claim& claim, const RemediesQuestion& q) {
  return *claim.show == 0 ? "" : whole_case(claim.show, q.net, "step");
}

exam::Facts remedies_facts(const RemediesQuestion& q) {
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.word("symptom",
             q.symptom == Trouble::either      ? "either"
             : q.symptom == Trouble::vanishing ? "vanishing"
                                               : "exploding",
             {"either", "vanishing", "exploding"});
  tell(q.remedies, {"helps", "does not help"}, facts, Numerals::arabic);
  const auto net = lab::parameters<laboratory::rnn_remedies::Params>(q.net);
  facts.number("factors", laboratory::rnn_remedies::length(net) - 1);
  facts.number("kept", laboratory::rnn_remedies::kept_steps(net));
  facts.number("beta", laboratory::rnn_remedies::measured_momentum);
  facts.number("most_momentum", 1 / (1 - laboratory::rnn_remedies::measured_momentum));
  facts.number("clip_norm", laboratory::rnn_remedies::measured_clip);
  facts.number("open_bias", laboratory::rnn_remedies::keeping_bias);
  return facts;
}

exam::Form remedies_form(const RemediesQuestion& q) {
  exam::ManyOf many;
  for (const Claim& claim : q.remedies)
    many.options.push_back(option(claim, many.options.size(), show(claim, q), Numerals::arabic));
  const char* const label = q.symptom == Trouble::either
                                ? "Does it help against vanishing or exploding gradients?"
                            : q.symptom == Trouble::vanishing
                                ? "The gradient vanishes on its way back in time. Does it help?"
                                : "The gradient explodes on its way back in time. Does it help?";
  return {
      {"remedies", label, std::move(many),
       "What helps changes the factors that are multiplied once for each step back, or how many "
       "of them there are."}};
}

// Whatever a variant asks about, the line-up has the same nets.
exam::Prediction remedies_guess(const RemediesQuestion&) {
  return {
      "Each of these nets is the plain one but for the one change that its name says, and has to "
      "add two numbers that it saw long ago. Which of them do you think gets its loss lowest?",
      {"*"},
      {"ratio*", "loss.*", "solved.*", "held_out.*"},
      exam::Pick{{{"batch norm", "loss.bn"},
                  {"unit rows", "loss.rows"},
                  {"momentum", "loss.momentum"},
                  {"truncated after a fifth of the steps", "loss.truncate"},
                  {"Wₕ starts orthogonal", "loss.orthogonal"},
                  {"a GRU", "loss.gru",
                   "The gates of a GRU carry the state on as a sum, and training learns to keep "
                   "them open, so "
                   "that the gradient has a way back on which it is hardly changed."},
                  {"Wₕ starts as the identity, with ReLU", "loss.identity"}},
                 exam::Pick::smallest}};
}

constexpr exam::Asking<RemediesQuestion> remedies_asking = {
    .lab = &laboratory::rnn_remedies::lab_row,
    .paper = as_in_the_paper,
    .draw = draw_remedies,
    .form = remedies_form,
    .predict = remedies_guess,
    .facts = remedies_facts};

}  // namespace

const exam::Exercise rnn_remedies = exam::exercise<remedies_asking>();

}  // namespace exercises
