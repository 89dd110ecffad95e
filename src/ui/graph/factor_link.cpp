#include "ui/graph/factor_link.h"

#include <imgui.h>

#include <utility>

#include "ui/frame/standing.h"

namespace ui {

namespace {

struct FactorLight {
  std::vector<FactorKey> keys;
  int frame = -2;

  void set(std::vector<FactorKey> now) {
    const int at = ImGui::GetFrameCount();
    // Several figures of one kind may be in view: the one that is pointed at counts.
    if (frame != at || !now.empty()) keys = std::move(now);
    frame = at;
  }
  const std::vector<FactorKey>& get() {
    if (ImGui::GetFrameCount() - frame > 1) keys.clear();
    return keys;
  }
};

struct FactorLights {
  FactorLight graph, products;
};

}  // namespace

void light_from_graph(std::vector<FactorKey> keys) {
  of_context<FactorLights>().graph.set(std::move(keys));
}
void light_from_products(std::vector<FactorKey> keys) {
  of_context<FactorLights>().products.set(std::move(keys));
}
const std::vector<FactorKey>& lit_by_graph() { return of_context<FactorLights>().graph.get(); }
const std::vector<FactorKey>& lit_by_products() {
  return of_context<FactorLights>().products.get();
}

}  // namespace ui
