// What does a convolutional layer do to a picture?
#include <algorithm>
#include <memory>

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

  // What the last `renew` made; a cell that lies beyond the map is brought onto it.
  Study study(const Params& p) const {
    const auto onto = [](int cell, int side) { return std::clamp(cell, 1, std::max(1, side)) - 1; };
    return {p,
            layer_,
            map_,
            bank_,
            shift_,
            onto(p.row, layer_.conv.out_rows()),
            onto(p.col, layer_.conv.out_cols())};
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

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}

  std::int64_t total() const { return p_.steps; }
  void aim(const Params& p) { p_ = p; }
  void step() { net().step(); }

  nn::Snapshot snapshot() { return nn::snapshot_of(net()); }
  void restore(const nn::Snapshot& moment) { nn::restore(net(), moment); }

  lab::Report report() {
    derived_.renew(p_);
    const Study study = derived_.study(p_);
    lab::Report report;
    if (p_.image == Scene::own && !p_.picture.given() && !study.layer.given())
      report.blame("image",
                   "Drop, paste or choose a picture of your own; a link cannot carry one. Until "
                   "then a built-in face stands in its place.");
    report.problems.insert(report.problems.end(), study.layer.problems.begin(),
                           study.layer.problems.end());
    add_readouts(report, study);
    add_figures(report, study);
    add_net(report, net(), p_, net().steps() == total());
    return report;
  }

 private:
  SmallNet& net() {
    if (!net_) net_ = std::make_unique<SmallNet>(p_.seed);
    return *net_;
  }

  Params p_;
  std::unique_ptr<SmallNet> net_;  // made for the first step or report
  Derived derived_;
};

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("convolution", "Convolution: a kernel over a picture");

}  // namespace laboratory::convolution
