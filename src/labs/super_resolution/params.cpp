#include "labs/super_resolution/params.h"

namespace laboratory::super_resolution {

void Params::declare(lab::Fields& f) {
  const std::vector<std::string> nets = {tabs::training, tabs::scores, tabs::maps, tabs::split,
                                         tabs::failures};
  f.log_real("lambda", game.lambda, {0, 1000}, "λ, weight of consistency");
  f.log_real("adversary", game.adversary, {0, 10}, "weight of the adversary");
  f.choice("loss", game.loss, {"lsgan", "non-saturating", "saturating", "wgan", "hinge"},
           "adversarial loss");
  f.flag("project", game.project, "project onto what x says");
  f.whole("which", which, {1, 64}, "which new input").looks_only();
  f.whole("step", step, {0, 2000}, "training step").horizon();
  f.flag("failures", failures, "train the four failures beside it").beside(nets);
  f.choice("domain", game.domain, {"high", "low"}, "what D sees as real")
      .say({"high-resolution images", "enlarged low-res images"})
      .beside({tabs::scores, tabs::failures});
  f.choice("compare", game.compare, {"low", "enlarged", "unrelated", "learned"},
           "consistency compares")
      .say({"down(G(x)) with x", "G(x) with enlarged x", "G(x) with some y",
            "F(G(x)) with x, F learned"})
      .beside({tabs::split, tabs::failures});
  f.choice("norm", game.norm, {"l1", "l2"}, "consistency by").extra();
  f.choice("down", game.down, {"average", "bicubic", "gaussian"}, "made smaller by").extra();
  f.choice("upsample", game.upsample, {"nearest", "shuffle"}, "made larger by")
      .say({"repeating places", "pixel shuffle"})
      .extra();
  f.choice("data", game.data, {"glyphs", "shapes"}, "images").extra();
  f.whole("factor", game.factor, {2, 4}, "factor").extra();
  f.log_real("rate", game.rate, {1e-6, 0.1}, "largest learning rate").extra();
  f.whole("batch", game.batch, {1, 64}, "images in a batch").extra();
  f.whole("seed", game.seed, {0, 999999}, "seed").extra();
  f.choice("show", show, {"new", "own"}, "what is enlarged")
      .say({"a new image", "an image of your own"})
      .looks_only()
      .extra();
  f.asset("image", image, lab::Media::picture, "an image of your own", "show", "own")
      .looks_only()
      .extra();
  f.choice("g_layer", g_layer, {"first", "second", "third"}, "maps of the generator")
      .say({"its first layer", "its first residual block", "its second residual block"})
      .looks_only()
      .beside({tabs::maps});
  f.choice("d_layer", d_layer, {"first", "second"}, "maps of the discriminator")
      .say({"its first layer", "its second layer"})
      .looks_only()
      .beside({tabs::maps});
  const lab::Bounds<int> few = {1, 16};
  f.reals("D_real", D_real, few, {0, 1}, "D(y), probabilities").looks_only().beside({tabs::losses});
  f.reals("D_fake", D_fake, few, {0, 1}, "D(G(x)), probabilities")
      .looks_only()
      .beside({tabs::losses});
  f.reals("score_real", score_real, few, {-100, 100}, "scores of y")
      .looks_only()
      .beside({tabs::losses});
  f.reals("score_fake", score_fake, few, {-100, 100}, "scores of G(x)")
      .looks_only()
      .beside({tabs::losses});
  f.table("G", G, {12, 12}, {-1e6, 1e6}, "G(x), by hand").looks_only().beside({tabs::by_hand});
  f.table("x", x, {12, 12}, {-1e6, 1e6}, "x, by hand").looks_only().beside({tabs::by_hand});
}

}  // namespace laboratory::super_resolution
