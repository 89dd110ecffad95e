#include "labs/super_resolution/nets.h"

#include <string>

#include "nn/layers.h"
#include "nn/losses.h"

namespace laboratory::super_resolution {
namespace {

constexpr float leak = 0.2f;

}  // namespace

Wires generator(const GameParams& p, nn::Var x, const Ways& way) {
  const nn::ConvOptions same{.pad = 1};
  Wires w;
  nn::Var h = nn::relu(nn::conv(x, base_channels, 3, "G first", same));
  w.maps[0] = h;
  for (int block = 1; block <= 2; ++block) {
    const std::string name = "G block " + std::to_string(block);
    const nn::Var inner = nn::relu(nn::conv(h, base_channels, 3, name + " a", same));
    h = nn::add(h, nn::conv(inner, base_channels, 3, name + " b", same));
    w.maps[block] = h;
  }
  // What the last layer adds is little at the start, so that training sets out from bicubic.
  const nn::ConvOptions last{.pad = 1, .initial = nn::he(0.01f)};
  const nn::Var added =
      p.upsample == Upsample::nearest
          ? nn::conv(nn::upsample(h, p.factor), 1, 3, "G last", last)
          : nn::pixel_shuffle(nn::conv(h, p.factor * p.factor, 3, "G last", last), p.factor);
  w.enlarged = nn::resample(x, way.enlarge);
  w.output = nn::add(w.enlarged, added);
  if (p.project)
    w.output = nn::add(w.output,
                       nn::resample(nn::subtract(x, nn::resample(w.output, way.down)), way.back));
  return w;
}

nn::Var discriminator(nn::Var picture, nn::Var* maps) {
  const nn::ConvOptions halving{.stride = 2, .pad = 1};
  const nn::Var a = nn::leaky_relu(nn::conv(picture, base_channels, 4, "D first", halving), leak);
  const nn::Var b = nn::leaky_relu(nn::conv(a, 2 * base_channels, 4, "D second", halving), leak);
  if (maps) maps[0] = a, maps[1] = b;
  return nn::conv(b, 1, 3, "D score", {.pad = 1});
}

nn::Var learned_down(const GameParams& p, nn::Var picture) {
  const nn::Var blocks =
      nn::relu(nn::conv(picture, base_channels, p.factor, "G F blocks", {.stride = p.factor}));
  return nn::conv(blocks, 1, 3, "G F last", {.pad = 1});
}

nn::Var consistency(const GameParams& p, const Ways& way, const Wires& w, nn::Var x, nn::Var real) {
  nn::Var a = w.output, b = x;
  if (p.compare == Compare::low) a = nn::resample(w.output, way.down);
  if (p.compare == Compare::learned) a = learned_down(p, w.output);
  if (p.compare == Compare::enlarged) b = w.enlarged;
  if (p.compare == Compare::unrelated) b = real;
  const nn::Var off = nn::subtract(a, b);
  return nn::mean(p.norm == Norm::l1 ? nn::absolute(off) : nn::square(off));
}

}  // namespace laboratory::super_resolution
