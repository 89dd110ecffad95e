// A mesh as outlines, for drawings that other programs open.
#pragma once

#include "ui/frame/theme.h"
#include "ui/solid/mesh.h"

namespace ui {

// Where there are few triangles, and none is cut off by the box.
bool can_be_vectors(const lab::Surface& s, const Mesh& mesh);

// The triangles, each in one colour, the farther before the nearer, and the lines over them, dim
// where a triangle hides them.
void draw_as_vectors(ImDrawList& draw, const lab::Surface& s, const Mesh& mesh,
                     const SeenMesh& seen, const Projection& from, const Theme& t);

}  // namespace ui
