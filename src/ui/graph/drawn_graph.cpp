#include "ui/graph/drawn_graph.h"

#include "ui/graph/graph_figure.h"

namespace ui {

float Widget<lab::DrawnGraph>::height(const lab::DrawnGraph& s, float width) {
  return GraphFigure{s.graph, &s}.height(width);
}

float Widget<lab::DrawnGraph>::least_height(const lab::DrawnGraph& s, float width) {
  return GraphFigure{s.graph, &s}.least_height(width);
}

void Widget<lab::DrawnGraph>::draw(const char* id, const lab::DrawnGraph& s, ImVec2 size,
                                   Desk& desk) {
  GraphFigure{s.graph, &s}.draw(id, size, desk);
}

}  // namespace ui
