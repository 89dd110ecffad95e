#include "nn/op.h"

#include "nn/packet.h"

namespace nn {

bool usable(std::span<const Var> vars, const char* operation) {
  for (const Var& v : vars) {
    if (!v.valid()) return false;
    if (v.graph == vars[0].graph) continue;
    vars[0].graph->refuse(std::string(operation) + ": its inputs belong to different graphs");
    return false;
  }
  return true;
}

Var refuse_shapes(const char* operation, Var a, Var b) {
  return a.graph->refuse(std::string(operation) + ": the shapes " + text(a.graph->shape(a)) +
                         " and " + text(b.graph->shape(b)) + " do not match");
}

void pour(const float* x, float* y, std::size_t n, Into into) {
  if (into == Into::overwrite) {
    if (n > 0) std::memcpy(y, x, n * sizeof(float));
    return;
  }
  map(x, y, y, n, [](Packet a, Packet b) { return add(a, b); });
}

}  // namespace nn
