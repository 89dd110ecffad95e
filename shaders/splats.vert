#version 300 es
// A quad around each point of a cloud, large enough for its marker. A point that is not finite gets
// none.
precision highp float;
precision highp int;
precision highp sampler2D;

uniform sampler2D u_points;  // R32F: planes of x, y and class, stacked downwards, then in columns
uniform ivec2 u_size;        // of one plane, in cells
uniform int u_stacked;       // planes in one column of u_points
uniform vec2 u_scale;        // a point stands u_scale p + u_offset pixels from the top left
uniform vec2 u_offset;
uniform vec2 u_target;  // size of the picture, in pixels
uniform float u_reach;  // half the side of a quad, in pixels

flat out int v_class;
out vec2 v_away;  // from the point, in pixels

float entry(int plane, ivec2 cell) {
  ivec2 corner = ivec2(plane / u_stacked, plane % u_stacked) * u_size;
  return texelFetch(u_points, corner + cell, 0).r;
}

// Tested by its bits, since comparisons with NaN may be optimised away.
bool finite(float v) { return (floatBitsToUint(v) & 0x7f800000u) != 0x7f800000u; }

// Of the six vertices of two triangles, the second the other way round: 0 1 2, 2 1 3.
ivec2 corner_of_quad(int vertex) {
  int corner = vertex < 3 ? vertex : vertex < 5 ? 5 - vertex : 3;
  return ivec2(corner & 1, corner >> 1);
}

void main() {
  int which = gl_VertexID / 6;
  ivec2 corner = corner_of_quad(gl_VertexID % 6);
  ivec2 cell = ivec2(which % u_size.x, which / u_size.x);
  vec2 point = vec2(entry(0, cell), entry(1, cell));
  v_class = int(entry(2, cell));
  v_away = u_reach * (2.0 * vec2(corner) - 1.0);
  // What lies far outside stays there without becoming infinite.
  vec2 pixel = clamp(point * u_scale + u_offset, -1e6, 1e6) + v_away;
  gl_Position = finite(point.x) && finite(point.y) ? vec4(2.0 * pixel / u_target - 1.0, 0.0, 1.0)
                                                   : vec4(2.0, 2.0, 2.0, 1.0);
}
