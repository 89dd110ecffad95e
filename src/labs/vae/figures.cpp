#include "labs/vae/figures.h"

#include <algorithm>
#include <cmath>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::vae {
namespace {

using lab::Role;

constexpr double latent_reach = 3.2;  // of the axes of the latent space
constexpr int ellipses_drawn = 40;    // posteriors among the cloud
constexpr int data_drawn = 1500;      // points behind what z is decoded to
constexpr int compared = 2048;        // points of the data and of the model side by side
constexpr std::size_t most_points = 400;
constexpr int window = 50;  // steps that the curve of the bound is a mean over

std::string after(std::int64_t steps) { return "after " + lab::counted(steps, "step", "steps"); }

bool is_dim(double d, int latent) { return d == std::floor(d) && d >= 1 && d <= latent; }

// Points of the data as a cloud of one class.
void add_points(lab::Splats& splats, std::span<const float> xy, std::size_t most, int of) {
  const std::size_t n = std::min(most, xy.size() / 2);
  for (std::size_t i = 0; i < n; ++i) {
    splats.px.push_back(xy[2 * i]);
    splats.py.push_back(xy[2 * i + 1]);
    splats.of.push_back(static_cast<std::uint8_t>(of));
  }
}

lab::Splats data_plane() {
  lab::Splats splats;
  splats.x = {"x₁", -1.4, 1.4, false};
  splats.y = {"x₂", -1.4, 1.4, false};
  return splats;
}

void circle(lab::Ellipses& e, double x, double y, double radius) {
  e.x.push_back(static_cast<float>(x));
  e.y.push_back(static_cast<float>(y));
  e.a.push_back(static_cast<float>(radius));
  e.b.push_back(static_cast<float>(radius));
  e.angle.push_back(0);
}

void draw_codes(Learner& l, const Study& s, lab::Report& r) {
  const nn::Dataset& train = l.data.train;
  if (l.data.binary) {
    lab::Tiles tiles;
    tiles.rows = tiles.cols = image_side;
    tiles.signed_values = false;
    for (int c = 0; c < codes; ++c) tiles.names.push_back("code " + std::to_string(c + 1));
    for (const float logit : s.means)
      tiles.values.push_back(static_cast<float>(1 / (1 + num::exp(-static_cast<double>(logit)))));
    r.figure("latent", "What each of the eight codes is decoded to, " + after(s.steps),
             "A discrete latent trains as well: its ELBO is " + brief(s.codes->elbo) +
                 " nats, summed over all eight codes.",
             std::move(tiles))
        .room = lab::Room::story;
    return;
  }
  lab::Splats splats = data_plane();
  for (int c = 0; c < codes; ++c) splats.classes.push_back("code " + std::to_string(c + 1));
  const std::size_t n = std::min<std::size_t>(train.inputs.size() / 2, compared);
  const std::vector<float> q = l.book->encode(std::span(train.inputs).first(2 * n));
  for (std::size_t i = 0; i < n; ++i) {
    const auto row = q.begin() + static_cast<std::ptrdiff_t>(i) * codes;
    splats.px.push_back(train.inputs[2 * i]);
    splats.py.push_back(train.inputs[2 * i + 1]);
    splats.of.push_back(static_cast<std::uint8_t>(std::max_element(row, row + codes) - row));
  }
  lab::Ellipses means{"mean of x given a code, 2σ", Role::target, false, {}, {}, {}, {}, {}};
  for (std::size_t c = 0; c < static_cast<std::size_t>(codes); ++c)
    circle(means, static_cast<double>(s.means[2 * c]), static_cast<double>(s.means[2 * c + 1]),
           2 * std::sqrt(s.variance));
  splats.ellipses = {means};
  const auto used = std::count_if(s.codes->used.begin(), s.codes->used.end(),
                                  [](double share) { return share > active_above; });
  r.figure("latent", "The data by their likeliest code, " + after(s.steps),
           "A discrete latent trains as well: " + std::to_string(used) +
               " of eight codes are in use, and the ELBO, summed over all of them, is " +
               brief(s.codes->elbo) + " nats.",
           std::move(splats))
      .room = lab::Room::story;
}

// What the ELBO lacks of the largest likelihood there is: −H of the data less the mean ln p(x) is
// KL(p_data ‖ p), and that less the ELBO is the mean KL from q to the posterior.
std::string gap_words(const Learner& l, const Evidence& e) {
  if (!l.data.ceiling || !e.exact) return "";
  const double of_p = *l.data.ceiling - *e.exact, of_q = *e.exact - e.elbo;
  // Of few held-out examples the first may come out below 0.
  if (!(of_p > 0) || !(of_q > 0)) return "";
  return " The ELBO lies " + brief(of_p + of_q, 3) +
         " nats below the ceiling −H: " + brief(of_p, 3) + " of KL(p_data ‖ p) and " +
         brief(of_q, 3) + " of the mean KL(q(z|x) ‖ p(z|x)).";
}

}  // namespace

std::string z_name(int dim) {
  static constexpr const char* digits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  const int n = dim + 1;
  return std::string("z") + (n > 9 ? digits[n / 10] : "") + digits[n % 10];
}

Drawn drawn_dims(const Params& p) {
  const int latent = p.setting.latent;
  if (latent == 1) return {0, 0};
  const bool good = fault_of_dims(p).empty() && is_dim(p.dims[0], latent);
  if (!good) return {0, 1};
  return {static_cast<int>(p.dims[0]) - 1, static_cast<int>(p.dims[1]) - 1};
}

std::string fault_of_dims(const Params& p) {
  const int latent = p.setting.latent;
  if (latent == 1) return "";
  if (is_dim(p.dims[0], latent) && is_dim(p.dims[1], latent) && p.dims[0] != p.dims[1]) return "";
  return "Name two different dimensions, whole numbers from 1 to " + std::to_string(latent) +
         ": the first two are drawn.";
}

std::vector<float> point_of(const Params& p) {
  std::vector<float> z(static_cast<std::size_t>(p.setting.latent), 0.0f);
  for (std::size_t i = 0; i < z.size() && i < p.z.size(); ++i) z[i] = static_cast<float>(p.z[i]);
  return z;
}

void draw_latent(const Params& p, Learner& l, const Study& s, lab::Report& r) {
  if (l.book) return draw_codes(l, s, r);
  const Drawn d = drawn_dims(p);
  const bool flat = p.setting.latent == 1;
  const auto latent = static_cast<std::size_t>(p.setting.latent);
  const nn::Dataset& train = l.data.train;
  lab::Splats splats;
  splats.x = {z_name(d.across), -latent_reach, latent_reach, false};
  splats.y = {flat ? "class, one above another" : z_name(d.up), -latent_reach, latent_reach, false};
  splats.classes = l.data.classes;
  const int n = s.cloud.size();
  const auto level = [&](std::size_t i) {
    const double share = (static_cast<double>(train.labels[i]) + 1) / (train.classes + 1);
    return static_cast<float>(latent_reach * (2 * share - 1));
  };
  for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
    splats.px.push_back(s.cloud.mean[i * latent + static_cast<std::size_t>(d.across)]);
    splats.py.push_back(flat ? level(i)
                             : s.cloud.mean[i * latent + static_cast<std::size_t>(d.up)]);
    splats.of.push_back(static_cast<std::uint8_t>(train.labels[i]));
  }
  lab::Ellipses prior{"prior, 1σ and 2σ", Role::neutral, true, {}, {}, {}, {}, {}};
  for (const double radius : {1.0, 2.0}) circle(prior, 0, 0, radius);
  lab::Ellipses some{"q(z | x) of " + std::to_string(std::min(n, ellipses_drawn)) + " examples, 2σ",
                     Role::target,
                     false,
                     {},
                     {},
                     {},
                     {},
                     {}};
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::min(n, ellipses_drawn)); ++i) {
    const auto half = [&](int dim) {
      const auto at = i * latent + static_cast<std::size_t>(dim);
      return static_cast<float>(2 * num::exp(0.5 * static_cast<double>(s.cloud.log_variance[at])));
    };
    some.x.push_back(splats.px[i]);
    some.y.push_back(splats.py[i]);
    some.a.push_back(half(d.across));
    some.b.push_back(flat ? 0.08f : half(d.up));
    some.angle.push_back(0);
  }
  splats.ellipses = {prior, some};
  splats.crosshair = {"z", "z", "z", d.across, flat ? 1 : d.up};
  const Evidence& e = *s.evidence;
  const std::string shown =
      n < train.size() ? "the first " + grouped(n) + " of " + grouped(train.size()) + " examples"
                       : lab::counted(n, "example", "examples");
  r.figure("latent", "q(z | x) of " + shown + " " + after(s.steps) + "; drag z",
           "The KL from the prior is " + brief(e.told(), 3) + " nats an example, in " +
               lab::counted(s.active, "active dimension", "active dimensions") + "." +
               gap_words(l, e) + " Together, the posteriors should look like the prior.",
           std::move(splats))
      .room = lab::Room::story;
}

void draw_decoded(const Params& p, Learner& l, const Study& s, lab::Report& r) {
  if (l.book) return;
  const std::vector<float> z = point_of(p), out = l.model->decode(z);
  const std::vector<double> shown(z.begin(), z.end());
  const std::string at = "z = " + (z.size() == 1 ? brief(shown[0], 3) : column_words(shown, 3, 4));
  if (l.data.binary) {
    lab::Tiles tiles;
    tiles.rows = tiles.cols = image_side;
    tiles.names = {"p(ink)"};
    tiles.signed_values = false;
    double ink = 0;
    for (const float logit : out) {
      const double share = 1 / (1 + num::exp(-static_cast<double>(logit)));
      tiles.values.push_back(static_cast<float>(share));
      ink += share;
    }
    r.figure("decoded", "Decoded from " + at,
             "The decoder expects ink at " + brief(ink, 3) + " of " +
                 std::to_string(image_side * image_side) + " places for this z.",
             std::move(tiles))
        .room = lab::Room::story;
    return;
  }
  lab::Splats splats = data_plane();
  splats.classes = l.data.classes;
  add_points(splats, l.data.train.inputs, data_drawn, 0);
  for (std::size_t i = 0; i < splats.of.size(); ++i)
    splats.of[i] = static_cast<std::uint8_t>(l.data.train.labels[i]);
  splats.classes.push_back("x");
  const double x = static_cast<double>(out[0]), y = static_cast<double>(out[1]);
  const double sigma = std::sqrt(s.variance);
  add_points(splats, out, 1, l.data.train.classes);
  lab::Ellipses around{"x given z, 1σ and 2σ", Role::target, false, {}, {}, {}, {}, {}};
  for (const double times : {1.0, 2.0}) circle(around, x, y, times * sigma);
  splats.ellipses = {around};
  double nearest = 1e300;
  for (std::size_t i = 0; i + 1 < l.data.train.inputs.size(); i += 2) {
    const double dx = static_cast<double>(l.data.train.inputs[i]) - x;
    const double dy = static_cast<double>(l.data.train.inputs[i + 1]) - y;
    nearest = std::min(nearest, dx * dx + dy * dy);
  }
  nearest = std::sqrt(nearest);
  r.figure("decoded", "Decoded from " + at,
           "This z is decoded to (" + brief(x, 3) + ", " + brief(y, 3) + ") with σ " +
               brief(sigma, 3) + "; the nearest example is " + brief(nearest, 2) + " away" +
               (nearest > 2 * sigma ? ": this z lies in a hole of the latent space." : "."),
           std::move(splats))
      .room = lab::Room::story;
}

void draw_bound(const Params& p, const Learner& l, const Study& s, lab::Report& r) {
  const bool iwae = p.setting.objective == Objective::iwae;
  const std::vector<Told>& told = l.told();
  lab::Lines lines;
  lines.x = {"training step", 0, std::max(1.0, static_cast<double>(told.size())), false};
  lab::Curve curve = blank_curve(
      iwae ? "IWAE bound of " + std::to_string(p.setting.k) + ", batches" : "ELBO, batches",
      Role::prediction);
  const std::size_t stride = std::max<std::size_t>(1, told.size() / most_points);
  double sum = 0, last = 0;
  for (std::size_t i = 0; i < told.size(); ++i) {
    sum += static_cast<double>(told[i].bound);
    if (i >= window) sum -= static_cast<double>(told[i - window].bound);
    last = sum / static_cast<double>(std::min<std::size_t>(i + 1, window));
    if ((i + 1) % stride == 0 || i + 1 == told.size())
      add_point(curve, static_cast<double>(i + 1), last);
  }
  lines.curves = {curve};
  std::string findings;
  double top = last, low = last;
  const auto rule = [&](std::string name, double at, Role role) {
    lines.rules.push_back({name, at, false, role});
    top = std::max(top, at), low = std::min(low, at);
    findings += (findings.empty() ? "" : ", ") + name + " " + brief(at, 3);
  };
  if (l.data.ceiling) rule("ceiling −H", *l.data.ceiling, Role::target);
  if (s.evidence && s.evidence->exact) rule("exact ln p(x)", *s.evidence->exact, Role::activation);
  if (s.codes) rule("exact ln p(x)", s.codes->exact, Role::activation);
  if (s.evidence && !iwae)
    rule("IWAE-" + std::to_string(p.setting.k), s.evidence->iwae, Role::weight);
  if (s.evidence || s.codes) findings += " of held-out data";
  const double room = l.data.binary ? 40 : 8;
  lines.y = {"nats per example", std::min(low, top - room) - 0.1 * room, top + 0.1 * room, false};
  r.figure("bound",
           told.empty() ? "No step has been taken yet"
                        : std::string(iwae ? "The IWAE bound" : "The ELBO") + " stands at " +
                              brief(last, 3) + " nats",
           (told.empty() ? std::string("Before training")
                         : "The mean over the last batches is " + brief(last, 3) + " nats") +
               "; " + findings + ".",
           std::move(lines))
      .tab = tabs::training;
}

void draw_samples(const Learner& l, const Study& s, lab::Report& r) {
  if (l.data.binary) return;
  lab::Splats splats = data_plane();
  splats.classes = {"data", "VAE"};
  add_points(splats, l.data.train.inputs, compared, 0);
  add_points(splats, s.samples, compared, 1);
  if (!s.pairs.empty() && !s.pairs[0].gan_stands) {
    splats.classes.push_back("GAN");
    add_points(splats, s.pairs[0].made, compared, 2);
  }
  const Coverage& c = s.coverage;
  r.figure("samples", "Samples of the VAE over the data, " + after(s.steps),
           c.of > 0
               ? "The VAE’s samples cover " + std::to_string(c.modes) + " of " +
                     std::to_string(c.of) + " modes, and " + percent(c.quality, 3) +
                     " of the samples lie within three standard deviations of one."
               : std::string("Samples of the VAE beside the data, which have no modes to count."),
           std::move(splats))
      .tab = tabs::samples;
}

void draw_fault(const Learner& l, const Study& s, lab::Report& r) {
  const std::vector<Told>& told = l.told();
  if (l.setting.model != Model::leaky || told.empty()) {
    r.figure("fault", "The training has stopped", "The training has stopped: " + s.fault + ".",
             lab::Working{{s.fault}})
        .room = lab::Room::story;
    return;
  }
  lab::Lines lines;
  lines.x = {"training step", 1, std::max(2.0, static_cast<double>(told.size())), false};
  lines.y = {"smallest σ of q in the batch", 0, 0, false};
  lab::Curve curve = blank_curve("LeakyReLU of the encoder", Role::gradient);
  for (std::size_t i = 0; i < told.size(); ++i)
    add_point(curve, static_cast<double>(i + 1), static_cast<double>(told[i].least_sigma));
  lines.curves = {curve};
  lines.rules = {{"0: no logarithm from here down", 0, false, Role::target}};
  const double last = static_cast<double>(told.back().least_sigma);
  r.figure("fault", "A σ by LeakyReLU falls to 0 and below",
           "At step " + grouped(static_cast<std::int64_t>(told.size())) + " a σ is " +
               brief(last, 3) + (last <= 0 ? ", which is no scale" : "") + ": " + s.fault + ".",
           std::move(lines))
      .room = lab::Room::story;
}

}  // namespace laboratory::vae
