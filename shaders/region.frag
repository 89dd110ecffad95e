#version 300 es
// A field of probabilities between two classes: each side of one half in the colour of its class,
// deeper where the field is surer, with a line of even width along one half. Between the centres of
// cells the field is bilinear. Where a value is not finite the pixel is hatched.
precision highp float;
precision highp int;
precision highp sampler2D;

uniform sampler2D u_cells;  // R32F, probability of the second class
uniform ivec2 u_size;       // of the field, in cells
uniform ivec2 u_target;     // of the picture, in pixels
uniform vec3 u_first;       // the class at 0
uniform vec3 u_ground;      // at one half, and under a hatch
uniform vec3 u_second;      // the class at 1
uniform vec3 u_line;        // along one half, and of a hatch
uniform float u_depth;      // share of a class's colour where the field is sure
uniform float u_thick;      // half the width of the line, in pixels
uniform int u_period;       // of a hatch, in pixels

out vec4 colour;

// Tested by its bits, since comparisons with NaN may be optimised away.
bool finite(float v) { return (floatBitsToUint(v) & 0x7f800000u) != 0x7f800000u; }

// The value at a point, in pixels, and its slope along both axes, per pixel.
vec3 field(vec2 pixel, out bool ok) {
  vec2 scale = vec2(u_size) / vec2(u_target);
  vec2 at = clamp(pixel * scale - 0.5, vec2(0.0), vec2(u_size - 1));
  ivec2 low = min(ivec2(at), max(u_size - 2, ivec2(0)));
  ivec2 high = min(low + 1, u_size - 1);
  vec2 w = at - vec2(low);
  float a = texelFetch(u_cells, low, 0).r;
  float b = texelFetch(u_cells, ivec2(high.x, low.y), 0).r;
  float c = texelFetch(u_cells, ivec2(low.x, high.y), 0).r;
  float d = texelFetch(u_cells, high, 0).r;
  ok = finite(a) && finite(b) && finite(c) && finite(d);
  float across = mix(b - a, d - c, w.y), down = mix(c - a, d - b, w.x);
  return vec3(mix(mix(a, b, w.x), mix(c, d, w.x), w.y), across * scale.x, down * scale.y);
}

void main() {
  bool ok;
  vec3 f = field(gl_FragCoord.xy, ok);
  if (!ok) {
    ivec2 at = ivec2(gl_FragCoord.xy);
    colour = vec4(3 * ((at.x + at.y) % u_period) < u_period ? u_line : u_ground, 1.0);
    return;
  }
  float side = clamp(2.0 * f.x - 1.0, -1.0, 1.0);
  // A step at one half says which side a pale pixel is on.
  float share = u_depth * (0.25 + 0.75 * abs(side)) * (side == 0.0 ? 0.0 : 1.0);
  vec3 shade = mix(u_ground, side < 0.0 ? u_first : u_second, share);
  // A field that is one half everywhere has no line.
  float slope = length(f.yz);
  float away = abs(f.x - 0.5) / max(slope, 1e-7);
  if (slope > 1e-7) shade = mix(shade, u_line, clamp(u_thick + 0.5 - away, 0.0, 1.0));
  colour = vec4(shade, 1.0);
}
