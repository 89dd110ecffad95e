#include "nn/graph.h"

#include <algorithm>
#include <cassert>

#include "nn/graph_state.h"
#include "nn/op.h"

namespace nn {

std::string text(const Shape& s) {
  std::string words = std::to_string(s.channels) + " x ";
  if (s.places() != 1) words += std::to_string(s.height) + " x " + std::to_string(s.width) + " x ";
  return words + std::to_string(s.batch);
}

Graph::Graph(Weights& weights, std::uint64_t seed)
    : weights_(weights), seed_(seed), tensors_(std::make_unique<Tensors>()) {}
Graph::~Graph() = default;

Var Graph::refuse(std::string sentence) {
  if (error_.empty()) error_ = std::move(sentence);
  return {this, -1};
}

Var Graph::input(const Shape& shape, std::string_view name, bool differentiable) {
  if (shape.channels < 1 || shape.height < 1 || shape.width < 1 || shape.batch < 1)
    return refuse("input " + std::string(name) + ": every side of a shape is at least 1");
  Tensors& t = *tensors_;
  const int id = t.make(shape, name);
  t.value.back() = t.arena.take(shape.size());
  t.differentiable.back() = differentiable;
  return {this, id};
}

Var Graph::parameter(std::string_view name, const Shape& shape, const Initial& initial, int fan_in,
                     int fan_out, bool decays) {
  const int index = weights_.parameter(name, shape, initial, fan_in, fan_out, decays);
  if (index < 0)
    return refuse("the weights \"" + std::string(name) + "\" have another shape than " +
                  text(shape) + " elsewhere");
  Tensors& t = *tensors_;
  const auto known = std::find(t.parameter.begin(), t.parameter.end(), index);
  if (known != t.parameter.end()) return {this, static_cast<int>(known - t.parameter.begin())};
  const int id = t.make(shape, name);
  t.parameter.back() = index;
  t.differentiable.back() = true;
  return {this, id};
}

Var Graph::record(const Op& op, Shape shape, std::string_view layer) {
  Tensors& t = *tensors_;
  bool differentiable = false;
  for (const int in : op.in) differentiable |= t.differentiable[t.at(in)] != 0;
  if (layer.empty() && !op.in.empty()) layer = t.layer[t.at(op.in[0])];
  const int id = t.make(shape, std::string(layer));
  t.differentiable.back() = differentiable && op.kind->backward != nullptr;
  t.ops.push_back(op);
  Op& kept = t.ops.back();
  kept.out = id;
  t.producer.back() = &kept;
  if (op.view >= 0) {
    const int root = t.root[t.at(op.view)];
    t.root.back() = root;
    t.offset.back() = t.offset[t.at(op.view)] + op.offset;
    t.differentiable.back() = differentiable && !op.detached;
    t.views[t.at(root)].push_back(id);
    if (t.value[t.at(root)] != nullptr) t.value.back() = t.value[t.at(root)] + t.offset.back();
    t.layout = -1;  // views of parameters and gradients are found by refresh()
  } else {
    t.value.back() = t.arena.take(shape.size());
  }
  if (op.keep > 0) kept.kept = t.arena.take(op.keep);
  if (op.scratch > t.scratch.size()) t.scratch.resize(op.scratch);
  return {this, id};
}

void Graph::set(Var input, std::span<const float> values) {
  assert(input.valid() && values.size() == shape(input).size());
  if (!input.valid()) return;
  std::copy(values.begin(), values.end(), tensors_->value[Tensors::at(input.id)]);
}

void Graph::bind(Var input, const float* values) {
  if (!input.valid()) return;
  Tensors& t = *tensors_;
  // Inputs are only read, whatever the type of the table says.
  float* const place = const_cast<float*>(values);
  t.value[t.at(input.id)] = place;
  for (const int view : t.views[t.at(input.id)]) t.value[t.at(view)] = place + t.offset[t.at(view)];
}

Shape Graph::shape(Var v) const {
  constexpr Shape nothing{0, 0, 0, 0};
  return v.valid() ? tensors_->shape[Tensors::at(v.id)] : nothing;
}

std::span<const float> Graph::value(Var v) const {
  if (!v.valid()) return {};
  const Tensors& t = *tensors_;
  if (t.parameter[t.at(v.id)] >= 0) return weights_.value(t.parameter[t.at(v.id)]);
  const float* const from = t.value[t.at(v.id)];
  return from == nullptr ? std::span<const float>() : std::span(from, shape(v).size());
}

std::span<const float> Graph::gradient(Var v) const {
  if (!v.valid()) return {};
  const Tensors& t = *tensors_;
  if (t.parameter[t.at(v.id)] >= 0) return weights_.gradient(t.parameter[t.at(v.id)]);
  const float* const from = t.gradient[t.at(v.id)];
  return from == nullptr ? std::span<const float>() : std::span(from, shape(v).size());
}

std::string_view Graph::layer(Var v) const {
  return v.valid() ? std::string_view(tensors_->layer[Tensors::at(v.id)]) : std::string_view();
}

std::string_view Graph::operation(Var v) const {
  if (!v.valid()) return {};
  const Tensors& t = *tensors_;
  if (t.parameter[t.at(v.id)] >= 0) return "parameter";
  const Op* const op = t.producer[t.at(v.id)];
  return op == nullptr ? "input" : op->kind->name;
}

int Graph::size() const { return tensors_->size(); }

std::size_t Graph::bytes() const {
  return tensors_->arena.bytes() + tensors_->scratch.size() * sizeof(float);
}

}  // namespace nn
