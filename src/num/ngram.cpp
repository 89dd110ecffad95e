#include "num/ngram.h"

#include <algorithm>

#include "num/elementary.h"

namespace num {

NGrams::NGrams(std::span<const int> text, int symbols) : symbols_(symbols) {
  const auto side = static_cast<std::size_t>(symbols);
  std::size_t contexts = 1;
  for (int length = 0; length < 3; ++length, contexts *= side) {
    Table& t = tables_[length];
    t.counts.resize(contexts * side);
    t.total.resize(contexts);
    t.different.resize(contexts);
    for (std::size_t i = static_cast<std::size_t>(length); i < text.size(); ++i) {
      const std::size_t row = context(text.first(i), length);
      int& count = t.counts[row * side + static_cast<std::size_t>(text[i])];
      if (count++ == 0) ++t.different[row];
      ++t.total[row];
    }
  }
}

std::size_t NGrams::context(std::span<const int> before, int length) const {
  std::size_t row = 0;
  for (const int symbol : before.last(static_cast<std::size_t>(length)))
    row = row * static_cast<std::size_t>(symbols_) + static_cast<std::size_t>(symbol);
  return row;
}

double NGrams::probability(int order, std::span<const int> before, int next) const {
  const int longest = std::min(order - 1, static_cast<int>(before.size()));
  double p = 1.0 / symbols_;
  for (int length = 0; length <= longest; ++length) {
    const Table& t = tables_[length];
    const std::size_t row = context(before, length);
    const int total = t.total[row], different = t.different[row];
    if (total == 0) break;
    const std::size_t cell = row * static_cast<std::size_t>(symbols_);
    p = (t.counts[cell + static_cast<std::size_t>(next)] + different * p) / (total + different);
  }
  return p;
}

double NGrams::loss(int order, std::span<const int> text, std::size_t from) const {
  double sum = 0;
  for (std::size_t i = from; i < text.size(); ++i)
    sum -= num::log(probability(order, text.first(i), text[i]));
  return sum / static_cast<double>(text.size() - from);
}

}  // namespace num
