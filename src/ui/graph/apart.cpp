#include "ui/graph/apart.h"

namespace ui {

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& weight,
                           const std::vector<double>& apart) {
  struct Pool {
    double sum, weight;
    std::size_t count;
    double mean() const { return sum / weight; }
  };
  std::vector<Pool> pools;
  double offset = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    offset += apart[i];
    pools.push_back({weight[i] * (wanted[i] - offset), weight[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back() = {pools.back().sum + last.sum, pools.back().weight + last.weight,
                      pools.back().count + last.count};
    }
  }
  std::vector<double> out;
  offset = 0;
  for (const Pool& pool : pools) {
    for (std::size_t k = 0; k < pool.count; ++k) {
      offset += apart[out.size()];
      out.push_back(pool.mean() + offset);
    }
  }
  return out;
}

}  // namespace ui
