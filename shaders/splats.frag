#version 300 es
// The marker of a point in the colour of its class, smooth at its edge. Colours are multiplied by
// their opacity, so that markers lie over each other whatever is beneath.
precision highp float;
precision highp int;

uniform float u_radius;      // of a marker, in pixels
uniform float u_opacity;     // of one marker
uniform vec3 u_colours[7];   // of the classes in turn; after each turn the markers move on by one

flat in int v_class;
in vec2 v_away;
out vec4 colour;

// How far a place lies outside a marker, in pixels; negative inside.
float outside(vec2 at, int marker) {
  float r = u_radius;
  vec2 side = abs(at);
  if (marker == 0) return length(at) - r;
  if (marker == 1) return max(side.x, side.y) - 0.85 * r;
  if (marker == 2) return max(at.y - 0.8 * r, (1.8 * side.x - at.y - r) / 2.0591);
  if (marker == 3) return max(-at.y - 0.8 * r, (1.8 * side.x + at.y - r) / 2.0591);
  if (marker == 4) return (side.x + side.y - 1.15 * r) / 1.41421;
  if (marker == 5) return abs(length(at) - 0.8 * r) - 0.25 * r;
  return max(min(side.x, side.y) - 0.3 * r, max(side.x, side.y) - r);
}

void main() {
  float share = clamp(0.5 - outside(v_away, (v_class + v_class / 7) % 7), 0.0, 1.0) * u_opacity;
  colour = vec4(u_colours[v_class % 7] * share, share);
}
