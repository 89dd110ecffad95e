// Everything that training changes: parameters with their gradients, and running statistics.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/initial.h"
#include "nn/shape.h"
#include "nn/snapshot.h"

namespace nn {

// Named tensors. Graphs find theirs by name: two layers of the same name share their weights, and a
// second graph, say with another batch size for a decision boundary, computes with the same ones.
// Each tensor draws its start from a stream of its own, found from the seed and its name, so that a
// layer more or fewer changes no other layer's draw.
class Weights {
 public:
  explicit Weights(std::uint64_t seed = 0) : seed_(seed) {}
  Weights(const Weights&) = delete;
  Weights& operator=(const Weights&) = delete;

  struct Entry {
    std::string name;
    Shape shape;
    Initial initial;
    std::size_t offset;  // into values() and gradients(), or into statistics()
    std::size_t size;
    bool decays;  // penalties apply: true for weights, false for biases, scales and shifts
  };

  // The index of the parameter, made and drawn if there is none of this name; -1 when there is one
  // of another shape. `fan_in` and `fan_out` are the numbers that a row of weights sums over and
  // that an input feeds, for the scale of the draw.
  int parameter(std::string_view name, const Shape& shape, const Initial& initial, int fan_in,
                int fan_out, bool decays);
  // The same for numbers that are kept but not trained, which start at `value`.
  int statistic(std::string_view name, const Shape& shape, float value);

  const std::vector<Entry>& parameters() const { return parameters_; }
  int find(std::string_view name) const;  // index into parameters(), or -1

  std::span<float> value(int index);
  std::span<float> gradient(int index);
  std::span<float> value(std::string_view name) { return value(find(name)); }        // or empty
  std::span<float> gradient(std::string_view name) { return gradient(find(name)); }  // or empty
  std::span<float> statistic(int index);

  // All parameters side by side, each padded with zeros to a multiple of four; so optimisers and
  // norms need one loop. Spans hold until the next tensor is made; `layout` then changes.
  std::span<float> values() { return values_; }
  std::span<float> gradients() { return gradients_; }
  std::span<float> statistics() { return statistics_; }
  int layout() const { return layout_; }
  // Gives back the room that was taken in advance for more of them.
  void trim();

  void draw();                    // every parameter and statistic back to its start
  void draw(std::uint64_t seed);  // to the start of another seed
  std::uint64_t hash() const;     // FNV-1a over the bits of the parameters: same bits, same hash

  // Numbers to learn, without the padding.
  std::int64_t count() const;

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a.fixed(self.values_);
    a.fixed(self.statistics_);
  }

 private:
  void draw(const Entry& entry, int fan_in, int fan_out);

  std::uint64_t seed_;
  int layout_ = 0;
  std::vector<Entry> parameters_, statistics_entries_;
  std::vector<int> fans_;  // fan in and fan out of each parameter
  std::vector<float> values_, gradients_, statistics_;
};

}  // namespace nn
