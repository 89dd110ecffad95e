#include "gfx/splats.h"

namespace gfx {

extern const Source splats_vert, splats_frag;

SplatPass::SplatPass() : program_("splats", splats_vert, splats_frag) {}

bool SplatPass::draw(const Stack& points, const Picture& picture, Target& target) {
  if (!program_ || points.count() != 3 || !target.resize(picture.width, picture.height) ||
      !sheet_.resize(picture.width, picture.height))
    return false;
  const SplatLook& look = picture.look;
  const auto at = [this](const char* name) { return program_.uniform(name); };
  {
    const Drawing drawing(sheet_);
    glUseProgram(program_.id());
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, points.texture());
    glUniform1i(at("u_points"), 0);
    glUniform2i(at("u_size"), points.cols(), points.rows());
    glUniform1i(at("u_stacked"), points.in_a_column());
    glUniform2f(at("u_scale"), look.scale_x, look.scale_y);
    glUniform2f(at("u_offset"), look.offset_x, look.offset_y);
    glUniform2f(at("u_target"), static_cast<float>(picture.width),
                static_cast<float>(picture.height));
    // The tips of a diamond and of triangles lie furthest out; one pixel for the smooth edge.
    glUniform1f(at("u_reach"), 1.15f * look.radius + 1);
    glUniform1f(at("u_radius"), look.radius);
    glUniform1f(at("u_opacity"), look.opacity);
    glUniform3fv(at("u_colours"), splat_colours, &look.colours[0].r);
    drawing.quads(program_, points.rows() * points.cols());
  }
  settle_.draw(sheet_, 1, target);
  return true;
}

}  // namespace gfx
