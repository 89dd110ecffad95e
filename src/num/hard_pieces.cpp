#include "num/hard_pieces.h"

#include <limits>

#include "num/attention.h"

namespace num {
namespace {

// A score as x moves: height + slope x.
struct Line {
  int key;
  double height, slope;
};

std::vector<Line> lines_of(const Matrix& q, const Matrix& k, int row, int entry, bool causal) {
  std::vector<Line> lines;
  for (int j = 0; j < k.rows; ++j) {
    if (!visible(row, j, causal)) continue;
    double height = 0;
    for (int c = 0; c < k.cols; ++c)
      if (c != entry) height += q.at(row, c) * k.at(j, c);
    lines.push_back({j, height, k.at(j, entry)});
  }
  return lines;
}

}  // namespace

std::vector<HardPiece> hard_pieces(const Matrix& q, const Matrix& k, int row, int entry,
                                   bool causal) {
  constexpr double endless = std::numeric_limits<double>::infinity();
  const std::vector<Line> lines = lines_of(q, k, row, entry, causal);
  const Line* top = &lines[0];  // far to the left the line of least slope is the highest
  for (const Line& line : lines)
    if (line.slope < top->slope || (line.slope == top->slope && line.height > top->height))
      top = &line;
  std::vector<HardPiece> pieces = {{top->key, -endless, endless}};
  while (true) {
    const Line* next = nullptr;
    double at = endless;
    for (const Line& line : lines) {
      if (line.slope <= top->slope) continue;
      const double meeting = (top->height - line.height) / (line.slope - top->slope);
      if (meeting > at || (meeting == at && next && line.slope <= next->slope)) continue;
      at = meeting;
      next = &line;
    }
    if (!next) return pieces;
    pieces.back().to = at;
    pieces.push_back({next->key, at, endless});
    top = next;
  }
}

}  // namespace num
