#include "labs/graphical_model/models.h"

#include <algorithm>

namespace laboratory::graphical_model {
namespace {

// Arrows from the z of a model to the x of its step.
void add_readings(num::Digraph& g, const Sizes& n) {
  for (int t = 0; t < n.pairs(); ++t) g.add(n.z(t), n.x(t));
}

// Every z and every x from all that came before it, z before x in each step.
void add_everything_before(num::Digraph& g, const Sizes& n) {
  for (int t = 0; t < n.latents; ++t) {
    for (int before = 0; before < t; ++before) {
      g.add(n.z(before), n.z(t));
      if (before < n.observed) g.add(n.x(before), n.z(t));
    }
  }
  for (int t = 0; t < n.observed; ++t) {
    for (int before = 0; before <= std::min(t, n.latents - 1); ++before) g.add(n.z(before), n.x(t));
    for (int before = 0; before < t; ++before) g.add(n.x(before), n.x(t));
  }
}

// No rule, as figures of tutorials have none: two causes meet, one node is read twice.
void add_irregular(num::Digraph& g, const Sizes& n) {
  for (int t = 2; t < n.latents; ++t) {
    g.add(n.z(t - 2), n.z(t));
    g.add(n.z(t - 1), n.z(t));
  }
  for (int t = 0; t < n.observed; ++t) {
    g.add(n.z(std::min(n.observed - 1 - t, n.latents - 1)), n.x(t));
    if (t % 2 == 1) g.add(n.z(0), n.x(t));
  }
}

// What is observed acts on what comes next.
void add_feedback(num::Digraph& g, const Sizes& n) {
  add_readings(g, n);
  for (int t = 0; t + 1 < n.latents; ++t) {
    if (t < n.observed) g.add(n.x(t), n.z(t + 1));
    if (t % 2 == 1) g.add(n.z(t), n.z(t + 1));
  }
}

}  // namespace

num::Digraph model_graph(Model model, const Sizes& n) {
  num::Digraph g(n.nodes());
  switch (model) {
    case Model::own:
      break;
    case Model::state_space:
      for (int t = 0; t + 1 < n.latents; ++t) g.add(n.z(t), n.z(t + 1));
      add_readings(g, n);
      break;
    case Model::ladder:
      for (int t = 0; t + 1 < n.latents; ++t) g.add(n.z(t + 1), n.z(t));
      add_readings(g, n);
      break;
    case Model::independent:
      add_readings(g, n);
      break;
    case Model::autoregressive:
      add_everything_before(g, n);
      break;
    case Model::shared:
      for (int t = 0; t < n.observed; ++t) g.add(n.z(0), n.x(t));
      add_readings(g, n);
      break;
    case Model::irregular:
      add_irregular(g, n);
      break;
    case Model::looped:
      add_feedback(g, n);
      break;
  }
  return g;
}

num::Digraph encoder_graph(Shape shape, const Sizes& n) {
  num::Digraph g(n.nodes());
  const auto from_x = [&](int t, int first, int last) {
    for (int s = std::max(first, 0); s <= std::min(last, n.observed - 1); ++s)
      g.add(n.x(s), n.z(t));
  };
  const auto from_z = [&](int t, int first, int last) {
    for (int s = std::max(first, 0); s <= std::min(last, n.latents - 1); ++s)
      if (s != t) g.add(n.z(s), n.z(t));
  };
  const int last = n.observed - 1;
  for (int t = 0; t < n.latents; ++t) {
    switch (shape) {
      case Shape::own:
        break;
      case Shape::per_step:
        from_x(t, t, t);
        break;
      case Shape::so_far:
        from_x(t, 0, t);
        break;
      case Shape::mean_field:
        from_x(t, 0, last);
        break;
      case Shape::filtering:
        from_x(t, t, t), from_z(t, t - 1, t);
        break;
      case Shape::reverse:
        from_x(t, t, t), from_z(t, t, t + 1);
        break;
      case Shape::causal:
        from_x(t, 0, t), from_z(t, 0, t);
        break;
      case Shape::smoothing:
        from_x(t, t, last), from_z(t, t - 1, t);
        break;
      case Shape::backward:
        from_x(t, 0, t), from_z(t, t, t + 1);
        break;
      case Shape::complete:
        from_x(t, 0, last), from_z(t, 0, t);
        break;
    }
  }
  return g;
}

}  // namespace laboratory::graphical_model
