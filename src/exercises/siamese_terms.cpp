#include "exercises/siamese_terms.h"

#include <algorithm>
#include <string_view>

#include "exam/instance.h"
#include "labs/all.h"

namespace exercises {

using laboratory::siamese::Merge;
using SiameseParams = laboratory::siamese::Params;

void follow_twins(TwinsQuestion& q, const lab::Fields& fields) {
  q.net = lab::parameters<SiameseParams>(fields);
}

std::optional<TwinsQuestion> telling_twins(const lab::Fields& fields) {
  if (!exam::accepted(laboratory::siamese::lab_row, fields)) return std::nullopt;
  return TwinsQuestion{};
}

num::Symbol identity(int n) {
  num::Symbol s{"I"};
  s.rows = s.cols = n;
  s.also = {"Id", "I_n", "I_{Da}", "I_" + std::to_string(n)};
  s.low = s.high = 0;  // no example of a wrong answer needs to say what it is
  for (int r = 0; r < n; ++r) {
    for (int c = 0; c < n; ++c)
      s.meaning += (c > 0 ? "," : r > 0 ? ";" : "[") + std::string(r == c ? "1" : "0");
  }
  s.meaning += "]";
  return s;
}

num::Symbol activation_name(const SiameseParams& p) {
  num::Symbol s{"g"};
  s.function = activation(p.activation);
  return s;
}

int hidden(const SiameseParams& p) { return std::max(p.Da, 2); }

const char* activation(laboratory::siamese::Activation g) {
  constexpr const char* names[] = {"relu", "leaky", "tanh", "sigmoid"};
  return names[static_cast<std::size_t>(g)];
}

num::Symbol of_layer(num::Symbol symbol, const char* rows, const char* cols) {
  symbol.sides = {rows, cols};
  return symbol;
}

exam::Alternative own_cost(const std::string& what, const std::string& quantity) {
  return {"m (" + what + ")",
          "That is " + quantity +
              " of this pair’s own cost, −L, and counts. J is the mean over m pairs, so its own "
              "carries 1/m.",
          1, "", false};
}

Link link(const SiameseParams& p) {
  const bool relu = p.activation == laboratory::siamese::Activation::relu;
  const std::string slope = std::string(activation(p.activation)) + "'";
  const std::string slope1 = relu ? "1[z1>0]" : slope + "(z1)";
  const std::string slope2 = relu ? "1[z2>0]" : slope + "(z2)";
  switch (p.merge) {
    case Merge::difference:
      return {"", slope1, "-", slope2, "a1 - a2"};
    case Merge::sum:
      return {"", slope1, "", slope2, "a1 + a2"};
    case Merge::product:
      return {"a2 ⊙ ", slope1, "a1 ⊙ ", slope2, "a1 ⊙ a2"};
    case Merge::distance:
      break;
  }
  return {"sign(a1 - a2) ⊙ ", slope1, "-sign(a1 - a2) ⊙ ", slope2, "abs(a1 - a2)"};
}

std::string alone(std::string outer) {
  constexpr std::string_view times = "⊙ ";
  if (outer.ends_with(times)) outer.resize(outer.size() - times.size());
  return outer;
}

std::string opposite(const std::string& outer) {
  return outer.empty() ? "-" : outer[0] == '-' ? outer.substr(1) : "-" + outer;
}

}  // namespace exercises
