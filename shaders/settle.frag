#version 300 es
// A sheet whose colours are multiplied by their opacity as a picture whose colours are not, a pixel
// for the mean of u_side by u_side of the sheet.
precision highp float;
precision highp int;
precision highp sampler2D;

uniform sampler2D u_sheet;
uniform int u_side;

out vec4 colour;

void main() {
  ivec2 corner = ivec2(gl_FragCoord.xy) * u_side;
  vec4 sum = vec4(0.0);
  for (int y = 0; y < u_side; ++y)
    for (int x = 0; x < u_side; ++x) sum += texelFetch(u_sheet, corner + ivec2(x, y), 0);
  colour = sum.a > 0.0 ? vec4(sum.rgb / sum.a, sum.a / float(u_side * u_side)) : vec4(0.0);
}
