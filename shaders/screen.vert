#version 300 es
// One triangle that covers the whole target; the fragment shader reads its place in gl_FragCoord.

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4(4.0 * corner - 1.0, 0.0, 1.0);
}
