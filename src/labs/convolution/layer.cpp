#include "labs/convolution/layer.h"

#include "labs/phrases.h"

namespace laboratory::convolution {
namespace {

num::Edge edge(PadMode mode) {
  return mode == PadMode::none ? num::Edge::zero : static_cast<num::Edge>(mode);
}

void take_input(Layer& layer, const Params& p, const std::vector<float>& rgb) {
  if (!p.X.empty() && p.X.rows % p.channels == 0) {
    layer.conv.channels = p.channels;
    layer.conv.rows = p.X.rows / p.channels;
    layer.conv.cols = p.X.cols;
    layer.exact = p.X.values;
    layer.input.assign(p.X.values.begin(), p.X.values.end());
    return;
  }
  if (!p.X.empty())
    layer.problems.push_back(
        {"X", "X has " + std::to_string(p.X.rows) + (p.X.rows == 1 ? " row" : " rows") +
                  ", which cannot be shared evenly by " + std::to_string(p.channels) +
                  " channels; stack as many rows for each. The picture is used instead."});
  layer.conv.channels = drawn_channels(p.channels);
  layer.conv.rows = layer.conv.cols = p.n;
  layer.input = channel_planes(rgb, p.channels);
}

// The same weights for every plane.
void share_kernel(Layer& layer, const std::vector<double>& one) {
  for (int h = 0; h < layer.conv.channels; ++h)
    layer.kernel.insert(layer.kernel.end(), one.begin(), one.end());
}

bool take_table(Layer& layer, const Params& p) {
  if (p.K.empty()) return false;
  const KernelSize size = kernel_size(p.K, p.channels, layer.conv.channels);
  if (size.rows == 0) {
    layer.problems.push_back(
        {"K", "K has " + std::to_string(p.K.rows) + (p.K.rows == 1 ? " row" : " rows") +
                  ", which cannot be shared evenly by " + std::to_string(p.channels) +
                  " channels; give one square kernel for all, or stack "
                  "one for each. The filter is used instead."});
    return false;
  }
  layer.conv.kernel_rows = size.rows;
  layer.conv.kernel_cols = size.cols;
  layer.kernel_name = "K";
  if (size.rows == p.K.rows) {
    share_kernel(layer, p.K.values);
  } else {
    layer.kernel.assign(p.K.values.begin(),
                        p.K.values.begin() + static_cast<std::ptrdiff_t>(layer.conv.kernel_size()));
  }
  return true;
}

void take_filter(Layer& layer, const Params& p) {
  const std::string name = filter_names()[static_cast<std::size_t>(p.filter)];
  const bool roomy = p.kernel >= least_side(p.filter);
  if (!roomy)
    layer.problems.push_back(
        {"kernel", "The filter " + name + " needs a kernel of side " +
                       std::to_string(least_side(p.filter)) + " or more; choose one. At side " +
                       std::to_string(p.kernel) + " the identity is used instead."});
  const Filter filter = roomy ? p.filter : Filter::identity;
  layer.conv.kernel_rows = layer.conv.kernel_cols = p.kernel;
  layer.kernel_name = roomy ? name : "identity";
  share_kernel(layer, weights(filter, p.kernel, static_cast<std::uint64_t>(p.seed)));
}

}  // namespace

KernelSize kernel_size(const lab::Matrix& K, int channels, int drawn) {
  if (channels == 1 || K.rows == K.cols) return {K.rows, K.cols};
  if (K.rows % channels == 0) return {K.rows / channels, K.cols};
  if (K.rows % drawn == 0) return {K.rows / drawn, K.cols};
  return {};
}

double Layer::input_at(std::ptrdiff_t index) const {
  const std::size_t i = static_cast<std::size_t>(index);
  return given() ? exact[i] : static_cast<double>(input[i]);
}

Layer layer_of(const Params& p, const std::vector<float>& rgb) {
  Layer layer;
  layer.channels = p.channels;
  take_input(layer, p, rgb);
  if (!take_table(layer, p)) take_filter(layer, p);
  num::Conv& conv = layer.conv;
  conv.stride = p.stride;
  conv.pad = p.pad_mode == PadMode::none ? 0 : p.padding;
  conv.dilation = p.dilation;
  conv.edge = edge(p.pad_mode);
  if (!conv.fits())
    layer.problems.push_back(
        {"kernel", "The kernel reaches over " +
                       sides(num::conv_span(conv.kernel_rows, conv.dilation),
                             num::conv_span(conv.kernel_cols, conv.dilation)) +
                       " cells but the padded input has only " +
                       sides(conv.rows + 2 * conv.pad, conv.cols + 2 * conv.pad) +
                       ", so there is no output; make the kernel or its dilation smaller, or the "
                       "input or its padding larger."});
  return layer;
}

std::vector<float> feature_map(const Layer& layer, const std::vector<float>& input) {
  const std::vector<float> kernel(layer.kernel.begin(), layer.kernel.end());
  return num::convolve<float>(layer.conv, input, kernel);
}

}  // namespace laboratory::convolution
