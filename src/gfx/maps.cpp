#include "gfx/maps.h"

#include <algorithm>
#include <cassert>

namespace gfx {

Columns stacked(int rows, int cols, int count, int largest) {
  if (rows < 1 || cols < 1 || count < 1 || rows > largest || cols > largest) return {};
  const int fit = std::min(largest / rows, count);
  const int columns = (count + fit - 1) / fit;
  if (columns > largest / cols) return {};
  return {(count + columns - 1) / columns, columns};
}

bool Stack::upload(const Planes& planes) {
  const auto [in_a_column, columns] =
      stacked(planes.rows, planes.cols, planes.count(), largest_texture());
  if (columns == 0 || !texture_.floats(columns * planes.cols, in_a_column * planes.rows)) {
    count_ = 0;
    return false;
  }
  rows_ = planes.rows;
  cols_ = planes.cols;
  count_ = planes.count();
  in_a_column_ = in_a_column;
  for (int i = 0; i < count_; ++i)
    texture_.write(i / in_a_column * cols_, i % in_a_column * rows_, cols_, rows_,
                   planes.values[static_cast<std::size_t>(i)]);
  return true;
}

extern const Source maps_frag;

MapPass::MapPass() : program_("maps", screen_vert, maps_frag) {}

bool MapPass::draw(const Stack& stack, const Picture& picture, Target& target) const {
  const Grid& grid = picture.grid;
  const Look& look = picture.look;
  assert(grid.columns > 0 && grid.tile_width > 0 && grid.tile_height > 0 && look.period > 0 &&
         grid.pitch_x >= grid.tile_width && grid.pitch_y >= grid.tile_height);
  const int planes = look.colour ? 3 : 1, tiles = stack.count() / planes;
  if (!program_ || !target.resize(grid.width(tiles), grid.height(tiles))) return false;
  const Drawing drawing(target);
  glUseProgram(program_.id());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, stack.texture());

  const Position position = gfx::position(look.ramp, look.peak);
  const auto at = [this](const char* name) { return program_.uniform(name); };
  glUniform1i(at("u_cells"), 0);
  glUniform2i(at("u_size"), stack.cols(), stack.rows());
  glUniform1i(at("u_tiles"), tiles);
  glUniform1i(at("u_stacked"), stack.in_a_column());
  glUniform1i(at("u_planes"), planes);
  glUniform2i(at("u_tile"), grid.tile_width, grid.tile_height);
  glUniform2i(at("u_pitch"), grid.pitch_x, grid.pitch_y);
  glUniform1i(at("u_columns"), grid.columns);
  glUniform1i(at("u_ring"), look.ring);
  glUniform1i(at("u_edge"), static_cast<int>(look.edge));
  glUniform2f(at("u_position"), position.scale, position.offset);
  glUniform3fv(at("u_stops"), ramp_stops, &look.ramp.stops[0].r);
  glUniform3f(at("u_ground"), look.ground.r, look.ground.g, look.ground.b);
  glUniform3f(at("u_line"), look.line.r, look.line.g, look.line.b);
  glUniform1i(at("u_period"), look.period);
  drawing.cover(program_);
  return true;
}

}  // namespace gfx
