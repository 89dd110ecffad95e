// Runs a graph: the order of work for each target is found once, then replayed.
#include <algorithm>
#include <cassert>

#include "nn/graph.h"
#include "nn/graph_state.h"
#include "nn/op.h"
#include "nn/packet.h"

namespace nn {
namespace {

bool finite(std::span<const float> x) {
  Packet sum = splat(0);
  std::size_t i = 0;
  for (; i + lanes <= x.size(); i += lanes) sum = add(sum, mul(load(&x[i]), splat(0)));
  float rest = nn::sum(sum);
  for (; i < x.size(); ++i) rest += x[i] * 0;
  return rest == 0;
}

}  // namespace

// Finds the weights again after another tensor was added to them.
void Graph::refresh() {
  Tensors& t = *tensors_;
  if (t.layout == weights_.layout()) return;
  t.layout = weights_.layout();
  plans_.clear();
  for (int i = 0; i < t.size(); ++i) {
    const auto id = t.at(i);
    if (t.parameter[id] >= 0) {
      t.value[id] = weights_.value(t.parameter[id]).data();
      t.gradient[id] = weights_.gradient(t.parameter[id]).data();
    }
    const auto root = t.at(t.root[id]);
    if (root == id) continue;
    t.value[id] = t.value[root] + t.offset[id];
    if (t.differentiable[id] && t.gradient[root] != nullptr)
      t.gradient[id] = t.gradient[root] + t.offset[id];
  }
}

Graph::Plan& Graph::plan_for(int target) {
  refresh();
  Tensors& t = *tensors_;
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    if (plans_[i]->target != target) continue;
    if (plans_[i]->tensors == t.size()) return *plans_[i];
    plans_.erase(plans_.begin() + static_cast<std::ptrdiff_t>(i));
    break;
  }
  auto plan = std::make_unique<Plan>();
  plan->target = target;
  plan->tensors = t.size();
  std::vector<char> needed(t.shape.size(), target < 0);
  if (target >= 0) needed[t.at(target)] = true;
  for (auto op = t.ops.rbegin(); op != t.ops.rend(); ++op)
    if (needed[t.at(op->out)])
      for (const int in : op->in) needed[t.at(in)] = true;
  for (const Op& op : t.ops)
    if (needed[t.at(op.out)] && op.view < 0) plan->forward.push_back(&op);
  plans_.push_back(std::move(plan));
  return *plans_.back();
}

std::int64_t Graph::multiply_adds(Var target) {
  std::int64_t sum = 0;
  for (const Op* op : plan_for(target.id).forward) sum += op->products;
  return sum;
}

void Graph::forward() { forward({this, -1}); }

Pass Graph::this_pass() const {
  Tensors& t = *tensors_;
  return {t.value.data(),
          t.gradient.data(),
          t.shape.data(),
          t.scratch.data(),
          training_,
          seed_,
          static_cast<std::uint64_t>(passes_),
          &weights_};
}

void Graph::forward(Var target) {
  if (!error_.empty()) return;
  const Plan& plan = plan_for(target.id);
  ++passes_;
  Tensors& t = *tensors_;
  const Pass pass = this_pass();
  for (const Op* op : plan.forward) op->kind->forward(*op, pass);
  t.target = target.id;
  t.last = -1;
}

// Which use of each tensor is the first to write its gradient, in the order of the backward pass.
// Memory that is seen through views of parts is filled with zeros first and only added to.
void Graph::prepare(Plan& plan) {
  Tensors& t = *tensors_;
  plan.has_backward = true;
  std::vector<char> needed(t.shape.size(), false), written(t.shape.size(), false);
  std::vector<int> zeroed;
  const auto own_gradient = [&](int id) {
    const auto root = t.at(t.root[t.at(id)]);
    if (forgets_ && t.producer[root] != nullptr) return root;
    if (t.gradient[root] == nullptr) t.gradient[root] = t.arena.take(t.shape[root].size());
    t.gradient[t.at(id)] = t.gradient[root] + t.offset[t.at(id)];
    return root;
  };
  needed[t.at(plan.target)] = true;
  own_gradient(plan.target);
  for (auto op = t.ops.rbegin(); op != t.ops.rend(); ++op) {
    const auto out = t.at(op->out);
    if (!needed[out] || !t.differentiable[out]) continue;
    if (op->view >= 0) {
      const auto root = own_gradient(op->view);
      needed[t.at(op->view)] = needed[root] = true;
      if (t.shape[out].size() != t.shape[root].size() && !written[root]) {
        zeroed.push_back(static_cast<int>(root));
        written[root] = true;
      }
    }
    for (const int in : op->in)
      if (t.differentiable[t.at(in)]) needed[t.at(in)] = true;
  }
  for (auto op = t.ops.rbegin(); op != t.ops.rend(); ++op) {
    const auto out = t.at(op->out);
    if (op->view >= 0 || !needed[out] || !t.differentiable[out]) continue;
    plan.backward.push_back({&*op, plan.into.size()});
    for (const int in : op->in) {
      plan.into.push_back(Into::overwrite);
      if (!t.differentiable[t.at(in)]) continue;
      const auto root = own_gradient(in);
      if (written[root]) plan.into.back() = Into::add;
      written[root] = true;
    }
  }
  if (forgets_) share_gradients(plan, zeroed);
  const std::vector<float*>& place = forgets_ ? plan.gradient : t.gradient;
  for (const int root : zeroed)
    plan.zero.push_back({place[t.at(root)], t.shape[t.at(root)].size()});
  // Parameters that this loss does not reach, of this graph or another, have no gradient.
  std::vector<char> reached(weights_.parameters().size(), false);
  for (int i = 0; i < t.size(); ++i)
    if (t.parameter[t.at(i)] >= 0 && written[t.at(i)]) reached[t.at(t.parameter[t.at(i)])] = true;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (reached[i]) continue;
    const std::span<float> gradient = weights_.gradient(static_cast<int>(i));
    plan.zero.push_back({gradient.data(), gradient.size()});
  }
}

// Gradients of what is computed live from the first step that writes them to the one that reads
// them; those that are filled with zeros, from the beginning. What is free again is lent to the
// next that fits.
void Graph::share_gradients(Plan& plan, const std::vector<int>& zeroed) {
  Tensors& t = *tensors_;
  plan.gradient = t.gradient;
  const auto root_of = [&](int id) { return t.at(t.root[t.at(id)]); };
  std::vector<std::size_t> reader(t.shape.size(), plan.backward.size());
  for (std::size_t i = 0; i < plan.backward.size(); ++i)
    reader[root_of(plan.backward[i].op->out)] = i;
  std::vector<char> free(t.lent.size(), true);
  std::vector<std::size_t> lent(t.shape.size());
  const auto take = [&](std::size_t root) {
    if (plan.gradient[root] != nullptr) return;
    const std::size_t size = t.shape[root].size();
    std::size_t best = t.lent.size();
    for (std::size_t i = 0; i < t.lent.size(); ++i)
      if (free[i] && t.lent[i].size >= size &&
          (best == t.lent.size() || t.lent[i].size < t.lent[best].size))
        best = i;
    if (best == t.lent.size()) {
      t.lent.push_back({t.arena.take(size), size});
      free.push_back(true);
    }
    free[best] = false;
    lent[root] = best;
    plan.gradient[root] = t.lent[best].at;
  };
  for (const int root : zeroed) take(t.at(root));
  take(root_of(plan.target));
  for (std::size_t i = 0; i < plan.backward.size(); ++i) {
    const Op& op = *plan.backward[i].op;
    for (const int in : op.in)
      if (t.differentiable[t.at(in)]) take(root_of(in));
    const std::size_t read = root_of(op.out);
    assert(plan.gradient[read] != nullptr);
    if (reader[read] == i) free[lent[read]] = true;
  }
  for (int id = 0; id < t.size(); ++id) {
    const std::size_t root = root_of(id);
    if (root == t.at(id) || !t.differentiable[t.at(id)] || plan.gradient[root] == nullptr) continue;
    plan.gradient[t.at(id)] = plan.gradient[root] + t.offset[t.at(id)];
  }
}

// Calls before(step, gradients by tensor) when the gradient of the step's result is complete.
template <class Before>
void Graph::pass_back(Plan& plan, Before before) {
  for (const Plan::Range& range : plan.zero) std::fill_n(range.from, range.size, 0.0f);
  Pass pass = this_pass();
  if (forgets_) pass.gradient = plan.gradient.data();
  pass.gradient[plan.target][0] = 1;
  for (const Step& step : plan.backward) {
    before(step, pass.gradient);
    step.op->kind->backward(*step.op, pass, plan.into.data() + step.into);
  }
}

void Graph::backward(Var loss) {
  if (!error_.empty() || !loss.valid()) return;
  assert(shape(loss).size() == 1);
  Plan& plan = plan_for(loss.id);
  if (!plan.has_backward) prepare(plan);
  pass_back(plan, [](const Step&, float* const*) {});
  tensors_->last = loss.id;
}

bool Graph::check() {
  if (fault_ != nullptr) return false;
  if (!error_.empty() || plans_.empty()) return true;
  Tensors& t = *tensors_;
  const auto blame = [&](int id, bool gradient) {
    const Var v{this, id};
    fault_ = std::make_unique<Fault>(
        Fault{passes_, std::string(layer(v)), std::string(operation(v)), gradient});
    return false;
  };
  const Plan& done = plan_for(t.target);
  for (int id = 0; id < t.size(); ++id)
    if (t.producer[t.at(id)] == nullptr && !finite(value({this, id}))) return blame(id, false);
  for (const Op* op : done.forward)
    if (!finite(value({this, op->out}))) return blame(op->out, false);
  if (t.last < 0) return true;
  std::vector<char> sound(t.shape.size(), true);
  for (int id = 0; id < t.size(); ++id)
    if (t.parameter[t.at(id)] >= 0) sound[t.at(id)] = finite(gradient({this, id}));
  const auto look = [&](const Step& step, float* const* place) {
    if (fault_ != nullptr) return;
    const auto out = t.at(step.op->out);
    if (!finite({place[out], t.shape[out].size()})) blame(step.op->out, true);
    for (const int in : step.op->in)
      if (fault_ == nullptr && !sound[t.at(in)]) blame(in, true);
  };
  Plan& last = plan_for(t.last);
  if (forgets_) {
    pass_back(last, look);  // what is forgotten is computed again
  } else {
    for (const Step& step : last.backward) look(step, t.gradient.data());
  }
  return fault_ == nullptr;
}

std::string Fault::sentence() const {
  return std::string("the first number that is not finite: ") + (gradient ? "gradient" : "value") +
         " of " + operation + " in " + layer + ", pass " + std::to_string(pass);
}

}  // namespace nn
