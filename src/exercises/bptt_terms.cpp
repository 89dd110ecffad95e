#include "exercises/bptt_terms.h"

#include "exercises/names.h"

namespace exercises {

using laboratory::bptt::Activation, laboratory::bptt::Weight;

namespace {

constexpr int time_units = 3, time_inputs = 2;

// δ at step t that the loss of step s sends back, as a product.
std::string sent_back(const TimeQuestion& q, int s, int t, Slip slip) {
  const std::string turned = slip == Slip::untransposed ? "Wh " : "Whᵀ ";
  std::string factors;
  if (slip == Slip::reversed) {
    for (int k = s; k > t; --k) factors += numbered("D", k) + " Whᵀ ";
    return factors + numbered("D", t) + " " + slope_of_loss(q, s);
  }
  if (slip == Slip::no_own_turned) {
    for (int k = s; k > t; --k) factors += "Whᵀ " + numbered("D", k) + " ";
    return factors + slope_of_loss(q, s);
  }
  if (slip == Slip::slope_last) {
    for (int k = t + 1; k <= s; ++k) factors += "Whᵀ " + numbered("D", k) + " ";
    return factors + numbered("D", t) + " " + slope_of_loss(q, s);
  }
  if (slip == Slip::slopes_first) {
    factors = numbered("D", t) + " ";
    for (int k = t + 1; k <= s; ++k) factors += numbered("D", k) + " Whᵀ ";
    return factors + slope_of_loss(q, s);
  }
  if (slip == Slip::one_step_on) factors = "Whᵀ ";
  if (slip == Slip::too_many) factors = numbered("D", t) + " Whᵀ ";
  if (slip != Slip::no_slopes && slip != Slip::no_own_slope) factors += numbered("D", t) + " ";
  for (int k = t + 1; k <= s; ++k) {
    if (slip == Slip::too_few && k == t + 1) continue;
    factors += turned + (slip == Slip::no_slopes ? "" : numbered("D", k) + " ");
  }
  return factors + slope_of_loss(q, s);
}

// Calls `write(s, t)` for each loss s and each step t up to it.
template <class Write>
void each_term(const TimeQuestion& q, Write write) {
  for (int s = q.every() ? 1 : q.T; s <= q.T; ++s)
    for (int t = 1; t <= s; ++t) write(s, t);
}

}  // namespace

std::string numbered(const char* letter, int t) { return letter + std::to_string(t); }

const char* tried_activation(const TimeQuestion& q) {
  constexpr const char* names[] = {"tanh", "tanh", "sigmoid", "relu", "softplus"};
  return names[static_cast<std::size_t>(q.net.activation)];
}

std::string weight_name(Weight w) { return w == Weight::Wx ? "Wx" : w == Weight::Wh ? "Wh" : "bh"; }
std::string gradient_name(Weight w) { return "∂L/∂" + weight_name(w); }

std::string slope_of_loss(const TimeQuestion& q, int step) {
  return q.every() ? numbered("∇L", step) : "∇L";
}

std::string input_in_time(Weight w, int t) {
  if (w == Weight::bh) return "";
  return w == Weight::Wx ? numbered("x", t) + "ᵀ" : numbered("h", t - 1) + "ᵀ";
}

std::vector<num::Symbol> names_in_time(const TimeQuestion& q, bool jacobians) {
  std::vector<num::Symbol> names;
  names.push_back(drawn("T", 1, 1, q.T, q.T));
  names.back().whole = names.back().transposes = true;
  names.push_back(drawn("Wh", time_units, time_units));
  names.push_back(drawn("Wx", time_units, time_inputs));
  names.push_back(drawn("bh", time_units, 1));
  names.push_back(drawn("h0", time_units, 1, 0, 0));
  const std::string g = tried_activation(q);
  for (int t = 1; t <= q.T; ++t) names.push_back(drawn(numbered("x", t), time_inputs, 1));
  for (int t = 1; t <= q.T; ++t) {
    names.push_back(computed(numbered("a", t), time_units,
                             "Wh " + numbered("h", t - 1) + " + Wx " + numbered("x", t) + " + bh"));
    names.push_back(computed(numbered("h", t), time_units, g + "(" + numbered("a", t) + ")"));
  }
  for (int t = 1; t <= q.T; ++t) {
    names.push_back(
        computed(numbered("D", t), time_units, "diag(" + g + "'(" + numbered("a", t) + "))"));
    names.back().cols = time_units;
  }
  for (int t = 1; jacobians && t <= q.T; ++t) {
    names.push_back(computed(numbered("J", t), time_units, numbered("D", t) + " Wh"));
    names.back().cols = time_units;
    names.back().also = {"∂h" + std::to_string(t) + "/∂h" + std::to_string(t - 1)};
  }
  for (int t = q.every() ? 1 : q.T; t <= q.T; ++t) {
    names.push_back(drawn(slope_of_loss(q, t), time_units, 1));
    const std::string now = std::to_string(t);
    if (q.every())
      names.back().also = {"∂L" + now + "/∂h" + now};
    else
      names.back().also = {"∂L/∂y", "∂L/∂h" + now, "∂L/∂hT", "∇yL", "dL"};
  }
  num::Symbol sigma{"σ"};
  sigma.function = g;
  names.push_back(sigma);
  return names;
}

std::string gradient_in_time(const TimeQuestion& q, Slip slip) {
  std::string sum;
  each_term(q, [&](int s, int t) {
    sum += (sum.empty() ? "" : " + ") + sent_back(q, s, t, slip) + " " + input_in_time(q.weight, t);
  });
  return sum;
}

std::string last_terms(const TimeQuestion& q) {
  return sent_back(q, q.T, q.T, Slip::none) + " " + input_in_time(q.weight, q.T);
}

std::string with_last_input(const TimeQuestion& q) {
  std::string sum;
  each_term(q, [&](int s, int t) {
    sum += (sum.empty() ? "(" : " + ") + sent_back(q, s, t, Slip::none);
  });
  return sum + ") " + input_in_time(q.weight, q.T);
}

}  // namespace exercises
