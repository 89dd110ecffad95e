// What a person can choose in the laboratory of super-resolution.
#pragma once

#include <cstdint>
#include <vector>

#include "lab/fields.h"
#include "labs/super_resolution/tabs.h"

namespace laboratory::super_resolution {

enum class Data : std::uint8_t { glyphs, shapes };

// The adversary's loss: of discriminator and generator.
enum class Loss : std::uint8_t { lsgan, non_saturating, saturating, wgan, hinge };

enum class Norm : std::uint8_t { l1, l2 };

// What makes pictures smaller, in the data and in the loss.
enum class Down : std::uint8_t { average, bicubic, gaussian };

enum class Upsample : std::uint8_t { nearest, shuffle };

// What the discriminator is shown as real: high-resolution images, or enlarged low-resolution ones.
enum class Domain : std::uint8_t { high, low };

// What the consistency loss compares: down(G(x)) with x, G(x) with enlarged x, G(x) with a
// high-resolution image that has nothing to do with x, or F(G(x)) with x for a network F that is
// trained along with G.
enum class Compare : std::uint8_t { low, enlarged, unrelated, learned };

// What follows from these is trained anew when they change.
struct GameParams {
  Data data = Data::glyphs;
  int factor = 2;
  Loss loss = Loss::lsgan;
  double lambda = 10, adversary = 0.1;
  Norm norm = Norm::l1;
  Down down = Down::average;
  Upsample upsample = Upsample::nearest;
  Domain domain = Domain::high;
  Compare compare = Compare::low;
  bool project = false;
  double rate = 5e-4;
  int batch = 16, seed = 1;
  bool operator==(const GameParams&) const = default;
};

// Whose maps are shown: after the first layer and after each residual block of the generator, or
// after the first and the second layer of the discriminator.
enum class GeneratorLayer : std::uint8_t { first, second, third };
enum class DiscriminatorLayer : std::uint8_t { first, second };

enum class Show : std::uint8_t { fresh, own };

struct Params {
  GameParams game;
  bool failures = false;
  int step = 100, which = 4;
  Show show = Show::fresh;
  lab::OwnFile image;
  GeneratorLayer g_layer = GeneratorLayer::third;
  DiscriminatorLayer d_layer = DiscriminatorLayer::first;
  std::vector<double> D_real = {0.9, 0.8, 0.6}, D_fake = {0.3, 0.1, 0.2};
  std::vector<double> score_real = {1.2, 0.4, 0.9}, score_fake = {-0.3, 0.5, 0.1};
  lab::Matrix G = {4, 4, {2, 4, 1, 3, 6, 8, 5, 7, 0, 2, 9, 5, 2, 4, 3, 3}};
  lab::Matrix x = {2, 2, {3, 4, 1, 6}};

  void declare(lab::Fields& f);
};

}  // namespace laboratory::super_resolution
