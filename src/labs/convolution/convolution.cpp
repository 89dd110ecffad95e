// What does a convolutional layer do to a picture?
#include <algorithm>
#include <memory>

#include "lab/memory.h"
#include "labs/all.h"
#include "labs/convolution/figures.h"
#include "labs/convolution/net.h"
#include "labs/convolution/net_figures.h"
#include "labs/convolution/own_picture.h"
#include "labs/convolution/readouts.h"
#include "labs/convolution/study.h"

namespace laboratory::convolution {
namespace {

// What the picture follows from.
struct PictureKey {
  int n = 0;
  Scene scene = Scene::shapes;
  int seed = 0;
  lab::OwnFile own;  // none where another is shown
  bool operator==(const PictureKey&) const = default;
};

// The stops of the kernel's walk over a map: one for each cell, as long as there are no more than
// `most_stops`.
std::int64_t stops_over(const num::Conv& conv) {
  return conv.fits() ? std::min<std::int64_t>(conv.output_size(), most_stops) : 0;
}

// Picture, map, bank and shift, kept while what they follow from stays, so that pointing at another
// cell costs nothing and another kernel costs one map.
class Derived {
 public:
  void renew(const Params& p) {
    renew_picture(p);
    Layer layer = layer_of(p, rgb_);
    const bool same = layer == layer_;
    if (!same) {
      layer_ = std::move(layer);
      map_ = feature_map(layer_, layer_.input);
    }
    if (!layer_.conv.fits()) {
      shift_ = {};
    } else if (!same || shift_.dx != p.shift_x || shift_.dy != p.shift_y) {
      shift_ = moved(layer_, map_, p.shift_x, p.shift_y);
    }
    BankKey bank = bank_key(layer_, p);
    if (bank != bank_key_) {
      bank_key_ = std::move(bank);
      bank_ = bank_of(bank_key_);
    }
  }

  // What the last `renew` made, at the cell that was picked or at a stop of the walk; one that lies
  // beyond the map is brought onto it.
  Study study(const Params& p, std::int64_t stop) const {
    const auto onto = [](int cell, int side) { return std::clamp(cell, 1, std::max(1, side)) - 1; };
    Study s{p,
            layer_,
            map_,
            bank_,
            shift_,
            onto(p.row, layer_.conv.out_rows()),
            onto(p.col, layer_.conv.out_cols())};
    if (stop > 0) {
      const std::int64_t cell = stop * layer_.conv.output_size() / stops_over(layer_.conv) - 1;
      s.row = static_cast<int>(cell / layer_.conv.out_cols());
      s.col = static_cast<int>(cell % layer_.conv.out_cols());
    }
    return s;
  }

 private:
  void renew_picture(const Params& p) {
    const auto* const own = p.image == Scene::own ? p.picture.as<lab::Picture>() : nullptr;
    const PictureKey key{p.n, p.image, p.seed, own ? p.picture : lab::OwnFile{}};
    if (key == picture_key_) return;
    picture_key_ = key;
    rgb_ = own ? square_planes(*own, p.n) : draw(p.image, p.n, static_cast<std::uint64_t>(p.seed));
  }

  PictureKey picture_key_;
  std::vector<float> rgb_;  // three planes of n x n
  Layer layer_;
  std::vector<float> map_;
  Shift shift_;
  BankKey bank_key_;
  Bank bank_;
};

// A run slides the kernel over the map, a stop a step. How many there are follows from the layer's
// sizes: nothing is drawn before a report is asked for.
class Run {
 public:
  explicit Run(const Params& p) { aim(p); }

  std::int64_t total() const { return std::min<std::int64_t>(p_.slide, stops_); }
  void aim(const Params& p) {
    p_ = p;
    stops_ = stops_over(layer_of(p_, {}).conv);
  }
  std::int64_t most() const { return stops_; }
  void step() { ++stop_; }

  std::int64_t snapshot() const { return stop_; }
  void restore(std::int64_t stop) { stop_ = stop; }

  // The small network learns by the seed and the number of its steps alone, so that one that has
  // taken fewer learns on.
  struct Memory {
    std::unique_ptr<SmallNet> net;
    int seed = 0;  // of it
    lab::Drawings drawings;
  };

  lab::Report report(Memory& memory) {
    derived_.renew(p_);
    const Study study = derived_.study(p_, std::min(stop_, total()));
    lab::Report report;
    if (p_.image == Scene::own && !p_.picture.given() && !study.layer.given())
      report.blame("image",
                   "Drop, paste or choose a picture of your own; a link cannot carry one. Until "
                   "then a built-in face stands in its place.");
    report.problems.insert(report.problems.end(), study.layer.problems.begin(),
                           study.layer.problems.end());
    add_readouts(report, study);
    add_figures(report, study);
    add_net(report, trained(memory), study);
    add_consequences(report, study);
    return report;
  }

 private:
  SmallNet& trained(Memory& memory) const {
    if (!memory.net || memory.seed != p_.seed || memory.net->steps() > p_.steps) {
      memory.net = std::make_unique<SmallNet>(p_.seed);
      memory.seed = p_.seed;
    }
    while (memory.net->steps() < p_.steps) memory.net->step();
    return *memory.net;
  }

  Params p_;
  Derived derived_;
  std::int64_t stops_ = 0;  // of the whole walk
  std::int64_t stop_ = 0;
};

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("convolution", "Convolution: a kernel over a picture");

}  // namespace laboratory::convolution
