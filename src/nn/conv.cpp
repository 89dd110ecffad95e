// No patch is ever copied: with the channels last, a row of a window is one stretch of memory, and
// the windows of neighbouring outputs begin a fixed step apart. So the tiles of matrix products run
// over the maps themselves, over a copy with a margin of zeros where the layer pads.
#include "nn/conv.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "nn/tile.h"

namespace nn {
namespace {

constexpr int cached = 16384;     // floats of maps that the filter gradient takes at once
constexpr int scattered = 16384;  // floats of patches that the strided input gradient makes at once

// Windows over maps, with the margin that surrounds them.
struct Windows {
  int height, width, channels;  // of the maps without the margin
  int margin;                   // on every side, in pixels; negative to leave pixels out
  int kernel, stride, dilation, out_height, out_width;

  int row() const { return (width + 2 * margin) * channels; }
  int image() const { return (height + 2 * margin) * row(); }
  // A row of a window is `parts` stretches of `length` floats, `part` apart.
  int parts() const { return dilation == 1 ? 1 : kernel; }
  int length() const { return dilation == 1 ? kernel * channels : channels; }
  int part() const { return dilation * channels; }
};

Windows windows(const ConvShape& s) {
  return {s.height, s.width,    s.in,           s.pad,        s.kernel,
          s.stride, s.dilation, s.out_height(), s.out_width()};
}

// The windows of the input gradient of a layer with stride 1, which lie over dz.
Windows back_windows(const ConvShape& s) {
  return {s.out_height(), s.out_width(), s.out,  s.span() - 1 - s.pad, s.kernel, 1,
          s.dilation,     s.height,      s.width};
}

Step outputs(const ConvShape& s) { return Step{s.out_height()} * s.out_width() * s.out; }

// The maps of one image with their margin: copied to `room` unless they have none. The first image
// that comes to a room makes its margin, in which those after it leave the zeros.
const float* with_margin(const Windows& w, const float* maps, bool first, float* room) {
  if (w.margin == 0) return maps;
  const int skip = std::max(-w.margin, 0), shift = std::max(w.margin, 0);
  const int row = w.row(), used = (w.width - 2 * skip) * w.channels;
  if (first && shift > 0) std::fill(room, room + w.image(), 0.0f);
  for (int y = 0; y < w.height - 2 * skip; ++y)
    std::memcpy(room + (y + shift) * row + shift * w.channels,
                maps + ((y + skip) * w.width + skip) * w.channels,
                static_cast<std::size_t>(used) * sizeof(float));
  return room;
}

// to(:, pixel) = or += start + panels times the window of each pixel, for one image. `panels` holds
// rows x (kernel * kernel * channels) as panels one after the other, `start` what they start from.
void multiply_windows(const Windows& w, const float* image, const float* panels, int rows,
                      const float* start, bool add, float* to, const TileSet& tiles) {
  const int patch = w.kernel * w.kernel * w.channels;
  // With undivided rows all of a window is one tile; otherwise a tile takes one of its rows.
  const int stages = w.parts() == 1 ? 1 : w.kernel;
  Tile t{.k = w.length(), .runs = w.kernel, .b_step = w.stride * w.channels, .ldc = rows};
  t.b_run = stages == 1 ? w.row() : w.part();
  const int wide = tiles.wide;
  for (int y = 0; y < w.out_height; ++y)
    for (int r = 0; r < rows; r += tall) {
      const int height = tile_height(rows - r);
      t.rows = std::min(height, rows - r);
      t.a_step = height;
      const TileFunction* by_pixels = tiles.of(false, true, height);
      for (int i = 0; i < stages; ++i) {
        t.a = panels + r * patch + i * w.kernel * w.channels * height;
        t.start = i == 0 && start != nullptr ? start + r : nullptr;
        t.add = add || i > 0;
        t.b = image + (y * w.stride + i * w.dilation) * w.row();
        t.c = to + Step{y} * w.out_width * rows + r;
        for (int x = 0; x < w.out_width; x += wide) {
          by_pixels[std::min(wide, w.out_width - x) - 1](t);
          t.b += wide * t.b_step;
          t.c += wide * rows;
        }
      }
    }
}

// The filters as panels that take dz to dx: turned by half a circle, with in and out exchanged.
void pack_turned(const ConvShape& s, const float* filter, float* panels) {
  const int taps = s.kernel * s.kernel;
  for (int c = 0; c < s.in; c += tall) {
    const int height = tile_height(s.in - c);
    for (int tap = taps - 1; tap >= 0; --tap, panels += height * s.out)
      pack_panel(filter + s.out * (c + s.in * tap), s.out, 1, std::min(height, s.in - c), height,
                 s.out, panels);
  }
}

int rows_at_once(const ConvShape& s, int floats) {
  return std::clamp(floats / (s.out_width() * s.patch()), 1, s.out_height());
}

// dx += the patches F^T dz, laid back to where the windows took them from.
void scatter_patches(const ConvShape& s, const float* dz, const float* filter, float* dx,
                     float* scratch, const TileSet& tiles) {
  const int patch = s.patch(), rows = rows_at_once(s, scattered);
  float* const room = scratch + Step{patch} * rows * s.out_width();
  for (int y0 = 0; y0 < s.out_height(); y0 += rows) {
    const int end = std::min(y0 + rows, s.out_height()), pixels = (end - y0) * s.out_width();
    gemm(true, false, patch, pixels, s.out, filter, s.out, dz + Step{y0} * s.out_width() * s.out,
         s.out, Into::overwrite, scratch, patch, room, tiles);
    const float* from = scratch;
    for (int y = y0; y < end; ++y)
      for (int x = 0; x < s.out_width(); ++x)
        for (int i = 0; i < s.kernel; ++i)
          for (int j = 0; j < s.kernel; ++j, from += s.in) {
            const int to_y = y * s.stride - s.pad + i * s.dilation;
            const int to_x = x * s.stride - s.pad + j * s.dilation;
            if (to_y < 0 || to_y >= s.height || to_x < 0 || to_x >= s.width) continue;
            float* to = dx + (to_y * s.width + to_x) * s.in;
            for (int c = 0; c < s.in; ++c) to[c] += from[c];
          }
  }
}

// Output rows whose dz and windows the filter gradient takes at once.
int gradient_rows(const ConvShape& s) {
  const int each = s.out_width() * s.out + s.stride * windows(s).row();
  const int fixed = s.span() * windows(s).row();
  return std::clamp((cached - fixed) / each, 1, s.out_height());
}

}  // namespace

std::size_t conv_scratch(const ConvShape& s) {
  const int images = std::max(s.pad > 0 ? windows(s).image() : 0,
                              s.stride == 1 ? std::max(back_windows(s).image(), 0) : 0);
  const int forward = padded(s.out, tall) * (s.patch() + 1);
  const int back = padded(s.in, tall) * s.kernel * s.kernel * s.out;
  const int tail = tall * gradient_rows(s) * s.out_width();
  std::size_t most = static_cast<std::size_t>(std::max({forward, back, tail}));
  if (s.stride > 1) {
    const int pixels = rows_at_once(s, scattered) * s.out_width();
    most = std::max(most, static_cast<std::size_t>(pixels * s.patch()) +
                              gemm_scratch(s.patch(), pixels, s.out));
  }
  return static_cast<std::size_t>(images) + most;
}

void conv_forward(const ConvShape& s, const float* x, const float* filter, const float* bias,
                  float* z, float* scratch, const TileSet& tiles) {
  const Windows w = windows(s);
  float* const panels = scratch + (s.pad > 0 ? w.image() : 0);
  for (int o = 0; o < s.out; o += tall) {
    const int height = tile_height(s.out - o);
    pack_panel(filter + o, 1, s.out, std::min(height, s.out - o), height, s.patch(),
               panels + o * s.patch());
  }
  float* start = nullptr;
  if (bias != nullptr) {
    start = panels + padded(s.out, tall) * s.patch();
    std::copy(bias, bias + s.out, start);
    std::fill(start + s.out, start + padded(s.out, tall), 0.0f);
  }
  for (int b = 0; b < s.batch; ++b) {
    const float* image = with_margin(w, x + Step{b} * s.height * s.width * s.in, b == 0, scratch);
    multiply_windows(w, image, panels, s.out, start, false, z + b * outputs(s), tiles);
  }
}

void conv_input_gradient(const ConvShape& s, const float* dz, const float* filter, Into into,
                         float* dx, float* scratch, const TileSet& tiles) {
  const Step image = Step{s.height} * s.width * s.in;
  if (s.stride > 1) {
    if (into == Into::overwrite) std::fill(dx, dx + s.batch * image, 0.0f);
    for (int b = 0; b < s.batch; ++b)
      scatter_patches(s, dz + b * outputs(s), filter, dx + b * image, scratch, tiles);
    return;
  }
  const Windows w = back_windows(s);
  float* const panels = scratch + (w.margin != 0 ? w.image() : 0);
  pack_turned(s, filter, panels);
  for (int b = 0; b < s.batch; ++b)
    multiply_windows(w, with_margin(w, dz + b * outputs(s), b == 0, scratch), panels, s.in, nullptr,
                     into == Into::add, dx + b * image, tiles);
}

void conv_filter_gradient(const ConvShape& s, const float* x, const float* dz, Into into,
                          float* dfilter, float* scratch, const TileSet& tiles) {
  const Windows w = windows(s);
  const int rows = gradient_rows(s), row = w.row(), wide = tiles.wide;
  float* const tail = scratch + (s.pad > 0 ? w.image() : 0);
  Tile t{.k = w.out_width, .b_step = s.stride * s.in, .b_run = s.stride * row, .ldc = s.out};
  for (int b = 0; b < s.batch; ++b) {
    const float* image = with_margin(w, x + Step{b} * s.height * s.width * s.in, b == 0, scratch);
    for (int y = 0; y < w.out_height; y += rows) {
      t.runs = std::min(rows, w.out_height - y);
      t.add = into == Into::add || b > 0 || y > 0;
      for (int o = 0; o < s.out; o += tall) {
        const int height = tile_height(s.out - o);
        t.rows = std::min(height, s.out - o);
        t.a = dz + b * outputs(s) + Step{y} * w.out_width * s.out + o;
        t.a_step = s.out;
        const bool whole = t.rows == height;
        if (!whole) {
          pack_panel(t.a, 1, s.out, t.rows, height, t.runs * w.out_width, tail);
          t.a = tail;
          t.a_step = height;
        }
        const TileFunction* functions = tiles.of(true, !whole, height);
        t.c = dfilter + o;
        for (int i = 0; i < s.kernel; ++i)
          for (int j = 0; j < w.parts(); ++j) {
            t.b = image + (y * s.stride + i * s.dilation) * row + j * w.part();
            for (int e = 0; e < w.length(); e += wide) {
              const int columns = std::min(wide, w.length() - e);
              functions[columns - 1](t);
              t.b += columns;
              t.c += columns * s.out;
            }
          }
      }
    }
  }
}

}  // namespace nn
