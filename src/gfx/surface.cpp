#include "gfx/surface.h"

#include <algorithm>
#include <cmath>

namespace gfx {

extern const Source surface_vert, surface_frag;

SurfacePass::SurfacePass() : program_("surface", surface_vert, surface_frag) {}

float surface_shade(const std::array<float, 3>& normal) {
  const float far = std::hypot(normal[0], normal[1], normal[2]);
  if (!(far > 0)) return 1;
  const float side = normal[2] < 0 ? -1 : 1;
  float lit = 0;
  for (std::size_t k = 0; k < 3; ++k) lit += side * normal[k] / far * to_light[k];
  return ambient + (1 - ambient) * std::max(lit, 0.0f);
}

bool SurfacePass::draw(const Stack& mesh, const Picture& picture, Target& target) {
  const SurfaceLook& look = picture.look;
  if (!program_ || mesh.count() != mesh_planes || !target.resize(picture.width, picture.height))
    return false;
  // Less smooth where the device has no larger sheet.
  int side = look.smooth;
  while (side > 0 && !sheet_.resize(side * picture.width, side * picture.height)) --side;
  if (side < 1) return false;
  const auto at = [this](const char* name) { return program_.uniform(name); };
  const auto set = [&](const char* name, Rgb c) { glUniform3f(at(name), c.r, c.g, c.b); };
  {
    const Drawing drawing(sheet_);
    drawing.clear_solid();
    glUseProgram(program_.id());
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, mesh.texture());
    glUniform1i(at("u_cells"), 0);
    glUniform2i(at("u_size"), mesh.cols(), mesh.rows());
    glUniform1i(at("u_stacked"), mesh.in_a_column());
    glUniform2f(at("u_target"), static_cast<float>(picture.width),
                static_cast<float>(picture.height));
    glUniform4fv(at("u_right"), 1, look.right.data());
    glUniform4fv(at("u_down"), 1, look.down.data());
    glUniform4fv(at("u_near"), 1, look.near.data());
    glUniform3fv(at("u_half"), 1, look.half.data());
    const Position position = gfx::position(look.ramp, 1);
    glUniform2f(at("u_position"), position.scale, position.offset);
    glUniform3fv(at("u_stops"), ramp_stops, &look.ramp.stops[0].r);
    glUniform3fv(at("u_lines"), line_kinds, &look.lines[0].r);
    glUniform1i(at("u_valued"), look.valued);
    set("u_plain", look.plain);
    set("u_missing", look.missing);
    glUniform3fv(at("u_light"), 1, to_light.data());
    glUniform1f(at("u_ambient"), ambient);
    glUniform1f(at("u_thick"), look.thick);
    glUniform1i(at("u_of_lines"), 0);
    glUniform1f(at("u_opacity"), 1);
    drawing.solid(program_, Drawing::Shape::triangle, look.triangles, Drawing::Part::seen);
    glUniform1i(at("u_of_lines"), 1);
    glUniform1f(at("u_opacity"), look.hidden);
    drawing.solid(program_, Drawing::Shape::quad, look.segments, Drawing::Part::hidden);
    glUniform1f(at("u_opacity"), 1);
    drawing.solid(program_, Drawing::Shape::quad, look.segments, Drawing::Part::seen);
  }
  settle_.draw(sheet_, side, target);
  return true;
}

}  // namespace gfx
