#version 300 es
// The colour of a mesh where light falls on it from the upper left, or of a line. Colours are
// multiplied by their opacity.
precision highp float;
precision highp int;

uniform vec3 u_half;       // what lies farther from 0 along an axis is cut off
uniform bool u_of_lines;   // a segment instead of a triangle
uniform vec3 u_lines[7];   // colours of lines by kind
uniform float u_opacity;
uniform bool u_valued;     // the mesh shows its values, else it is plain
uniform vec2 u_position;   // a value v stands at u_position.x v + u_position.y on the ramp, 0 to 1
uniform vec3 u_stops[17];  // the ramp, evenly spaced
uniform vec3 u_plain;
uniform vec3 u_missing;    // where a value is not finite
uniform vec3 u_light;      // the direction of the light, of length 1
uniform float u_ambient;   // the share of its colour that a place in the shade shows

in vec3 v_place;
in vec3 v_normal;
in float v_value;
flat in int v_kind;
out vec4 colour;

// Tested by its bits, since comparisons with NaN may be optimised away.
bool finite(float v) { return (floatBitsToUint(v) & 0x7f800000u) != 0x7f800000u; }

vec3 on_ramp(float v) {
  float at = clamp(v * u_position.x + u_position.y, 0.0, 1.0) * 16.0;
  int stop = min(int(at), 15);
  return mix(u_stops[stop], u_stops[stop + 1], at - float(stop));
}

// The share of its colour that a place shows: 1 where it faces the light.
float shade() {
  float far = length(v_normal);
  if (!(far > 0.0)) return 1.0;
  vec3 normal = v_normal / far;
  if (normal.z < 0.0) normal = -normal;
  return u_ambient + (1.0 - u_ambient) * max(dot(normal, u_light), 0.0);
}

void main() {
  if (any(greaterThan(abs(v_place), u_half + 1e-4))) discard;
  if (u_of_lines) {
    colour = vec4(u_lines[v_kind] * u_opacity, u_opacity);
    return;
  }
  vec3 own = !u_valued ? u_plain : finite(v_value) ? on_ramp(v_value) : u_missing;
  colour = vec4(own * shade(), 1.0);
}
