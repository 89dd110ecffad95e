#include "labs/bptt/symbols.h"

#include "labs/phrases.h"

namespace laboratory::bptt {
namespace {

constexpr const char* digits_below[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};

// Steps that are written out on a way through time; of more the middle is left out.
constexpr int most_written = 6;

// Calls `write(t)` for the steps from `first` to `last`, and `gap()` once for those left out.
template <class Write, class Gap>
void along(int first, int last, Write write, Gap gap) {
  for (int t = first; t <= last; ++t) {
    if (last - first >= most_written && t == first + 3) {
      gap();
      t = last - 1;
    }
    write(t);
  }
}

}  // namespace

std::string at_step(const char* letter, int t) {
  std::string s = letter;
  for (const char c : std::to_string(t)) s += digits_below[c - '0'];
  return s;
}

const char* symbol(Weight w) {
  constexpr const char* symbols[] = {"Wₓ", "Wₕ", "bₕ"};
  return symbols[static_cast<std::size_t>(w)];
}

std::string gradient_symbol(Weight w) { return std::string("∂L/∂") + symbol(w); }

std::string share_symbol(Weight w, int t) {
  const std::string delta = at_step("δ", t);
  if (w == Weight::Wx) return delta + " " + at_step("x", t) + "ᵀ";
  return w == Weight::Wh ? delta + " " + at_step("h", t - 1) + "ᵀ" : delta;
}

std::string slope_symbol(Activation g) {
  constexpr const char* symbols[] = {"1", "tanh′", "σ′", "ReLU′", "softplus′"};
  return symbols[static_cast<std::size_t>(g)];
}

std::string column(const lab::Matrix& m, int t) {
  constexpr int digits = 3, most = 12;
  return column_words(at_time(m, t), digits, most);
}

std::string path(const Study& s, Weight w, int t) {
  std::string way = symbol(w);
  along(
      t, s.T(), [&](int k) { way += " → " + at_step("h", k); }, [&] { way += " → …"; });
  return way + " → L";
}

std::string product(const Study& s, int t) {
  std::string factors;
  along(
      t, s.T(), [&](int k) { factors += (factors.empty() ? "" : " Wₕᵀ ") + at_step("D", k); },
      [&] { factors += " Wₕᵀ …"; });
  return factors + " ∇L";
}

}  // namespace laboratory::bptt
