// A factor of a product and the arrows that it stands for light each other, from figure to figure.
#pragma once

#include <string>
#include <vector>

namespace ui {

// A set of arrows and the node that they lead to, by name and id.
struct FactorKey {
  std::string set, node;
  bool operator==(const FactorKey&) const = default;
};

// Says what is pointed at in a graph, or in products; nothing where nothing is.
void light_from_graph(std::vector<FactorKey> keys);
void light_from_products(std::vector<FactorKey> keys);

// What the last frame that drew the other kind of figure pointed at.
const std::vector<FactorKey>& lit_by_graph();
const std::vector<FactorKey>& lit_by_products();

}  // namespace ui
