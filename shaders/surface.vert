#version 300 es
// The corners of a triangle of a mesh, or a thin quad along a segment. What has a vertex that is
// not finite is put outside the picture.
precision highp float;
precision highp int;
precision highp sampler2D;

// R32F: the planes of gfx::MeshPlane, stacked downwards, then in columns
uniform sampler2D u_cells;
uniform ivec2 u_size;       // of one plane, in cells
uniform int u_stacked;      // planes in one column of u_cells
uniform vec2 u_target;      // size of the picture, in pixels
uniform vec4 u_right;       // a vertex v = (x, y, z, 1) stands at (u_right · v, u_down · v) pixels
uniform vec4 u_down;
uniform vec4 u_near;      // and u_near · v of the way to the eye, from -1 to 1
uniform float u_thick;    // half the width of a line, in pixels
uniform bool u_of_lines;  // segments instead of triangles

out vec3 v_place;   // before it is turned
out vec3 v_normal;  // to the right, upwards and towards the eye
out float v_value;
flat out int v_kind;

// A line lies on the mesh whose edge it is rather than in it.
const float lift = 0.006;

float entry(int plane, int cell) {
  ivec2 corner = ivec2(plane / u_stacked, plane % u_stacked) * u_size;
  return texelFetch(u_cells, corner + ivec2(cell % u_size.x, cell / u_size.x), 0).r;
}

// Tested by its bits, since comparisons with NaN may be optimised away.
bool finite(float v) { return (floatBitsToUint(v) & 0x7f800000u) != 0x7f800000u; }

vec3 three(int plane, int cell) {
  return vec3(entry(plane, cell), entry(plane + 1, cell), entry(plane + 2, cell));
}

bool finite(vec3 v) { return finite(v.x) && finite(v.y) && finite(v.z); }

vec3 turned(vec4 v) { return vec3(dot(u_right, v), dot(u_down, v), dot(u_near, v)); }

vec4 on_screen(vec3 at) { return vec4(2.0 * at.xy / u_target - 1.0, -at.z, 1.0); }

// Of the six vertices of two triangles, the second the other way round: 0 1 2, 2 1 3.
ivec2 corner_of_quad(int vertex) {
  int corner = vertex < 3 ? vertex : vertex < 5 ? 5 - vertex : 3;
  return ivec2(corner & 1, corner >> 1);
}

void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  v_place = v_normal = vec3(0.0);
  v_value = 0.0;
  v_kind = 0;
  if (u_of_lines) {
    int which = gl_VertexID / 6;
    ivec2 corner = corner_of_quad(gl_VertexID % 6);
    float a = entry(10, which), b = entry(11, which);
    float kind = entry(12, which);
    if (!finite(a) || !finite(b) || !finite(kind)) return;
    vec3 from = three(0, int(a)), to = three(0, int(b));
    if (!finite(from) || !finite(to)) return;
    v_kind = int(kind);
    v_place = corner.x == 0 ? from : to;
    vec3 at = turned(vec4(v_place, 1.0));
    vec2 way = turned(vec4(to, 1.0)).xy - turned(vec4(from, 1.0)).xy;
    float far = length(way);
    vec2 along = far > 1e-6 ? way / far : vec2(1.0, 0.0);
    // Ends go on by half a width, so that lines that meet have no gap.
    vec2 out_of = u_thick * (vec2(-along.y, along.x) * float(2 * corner.y - 1) +
                             along * float(2 * corner.x - 1));
    gl_Position = on_screen(at + vec3(out_of, lift));
    return;
  }
  vec3 corners = three(7, gl_VertexID / 3);
  if (!finite(corners)) return;
  for (int i = 0; i < 3; ++i)
    if (!finite(three(0, int(corners[i])))) return;
  int vertex = int(corners[gl_VertexID % 3]);
  v_place = three(0, vertex);
  vec3 normal = three(3, vertex);
  v_normal = vec3(dot(normalize(u_right.xyz), normal), -dot(normalize(u_down.xyz), normal),
                  dot(normalize(u_near.xyz), normal));
  v_value = entry(6, vertex);
  gl_Position = on_screen(turned(vec4(v_place, 1.0)));
}
