#version 300 es
// A stack of maps as a grid of tiles. A pixel shows the mean of the cells under it, so that an
// enlargement by a whole number has sharp cells and a reduction loses no cell. One plane a tile
// goes through a ramp of colours; three are red, green and blue. Where a value is not finite, and
// in a ring of zeros around the map, the pixel is hatched.
precision highp float;
precision highp int;
precision highp sampler2D;

uniform sampler2D u_cells;  // R32F, planes stacked downwards, then in further columns
uniform ivec2 u_size;       // of one plane, in cells
uniform int u_tiles;        // number of them
uniform int u_stacked;      // planes in one column of u_cells
uniform int u_planes;       // in a tile: 1 or 3
uniform ivec2 u_tile;       // size of a tile, in pixels
uniform ivec2 u_pitch;      // from one tile to the next, in pixels
uniform int u_columns;      // tiles beside each other
uniform int u_ring;         // width of the padding around the map, in cells
uniform int u_edge;         // what the ring holds: 0 zeros, 1 a reflection, 2 the nearest cell
uniform vec2 u_position;    // a value v stands at u_position.x v + u_position.y on the ramp, 0 to 1
uniform vec3 u_stops[17];   // the ramp, evenly spaced
uniform vec3 u_ground;      // what a ring fades into and a hatch stands on
uniform vec3 u_line;        // the lines of a hatch
uniform int u_period;       // of a hatch, in pixels

out vec4 colour;

const int zeros = 0;
const int reflection = 1;

// Whole quotients of numbers that are not negative, exact below four million. Processors divide
// floats four at a time, integers one by one.
ivec2 quotient(ivec2 a, ivec2 b) { return ivec2((vec2(a) + 0.5) / vec2(b)); }

// The cell that stands at `at` along an axis of n cells, or -1 in a ring of zeros.
int source(int at, int n) {
  if (at >= 0 && at < n) return at;
  if (u_edge == zeros) return -1;
  if (u_edge != reflection || n == 1) return clamp(at, 0, n - 1);
  int period = 2 * (n - 1);
  int turned = (at + u_ring * period) % period;  // never negative: at >= -u_ring
  return min(turned, period - turned);
}

// The value of a cell of the plane whose first cell is at `corner`.
float value(ivec2 corner, ivec2 at) {
  ivec2 cell = ivec2(source(at.x, u_size.x), source(at.y, u_size.y));
  return cell.x < 0 || cell.y < 0 ? 0.0 : texelFetch(u_cells, corner + cell, 0).r;
}

float inner(ivec2 corner, ivec2 cell) {
  return texelFetch(u_cells, corner + clamp(cell, ivec2(0), u_size - 1), 0).r;
}

// Tested by its bits, since comparisons with NaN may be optimised away.
bool finite(float v) { return (floatBitsToUint(v) & 0x7f800000u) != 0x7f800000u; }

// The mean of a plane under a pixel of the tile, by areas in whole units of 1 / u_tile cells. `ok`
// turns false where a cell is not finite. Processors that take both ways of every branch still
// leave out the rounds of a loop: where at most two by two cells of a map without a ring lie under
// the pixel, there are none.
float mean(int plane, ivec2 pixel, inout bool ok) {
  ivec2 corner = ivec2(plane / u_stacked, plane % u_stacked) * u_size;
  ivec2 cells = u_size + 2 * u_ring;
  ivec2 low = pixel * cells, high = low + cells;
  ivec2 first = quotient(low, u_tile), last = quotient(high - 1, u_tile);
  vec2 share = 1.0 / vec2(cells);

  float a = inner(corner, first), d = inner(corner, last);
  float b = inner(corner, ivec2(last.x, first.y)), c = inner(corner, ivec2(first.x, last.y));
  vec2 beyond = vec2(high - last * u_tile) * share * vec2(last - first);
  float sum = mix(mix(a, b, beyond.x), mix(c, d, beyond.x), beyond.y);
  bool all_finite = finite(a) && finite(b) && finite(c) && finite(d);

  bool few = u_ring == 0 && all(lessThanEqual(last - first, ivec2(1)));
  sum = few ? sum : 0.0;
  all_finite = all_finite || !few;
  int end = few ? first.y - 1 : last.y;
  for (int y = first.y; y <= end; ++y) {
    int tall = min(high.y, (y + 1) * u_tile.y) - max(low.y, y * u_tile.y);
    float row = 0.0;
    for (int x = first.x; x <= last.x; ++x) {
      int wide = min(high.x, (x + 1) * u_tile.x) - max(low.x, x * u_tile.x);
      float v = value(corner, ivec2(x, y) - u_ring);
      all_finite = all_finite && finite(v);
      row += v * (float(wide) * share.x);
    }
    sum += row * (float(tall) * share.y);
  }
  ok = ok && all_finite;
  return sum;
}

vec3 on_ramp(float v) {
  float at = clamp(v * u_position.x + u_position.y, 0.0, 1.0) * 16.0;
  int stop = min(int(at), 15);
  return mix(u_stops[stop], u_stops[stop + 1], at - float(stop));
}

bool in_ring(ivec2 pixel) {
  ivec2 cell = (2 * pixel + 1) * (u_size + 2 * u_ring) / (2 * u_tile) - u_ring;
  return any(lessThan(cell, ivec2(0))) || any(greaterThanEqual(cell, u_size));
}

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 tile = quotient(at, u_pitch);
  ivec2 pixel = at - tile * u_pitch;
  int index = tile.y * u_columns + tile.x;
  colour = vec4(0.0);
  if (tile.x >= u_columns || index >= u_tiles || any(greaterThanEqual(pixel, u_tile))) return;

  bool ok = true;
  vec3 shade;
  if (u_planes == 1) {
    shade = on_ramp(mean(index, pixel, ok));
  } else {
    for (int i = 0; i < 3; ++i) shade[i] = clamp(mean(3 * index + i, pixel, ok), 0.0, 1.0);
  }

  if (!ok) {
    shade = 3 * ((at.x + at.y) % u_period) < u_period ? u_line : u_ground;
  } else if (u_ring > 0 && in_ring(pixel)) {
    shade = mix(shade, u_ground, 0.5);
    int falling = (at.x + u_tile.y - 1 - pixel.y) % u_period;
    if (u_edge == zeros) shade = 4 * falling < u_period ? mix(u_ground, u_line, 0.5) : u_ground;
  }
  colour = vec4(shade, 1.0);
}
