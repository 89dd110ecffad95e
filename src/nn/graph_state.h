// What a graph consists of; for graph.cpp, which builds it, and graph_replay.cpp, which runs it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "nn/graph.h"
#include "nn/op.h"

namespace nn {

// Memory in large pieces, never moved, for as long as the graph lives. Tensors are set apart by a
// cache line, so that tensors of a round size do not all fall on the same lines of the cache.
class Arena {
 public:
  float* take(std::size_t n) {
    n = (n + line - 1) / line * line + line;
    // What is large stands alone, so that no rest of a piece is lost to it.
    if (n > piece / 4) return make(n);
    if (left_ < n) {
      at_ = make(piece);
      left_ = piece;
    }
    float* const found = at_;
    at_ += n;
    left_ -= n;
    return found;
  }
  std::size_t bytes() const { return bytes_; }

 private:
  static constexpr std::size_t line = 16, piece = 1 << 12;
  float* make(std::size_t n) {
    pieces_.emplace_back(n + line);
    bytes_ += (n + line) * sizeof(float);
    const auto address = reinterpret_cast<std::uintptr_t>(pieces_.back().data());
    return pieces_.back().data() + (line - address / sizeof(float) % line) % line;
  }
  std::vector<std::vector<float>> pieces_;
  float* at_ = nullptr;
  std::size_t left_ = 0, bytes_ = 0;
};

struct Graph::Tensors {
  std::deque<Op> ops;  // those that compute something, in order; never moved
  std::vector<const Op*> producer;
  std::vector<Shape> shape;
  std::vector<float*> value, gradient;
  std::vector<int> root;            // the tensor that owns the memory
  std::vector<std::size_t> offset;  // into the root's memory
  std::vector<int> parameter;       // its index in the weights, or -1
  std::vector<char> differentiable;
  std::vector<std::string> layer;
  std::vector<std::vector<int>> views;  // of each root
  Arena arena;
  // Memory for gradients that one pass needs one after another, and the next needs again.
  struct Lent {
    float* at;
    std::size_t size;
  };
  std::vector<Lent> lent;
  std::vector<float> scratch;
  int layout = -1;  // of the weights when the pointers were taken
  int target = -1;  // of the last forward pass
  int last = -1;    // the loss of the last backward pass since, or -1

  int make(const Shape& s, std::string_view name) {
    producer.push_back(nullptr);
    shape.push_back(s);
    value.push_back(nullptr);
    gradient.push_back(nullptr);
    root.push_back(size() - 1);
    offset.push_back(0);
    parameter.push_back(-1);
    differentiable.push_back(0);
    layer.emplace_back(name);
    views.emplace_back();
    return size() - 1;
  }
  int size() const { return static_cast<int>(shape.size()); }
  static std::size_t at(int id) { return static_cast<std::size_t>(id); }
};

struct Graph::Step {
  const Op* op;
  std::size_t into;  // index of its first input's
};

// The order of work for one target, found once.
struct Graph::Plan {
  int target = -1;  // -1: everything
  int tensors = 0;  // of the graph when the plan was made
  std::vector<const Op*> forward;
  bool has_backward = false;
  std::vector<Step> backward;
  std::vector<Into> into;
  struct Range {
    float* from;
    std::size_t size;
  };
  std::vector<Range> zero;  // gradients that are only added to, or not reached
  // Where the gradient of each tensor lies while this plan goes backward; empty: as everywhere.
  std::vector<float*> gradient;
};

}  // namespace nn
