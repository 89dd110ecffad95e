// From a sheet that was drawn in layers to the picture that is shown.
#pragma once

#include "gfx/target.h"

namespace gfx {

extern const Source settle_frag;

// Layers add up where colours are multiplied by their opacity; whoever shows a texture expects them
// not to be. The pass turns one into the other and takes the mean of `side` x `side` pixels of the
// sheet, which smooths edges.
class SettlePass {
 public:
  SettlePass() : program_("settle", screen_vert, settle_frag) {}
  const std::string& error() const { return program_.error(); }
  // The sheet is `side` times as wide and high as the target.
  void draw(const Target& sheet, int side, const Target& target) const {
    if (!program_) return;
    const Drawing drawing(target);
    glUseProgram(program_.id());
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, sheet.texture());
    glUniform1i(program_.uniform("u_sheet"), 0);
    glUniform1i(program_.uniform("u_side"), side);
    drawing.cover(program_);
  }

 private:
  Program program_;
};

}  // namespace gfx
