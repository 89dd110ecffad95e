#include "labs/attention/arithmetic.h"

#include "labs/attention/blocks.h"
#include "labs/phrases.h"

namespace laboratory::attention {
namespace {

std::string cell(const char* matrix, int row, int col) {
  return std::string(matrix) + place(row, col);
}

std::string columns_line(const Study& s) {
  const Head& head = s.head();
  const std::string first = std::to_string(head.from + 1),
                    last = std::to_string(head.from + head.q.cols);
  return "head " + std::to_string(s.picked->head + 1) + " of " + std::to_string(s.params.heads) +
         (head.q.cols == 1 ? " sees column " + first : " sees columns " + first + " to " + last) +
         " of Q and K";
}

std::string score_line(const Study& s, int row, int key) {
  std::string line = "query " + std::to_string(row + 1) + " · key " + std::to_string(key + 1);
  if (!num::visible(row, key, s.causal())) return line + " is masked: the key comes later";
  const Head& head = s.head();
  for (int c = 0; c < head.q.cols; ++c)
    line += (c == 0 ? " = " : " + ") + factor(head.q.at(row, c)) + "·" + factor(head.k.at(key, c));
  return line + " = " + brief(head.weighing.scores.at(row, key));
}

// The entries of a row that the query may see.
std::string visible_row(const Study& s, const num::Matrix& m, int row) {
  std::string list;
  for (int j = 0; j < s.visible_keys(row); ++j) list += (j == 0 ? "" : "; ") + brief(m.at(row, j));
  return list;
}

std::string hard_line(const Study& s) {
  const int row = s.picked->row, choice = s.head().choice(row);
  std::string line = "largest: key " + std::to_string(choice + 1);
  if (s.picked->jumps) line += ", the first of those that share the largest score";
  return line + ", so o" + place(row, s.picked->col) + " = " + cell("V", choice, s.picked->col) +
         " = " + brief(s.picked->value);
}

std::string soft_line(const Study& s) {
  const int row = s.picked->row, col = s.picked->col;
  std::string line = "o" + place(row, col);
  for (int j = 0; j < s.visible_keys(row); ++j)
    line += (j == 0 ? " = " : " + ") + brief(s.head().weighing.weights.at(row, j)) + "·" +
            factor(s.v.at(j, col));
  return line + " = " + brief(s.picked->value);
}

}  // namespace

lab::Working arithmetic(const Study& s) {
  const int row = s.picked->row;
  const Head& head = s.head();
  lab::Working working;
  if (s.several_heads()) working.lines.push_back(columns_line(s));
  for (int j = 0; j < s.k.rows; ++j) working.lines.push_back(score_line(s, row, j));
  working.lines.push_back("÷ √" + std::to_string(head.q.cols) + ": " +
                          visible_row(s, head.weighing.scaled, row));
  if (s.is_hard()) {
    working.lines.push_back(hard_line(s));
    return working;
  }
  const bool plain = s.params.temperature == 1;
  working.lines.push_back("softmax" +
                          (plain ? "" : " at temperature " + brief(s.params.temperature)) + ": " +
                          visible_row(s, head.weighing.weights, row));
  working.lines.push_back(soft_line(s));
  return working;
}

}  // namespace laboratory::attention
