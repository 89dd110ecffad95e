// What a person can choose in the laboratory of convolution.
#pragma once

#include "lab/fields.h"
#include "labs/convolution/filters.h"
#include "labs/convolution/scenes.h"
#include "labs/convolution/tabs.h"
#include "num/conv.h"

namespace laboratory::convolution {

// What the padding holds; `none` leaves it out, whatever its width.
enum class PadMode : std::uint8_t {
  zero = static_cast<int>(num::Edge::zero),
  reflect = static_cast<int>(num::Edge::reflect),
  replicate = static_cast<int>(num::Edge::replicate),
  none = num::edge_count,
};

// A layer of the small network that is trained beside the kernel.
enum class NetLayer : std::uint8_t { first, second };

// What the small network is shown, where nothing has been drawn for it: a digit that is new to it,
// or the picture that the kernel slides over.
enum class Feed : std::uint8_t { digit, picture };

constexpr int largest_side = 1024, largest_kernel = 31, largest_padding = 64;
constexpr int table_cols = 64, table_planes = 3;
constexpr int most_stops =
    4096;  // of the kernel's walk over the map; of a larger map it skips cells
constexpr int drawing_side = 16;  // of what the small network looks at

struct Params {
  int n = 64, channels = 1, kernel = 3, padding = 0;
  PadMode pad_mode = PadMode::zero;
  int stride = 1, dilation = 1;
  Scene image = Scene::shapes;
  Filter filter = Filter::sobel_x;
  int seed = 1, filters = 1;
  int row = 46, col = 36;  // where the kernel meets the left rim of the ring
  int slide = 0;
  int shift_x = 6, shift_y = 4;
  lab::Matrix X, K;
  int steps = 120, glyph = 3;
  NetLayer net_layer = NetLayer::first;
  int map = 1, net_row = 0, net_col = 0, ablate = 0;
  lab::Matrix net_kernel, drawing;
  lab::OwnFile picture;
  Feed feed = Feed::digit;

  // The steps that are played are those of the kernel over the map; all else only looks.
  void declare(lab::Fields& f) {
    constexpr int entries = table_planes * table_cols, kernel_rows = table_planes * largest_kernel;
    constexpr lab::Bounds<double> reals = {-1e6, 1e6};
    f.whole("n", n, {1, largest_side}, "input side n [px]")
        .looks_only()
        .extra()
        .on_set_clear({"X"});
    f.whole("channels", channels, {1, 4096}, "input channels").looks_only().extra();
    f.whole("kernel", kernel, {1, largest_kernel}, "kernel side k [px]")
        .looks_only()
        .on_set_clear({"K"});
    f.whole("padding", padding, {0, largest_padding}, "padding p [px]").looks_only();
    f.choice("pad_mode", pad_mode, {"zero", "reflect", "replicate", "none"}, "padding with")
        .looks_only();
    f.whole("stride", stride, {1, 64}, "stride s [px]").looks_only();
    f.whole("dilation", dilation, {1, 32}, "dilation d [px]").looks_only().extra();
    f.choice("image", image, scene_names(), "picture")
        .looks_only()
        .on_set_clear({"X", "drawing"})
        .on_set_bring({"feed=picture"});
    f.choice("filter", filter, filter_names(), "filter").looks_only().on_set_clear({"K"});
    f.whole("seed", seed, {0, 999999}, "seed").extra();
    f.whole("filters", filters, {1, 4096}, "filters of the layer").looks_only().extra();
    f.whole("row", row, {1, largest_side + 2 * largest_padding}, "row of the output cell")
        .looks_only()
        .picked()
        .on_set_clear({"slide"});
    f.whole("col", col, {1, largest_side + 2 * largest_padding}, "column of the output cell")
        .looks_only()
        .picked()
        .on_set_clear({"slide"});
    f.whole("slide", slide, {0, most_stops}, "stop (0: by hand)").horizon();
    f.whole("shift_x", shift_x, {-largest_side, largest_side}, "move right by [px]")
        .looks_only()
        .extra();
    f.whole("shift_y", shift_y, {-largest_side, largest_side}, "move down by [px]")
        .looks_only()
        .extra();
    f.optional_table("X", X, {entries, table_cols}, reals, "input, channels stacked")
        .looks_only()
        .extra();
    f.optional_table("K", K, {kernel_rows, largest_kernel}, reals, "kernel").looks_only().extra();
    f.whole("steps", steps, {0, 2000}, "training steps")
        .looks_only()
        .played()
        .beside({tabs::network, tabs::learned, tabs::worth});
    f.whole("glyph", glyph, {1, 200}, "which new digit")
        .looks_only()
        .beside({tabs::network})
        .on_set_clear({"drawing", "feed"});
    f.optional_table("drawing", drawing, {drawing_side, drawing_side}, {0, 1},
                     "a digit that you have drawn for it")
        .looks_only()
        .extra();
    f.choice("net_layer", net_layer, {"first", "second"}, "layer of the network")
        .looks_only()
        .beside({tabs::network, tabs::learned, tabs::worth})
        .on_set_clear({"net_row", "net_col", "net_kernel", "ablate"});
    f.whole("map", map, {1, 16}, "its map and filter")
        .looks_only()
        .picked()
        .on_set_clear({"net_row", "net_col", "net_kernel"});
    f.whole("net_row", net_row, {0, 16}, "row of the map's cell, 0 for the strongest")
        .looks_only()
        .picked();
    f.whole("net_col", net_col, {0, 16}, "column of the map's cell, 0 for the strongest")
        .looks_only()
        .picked();
    f.whole("ablate", ablate, {0, 16}, "filter switched off, 0 for none")
        .looks_only()
        .beside({tabs::network, tabs::worth});
    f.optional_table("net_kernel", net_kernel, {5, 5}, {-100, 100},
                     "edited filter of the first layer")
        .looks_only()
        .extra();
    f.asset("picture", picture, lab::Media::picture, "a picture of your own", "image", "own")
        .looks_only()
        .extra();
    f.choice("feed", feed, {"digit", "picture"}, "what it is shown")
        .looks_only()
        .beside({tabs::network, tabs::learned})
        .on_set_clear({"drawing"});
  }
  bool operator==(const Params&) const = default;
};

}  // namespace laboratory::convolution
