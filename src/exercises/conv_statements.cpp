// 1c: which statements about convolutional layers are true?
#include <optional>
#include <string>

#include "exercises/all.h"
#include "labs/all.h"
#include "num/conv.h"
#include "num/rng.h"

namespace exercises {
namespace {

// Whole sides are told from their neighbours by less than this, relative, up to a side of 1152.
constexpr double whole_tolerance = 1e-4;

void set(lab::Fields& fields, const char* key, int value) {
  fields.set(key, std::to_string(value));
}

struct Geometry {
  int n, kernel, padding, stride, dilation;
};

// The paper asks for the verdicts alone. A variant has another geometry and asks for the side that
// follows from it as well.
struct ConvQuestion {
  bool paper = true;
  Geometry geometry = {};
};

// The question is about the geometry that the lab shows. It stays where the kernel fits nowhere,
// and where a table of the person's own has another size than the fields say.
void follow_conv(ConvQuestion& q, const lab::Fields& fields) {
  const bool none = lab::text(fields.find("pad_mode")->slot) == "none";
  const Geometry shown = {fields.whole_value("n"), fields.whole_value("kernel"),
                          none ? 0 : fields.whole_value("padding"), fields.whole_value("stride"),
                          fields.whole_value("dilation")};
  const auto given = [&fields](const char* key) {
    return !lab::text(fields.find(key)->slot).empty();
  };
  if (num::conv_side(shown.n, shown.kernel, shown.stride, shown.padding, shown.dilation) > 0 &&
      !given("X") && !given("K"))
    q.geometry = shown;
}

// Small enough to be done by hand, with every term of the formula at work.
std::optional<ConvQuestion> draw_conv(num::Rng& rng, lab::Fields& fields) {
  set(fields, "n", 14 + rng.below(27));
  set(fields, "kernel", 2 + rng.below(6));
  set(fields, "padding", 1 + rng.below(3));
  set(fields, "stride", 2 + rng.below(2));
  set(fields, "dilation", 1 + rng.below(2));
  set(fields, "row", 3);
  set(fields, "col", 3);
  // The smallest kernels have no room for second differences.
  constexpr const char* filters[] = {"sobel-x", "sobel-y", "gabor", "emboss"};
  constexpr const char* images[] = {"shapes", "stripes", "glyph", "face"};
  fields.set("filter", one_of(rng, filters));
  fields.set("image", one_of(rng, images));
  return ConvQuestion{.paper = false};
}

exam::ManyOf statements() {
  using enum exam::Key;
  return {{
      {"i",
       "A convolutional layer applies filters with learnable weights to its input and so produces "
       "feature maps.",
       yes,
       "That is the definition: each filter is a small array of weights that training adjusts, and "
       "each leaves one map. In the lab sixteen filters leave sixteen maps of one picture.",
       "image=shapes&n=64&kernel=3&padding=1&pad_mode=zero&stride=1&dilation=1&filter=sobel-x&"
       "filters=16&shift_x=6&shift_y=4&tab=filters&figure=bank"},
      {"ii",
       "Convolutional layers suit data with two-dimensional spatial relations, such as images.",
       yes,
       "A cell looks at neighbours only, and the same weights look everywhere, so a pattern is "
       "found wherever it stands: move the picture and the map moves along. That is equivariance; "
       "invariance, no change at all, is more than a convolution gives.",
       "image=shapes&n=64&kernel=3&padding=0&pad_mode=zero&stride=1&dilation=1&filter=edge-45&"
       "shift_x=12&shift_y=8&tab=moved&figure=shift"},
      {"iii",
       "Padding puts additional rows and columns of zeros around the input before the filters are "
       "applied.",
       contested,
       "True of zero padding, the default and what the sentence describes. Read as a definition of "
       "all padding it is too narrow: reflecting and replicating add a border without zeros. "
       "Either "
       "verdict earns the mark. Keeping the size is what padding is for, not what it is.",
       "image=glyph&n=32&kernel=5&padding=2&pad_mode=zero&stride=1&dilation=1&filter=box&row=1&"
       "col=1&shift_x=6&shift_y=4"},
      {"iv",
       "Stride is the step by which a filter moves over the input; it affects the size and the "
       "resolution of the output.",
       yes,
       "The stride divides the side: ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1. At stride 2 every second "
       "place "
       "is skipped, so the map has about half the side. The number of maps stays that of the "
       "filters.",
       "image=shapes&n=64&kernel=3&padding=1&pad_mode=zero&stride=2&dilation=1&filter=sobel-x&"
       "row=16&col=16&shift_x=6&shift_y=4&tab=sizes&figure=sides"},
  }};
}

int side_of(const Geometry& g) {
  return num::conv_side(g.n, g.kernel, g.stride, g.padding, g.dilation);
}

std::string words(const Geometry& g) {
  return "n = " + std::to_string(g.n) + ", kernel k = " + std::to_string(g.kernel) +
         ", padding p = " + std::to_string(g.padding) + ", stride s = " + std::to_string(g.stride) +
         ", dilation d = " + std::to_string(g.dilation);
}

exam::Number side(const Geometry& g) {
  const int right = side_of(g);
  exam::Number number;
  number.value = right;
  number.tolerance = whole_tolerance;
  number.unit = "cells";
  // A wrong model that happens to be right here tells nothing, and where two give one number both
  // are named.
  const auto mistake = [&](int value, const char* cure) {
    if (value == right) return;
    for (exam::NumberMistake& m : number.mistakes) {
      if (m.value != value) continue;
      m.cure += std::string(" Or is it this? ") + cure;
      return;
    }
    number.mistakes.push_back({static_cast<double>(value), cure});
  };
  const int span = num::conv_span(g.kernel, g.dilation), room = g.n + 2 * g.padding - span;
  mistake(num::conv_side(g.n, g.kernel, g.stride, 0, g.dilation),
          "That is the side without padding; it adds p cells at either end, 2p in all.");
  mistake(num::conv_side(g.n + g.padding, g.kernel, g.stride, 0, g.dilation),
          "The padding stands at both ends of a row: add it twice.");
  mistake(right - 1,
          "The kernel’s first place counts too: add 1 to the number of steps that it can take.");
  mistake((room + g.stride - 1) / g.stride + 1,
          "A last step that does not fit is not taken: round down before you add 1.");
  mistake(room + 1, "That is the side at stride 1; divide the room to move by the stride first.");
  mistake(num::conv_side(g.n, g.kernel, g.stride, g.padding, 1),
          "Dilation spreads the kernel over d(k − 1) + 1 cells; you gave it only k.");
  mistake(g.n, "The input keeps its side only at stride 1 with “same” padding, 2p = d(k − 1).");
  return number;
}

exam::Facts conv_facts(const ConvQuestion& q) {
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.number("pad", q.geometry.padding);
  facts.number("side", side_of(q.geometry));
  return facts;
}

exam::Form conv_form(const ConvQuestion& q) {
  exam::Form fs = {{"statements", "True or false?", statements(),
                    "Filters, locality, padding and stride are what the layer is; only (iii) can "
                    "be read two ways."}};
  if (q.paper) return fs;
  const Geometry& g = q.geometry;
  fs.push_back(
      {"out.side", "Side of the output map for " + words(g), side(g),
       "The kernel fits in that many places: the steps it can take, rounded down, plus its "
       "first place."});
  return fs;
}

// The places at which the kernel's first cell can stand, counted.
std::string why_so_wide(const Geometry& g) {
  const auto n = [](int x) { return std::to_string(x); };
  const int row = g.n + 2 * g.padding, span = num::conv_span(g.kernel, g.dilation);
  return "Of the " + n(row) + " cells of a " + (g.padding > 0 ? "padded " : "") +
         "row the kernel spans " + n(span) + ", and it moves on by " + n(g.stride) + ": ⌊(" +
         n(row) + " − " + n(span) + ")/" + n(g.stride) + "⌋ + 1 = {{out.width}}.";
}

exam::Prediction conv_guess(const ConvQuestion& q) {
  constexpr double largest = 2000;
  return {"A kernel visits a square picture, with " + words(q.geometry) +
              ". How many cells wide do you think its map is?",
          {"sliding", "sides"},
          {"out.*", "dense.*"},
          exam::Estimate{{"out.width"}, "cells", 1, largest, true},
          why_so_wide(q.geometry)};
}

constexpr exam::Asking<ConvQuestion> conv_asking = {.lab = &laboratory::convolution::lab_row,
                                                    .draw = draw_conv,
                                                    .follow = follow_conv,
                                                    .form = conv_form,
                                                    .predict = conv_guess,
                                                    .facts = conv_facts};

}  // namespace

const exam::Exercise conv_statements = exam::exercise<conv_asking>();

}  // namespace exercises
