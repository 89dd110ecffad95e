#include "sampler/sampler.h"

#include <algorithm>

#include "lab/number.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace sampler {
namespace {

std::int64_t length(const std::string& s) { return static_cast<std::int64_t>(s.size()); }

// One readout for each field, none of which says its value back.
void add_readouts(const Params& p, lab::Report& r) {
  r.count("count.squared", "its square", std::int64_t{p.count} * p.count, "px²");
  r.real("share.rest", "what is left of 1", 1 - p.share);
  r.real("rate.inverse", "its inverse", 1 / p.rate);
  r.flag("spread.given", "is a number", p.spread == p.spread);
  r.flag("on.not", "is off", !p.on);
  r.count("mode.place", "its place", static_cast<int>(p.mode) + 1);
  double sum = 0;
  for (const double w : p.weights) sum += w;
  r.real("weights.sum", "their sum", sum);
  double trace = 0;
  for (int i = 0; i < std::min(p.table.rows, p.table.cols); ++i) trace += p.table.at(i, i);
  r.real("table.trace", "its trace", trace);
  int places = 0;
  for (const int place : p.given) places += 1 << place;
  r.count("given.bits", "those that are in, as bits", places);
  int edges = 0;
  for (const lab::Arrow& arrow : p.edges) edges += (1 + arrow.from) * (5 + arrow.to);
  r.count("edges.sum", "a sum over the arrows", edges);
  r.count("note.bytes", "its bytes", length(p.note));
  r.count("pick.next", "the next one", p.pick + 1);
  r.count("points.twice", "twice as many", std::int64_t{2} * p.points);
  r.real("at.distance", "its squared distance", p.at_x * p.at_x + p.at_y * p.at_y);
  constexpr double degree = 0.017453292519943295;
  r.real("yaw.sine", "its sine", num::sin(p.yaw * degree));
  r.real("pitch.sine", "its sine", num::sin(p.pitch * degree));
  r.count("seed.half", "half of it, rounded up", (p.seed + 1) / 2);
}

void add_files(const Params& p, lab::Report& r) {
  const auto* const picture = p.picture.as<lab::Picture>();
  r.count("picture.pixels", "its pixels", picture ? picture->width * picture->height : 0, "px");
  const auto* const digits = p.digits.as<lab::IdxArray>();
  r.count("digits.values", "its values", digits ? static_cast<std::int64_t>(digits->size()) : 0);
  const auto* const words = p.words.as<std::string>();
  r.count("words.bytes", "its bytes", words ? length(*words) : 0);
}

// Words of the note with what they cost, if it is a bit for each letter more than three.
lab::Tokens note_pieces(const Params& p) {
  lab::Tokens tokens{{"cost [bits]"}, true, true, {}, "pick", p.pick - 1};
  for (const char c : p.note) {
    if (tokens.pieces.empty() || c == ' ' || c == '\n' || tokens.pieces.back().text.back() == '\n')
      tokens.pieces.push_back({"", -3});
    tokens.pieces.back().text += c;
    tokens.pieces.back().value += 1;
  }
  if (tokens.pieces.size() > 9) tokens.pieces.resize(9);  // as far as `pick` goes
  return tokens;
}

// A ring of n x n pixels in each tone.
lab::Pictures rings(const Params& p) {
  lab::Pictures all{{}, 1, "mode", static_cast<int>(p.mode)};
  for (const int i : {0, 1, 2}) {
    const int n = 8 << i;
    constexpr const char* names[] = {"plain", "dotted", "dashed"};
    lab::PictureCard card{names[i], lab::Tone(i), n, n, {}};
    for (int k = 0; k < static_cast<int>(card.planes()) * n * n; ++k) {
      const double x = (k % n + 0.5) / n - 0.5, y = (k / n % n + 0.5) / n - 0.5;
      const double r2 = x * x + y * y, ring = 64 * r2 * (0.25 - r2);
      const double shade = std::max(ring, 0.0) * (i == 1 ? 2 * x : 0.5 + p.share * y);
      card.values.push_back(static_cast<float>(shade));
    }
    all.pictures.push_back(std::move(card));
  }
  return all;
}

// Points of three classes in three heaps, with the circle of a prior and a cross-hair in the hand.
lab::Splats cloud(const Params& p) {
  lab::Splats s;
  s.x = {"u", -2, 2}, s.y = {"v", -2, 2};
  s.classes = {"one", "two", "three"};
  num::Rng rng(static_cast<std::uint64_t>(p.seed), /*purpose=*/1);
  constexpr double middle[3][2] = {{-0.8, -0.6}, {0.9, -0.5}, {0.1, 0.9}};
  for (int i = 0; i < p.points; ++i) {
    const int of = i % 3;
    s.px.push_back(static_cast<float>(middle[of][0] + 0.35 * rng.normal()));
    s.py.push_back(static_cast<float>(middle[of][1] + 0.35 * rng.normal()));
    s.of.push_back(static_cast<std::uint8_t>(of));
  }
  s.ellipses = {{"prior", lab::Role::neutral, true, {0}, {0}, {1}, {1}, {0}}};
  s.crosshair = {"point", "at_x", "at_y"};
  return s;
}

// A sphere that is drawn out along one direction, in colours of how far its places are from the
// middle, with that direction as a line.
lab::Surface needle(const Params& p) {
  constexpr int around = 40, rings = 21;
  constexpr double turn = 6.283185307179586;
  lab::Surface s;
  s.x = {"x"}, s.y = {"y"}, s.z = {"z"};
  s.value = {"distance"};
  const double along[3] = {0.48, 0.36, 0.8};
  const auto add = [&](double x, double y, double z) {
    const double far = 6 * p.share * (x * along[0] + y * along[1] + z * along[2]);
    const double at[3] = {x + far * along[0], y + far * along[1], z + far * along[2]};
    s.px.push_back(static_cast<float>(at[0]));
    s.py.push_back(static_cast<float>(at[1]));
    s.pz.push_back(static_cast<float>(at[2]));
    s.values.push_back(
        static_cast<float>(num::pow(at[0] * at[0] + at[1] * at[1] + at[2] * at[2], 0.5)));
    return static_cast<std::int32_t>(s.px.size()) - 1;
  };
  const auto triangle = [&s](std::int32_t a, std::int32_t b, std::int32_t c) {
    s.corners.insert(s.corners.end(), {a, b, c});
  };
  const std::int32_t bottom = add(0, 0, -1), top = add(0, 0, 1);
  const auto vertex = [](int ring, int i) { return 2 + ring * around + i % around; };
  for (int ring = 0; ring < rings; ++ring)
    for (int i = 0; i < around; ++i) {
      const double up = 0.5 * turn * (ring + 1) / (rings + 1), round = turn * i / around;
      add(num::sin(up) * num::cos(round), num::sin(up) * num::sin(round), -num::cos(up));
      if (ring > 0) triangle(vertex(ring - 1, i), vertex(ring - 1, i + 1), vertex(ring, i));
      if (ring > 0) triangle(vertex(ring, i), vertex(ring - 1, i + 1), vertex(ring, i + 1));
    }
  for (int i = 0; i < around; ++i) {
    triangle(bottom, vertex(0, i), vertex(0, i + 1));
    triangle(top, vertex(rings - 1, i), vertex(rings - 1, i + 1));
  }
  // The line goes beyond the needle on both sides.
  for (const double end : {-1.5, 1.5}) add(end * along[0], end * along[1], end * along[2]);
  const auto n = static_cast<std::int32_t>(s.px.size());
  s.lines = {{"direction", lab::Role::gradient, {n - 2, n - 1}}};
  s.points = {{"tip", lab::Role::gradient, s.px.back(), s.py.back(), s.pz.back()},
              {"tail", lab::Role::gradient, -s.px.back(), -s.py.back(), -s.pz.back()}};
  s.to_yaw = "yaw", s.to_pitch = "pitch";
  return s;
}

// A complex plane with a field, the rows of the matrix as points, and the cross-hair.
lab::Spectrum plane(const Params& p) {
  constexpr int rows = 20, cols = 30;
  lab::Spectrum s;
  s.x = {"Re", -3, 3}, s.y = {"Im", -2, 2};
  s.value = {"distance from 0"};
  s.field = {rows, cols, {}};
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < cols; ++j) {
      const double x = -3 + 6 * (j + 0.5) / cols, y = 2 - 4 * (i + 0.5) / rows;
      s.field.values.push_back(static_cast<float>(num::pow(x * x + y * y, 0.5)));
    }
  s.ellipses = {{"unit circle", lab::Role::neutral, false, {0}, {0}, {1}, {1}, {0}}};
  lab::Cloud points{"rows", lab::Role::weight, {}, {}, {}, false, "table"};
  for (int i = 0; i < p.table.rows && p.table.cols > 1; ++i) {
    points.x.push_back(static_cast<float>(p.table.at(i, 0)));
    points.y.push_back(static_cast<float>(p.table.at(i, 1)));
  }
  s.clouds = {points};
  s.crosshair = {"point", "at_x", "at_y"};
  return s;
}

// What is remembered of the last report.
struct Memory {
  lab::Drawings drawings;
};

// The arrows of the lab, which can be changed.
lab::Graph arrows(const Params& p) {
  lab::Graph g;
  for (const char* id : {"z1", "z2", "x1", "x2"})
    g.nodes.push_back({id,
                       id,
                       id[0] == 'z' ? lab::Role::activation : lab::Role::input,
                       {},
                       id[1] - '1',
                       id[0] == 'z' ? 0 : 1,
                       true});
  g.sets = {{"p", "edges", false}};
  for (const lab::Arrow& a : p.edges)
    g.edges.push_back({a.from, a.to, "", lab::Role::neutral, false, lab::Light::plain, 0});
  return g;
}

void add_figures(const Params& p, Memory& memory, lab::Report& r) {
  lab::Bars bars;
  for (const double w : p.weights) bars.heights.push_back(static_cast<float>(w));
  r.figure("bars", "The row of numbers", "The row of numbers as bars, one for each.", bars);
  r.figure("matrix", "The matrix", "The matrix as tiles with numbers, which can be changed.",
           lab::Blocks{{{"M", lab::Role::input, p.table, {}, "table", "", "", ""}}});
  r.figure("note", "The note", "The words of the note, each with its cost in bits.",
           note_pieces(p));
  r.figure("rings", "Three rings", "A ring in grey, with two sides and in colour.", rings(p));
  r.figure("arrows", "The arrows", "The arrows among four nodes, which can be changed.", arrows(p));
  memory.drawings.draw(r, "cloud", lab::on(p.points, p.seed), [&](lab::Report& drawn) {
    drawn.figure("cloud", "A cloud of points", "Points of three classes in three heaps.", cloud(p));
  });
  memory.drawings.draw(r, "needle", lab::on(p.share), [&](lab::Report& drawn) {
    drawn.figure("needle", "A sphere drawn out", "A sphere drawn out along one direction.",
                 needle(p));
  });
  memory.drawings.draw(r, "plane", lab::on(p.table), [&](lab::Report& drawn) {
    drawn.figure("plane", "A complex plane", "The rows of the matrix over a field of distances.",
                 plane(p));
  });
  lab::Bars spot;
  spot.heights = {static_cast<float>(p.at_x), static_cast<float>(p.at_y)};
  r.figure("spot", "The cross-hair", "Where the cross-hair stands, as two bars.", spot);
}

lab::Report report(const Params& p, Memory& memory) {
  lab::Report r;
  add_readouts(p, r);
  add_files(p, r);
  add_figures(p, memory, r);
  return r;
}

}  // namespace

const lab::LabRow row = lab::formula<Params, Memory, report>("sampler", "Every kind of field");

}  // namespace sampler
