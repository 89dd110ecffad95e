#include "exercises/adversary_choices.h"

namespace exercises {
namespace {

constexpr Choice real_choices[] = {
    {"high", "images y from the high-resolution set",
     "D has to know what real high-resolution images look like, so it is shown some; which ones "
     "does not matter, since it only learns what they have in common.",
     "domain=high&compare=low&tab=what D sees&figure=scores"},
    {"low", "images x from the low-resolution set",
     "Then D teaches G what low-resolution images look like, and G(x) had better stay blurred. "
     "Which of the two sets should G(x) be mistaken for?",
     "domain=low&compare=low&tab=what D sees&figure=scores"},
    {"pair", "the high-resolution version of the same x",
     "There is none: the sets hold different scenes, and no x has a partner. Does D need one to "
     "know what sharp images look like?",
     ""},
    {"both", "all images of both sets",
     "Then a blurred image is as real as a sharp one, and D has no reason to send G towards sharp "
     "ones. Which set should G(x) look as if it came from?",
     ""}};

constexpr Choice fake_choices[] = {
    {"made", "G(x) for x from the low-resolution set",
     "G makes its images from low-resolution ones, and D has to tell these from real ones.", ""},
    {"bicubic", "x enlarged by bicubic interpolation",
     "G takes no part in that image, so no gradient of D’s verdict would reach it. What is it that "
     "should become harder to tell from real?",
     ""},
    {"small", "down(G(x)), made small again",
     "At low resolution the detail that G adds is averaged away, and D could judge nothing of it. "
     "At which resolution does the detail show?",
     ""},
    {"input", "x itself",
     "x is an image as it came: D would learn to tell small from large, and G would learn nothing, "
     "since it takes no part in x.",
     ""},
    {"of-high", "G(y) for y from the high-resolution set",
     "G enlarges low-resolution images. Fed with y it makes images of yet another size, for which "
     "there is no real set to compare with.",
     ""}};

constexpr Choice loss_choices[] = {
    {"non-saturating",
     "D makes −mean ln D(y) − mean ln(1 − D(G(x))) small, G makes −mean ln D(G(x)) small",
     "Two terms for D, each over its own set; for G the term that has a gradient even where D sees "
     "through every fake.",
     "loss=non-saturating&tab=training"},
    {"minimax", "min over G, max over D of mean ln D(y) + mean ln(1 − D(G(x)))",
     "One value for both players, which counts as both objectives. In practice G is trained by "
     "−mean ln D(G(x)), since ln(1 − D) is flat where D sees through every fake.",
     "loss=saturating&tab=training", 1},
    {"least-squares",
     "D makes ½ mean (D(y) − 1)² + ½ mean D(G(x))² small, G makes ½ mean (D(G(x)) − 1)² small",
     "Least squares (LSGAN) count in full: scores of 1 for real and 0 for fake, and G wants 1.",
     "loss=lsgan&tab=training", 1},
    {"wasserstein",
     "D makes mean D(G(x)) − mean D(y) small with bounded slopes, G makes −mean D(G(x)) small",
     "The Wasserstein form counts in full, with its constraint, that the critic is Lipschitz: "
     "without a bound on its slopes its scores run away.",
     "loss=wgan&tab=training", 1},
    {"hinge",
     "D makes mean max(0, 1 − D(y)) + mean max(0, 1 + D(G(x))) small, G makes −mean D(G(x)) small",
     "The hinge form counts in full: scores beyond ±1 on the right side cost D nothing.",
     "loss=hinge&tab=training", 1},
    {"only-D", "D makes −mean ln D(y) − mean ln(1 − D(G(x))) small, and that is all",
     "That is half of it: D learns to tell them apart, and nothing says what G does about it.", "",
     0.5},
    {"swapped",
     "D makes −mean ln D(G(x)) − mean ln(1 − D(y)) small, G makes −mean ln D(G(x)) small",
     "D would call G’s images real and the real ones fake, and both players would want the same. "
     "Put in D(y) = 1 and D(G(x)) = 0: what does a good D cost?",
     ""},
    {"pixels", "G makes mean |G(x) − y| small, and D nothing",
     "y has nothing to do with x. That pulls G(x) to some average of all y, whatever x shows.",
     "compare=unrelated&adversary=0&lambda=10&tab=training"}};

constexpr Choice player_choices[] = {
    {"D-up", "D makes it large, G makes it small",
     "V is large where real images get a D near 1 and fakes a D near 0, which is what D wants and "
     "G does not."},
    {"G-up", "G makes it large, D makes it small",
     "Put in D(y) = 1 and D(G(x)) = 0, a discriminator that is always right: V is 0, the largest "
     "that it can be. Who wants that?"},
    {"both-down", "both make it small",
     "Then nobody is against anybody. V is 0 for a discriminator that is always right, and below 0 "
     "for any other: who gains by which?"},
    {"both-up", "both make it large",
     "V is largest for a discriminator that is always right. Does a forger want that?"}};

}  // namespace

exam::OneOf seen_as_real(int turn) { return one_of(real_choices, turn); }
exam::OneOf seen_as_fake(int turn) { return one_of(fake_choices, turn); }
exam::OneOf adversary_losses_chosen(int turn) { return one_of(loss_choices, turn); }
exam::OneOf who_moves(int turn) { return one_of(player_choices, turn); }

}  // namespace exercises
