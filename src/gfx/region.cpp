#include "gfx/region.h"

#include <algorithm>
#include <cmath>

namespace gfx {

Rgb region_colour(const RegionLook& look, float probability) {
  const float side = std::clamp(2 * probability - 1, -1.0f, 1.0f);
  const float share = side == 0 ? 0 : look.depth * (0.25f + 0.75f * std::fabs(side));
  const Rgb& end = side < 0 ? look.first : look.second;
  const auto mix = [share](float from, float to) { return from + (to - from) * share; };
  return {mix(look.ground.r, end.r), mix(look.ground.g, end.g), mix(look.ground.b, end.b)};
}

extern const Source region_frag;

RegionPass::RegionPass() : program_("region", screen_vert, region_frag) {}

bool RegionPass::draw(const Stack& field, const Picture& picture, Target& target) const {
  if (!program_ || field.count() != 1 || !target.resize(picture.width, picture.height))
    return false;
  const RegionLook& look = picture.look;
  const Drawing drawing(target);
  glUseProgram(program_.id());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, field.texture());
  const auto at = [this](const char* name) { return program_.uniform(name); };
  const auto set = [&](const char* name, Rgb c) { glUniform3f(at(name), c.r, c.g, c.b); };
  glUniform1i(at("u_cells"), 0);
  glUniform2i(at("u_size"), field.cols(), field.rows());
  glUniform2i(at("u_target"), target.width(), target.height());
  set("u_first", look.first);
  set("u_ground", look.ground);
  set("u_second", look.second);
  set("u_line", look.line);
  glUniform1f(at("u_depth"), look.depth);
  glUniform1f(at("u_thick"), look.thick);
  glUniform1i(at("u_period"), look.period);
  drawing.cover(program_);
  return true;
}

}  // namespace gfx
