// 2b-i: the loss by which a generator's outputs come to look like real high-resolution images.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "exercises/adversary_choices.h"
#include "exercises/all.h"
#include "exercises/mistakes.h"
#include "exercises/names.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/super_resolution/by_hand.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace exercises {
namespace {

using laboratory::super_resolution::adversary_losses;
using laboratory::super_resolution::AdversaryLosses;
using laboratory::super_resolution::mean_of;
using SuperParams = laboratory::super_resolution::Params;

// The losses that are worked out on given outputs.
enum class Worked : std::uint8_t { cross_entropy, least_squares, wasserstein };

struct AdversaryQuestion {
  bool paper = true;
  Worked worked = Worked::cross_entropy;
  int turn = 0;  // of the options
  SuperParams given;
};

void follow_adversary(AdversaryQuestion& q, const lab::Fields& fields) {
  q.given = lab::parameters<SuperParams>(fields);
}

const std::vector<double>& of_real(const AdversaryQuestion& q) {
  return q.worked == Worked::cross_entropy ? q.given.D_real : q.given.score_real;
}
const std::vector<double>& of_fake(const AdversaryQuestion& q) {
  return q.worked == Worked::cross_entropy ? q.given.D_fake : q.given.score_fake;
}

template <class Of>
double mean(const std::vector<double>& values, Of of) {
  double sum = 0;
  for (const double v : values) sum += of(v);
  return sum / static_cast<double>(values.size());
}

double discriminator_value(const AdversaryQuestion& q) {
  const AdversaryLosses l = adversary_losses(q.given);
  return q.worked == Worked::cross_entropy   ? l.D_bce
         : q.worked == Worked::least_squares ? l.D_lsgan
                                             : l.D_wgan;
}
double generator_value(const AdversaryQuestion& q) {
  const AdversaryLosses l = adversary_losses(q.given);
  return q.worked == Worked::cross_entropy   ? l.G_nonsaturating
         : q.worked == Worked::least_squares ? l.G_lsgan
                                             : l.G_wgan;
}

// True where every logarithm exists.
bool has_logarithms(const AdversaryQuestion& q) {
  const auto inside = [](double p) { return p > 0 && p < 1; };
  return q.worked != Worked::cross_entropy ||
         (std::all_of(q.given.D_real.begin(), q.given.D_real.end(), inside) &&
          std::all_of(q.given.D_fake.begin(), q.given.D_fake.end(), inside));
}

// A positive factor changes no minimum. Where both sets are as large, sums are a factor as well.
void add_factors(const AdversaryQuestion& q, double value, bool both_sets, exam::Number& number) {
  const char* const note =
      "A positive factor on the whole loss changes no minimum, so this counts.";
  number.also.push_back({value / 2, note});
  number.also.push_back({2 * value, note});
  const std::size_t n = of_fake(q).size();
  if (n > 2 && (!both_sets || of_real(q).size() == n))
    number.also.push_back({static_cast<double>(n) * value, note});
}

exam::Number discriminator_number(const AdversaryQuestion& q) {
  exam::Number number{discriminator_value(q)};
  if (q.worked == Worked::cross_entropy) number.unit = "nats";
  const auto log = [](double x) { return num::log(x); };
  const auto log_rest = [](double x) { return num::log(1 - x); };
  const auto square = [](double s) { return s * s; };
  const auto from_one = [](double s) { return (s - 1) * (s - 1); };
  const std::vector<double>&real = of_real(q), &fake = of_fake(q);
  add_factors(q, number.value, true, number);
  if (q.worked == Worked::cross_entropy) {
    add_mistake(number, -mean(fake, log) - mean(real, log_rest),
                "You have the two sets the wrong way round: D wants 1 for real images and 0 for "
                "fakes, so ln D belongs to y and ln(1 − D) to G(x).");
    add_mistake(number, -number.value,
                "That is the value V, which D makes large. As a loss to be made small it has the "
                "other sign.");
    add_mistake(number, -mean(real, log),
                "That is the term of the real images alone. D also pays for every fake that it "
                "takes for real.");
    add_mistake(number, -mean(fake, log_rest),
                "That is the term of the fakes alone. D also pays for every real image that it "
                "takes for a fake.");
    add_mistake(number, -mean(real, log) - mean(fake, log),
                "For fakes D wants an answer of 0, so the logarithm is of 1 − D(G(x)).");
    add_mistake(number, number.value / num::log(10),
                "You took a logarithm to base 10. The loss has the natural one.");
  } else if (q.worked == Worked::least_squares) {
    add_mistake(number, mean(real, square) / 2 + mean(fake, from_one) / 2,
                "You have the targets the wrong way round: 1 for real images and 0 for fakes.");
    add_mistake(number, mean(real, from_one) / 2,
                "That is the term of the real images alone. Fakes are to score 0.");
    add_mistake(number, mean(fake, square) / 2,
                "That is the term of the fakes alone. Real images are to score 1.");
    add_mistake(number, mean(real, from_one) / 2 + mean(fake, from_one) / 2,
                "You gave fakes the target 1, which is what G wants. D wants 0 for them.");
  } else {
    add_mistake(number, -number.value,
                "That is by how much real images score higher, which the critic makes large. As a "
                "loss to be made small it has the other sign.");
    add_mistake(number, mean_of(fake) + mean_of(real),
                "You added the two means. The critic wants high scores for real images, so theirs "
                "enters with a minus.");
    add_mistake(number, mean_of(fake),
                "That is the term of the fakes alone. The mean score of real images is taken "
                "off it.");
  }
  return number;
}

exam::Number generator_number(const AdversaryQuestion& q) {
  exam::Number number{generator_value(q)};
  if (q.worked == Worked::cross_entropy) number.unit = "nats";
  const std::vector<double>&real = of_real(q), &fake = of_fake(q);
  const auto log = [](double x) { return num::log(x); };
  const auto log_rest = [](double x) { return num::log(1 - x); };
  add_factors(q, number.value, false, number);
  if (q.worked == Worked::cross_entropy) {
    add_mistake(number, mean(fake, log_rest),
                "That is the saturating form, mean ln(1 − D(G(x))), which G makes small in the "
                "min–max game. The question asks for −mean ln D(G(x)).");
    add_mistake(number, -number.value,
                "The sign is reversed: G wants D(G(x)) near 1, where −ln D is smallest.");
    add_mistake(number, -mean(fake, log_rest),
                "That is D’s own term of the fakes. G wants the opposite: D(G(x)) near 1.");
    add_mistake(number, -mean(real, log),
                "You used what D says of real images. G can change nothing about these.");
  } else if (q.worked == Worked::least_squares) {
    add_mistake(number, mean(fake, [](double s) { return s * s; }) / 2,
                "That is D’s term of the fakes, with target 0. G wants its images to score 1.");
    add_mistake(number, mean(real, [](double s) { return (s - 1) * (s - 1); }) / 2,
                "You used the scores of real images. G can change nothing about these.");
  } else {
    add_mistake(number, -number.value,
                "The sign is reversed: G wants high scores for its images, so it makes minus their "
                "mean small.");
    add_mistake(number, -mean_of(real),
                "You used the scores of real images. G can change nothing about these.");
  }
  return number;
}

// D's verdicts on two real images and on two fakes, as formulas may name them.
std::vector<num::Symbol> verdicts_named() {
  std::vector<num::Symbol> all;
  for (const char* const name : {"R1", "R2", "F1", "F2"})
    all.push_back(drawn(name, 1, 1, 0.1, 0.9));
  return all;
}

exam::AnswerField discriminator_written() {
  exam::Expression e;
  e.value = "-(log(R1) + log(R2))/2 - (log(1-F1) + log(1-F2))/2";
  e.symbols = verdicts_named();
  const char* const factor = "A positive factor changes no minimum, so this counts.";
  const char* const squares = "Least squares, which count: real images are to score 1, fakes 0.";
  e.alternatives = {
      {"-(log(R1) + log(R2)) - (log(1-F1) + log(1-F2))", factor},
      {"-(log(R1) + log(R2))/4 - (log(1-F1) + log(1-F2))/4", factor},
      {"((R1-1)^2 + (R2-1)^2)/4 + (F1^2 + F2^2)/4", squares},
      {"((R1-1)^2 + (R2-1)^2)/2 + (F1^2 + F2^2)/2", squares},
      {"(R1-1)^2 + (R2-1)^2 + F1^2 + F2^2", squares},
      {"(F1 + F2)/2 - (R1 + R2)/2",
       "The Wasserstein form, which counts as long as the critic’s slopes are bounded; without "
       "that its scores run away."},
      {"F1 + F2 - R1 - R2",
       "The Wasserstein form, up to a factor: it counts as long as the critic’s slopes are "
       "bounded."},
      {"(1-R1 + 1-R2)/2 + (1+F1 + 1+F2)/2",
       "The hinge form, as it is for scores between −1 and 1. Real images above 1 and fakes below "
       "−1 cost nothing."}};
  e.mistakes = {
      {"(log(R1) + log(R2))/2 + (log(1-F1) + log(1-F2))/2",
       "That is the value V, which D makes large. As a loss to be made small it has the other "
       "sign.",
       0.5},
      {"log(R1) + log(R2) + log(1-F1) + log(1-F2)",
       "That is twice the value V, which D makes large. As a loss it has the other sign.", 0.5},
      {"-(log(F1) + log(F2))/2 - (log(1-R1) + log(1-R2))/2",
       "You have the two sets the wrong way round: D wants 1 for real images and 0 for fakes."},
      {"-(log(R1) + log(R2))/2",
       "That is the term of the real images alone. D also pays for every fake that it takes for "
       "real.",
       0.25},
      {"-(log(1-F1) + log(1-F2))/2",
       "That is the term of the fakes alone. D also pays for every real image that it takes for a "
       "fake.",
       0.25},
      {"-(log(R1) + log(R2))/2 - (log(F1) + log(F2))/2",
       "For fakes D wants an answer of 0, so the logarithm is of 1 − F."},
      {"-(log(F1) + log(F2))/2", "That is what G makes small. D’s loss has two terms."}};
  return {"D_formula",
          "D’s loss for two images of each, to be made small: R1 and R2 are what D says of real "
          "ones, F1 and F2 of fakes",
          std::move(e), "−ln D of what is real, and −ln(1 − D) of what is fake, each a mean.",
          true};
}

exam::AnswerField generator_written() {
  exam::Expression e;
  e.value = "-(log(F1) + log(F2))/2";
  e.symbols = verdicts_named();
  const char* const factor = "A positive factor changes no minimum, so this counts.";
  e.alternatives = {
      {"-log(F1) - log(F2)", factor},
      {"(log(1-F1) + log(1-F2))/2",
       "The saturating form of the min–max game, which counts. It is flat where D sees through "
       "every fake."},
      {"log(1-F1) + log(1-F2)",
       "The saturating form, up to a factor, which counts. It is flat where D sees through every "
       "fake."},
      {"((F1-1)^2 + (F2-1)^2)/4", "Least squares, which count: G wants its images to score 1."},
      {"((F1-1)^2 + (F2-1)^2)/2", "Least squares, up to a factor: they count."},
      {"(F1-1)^2 + (F2-1)^2", "Least squares as a sum: they count."},
      {"-(F1 + F2)/2", "That of the Wasserstein and the hinge form, which counts."},
      {"-F1 - F2", "That of the Wasserstein and the hinge form, up to a factor: it counts."}};
  e.mistakes = {
      {"(log(F1) + log(F2))/2",
       "The sign is reversed: made small, that drives D(G(x)) to 0, and G wants it near 1."},
      {"-(log(1-F1) + log(1-F2))/2", "That is D’s own term of the fakes. G wants the opposite."},
      {"-(log(R1) + log(R2))/2",
       "Those are D’s verdicts on real images, about which G can change nothing."},
      {"-(log(R1) + log(R2))/2 - (log(1-F1) + log(1-F2))/2",
       "That is D’s loss. G makes the fakes, and wants D to be wrong about them."},
      {"(F1^2 + F2^2)/4", "That is D’s term of the fakes, with target 0. G wants 1."},
      {"(F1 + F2)/2", "The sign is reversed: G wants high scores for its images."}};
  return {"G_formula", "G’s loss for two images, to be made small", std::move(e),
          "−ln D of the fakes: small where D takes them for real.", true};
}

constexpr const char* worked_labels[][2] = {
    {"D’s loss −mean ln D(y) − mean ln(1 − D(G(x)))", "G’s non-saturating loss −mean ln D(G(x))"},
    {"D’s loss by least squares, ½ mean (s(y) − 1)² + ½ mean s(G(x))²",
     "G’s loss by least squares, ½ mean (s(G(x)) − 1)²"},
    {"the critic’s loss mean s(G(x)) − mean s(y)", "G’s loss −mean s(G(x))"}};

std::string listed(const std::vector<double>& values) {
  std::string all;
  for (const double v : values) all += (all.empty() ? "" : ", ") + laboratory::brief(v);
  return all;
}

exam::Form adversary_form(const AdversaryQuestion& q) {
  exam::Form form = {
      {"real", "What does D see as real?", seen_as_real(q.turn),
       "D learns what high-resolution images have in common."},
      {"fake", "What does D see as fake?", seen_as_fake(q.turn + 2),
       "G’s images, made from low-resolution ones."},
      {"losses", "Which losses do D and G have?", adversary_losses_chosen(q.turn),
       "D tells real from fake, and G wants D to be wrong about its images."},
      {"players", "V = mean ln D(y) + mean ln(1 − D(G(x))). Who moves it where?",
       who_moves(q.turn + 1), "D is right where V is large; G wants D to be wrong."}};
  if (has_logarithms(q)) {
    const auto& labels = worked_labels[static_cast<std::size_t>(q.worked)];
    const bool scores = q.worked != Worked::cross_entropy;
    const std::string outputs =
        std::string(scores ? ", for scores s(y) = " : ", for D(y) = ") + listed(of_real(q)) +
        (scores ? " and s(G(x)) = " : " and D(G(x)) = ") + listed(of_fake(q));
    form.push_back({"D_loss", labels[0] + outputs, discriminator_number(q),
                    "Each set has a mean of its own.", q.paper});
    form.push_back({"G_loss", std::string(labels[1]) + ", for the same outputs",
                    generator_number(q), "Only the fakes take part.", q.paper});
  }
  form.push_back(discriminator_written());
  form.push_back(generator_written());
  return form;
}

exam::Facts adversary_facts(const AdversaryQuestion& q) {
  constexpr const char* forms[] = {"bce", "lsgan", "wgan"};
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.flag("numbers", has_logarithms(q));
  facts.word("worked", forms[static_cast<std::size_t>(q.worked)], {forms[0], forms[1], forms[2]});
  facts.text("given.real", listed(of_real(q)));
  facts.text("given.fake", listed(of_fake(q)));
  facts.number("worked.D", has_logarithms(q) ? discriminator_value(q) : 0);
  facts.number("worked.G", has_logarithms(q) ? generator_value(q) : 0);
  return facts;
}

template <class Draw>
void set_list(num::Rng& rng, lab::Fields& fields, const char* key, Draw draw) {
  lab::Matrix list{1, 2 + rng.below(3), {}};
  for (int i = 0; i < list.cols; ++i) list.values.push_back(draw());
  fields.set(key, lab::text(list));
}

std::optional<AdversaryQuestion> draw_adversary(num::Rng& rng, lab::Fields& fields) {
  AdversaryQuestion q{.paper = false};
  q.worked = static_cast<Worked>(rng.below(3));
  q.turn = rng.below(8);
  set_list(rng, fields, "D_real", [&] { return (10 + rng.below(10)) / 20.0; });
  set_list(rng, fields, "D_fake", [&] { return (1 + rng.below(9)) / 20.0; });
  set_list(rng, fields, "score_real", [&] { return (rng.below(26) - 5) / 10.0; });
  set_list(rng, fields, "score_fake", [&] { return (rng.below(26) - 15) / 10.0; });
  follow_adversary(q, fields);
  // Numbers near 0 leave no room for a relative tolerance.
  if (std::max(generator_value(q), -generator_value(q)) < 0.05 ||
      std::max(discriminator_value(q), -discriminator_value(q)) < 0.05)
    return std::nullopt;
  return q;
}

exam::Prediction adversary_guess(const AdversaryQuestion& q) {
  return {
      "D says " + listed(q.given.D_fake) +
          " of G’s images. As a loss of G, which of the two do you think pulls harder here, per "
          "unit of D’s logit?",
      {"slopes", "losses.numbers"},
      {"D.*", "G.*", "pull.*"},
      exam::Pick{
          {{"ln(1 − D), of the min–max game", "pull.saturating",
            "ln(1 − D) pulls with the mean of D(G(x)), {{pull.saturating}}; −ln D with the mean of "
            "1 − "
            "D(G(x)), {{pull.nonsaturating}}: where D is fooled, the first is the stronger."},
           {"−ln D, which is called non-saturating", "pull.nonsaturating",
            "−ln D pulls with the mean of 1 − D(G(x)), {{pull.nonsaturating}}; ln(1 − D) with "
            "the mean of D(G(x)), {{pull.saturating}}, next to nothing where D sees through "
            "every fake."}},
          exam::Pick::largest}};
}

constexpr exam::Asking<AdversaryQuestion> adversary_asking = {
    .lab = &laboratory::super_resolution::lab_row,
    .draw = draw_adversary,
    .follow = follow_adversary,
    .form = adversary_form,
    .predict = adversary_guess,
    .facts = adversary_facts};

}  // namespace

const exam::Exercise adversarial_loss = exam::exercise<adversary_asking>();

}  // namespace exercises
