#include "ui/graph/graph.h"

#include "ui/graph/graph_figure.h"

namespace ui {

float Widget<lab::Graph>::height(const lab::Graph& g, float width) {
  return GraphFigure{g}.height(width);
}

float Widget<lab::Graph>::least_height(const lab::Graph& g, float width) {
  return GraphFigure{g}.least_height(width);
}

void Widget<lab::Graph>::draw(const char* id, const lab::Graph& g, ImVec2 size, Desk& desk) {
  GraphFigure{g}.draw(id, size, desk);
}

}  // namespace ui
